/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The index finds each line, and stays small. */

#include "config.h"

#include "line-index.h"

#include "naive-lines.h"

static void
scan (RtLineIndex   *index,
      const GString *text,
      gsize          piece)
{
  rt_line_index_init (index);
  for (gsize n = 0; n < text->len;)
    {
      g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (RtLineMark));
      RtLineScan state = index->scan;
      g_autofree char *exact = NULL;

      n = MIN (n + piece, text->len);
      exact = g_memdup2 (text->str, n);
      rt_line_scan (&state, exact, n, marks);
      rt_line_index_add (index, &state, marks);
    }
}

static void
check_line (const RtLineIndex *index,
            const GString     *text,
            guint64            line,
            GBytes            *expected,
            guint64           *start)
{
  RtLineGroup group;
  RtLineSpan span;

  rt_line_index_find_line (index, line, &group);
  g_assert_cmpuint (group.first.line, <=, line);
  g_assert_cmpuint (group.next.line, >, line);
  g_assert_cmpuint (group.next.line - group.first.line, <=, RT_LINE_INDEX_LINES);
  rt_line_group_get_span (&group, text->str, line, &span);
  g_assert_cmpuint (span.start, ==, *start);
  g_assert_cmpuint (span.start - group.first.offset, <=, RT_LINE_INDEX_BYTES);
  g_assert_cmpmem (text->str + span.start, span.end - span.start,
                   g_bytes_get_data (expected, NULL), g_bytes_get_size (expected));
  *start = span.next;
}

static void
check (const GString *text,
       gsize          piece)
{
  g_autoptr (GPtrArray) lines = naive_lines (text->str, text->len);
  RtLineIndex index;
  guint64 start = 0;
  guint64 longest = 0;

  scan (&index, text, piece);
  g_assert_cmpuint (index.scan.n_bytes, ==, text->len);
  for (guint i = 0; i < lines->len; i++)
    {
      check_line (&index, text, i, lines->pdata[i], &start);
      longest = MAX (longest, g_bytes_get_size (lines->pdata[i]));
    }
  g_assert_cmpuint (start, ==, text->len);
  if (text->len > 0 && text->str[text->len - 1] == '\n')
    g_assert_cmpuint (index.scan.longest, ==, longest);
  rt_line_index_clear (&index);
}

static void
test_table (void)
{
  static const char *const texts[] = { "", "\n", "a", "a\n", "a\r\n", "\r\n", "\r", "a\rb\n",
                                       "a\n\nb", "\n\n\n", "a\r\r\nb\r\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (gsize piece = 1; piece < 4; piece++)
      {
        g_autoptr (GString) text = g_string_new (texts[i]);

        check (text, piece);
      }
}

/* From lines of nothing to lines longer than a mark spans. */
static void
test_random (void)
{
  for (int i = 0; i < 60; i++)
    {
      g_autoptr (GString) text = naive_random_text (i % 2 ? "\n\ra" : "\nabcdefghijkl", 3000);

      for (int j = i % 4; j > 0; j--)
        {
          gsize length = g_test_rand_int_range (1, 3 * RT_LINE_INDEX_BYTES);
          g_autofree char *filling = g_strnfill (length, 'x');

          g_string_insert (text, g_test_rand_int_range (0, text->len), filling);
        }
      check (text, i % 3 ? text->len : 30001);
    }
}

/* Nothing but line ends: the index is a fifth of the text at most. */
static void
test_empty_lines (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  RtLineIndex index;

  for (int i = 0; i < 1000000; i++)
    g_string_append_c (text, '\n');
  scan (&index, text, 100000);
  g_assert_cmpuint (index.scan.open.line, ==, 1000000);
  g_assert_cmpuint (index.marks->len * sizeof (RtLineMark), <=, text->len / 5);
  rt_line_index_clear (&index);
}

static void
test_mark (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  RtLineIndex index;
  RtLineMark mark;

  for (int i = 0; i < 1000; i++)
    g_string_append (text, "ab\n");
  scan (&index, text, text->len);
  g_assert_false (rt_line_index_find_mark (&index, RT_LINE_INDEX_LINES - 1, 3000, &mark));
  g_assert_false (rt_line_index_find_mark (&index, 1000, 3 * RT_LINE_INDEX_LINES - 1, &mark));
  g_assert_true (rt_line_index_find_mark (&index, 2 * RT_LINE_INDEX_LINES, 3000, &mark));
  g_assert_cmpuint (mark.line, ==, 2 * RT_LINE_INDEX_LINES);
  g_assert_cmpuint (mark.offset, ==, 3 * 2 * RT_LINE_INDEX_LINES);
  rt_line_index_clear (&index);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/line-index/table", test_table);
  g_test_add_func ("/line-index/random", test_random);
  g_test_add_func ("/line-index/empty-lines", test_empty_lines);
  g_test_add_func ("/line-index/mark", test_mark);

  return g_test_run ();
}
