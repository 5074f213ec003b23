/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of body-copies.c: a private copy with its name, gone with its owner. */

#include "config.h"

#include "body-copies.h"

#include "exchanges.h"

#include <glib/gstdio.h>

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

static GFile *
write_copy (RtBodyCopies *copies)
{
  g_autoptr (RtExchange) exchange =
    rt_test_exchange_new ("http://e/x", "HTTP/1.1 200 OK\r\nContent-Disposition: attachment; "
                          "filename=\"../../a b.pdf\"\r\n\r\n", "%PDF", 4);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  GFile *file;

  rt_body_copies_write_async (copies, exchange, NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  file = rt_body_copies_write_finish (copies, result, &error);
  g_assert_no_error (error);

  return file;
}

static guint
get_mode (const char *path)
{
  GStatBuf info;

  g_assert_cmpint (g_stat (path, &info), ==, 0);

  return info.st_mode & 0777;
}

static void
test_copies (void)
{
  RtBodyCopies *copies = rt_body_copies_new ();
  g_autoptr (GFile) first = write_copy (copies);
  g_autoptr (GFile) second = write_copy (copies);
  g_autoptr (GFile) folder = g_file_get_parent (first);
  g_autofree char *name = g_file_get_basename (first);
  g_autofree char *content = NULL;
  gsize length;

  g_assert_false (g_file_equal (first, second));
  g_assert_true (g_str_has_suffix (name, ".pdf"));
  g_assert_true (g_str_has_prefix (g_file_peek_path (first), g_get_user_cache_dir ()));
  g_assert_true (g_file_get_contents (g_file_peek_path (first), &content, &length, NULL));
  g_assert_cmpmem (content, length, "%PDF", 4);
  g_assert_cmpuint (get_mode (g_file_peek_path (folder)), ==, 0700);
  g_object_run_dispose (G_OBJECT (copies));
  g_assert_finalize_object (copies);
  g_assert_false (g_file_test (g_file_peek_path (first), G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (g_file_peek_path (folder), G_FILE_TEST_EXISTS));
  g_assert_false (g_file_test (g_file_peek_path (second), G_FILE_TEST_EXISTS));
}

/* Bytes that are no exchange's body: a part of one. */
static void
test_bytes (void)
{
  RtBodyCopies *copies = rt_body_copies_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("part", 4);
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;
  g_autofree char *content = NULL;
  gsize length;

  rt_body_copies_write_bytes_async (copies, bytes, "a.txt", NULL, done_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  file = rt_body_copies_write_finish (copies, result, &error);
  g_assert_no_error (error);
  name = g_file_get_basename (file);
  g_assert_cmpstr (name, ==, "a.txt");
  g_assert_true (g_file_get_contents (g_file_peek_path (file), &content, &length, NULL));
  g_assert_cmpmem (content, length, "part", 4);
  g_clear_object (&result);
  g_assert_finalize_object (copies);
  g_assert_false (g_file_test (g_file_peek_path (file), G_FILE_TEST_EXISTS));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/body-copies/bytes", test_bytes);
  g_test_add_func ("/body-copies/copies", test_copies);

  return g_test_run ();
}
