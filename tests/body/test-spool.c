/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bytes that come in any pieces are read back, before and after they move to a
 * file; a full disk is an error. */

#include "config.h"

#include "spool.h"

#include <signal.h>
#include <string.h>
#include <sys/resource.h>

#include <glib/gstdio.h>

static void
fill (guint8 *data,
      gsize   length,
      gsize   from)
{
  for (gsize i = 0; i < length; i++)
    data[i] = (from + i) * 31 % 251;
}

static void
test_grow (void)
{
  g_autoptr (RtSpool) spool = rt_spool_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) first = NULL;
  g_autoptr (GBytes) all = NULL;
  g_autofree guint8 *data = g_malloc (3 * RT_SPOOL_MEMORY_MAX);
  g_autofree guint8 *expected = g_malloc (3 * RT_SPOOL_MEMORY_MAX);
  gsize length = 0;

  fill (expected, 3 * RT_SPOOL_MEMORY_MAX, 0);
  while (length < 2 * RT_SPOOL_MEMORY_MAX)
    {
      gsize n = g_test_rand_int_range (0, 100000);

      fill (data, n, length);
      g_assert_true (rt_spool_append (spool, data, n, &error));
      g_assert_no_error (error);
      length += n;
      if (first == NULL && length > 1000)
        {
          first = rt_spool_map (spool, &error);
          g_assert_cmpuint (g_bytes_get_size (first), ==, length);
        }
    }
  all = rt_spool_map (spool, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (all, NULL), g_bytes_get_size (all), expected, length);

  /* What was mapped outlives the spool and does not change. */
  g_clear_pointer (&spool, rt_spool_free);
  g_assert_cmpint (memcmp (g_bytes_get_data (first, NULL), expected,
                           g_bytes_get_size (first)), ==, 0);
  g_assert_cmpint (((const guint8 *) g_bytes_get_data (all, NULL))[length - 1], ==,
                   expected[length - 1]);
}

static void
test_empty (void)
{
  g_autoptr (RtSpool) spool = rt_spool_new ();
  g_autoptr (GBytes) bytes = NULL;

  g_assert_true (rt_spool_append (spool, NULL, 0, NULL));
  bytes = rt_spool_map (spool, NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 0);
}

/* A limit on files stands in for a disk that is full. */
static void
test_full (void)
{
  g_autoptr (RtSpool) spool = rt_spool_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  gsize length = RT_SPOOL_MEMORY_MAX + 1;
  g_autofree guint8 *data = g_malloc0 (length);
  struct rlimit before;
  struct rlimit limit;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 2 * length + 100;

  g_assert_true (rt_spool_append (spool, data, length, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  g_assert_true (rt_spool_append (spool, data, length, &error));
  g_assert_false (rt_spool_append (spool, data, length, &error));
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  g_assert_nonnull (error);
  g_assert_true (error->domain == G_IO_ERROR);

  /* The half that was written is not there. */
  bytes = rt_spool_map (spool, NULL);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 2 * length);
}

int
main (int    argc,
      char **argv)
{
  g_autofree char *cache = g_dir_make_tmp ("spool-XXXXXX", NULL);
  g_autofree char *folder = g_build_filename (cache, "roundtrip", NULL);
  int rc;

  g_setenv ("XDG_CACHE_HOME", cache, TRUE);
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/spool/grow", test_grow);
  g_test_add_func ("/spool/empty", test_empty);
  g_test_add_func ("/spool/full", test_full);

  rc = g_test_run ();
  /* Nothing was left in it. */
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_assert_cmpint (g_rmdir (cache), ==, 0);

  return rc;
}
