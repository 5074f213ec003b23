/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-line-index.c: how many lines, how far apart the marks are. */

#include "config.h"

#include "json-line-index.h"

#include <string.h>

static RtJsonLineIndex *
index_text (const char *json,
            gsize       length,
            guint64    *limit)
{
  g_autoptr (RtJsonScanner) scanner = rt_json_scanner_new (FALSE);
  RtJsonLineIndex *index = rt_json_line_index_new ();
  RtJsonToken tokens[16];
  RtJsonScan scan;
  gsize n;

  do
    {
      scan = rt_json_scanner_read (scanner, json, length, TRUE, tokens, 16, &n);
      rt_json_line_index_take_tokens (index, tokens, n);
    }
  while (scan == RT_JSON_SCAN_FULL);
  /* Nothing is seen of it before. */
  g_assert_cmpuint (index->scan.n_lines, ==, 0);
  g_assert_cmpuint (index->tables.marks->len, ==, 0);
  rt_json_line_index_publish (index);
  *limit = rt_json_scanner_get_position (scanner);

  return index;
}

static void
test_marks (void)
{
  g_autoptr (GString) json = g_string_new ("[");
  RtJsonLineIndex *index;
  guint64 limit;

  for (int i = 0; i < 20000; i++)
    g_string_append_printf (json, "%s\"%05d\"", i > 0 ? "," : "", i);
  g_string_append_c (json, ']');
  index = index_text (json->str, json->len, &limit);
  g_assert_cmpuint (index->scan.n_lines, ==, 20002);
  g_assert_cmpuint (index->scan.longest, ==, 2 + 7 + 1);
  g_assert_cmpuint (index->tables.marks->len, >, 50);
  for (guint i = 1; i < index->tables.marks->len; i++)
    {
      const RtJsonMark *mark = &g_array_index (index->tables.marks, RtJsonMark, i);

      g_assert_cmpuint (mark->offset, ==, 1 + 8 * (mark->line - 1));
      g_assert_cmpuint (mark->depth, ==, 1);
      /* 256 lines, and 2 KiB. */
      g_assert_cmpuint (mark->line - mark[-1].line, <=, 257);
      g_assert_true (rt_json_line_index_find_line (index, mark->line) == mark);
      g_assert_true (rt_json_line_index_find_line (index, mark->line - 1) == mark - 1);
    }
  g_assert_cmpuint (rt_json_line_index_get_size (index), <, json->len / 20);
  rt_json_line_index_free (index);
}

static void
test_rest (void)
{
  const char *text = "[1,\n??\r\nlonger line\nlast";
  RtJsonView view = { .text = text, .has_flaw = TRUE };
  RtJsonLineIndex *index = index_text (text, strlen (text), &view.limit);

  g_assert_cmpuint (view.limit, ==, 4);
  rt_json_line_index_take_rest (index, &view, 4, 10);
  rt_json_line_index_publish (index);
  g_assert_cmpuint (index->scan.n_rest, ==, 1);
  rt_json_line_index_take_rest (index, &view, 10, strlen (text));
  rt_json_line_index_publish (index);
  g_assert_cmpuint (index->scan.n_lines, ==, 2);
  g_assert_cmpuint (index->scan.rest, ==, 4);
  g_assert_cmpuint (index->scan.n_rest, ==, 2);
  g_assert_cmpuint (index->scan.rest_line, ==, 20);
  g_assert_cmpuint (index->scan.longest, ==, 11);
  rt_json_line_index_free (index);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-line-index/marks", test_marks);
  g_test_add_func ("/json-line-index/rest", test_rest);

  return g_test_run ();
}
