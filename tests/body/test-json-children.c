/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-children.c: children by number and by place, steps into them. */

#include "config.h"

#include "json-children.h"

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

static const char text[] = "{\"a\":[1,[2,3],{}],\"b\":\"x\",\"c\":null,\"d\":-1,\"e\":true}";

static void
test_all (void)
{
  static const RtJsonKind kinds[] = { RT_JSON_ARRAY, RT_JSON_STRING, RT_JSON_NULL,
                                      RT_JSON_NUMBER, RT_JSON_TRUE };
  RtJsonTreeIndex *index = rt_json_tree_index_new ();
  gsize length = strlen (text);
  g_autofree char *exact = g_memdup2 (text, length);
  RtJsonChildren walk, inner;
  RtJsonNode list, root, child, item;

  index_text (index, exact, length);
  rt_json_children_root (index, &list);
  g_assert_cmpuint (rt_json_children_count (index, exact, &list), ==, 1);
  rt_json_children_init (&walk, index, exact, &list, 0, G_MAXUINT64);
  g_assert_true (rt_json_children_next (&walk, &root));
  g_assert_cmpuint (root.end, ==, length);
  g_assert_false (root.unfinished);
  g_assert_cmpuint (rt_json_children_count (index, exact, &root), ==, 5);
  rt_json_children_init (&walk, index, exact, &root, 0, G_MAXUINT64);
  for (guint i = 0; i < 5; i++)
    {
      g_assert_true (rt_json_children_next (&walk, &child));
      g_assert_cmpuint (child.index, ==, i);
      g_assert_cmpint (child.kind, ==, kinds[i]);
      g_assert_cmpint (exact[child.key + 1], ==, 'a' + (int) i);
    }
  g_assert_false (rt_json_children_next (&walk, &child));

  /* Into the first, and past it. */
  rt_json_children_init (&walk, index, exact, &root, 0, G_MAXUINT64);
  g_assert_true (rt_json_children_step (&walk, &child));
  g_assert_cmpuint (child.end, ==, 0);
  rt_json_children_init (&inner, index, exact, &child, 0, G_MAXUINT64);
  while (rt_json_children_next (&inner, &item))
    ;
  g_assert_cmpuint (inner.next, ==, 3);
  rt_json_children_pass (&walk, &inner);
  g_assert_true (rt_json_children_next (&walk, &child));
  g_assert_cmpint (child.kind, ==, RT_JSON_STRING);
  g_assert_cmpuint (rt_json_children_count (index, exact, &child), ==, 0);
  rt_json_tree_index_free (index);
}

static void
test_unfinished (void)
{
  RtJsonTreeIndex *index = rt_json_tree_index_new ();
  RtJsonChildren walk;
  RtJsonNode list, root;

  index_text (index, text, 8);
  rt_json_children_root (index, &list);
  rt_json_children_init (&walk, index, text, &list, 0, G_MAXUINT64);
  g_assert_true (rt_json_children_next (&walk, &root));
  g_assert_true (root.unfinished);
  rt_json_tree_index_free (index);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-children/all", test_all);
  g_test_add_func ("/json-children/unfinished", test_unfinished);

  return g_test_run ();
}
