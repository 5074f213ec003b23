/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-line-walk.c: the pieces of lines, and parts of them. */

#include "config.h"

#include "json-line-walk.h"

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
  rt_json_line_index_publish (index);
  *limit = rt_json_scanner_get_position (scanner);

  return index;
}

static void
test_lines (void)
{
  static const char json[] = "{\"a\" : [ 1 ,{ }],\n\"bc\":\"x\"}";
  static const char * const expected[] = { "{", "  \"a\": [", "    1,", "    {}", "  ],",
                                           "  \"bc\": \"x\"", "}" };
  gsize length = strlen (json);
  g_autofree char *exact = g_memdup2 (json, length);
  guint64 limit;
  RtJsonLineIndex *index = index_text (exact, length, &limit);
  RtJsonLineWalk walk;
  RtJsonLine line;

  rt_json_line_walk_init (&walk, index, exact, limit, length,
                          rt_json_line_index_find_line (index, 0));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      gsize n = strlen (expected[i]);

      g_assert_true (rt_json_line_walk_next (&walk, &line));
      g_assert_cmpuint (line.length, ==, n);
      g_assert_cmpuint (walk.line, ==, i + 1);
      for (gsize from = 0; from <= n; from++)
        {
          g_autoptr (GString) out = g_string_new (NULL);
          g_autofree char *part = g_strndup (expected[i] + from, 3);

          rt_json_line_append (&line, from, 3, out);
          g_assert_cmpstr (out->str, ==, part);
        }
    }
  g_assert_false (rt_json_line_walk_next (&walk, &line));
  rt_json_line_index_free (index);
}

/* After the JSON: lines as they stand, from any mark. */
static void
test_rest (void)
{
  static const char text[] = "[1\n x\r\ny";
  static const char * const expected[] = { "[", "  1", " x", "y" };
  gsize length = strlen (text);
  g_autofree char *exact = g_memdup2 (text, length);
  RtJsonView view = { .text = exact, .has_flaw = TRUE };
  RtJsonLineIndex *index = index_text (exact, length, &view.limit);
  RtJsonLineWalk walk;
  RtJsonLine line;

  rt_json_line_index_take_rest (index, &view, 3, length);
  rt_json_line_index_publish (index);
  rt_json_line_walk_init (&walk, index, exact, 3, length, rt_json_line_index_find_line (index, 0));
  for (gsize i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GString) out = g_string_new (NULL);

      g_assert_true (rt_json_line_walk_next (&walk, &line));
      rt_json_line_append (&line, 0, G_MAXUINT64, out);
      g_assert_cmpstr (out->str, ==, expected[i]);
    }
  g_assert_false (rt_json_line_walk_next (&walk, &line));
  rt_json_line_index_free (index);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-line-walk/lines", test_lines);
  g_test_add_func ("/json-line-walk/rest", test_rest);

  return g_test_run ();
}
