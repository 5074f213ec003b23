/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-tree-text.c: what a node says, by the letter and decoded. */

#include "config.h"

#include "json-tree.h"

#include "json-trees.h"

static void
test_text (void)
{
  g_autoptr (RtJsonTree) tree = json_tree_of ("{\"\\u0061\":[1.0, \"\\n\303\251\"]}", -1, FALSE);
  RtJsonNode root, list, items[2];
  g_autoptr (GString) out = g_string_new (NULL);
  g_autoptr (GString) key = NULL;

  g_assert_true (rt_json_tree_get_root (tree, &root));
  g_assert_null (rt_json_tree_dup_key (tree, &root));
  g_assert_cmpuint (rt_json_tree_get_children (tree, &root, 0, 1, &list), ==, 1);
  g_assert_cmpuint (rt_json_tree_get_children (tree, &list, 0, 2, items), ==, 2);
  key = rt_json_tree_dup_key (tree, &list);
  g_assert_cmpstr (key->str, ==, "a");
  rt_json_tree_append_key (tree, &list, 3, out);
  rt_json_tree_append_key (tree, &items[0], 0, out);
  g_assert_cmpstr (out->str, ==, "\\u0");
  g_string_truncate (out, 0);
  rt_json_tree_append_source (tree, &list, 0, out);
  g_assert_cmpstr (out->str, ==, "[1.0, \"\\n\303\251\"]");
  json_settle ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-tree-text/text", test_text);

  return g_test_run ();
}
