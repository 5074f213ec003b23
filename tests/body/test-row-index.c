/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows to lines and back, as by counting; while lines grow and columns change. */

#include "config.h"

#include "row-index.h"

#include "naive-lines.h"

static guint64
naive_rows (RtLines *lines,
            guint64  line,
            guint    columns)
{
  guint64 length = rt_lines_get_length (lines, line);

  return MAX (1, (length + columns - 1) / columns);
}

static void
wait_for_all (RtRowIndex *rows)
{
  while (!rt_row_index_is_complete (rows))
    g_main_context_iteration (NULL, TRUE);
}

/* There and back, with nothing counted between the two. */
static void
check_row (RtRowIndex *rows,
           RtLines    *lines,
           guint64     row)
{
  guint64 n;
  guint64 line;
  guint64 row_in_line;
  guint64 back;

  do
    {
      n = rt_row_index_get_n_rows (rows);
      rt_row_index_to_line (rows, row, &line, &row_in_line);
      back = rt_row_index_to_row (rows, line) + row_in_line;
    }
  while (rt_row_index_get_n_rows (rows) != n);
  g_assert_cmpuint (line, <, rt_lines_get_n_lines (lines));
  g_assert_cmpuint (back, ==, row);
}

/* Holds whatever was counted so far. */
static void
check_round_trip (RtRowIndex *rows,
                  RtLines    *lines)
{
  guint64 n_lines = rt_lines_get_n_lines (lines);
  guint64 n = rt_row_index_get_n_rows (rows);

  g_assert_cmpuint (n, >=, n_lines);
  for (guint64 row = 0; row < n; row += 1 + n / 200)
    check_row (rows, lines, row);
}

static void
check (RtRowIndex *rows,
       RtLines    *lines)
{
  guint columns = rt_row_index_get_columns (rows);
  guint64 n_lines;
  guint64 row = 0;
  guint64 line;
  guint64 row_in_line;

  wait_for_all (rows);
  n_lines = rt_lines_get_n_lines (lines);
  for (guint64 i = 0; i < n_lines; i++)
    {
      guint64 n = naive_rows (lines, i, columns);

      g_assert_cmpuint (rt_row_index_to_row (rows, i), ==, row);
      for (guint64 j = 0; j < n; j += n / 3 + 1)
        {
          rt_row_index_to_line (rows, row + j, &line, &row_in_line);
          g_assert_cmpuint (line, ==, i);
          g_assert_cmpuint (row_in_line, ==, j);
        }
      row += n;
    }
  g_assert_cmpuint (rt_row_index_get_n_rows (rows), ==, row);
  g_assert_cmpuint (rt_row_index_to_row (rows, n_lines), ==, row);
  g_assert_cmpuint (rt_row_index_to_row (rows, G_MAXUINT64), ==, row);
  rt_row_index_to_line (rows, row + 5, &line, NULL);
  g_assert_cmpuint (line, ==, n_lines > 0 ? n_lines - 1 : 0);
  check_round_trip (rows, lines);
}

static void
test_table (void)
{
  static const char *const texts[] = { "", "\n", "a", "abc\nabcd\n\nabcdefg", "\n\n\n",
                                       "abcdefghijklmnop" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    for (guint columns = 1; columns < 6; columns++)
      {
        g_autoptr (RtLines) lines = naive_raw_lines (texts[i], strlen (texts[i]));
        g_autoptr (RtRowIndex) rows = rt_row_index_new (lines, columns);

        check (rows, lines);
      }
}

static void
test_random (void)
{
  g_autoptr (GString) text = naive_random_text ("\nabcdefghij\r", 40000);
  g_autofree char *filling = g_strnfill (500000, 'x');
  g_autoptr (RtLines) lines = NULL;
  g_autoptr (RtRowIndex) rows = NULL;

  g_string_insert (text, 20000, filling);
  lines = naive_raw_lines (text->str, text->len);
  rows = rt_row_index_new (lines, 7);
  check (rows, lines);
  /* Other columns, also before the first were through. */
  rt_row_index_set_columns (rows, 3);
  rt_row_index_set_columns (rows, 1000);
  rt_row_index_set_columns (rows, 4);
  check_round_trip (rows, lines);
  check (rows, lines);
}

static void
test_grow (void)
{
  g_autoptr (GString) text = naive_random_text ("\nabcdefghij", 300000);
  g_autoptr (RtDecodedText) decoded = rt_decoded_text_new (naive_utf8 ());
  g_autoptr (RtLines) lines = rt_raw_lines_new (decoded);
  g_autoptr (RtRowIndex) rows = rt_row_index_new (lines, 5);

  g_assert_cmpuint (rt_row_index_get_n_rows (rows), ==, 0);
  for (gsize n = 0; n < text->len;)
    {
      g_autoptr (GBytes) bytes = NULL;

      n = MIN (n + 30000, text->len);
      bytes = g_bytes_new_take (g_memdup2 (text->str, n), n);
      rt_decoded_text_extend (decoded, bytes, n == text->len);
      check_round_trip (rows, lines);
      g_main_context_iteration (NULL, FALSE);
      g_assert_true (n == text->len || !rt_row_index_is_complete (rows));
    }
  check (rows, lines);
}

/* The line that is all there is counts by its length while it grows. */
static void
test_one_line (void)
{
  g_autoptr (RtDecodedText) decoded = rt_decoded_text_new (naive_utf8 ());
  g_autoptr (RtLines) lines = rt_raw_lines_new (decoded);
  g_autoptr (RtRowIndex) rows = rt_row_index_new (lines, 10);
  g_autofree char *text = g_strnfill (100, 'x');
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, 95);
  g_autoptr (GBytes) all = g_bytes_new_static (text, 100);
  guint64 line;
  guint64 row_in_line;

  rt_decoded_text_extend (decoded, bytes, FALSE);
  g_assert_cmpuint (rt_row_index_get_n_rows (rows), ==, 10);
  rt_row_index_to_line (rows, 7, &line, &row_in_line);
  g_assert_cmpuint (line, ==, 0);
  g_assert_cmpuint (row_in_line, ==, 7);
  rt_decoded_text_extend (decoded, all, TRUE);
  check (rows, lines);
}

static void
test_dispose (void)
{
  g_autoptr (GString) text = naive_random_text ("\nab", 1000000);
  g_autoptr (RtLines) lines = naive_raw_lines (text->str, text->len);

  for (int i = 0; i < 20; i++)
    {
      RtRowIndex *rows = rt_row_index_new (lines, 1);

      g_assert_finalize_object (rows);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/row-index/table", test_table);
  g_test_add_func ("/row-index/random", test_random);
  g_test_add_func ("/row-index/grow", test_grow);
  g_test_add_func ("/row-index/one-line", test_one_line);
  g_test_add_func ("/row-index/dispose", test_dispose);

  return g_test_run ();
}
