/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of body-save.c: the bytes and the name of a saved body. */

#include "config.h"

#include "body-save.h"

#include "exchanges.h"

static void
saved_cb (GObject      *source,
          GAsyncResult *result,
          gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

static gboolean
save (GBytes  *bytes,
      GFile   *file,
      GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  rt_body_save_async (bytes, file, NULL, saved_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return rt_body_save_finish (result, error);
}

static void
test_bytes (void)
{
  g_autofree char *folder = g_dir_make_tmp ("roundtrip-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "a.bin", NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  gsize length = 3 * 1024 * 1024 + 7;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (length), length);
  g_autoptr (GError) error = NULL;
  g_autofree char *read = NULL;
  gsize n;

  g_assert_true (save (bytes, file, &error));
  g_assert_no_error (error);
  g_assert_true (g_file_get_contents (path, &read, &n, NULL));
  g_assert_cmpmem (read, n, g_bytes_get_data (bytes, NULL), length);
  g_assert_true (g_file_delete (file, NULL, NULL));
  g_assert_true (g_file_delete (place, NULL, NULL));
}

static void
test_error (void)
{
  g_autoptr (GFile) file = g_file_new_for_path ("/nowhere/at/all");
  g_autoptr (GBytes) bytes = g_bytes_new_static ("x", 1);
  g_autoptr (GError) error = NULL;

  g_assert_false (save (bytes, file, &error));
  g_assert_nonnull (error);
}

static void
test_name (void)
{
  g_autoptr (RtExchange) exchange =
    rt_test_exchange_new ("http://e/data", "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n"
                                           "Content-Encoding: gzip\r\n\r\n", "x", -1);
  g_autofree char *received = rt_body_save_dup_name (exchange, FALSE);
  g_autofree char *decoded = rt_body_save_dup_name (exchange, TRUE);

  g_assert_cmpstr (received, ==, "data.json.gz");
  g_assert_cmpstr (decoded, ==, "data.json");
}

/* The bytes of the field decide, not what is shown of them. */
static void
test_disposition (void)
{
  static const struct { const char *field; const char *name; } cases[] = {
    { "attachment; filename=\"\351t\351.txt\"", "\303\251t\303\251.txt" },
    { "attachment; filename=\"\303\251.txt\"", "\303\251.txt" },
    { "attachment; filename=\"a\342\200\256b.txt\"", "a_b.txt" },
    { "attachment;\r\n filename=a.txt", "a.txt" },
    { "attachment; filename=a.txt\r\nContent-Disposition: inline; filename=b.txt", "a.txt" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *head = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Disposition: %s\r\n\r\n",
                                               cases[i].field);
      g_autoptr (RtExchange) exchange = rt_test_exchange_new ("http://e/data", head, "x", -1);
      g_autofree char *name = rt_body_save_dup_name (exchange, FALSE);

      g_assert_cmpstr (name, ==, cases[i].name);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body-save/bytes", test_bytes);
  g_test_add_func ("/body-save/error", test_error);
  g_test_add_func ("/body-save/name", test_name);
  g_test_add_func ("/body-save/disposition", test_disposition);

  return g_test_run ();
}
