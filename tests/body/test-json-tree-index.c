/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-tree-index.c: what is noted and what is not. */

#include "config.h"

#include "json-tree-index.h"

#include <string.h>

/* The tokens of a text that may not be whole. */
static void
index_text (RtJsonTreeIndex *index,
            const char      *json,
            gsize            length)
{
  g_autoptr (RtJsonScanner) scanner = rt_json_scanner_new (FALSE);
  RtJsonToken tokens[16];
  RtJsonScan scan;
  gsize n;

  do
    {
      scan = rt_json_scanner_read (scanner, json, length, FALSE, tokens, 16, &n);
      rt_json_tree_index_take_tokens (index, tokens, n);
    }
  while (scan == RT_JSON_SCAN_FULL);
}

static void
test_notes (void)
{
  RtJsonTreeIndex *index = rt_json_tree_index_new ();
  g_autoptr (GString) json = g_string_new ("[[1,2],{\"k\":[");
  RtJsonContainer container;
  const RtJsonChildMark *marks;
  guint64 list = json->len - 1;
  guint64 end;

  for (int i = 0; i < 10000; i++)
    g_string_append (json, i > 0 ? ",5" : "5");
  g_string_append_c (json, ']');
  end = json->len;
  g_string_append (json, "},3");
  index_text (index, json->str, json->len);
  g_assert_false (rt_json_tree_index_find (index, 1, &container, &marks));
  g_assert_true (rt_json_tree_index_find (index, list, &container, &marks));
  g_assert_cmpuint (container.start, ==, list);
  g_assert_cmpuint (container.end, ==, end);
  g_assert_cmpuint (container.count, ==, 10000);
  g_assert_cmpuint (container.n_marks, >, 3);
  for (guint64 i = 0; i < container.n_marks; i++)
    g_assert_cmpuint (marks[i].offset, ==, list + 1 + 2 * marks[i].index);
  /* The one that is open, and the list of documents. */
  g_assert_true (rt_json_tree_index_find (index, 0, &container, &marks));
  g_assert_cmpuint (container.end, ==, G_MAXUINT64);
  g_assert_true (rt_json_tree_index_find (index, G_MAXUINT64, &container, &marks));
  g_assert_cmpuint (container.count, ==, 1);
  g_assert_cmpuint (rt_json_tree_index_get_size (index), <, 4000);
  rt_json_tree_index_free (index);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-tree-index/notes", test_notes);

  return g_test_run ();
}
