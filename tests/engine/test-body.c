/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/body.c. */

#include "body.h"

#include <glib/gstdio.h>
#include <string.h>

#define LIMIT RT_BODY_MEMORY_MAX

/* A byte that tells its place. */
static guint8
byte_at (gsize position)
{
  return (position * 7 + position / 251) % 256;
}

static guint8 *
make_data (gsize from,
           gsize length)
{
  guint8 *data = g_malloc (length);

  for (gsize i = 0; i < length; i++)
    data[i] = byte_at (from + i);

  return data;
}

static void
append (RtBody *body,
        gsize   length)
{
  g_autofree guint8 *data = make_data (rt_body_get_length (body), length);
  g_autoptr(GError) error = NULL;

  g_assert_true (rt_body_append (body, data, length, &error));
  g_assert_no_error (error);
}

static void
check (GBytes *bytes,
       gsize   length)
{
  g_autofree guint8 *data = make_data (0, length);

  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), data, length);
}

static void
check_body (RtBody  *body,
            gsize    length,
            gboolean in_file)
{
  g_autoptr(GBytes) bytes = rt_body_dup_bytes (body);

  g_assert_cmpuint (rt_body_get_length (body), ==, length);
  g_assert_cmpint (rt_body_is_in_file (body), ==, in_file);
  check (bytes, length);
}

static void
test_empty (void)
{
  RtBody *body = rt_body_new ();

  check_body (body, 0, FALSE);
  append (body, 0);
  check_body (body, 0, FALSE);
  g_assert_false (rt_body_is_finished (body));
  rt_body_finish (body);
  rt_body_finish (body);
  g_assert_true (rt_body_is_finished (body));
  g_assert_finalize_object (body);
}

static void
test_boundary (void)
{
  static const struct
  {
    gsize    first, second;
    gboolean in_file;
  } cases[] = {
    { LIMIT - 1, 0, FALSE }, { LIMIT, 0, FALSE },     { LIMIT - 1, 1, FALSE }, { LIMIT - 1, 2, TRUE },
    { LIMIT, 1, TRUE },      { LIMIT + 1, 0, TRUE },  { LIMIT + 1, 9, TRUE },  { 1, LIMIT, TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RtBody *body = rt_body_new ();

      append (body, cases[i].first);
      append (body, cases[i].second);
      check_body (body, cases[i].first + cases[i].second, cases[i].in_file);
      g_assert_finalize_object (body);
    }
}

/* Bytes that were taken stay as they were, whatever arrives, and outlive it. */
static void
test_earlier_bytes (void)
{
  static const gsize steps[] = { 1, 100, 4000, 60000, LIMIT - 64301, 99, 101, 5000, LIMIT, 5 * LIMIT };
  g_autoptr(GPtrArray) taken = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  RtBody *body = rt_body_new ();
  gsize length = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      append (body, steps[i]);
      g_ptr_array_add (taken, rt_body_dup_bytes (body));
    }
  g_assert_true (rt_body_is_in_file (body));
  g_assert_finalize_object (body);

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      length += steps[i];
      check (g_ptr_array_index (taken, i), length);
    }
}

static void
gather (RtBody *body,
        gsize   from,
        gsize   length)
{
  g_autofree guint8 *data = make_data (from, length);
  g_autoptr(GError) error = NULL;

  g_assert_true (rt_body_gather (body, data, length, &error));
  g_assert_no_error (error);
}

static void
flush (RtBody *body)
{
  g_autoptr(GError) error = NULL;

  g_assert_true (rt_body_flush (body, &error));
  g_assert_no_error (error);
}

/* What is held back keeps its place before all that follows. */
static void
test_gather (void)
{
  static const gsize steps[] = { 16 * 1024, 7, 64 * 1024 - 7, 1, 200 * 1024, 3, 63 * 1024 };
  g_autoptr(RtBody) body = rt_body_new ();
  gsize length = LIMIT + 1;

  gather (body, 0, LIMIT - 10);
  gather (body, LIMIT - 10, 10);
  check_body (body, LIMIT, FALSE);
  gather (body, LIMIT, 1);
  check_body (body, LIMIT + 1, TRUE);

  for (gsize i = 0; i < G_N_ELEMENTS (steps); i++)
    {
      gather (body, length, steps[i]);
      length += steps[i];
      g_assert_cmpuint (rt_body_get_length (body), <=, length);
    }
  flush (body);
  check_body (body, length, TRUE);
  flush (body);
  check_body (body, length, TRUE);

  gather (body, length, 5);
  check_body (body, length, TRUE);
  {
    g_autofree guint8 *data = make_data (length + 5, 9);

    g_assert_true (rt_body_append (body, data, 9, NULL));
  }
  check_body (body, length + 14, TRUE);
}

/* Reads while another thread appends, until it has seen the end. */
static gpointer
read_thread (gpointer data)
{
  RtBody *body = data;
  gsize last = 0;
  gboolean finished;

  do
    {
      g_autoptr(GBytes) bytes = NULL;
      const guint8 *all;
      gsize size;

      finished = rt_body_is_finished (body);
      bytes = rt_body_dup_bytes (body);
      all = g_bytes_get_data (bytes, &size);
      g_assert_cmpuint (size, >=, last);
      for (gsize i = last; i < size; i += 101)
        g_assert_cmpuint (all[i], ==, byte_at (i));
      if (size > 0)
        g_assert_cmpuint (all[size - 1], ==, byte_at (size - 1));
      last = size;
    }
  while (!finished);

  return GSIZE_TO_POINTER (last);
}

static void
test_concurrent_reader (void)
{
  RtBody *body = rt_body_new ();
  GThread *thread = g_thread_new ("reader", read_thread, body);
  const gsize piece = 60007;
  gsize length = 0;

  while (length < 6 * LIMIT)
    {
      append (body, piece);
      length += piece;
    }
  rt_body_finish (body);
  g_assert_cmpuint (GPOINTER_TO_SIZE (g_thread_join (thread)), ==, length);
  g_assert_finalize_object (body);
}

static void
test_append_after_finish (void)
{
  if (g_test_subprocess ())
    {
      g_autoptr(RtBody) body = rt_body_new ();

      g_log_set_always_fatal (G_LOG_FATAL_MASK);
      rt_body_finish (body);
      g_assert_false (rt_body_append (body, "x", 1, NULL));
      g_assert_cmpuint (rt_body_get_length (body), ==, 0);
      return;
    }

  g_test_trap_subprocess (NULL, 0, 0);
  g_test_trap_assert_stderr ("*rt_body_append*finished*");
}

/* The cache directory is a file: what was in memory stays readable. */
static void
test_cache_unwritable (void)
{
  g_autoptr(RtBody) body = NULL;
  g_autoptr(GError) error = NULL;
  g_autofree guint8 *data = make_data (LIMIT, 10);

  if (!g_test_subprocess ())
    {
      g_test_trap_subprocess (NULL, 0, 0);
      g_test_trap_assert_passed ();
      return;
    }

  g_setenv ("XDG_CACHE_HOME", "/dev/null", TRUE);
  body = rt_body_new ();
  append (body, LIMIT - 5);
  for (guint i = 0; i < 3; i++)
    {
      g_assert_false (rt_body_append (body, data, 10, &error));
      g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_DIRECTORY);
      g_clear_error (&error);
      check_body (body, LIMIT - 5, FALSE);
    }
  append (body, 5);
  check_body (body, LIMIT, FALSE);
}

/* Nothing is left in the cache, also while it is in use. */
static void
test_leaves_no_file (void)
{
  g_autofree char *path = g_build_filename (g_get_user_cache_dir (), "roundtrip", NULL);
  g_autoptr(RtBody) body = rt_body_new ();
  g_autoptr(GDir) folder = NULL;

  append (body, LIMIT + 1);
  folder = g_dir_open (path, 0, NULL);
  g_assert_nonnull (folder);
  g_assert_null (g_dir_read_name (folder));
}

int
main (int   argc,
      char *argv[])
{
  g_autofree char *cache = g_dir_make_tmp ("roundtrip-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (cache, "roundtrip", NULL);
  int result;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/body/empty", test_empty);
  g_test_add_func ("/body/boundary", test_boundary);
  g_test_add_func ("/body/earlier-bytes", test_earlier_bytes);
  g_test_add_func ("/body/gather", test_gather);
  g_test_add_func ("/body/concurrent-reader", test_concurrent_reader);
  g_test_add_func ("/body/append-after-finish", test_append_after_finish);
  g_test_add_func ("/body/cache-unwritable", test_cache_unwritable);
  g_test_add_func ("/body/leaves-no-file", test_leaves_no_file);
  result = g_test_run ();

  g_rmdir (folder);
  g_assert_cmpint (g_rmdir (cache), ==, 0);

  return result;
}
