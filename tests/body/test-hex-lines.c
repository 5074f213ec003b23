/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Each line is what all of them at once would have, wherever one begins. */

#include "config.h"

#include "hex-lines.h"

#include "hex.h"

#include <string.h>
#include <sys/mman.h>

static void
check (RtLines      *lines,
       const guint8 *data,
       gsize         length)
{
  g_autoptr (GString) all = g_string_new (NULL);
  g_autoptr (GString) blocks = g_string_new (NULL);
  g_auto (GStrv) expected = NULL;
  gsize n;

  rt_hex_append (all, data, length, 0);
  expected = g_strsplit (all->str, "\n", -1);
  n = g_strv_length (expected) - 1;
  if (length == 0)
    n = 0;
  g_assert_cmpuint (rt_lines_get_n_lines (lines), ==, n);
  for (gsize i = 0; i < n; i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);
      gsize size = strlen (expected[i]);
      guint64 lengths[2];

      g_assert_cmpuint (rt_lines_get_length (lines, i), ==, size);
      g_assert_cmpuint (rt_lines_get_lengths (lines, i, 2, lengths), ==, MIN (2, n - i));
      g_assert_cmpuint (lengths[0], ==, size);
      for (gsize from = 0; from < size + 2; from += 7)
        rt_lines_read (lines, i, from, 7, out);
      g_assert_cmpstr (out->str, ==, expected[i]);
      g_assert_cmpuint (rt_lines_get_longest (lines), >=, size);
    }
  for (guint64 line = 0; line < n;)
    {
      gsize before = blocks->len;
      gsize got = rt_lines_read_block (lines, line, 300, blocks);

      g_assert_cmpuint (got, >, 0);
      g_assert_cmpuint (blocks->len - before, <=, 301);
      line += got;
    }
  g_assert_cmpstr (blocks->str, ==, all->str);
  g_assert_cmpuint (rt_lines_read_block (lines, n, 300, blocks), ==, 0);
  g_assert_cmpuint (rt_lines_get_length (lines, n), ==, 0);
}

static void
count_cb (int *count)
{
  (*count)++;
}

static void
test_grow (void)
{
  RtLines *lines = rt_hex_lines_new ();
  g_autoptr (GString) out = g_string_new (NULL);
  guint8 data[200];
  int count = 0;

  g_signal_connect_swapped (lines, "changed", G_CALLBACK (count_cb), &count);
  for (gsize i = 0; i < sizeof data; i++)
    data[i] = i * 7;
  check (lines, data, 0);
  for (gsize n = 0; n <= sizeof data; n++)
    {
      g_autoptr (GBytes) bytes = g_bytes_new_take (g_memdup2 (data, n), n);

      rt_hex_lines_extend (RT_HEX_LINES (lines), bytes, n == sizeof data);
      check (lines, data, n);
      g_assert_true (rt_lines_is_complete (lines) == (n == sizeof data));
    }
  while (count < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (rt_lines_read_block (lines, 0, 10, out), ==, 0);
  g_assert_finalize_object (lines);
}

/* Lines from 4 GiB on have one digit more, no other changes. */
static void
test_huge (void)
{
  gsize size = (G_GUINT64_CONSTANT (1) << 32) + 40;
  void *data = mmap (NULL, size, PROT_READ, MAP_PRIVATE | MAP_ANONYMOUS | MAP_NORESERVE, -1, 0);
  guint64 line = (G_GUINT64_CONSTANT (1) << 32) / RT_HEX_BYTES_PER_LINE;
  RtLines *lines = rt_hex_lines_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GString) out = g_string_new (NULL);

  if (data == MAP_FAILED)
    {
      g_test_skip ("no room for 4 GiB of nothing");
      g_object_unref (lines);
      return;
    }
  bytes = g_bytes_new_static (data, size);
  rt_hex_lines_extend (RT_HEX_LINES (lines), bytes, TRUE);
  g_assert_cmpuint (rt_lines_get_length (lines, line - 1) + 1, ==,
                    rt_lines_get_length (lines, line));
  rt_lines_read (lines, line - 1, 0, 9, out);
  rt_lines_read (lines, line, 0, 10, out);
  g_assert_cmpstr (out->str, ==, "fffffff0 100000000 ");
  g_string_truncate (out, 0);
  g_assert_cmpuint (rt_lines_read_block (lines, line - 1, 1000, out), ==, 4);
  g_assert_cmpuint (rt_lines_get_longest (lines), ==, rt_lines_get_length (lines, line));
  g_assert_finalize_object (lines);
  g_clear_pointer (&bytes, g_bytes_unref);
  munmap (data, size);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/hex-lines/grow", test_grow);
  g_test_add_func ("/hex-lines/huge", test_huge);

  return g_test_run ();
}
