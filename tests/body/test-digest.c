/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of digest.c: the right checksum, progress, and an end when cancelled. */

#include "config.h"

#include "digest.h"

typedef struct
{
  GMainLoop *loop;
  char      *hex;
  GError    *error;
  goffset    total;
} Result;

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Result *r = user_data;

  r->hex = rt_digest_compute_finish (result, &r->error);
  g_main_loop_quit (r->loop);
}

static void
progress_cb (goffset  done,
             goffset  total,
             gpointer user_data)
{
  Result *r = user_data;

  g_assert_cmpint (done, <=, total);
  r->total = total;
}

static void
compute (Result       *r,
         GBytes       *bytes,
         GChecksumType type,
         GCancellable *cancellable)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);

  r->loop = loop;
  rt_digest_compute_async (bytes, type, progress_cb, r, cancellable, done_cb, r);
  g_main_loop_run (loop);
}

static void
test_types (void)
{
  static const struct
  {
    GChecksumType type;
    const char   *hex;
  } cases[] = {
    { G_CHECKSUM_MD5, "900150983cd24fb0d6963f7d28e17f72" },
    { G_CHECKSUM_SHA1, "a9993e364706816aba3e25717850c26c9cd0d89d" },
    { G_CHECKSUM_SHA256, "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_static ("abc", 3);
      Result r = { 0 };

      compute (&r, bytes, cases[i].type, NULL);
      g_assert_no_error (r.error);
      g_assert_cmpstr (r.hex, ==, cases[i].hex);
      g_free (r.hex);
    }
}

static void
test_empty (void)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (NULL, 0);
  Result r = { 0 };

  compute (&r, bytes, G_CHECKSUM_MD5, NULL);
  g_assert_cmpstr (r.hex, ==, "d41d8cd98f00b204e9800998ecf8427e");
  g_free (r.hex);
}

static void
test_cancelled (void)
{
  g_autofree guint8 *zeros = g_malloc0 (8 * 1024 * 1024);
  g_autoptr (GBytes) bytes = g_bytes_new_static (zeros, 8 * 1024 * 1024);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  Result r = { 0 };

  g_cancellable_cancel (cancellable);
  compute (&r, bytes, G_CHECKSUM_SHA512, cancellable);
  g_assert_error (r.error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_null (r.hex);
  g_assert_cmpint (r.total, ==, 0);
  g_clear_error (&r.error);
}

static void
progress_here_cb (goffset  done,
                  goffset  total,
                  gpointer user_data)
{
  g_assert_true (g_thread_self () == user_data);
}

static void
keep_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  *(GAsyncResult **) user_data = g_object_ref (result);
}

/* Also while nobody runs the main context, as between two of its turns. */
static void
test_thread (void)
{
  gsize size = 64 * 1024 * 1024;
  guint8 *zeros = g_malloc0 (size);
  g_autoptr (GBytes) bytes = g_bytes_new_take (zeros, size);
  g_autoptr (GAsyncResult) result = NULL;
  g_autofree char *hex = NULL;

  rt_digest_compute_async (bytes, G_CHECKSUM_SHA1, progress_here_cb, g_thread_self (), NULL,
                           keep_cb, &result);
  while (result == NULL)
    {
      g_main_context_iteration (NULL, FALSE);
      g_thread_yield ();
    }
  hex = rt_digest_compute_finish (result, NULL);
  g_assert_cmpstr (hex, ==, "44fac4bedde4df04b9572ac665d3ac2c5cd00c7d");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/digest/types", test_types);
  g_test_add_func ("/digest/empty", test_empty);
  g_test_add_func ("/digest/cancelled", test_cancelled);
  g_test_add_func ("/digest/thread", test_thread);

  return g_test_run ();
}
