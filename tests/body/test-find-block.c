/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Block after block finds what is there once, and each block again. */

#include "config.h"

#include "find-block.h"

#include "naive-lines.h"

static gboolean
never_cb (gpointer data)
{
  return FALSE;
}

static guint64
count_again (RtLines       *lines,
             RtTextMatcher *matcher,
             const RtPlace *start,
             const RtPlace *end)
{
  g_auto (RtFindBlock) block = { 0 };
  RtMatch match = { 0 };
  RtPlace last = *start;
  guint64 n = 0;

  if (!rt_find_block_load (&block, lines, matcher, start, MAX (end->line, start->line + 1), end))
    return 0;
  while (rt_find_block_next (&block, matcher, &match, NULL))
    {
      RtPlace place = { match.line, match.start };

      g_assert_cmpint (rt_place_compare (&last, &place), <=, 0);
      last = (RtPlace) { match.line, match.end };
      g_assert_cmpint (rt_place_compare (&last, end), <=, 0);
      n++;
    }

  return n;
}

static guint64
count_all (RtLines    *lines,
           const char *pattern,
           int         flags,
           guint      *n_blocks)
{
  g_autoptr (RtTextMatcher) matcher = rt_text_matcher_new (pattern, flags, NULL);
  guint64 n_lines = rt_lines_get_n_lines (lines);
  RtPlace start = { 0, 0 };
  guint64 all = 0;

  *n_blocks = 0;
  while (TRUE)
    {
      g_auto (RtFindBlock) block = { 0 };
      guint64 n;

      if (!rt_find_block_load (&block, lines, matcher, &start, n_lines, NULL))
        break;
      n = rt_find_block_count (&block, matcher, never_cb, NULL, NULL);
      g_assert_cmpint (rt_place_compare (&start, &block.end), <, 0);
      g_assert_cmpuint (count_again (lines, matcher, &start, &block.end), ==, n);
      all += n;
      start = block.end;
      (*n_blocks)++;
    }
  g_assert_cmpuint (start.line, ==, n_lines);

  return all;
}

/* A line much longer than a block: "xx needle xx" everywhere, across the
 * places where it is cut. */
static void
test_long_line (void)
{
  g_autoptr (GString) text = g_string_new ("é\n");
  g_autoptr (RtLines) lines = NULL;
  guint n_blocks;

  for (int i = 0; i < 200000; i++)
    g_string_append (text, "éneedle");
  g_string_append (text, "\nneedle");
  lines = naive_raw_lines (text->str, text->len);
  g_assert_cmpuint (count_all (lines, "needle", RT_FIND_CASE, &n_blocks), ==, 200001);
  g_assert_cmpuint (n_blocks, >, 5);
  g_assert_cmpuint (count_all (lines, "NEEDLE", 0, &n_blocks), ==, 200001);
  g_assert_cmpuint (n_blocks, >, 20);
  g_assert_cmpuint (count_all (lines, "needleéneedle", RT_FIND_CASE, &n_blocks), ==, 100000);
  g_assert_cmpuint (count_all (lines, "ne+dle", RT_FIND_REGEX, &n_blocks), ==, 200001);
  g_assert_cmpuint (count_all (lines, "needle$", RT_FIND_REGEX, &n_blocks), ==, 2);
  g_assert_cmpuint (count_all (lines, "^é", RT_FIND_REGEX, &n_blocks), ==, 2);
  g_assert_cmpuint (count_all (lines, "needle", RT_FIND_CASE | RT_FIND_WORD, &n_blocks), ==, 1);
}

static void
test_many_lines (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (RtLines) lines = NULL;
  guint n_blocks;

  for (int i = 0; i < 100000; i++)
    g_string_append (text, i % 2 ? "some needle here\r\n" : "\n");
  lines = naive_raw_lines (text->str, text->len);
  g_assert_cmpuint (count_all (lines, "needle", RT_FIND_CASE, &n_blocks), ==, 50000);
  g_assert_cmpuint (n_blocks, >, 2);
  g_assert_cmpuint (n_blocks, <, 10);
  g_assert_cmpuint (count_all (lines, "here$", RT_FIND_REGEX, &n_blocks), ==, 50000);
  g_assert_cmpuint (count_all (lines, "\r", RT_FIND_CASE, &n_blocks), ==, 0);
  g_assert_cmpuint (count_all (lines, "here\ns", RT_FIND_CASE, &n_blocks), ==, 0);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/find-block/long-line", test_long_line);
  g_test_add_func ("/find-block/many-lines", test_many_lines);

  return g_test_run ();
}
