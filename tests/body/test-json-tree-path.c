/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-tree-path.c: normalized paths and pointers. */

#include "config.h"

#include "json-tree.h"

#include "json-trees.h"

static const struct
{
  const char *json;
  guint64     offset; /* in the node that is meant */
  gboolean    several;
  const char *path;
  const char *pointer;
} cases[] = {
  { "5", 0, FALSE, "$", "" },
  { "[0,[7]]", 4, FALSE, "$[1][0]", "/1/0" },
  { "{\"\":1}", 4, FALSE, "$['']", "/" },
  { "{\"a'b\":1}", 7, FALSE, "$['a\\'b']", "/a'b" },
  { "{\"\\\\\":1}", 6, FALSE, "$['\\\\']", "/\\" },
  { "{\"~/\":1}", 6, FALSE, "$['~/']", "/~0~1" },
  { "{\"\\t\":1}", 6, FALSE, "$['\\t']", "/\t" },
  { "{\"\\u0000\\u000b\":1}", 16, FALSE, "$['\\u0000\\u000b']", "/\342\220\200\v" },
  { "{\"\\ud83d\\ude00\":1}", 16, FALSE, "$['\360\237\230\200']", "/\360\237\230\200" },
  { "1\n{\"a\":[2]}", 8, TRUE, "$['a'][0]", "/a/0" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtJsonTree) tree = json_tree_of (cases[i].json, -1, cases[i].several);
      g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (RtJsonNode));
      g_autofree char *path = NULL;
      g_autofree char *pointer = NULL;
      g_autofree char *label = NULL;
      const RtJsonNode *node;

      g_test_message ("%s", cases[i].json);
      g_assert_true (rt_json_tree_locate (tree, cases[i].offset, chain));
      node = &g_array_index (chain, RtJsonNode, chain->len - 1);
      path = rt_json_tree_dup_path (tree, node);
      pointer = rt_json_tree_dup_pointer (tree, node);
      g_assert_cmpstr (path, ==, cases[i].path);
      g_assert_cmpstr (pointer, ==, cases[i].pointer);
      label = rt_json_tree_dup_short_path (tree, node, 100);
      g_assert_cmpstr (label, ==, cases[i].path);
    }
  json_settle ();
}

static const struct
{
  const char *json;
  guint64     offset;
  gsize       max;
  const char *path;
} labels[] = {
  { "[[[[7]]]]", 4, 1, "…[0]" },
  { "[[[[7]]]]", 4, 4, "…[0][0]" },
  { "[[[[7]]]]", 4, 10, "$[0][0][0][0]" },
  { "{\"abcdef\":[7]}", 11, 3, "…[0]" },
  { "{\"abcdef\":[7]}", 11, 4, "$['abcd…'][0]" },
  { "{\"ab\\u00e9f\":7}", 13, 4, "$['ab…']" },
};

/* The end of a path, and the beginning of a key, whatever their lengths. */
static void
test_labels (void)
{
  g_autoptr (GString) deep = g_string_new (NULL);
  g_autoptr (RtJsonTree) deep_tree = NULL;
  g_autoptr (GArray) deep_chain = g_array_new (FALSE, FALSE, sizeof (RtJsonNode));
  g_autofree char *label = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (labels); i++)
    {
      g_autoptr (RtJsonTree) tree = json_tree_of (labels[i].json, -1, FALSE);
      g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (RtJsonNode));
      g_autofree char *path = NULL;

      g_assert_true (rt_json_tree_locate (tree, labels[i].offset, chain));
      path = rt_json_tree_dup_short_path (tree,
                                          &g_array_index (chain, RtJsonNode, chain->len - 1),
                                          labels[i].max);
      g_assert_cmpstr (path, ==, labels[i].path);
    }
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  deep_tree = json_tree_of (deep->str, -1, FALSE);
  g_assert_true (rt_json_tree_locate (deep_tree, deep->len - 1, deep_chain));
  label = rt_json_tree_dup_short_path (
    deep_tree, &g_array_index (deep_chain, RtJsonNode, deep_chain->len - 1), 30);
  g_assert_cmpstr (label, ==, "…[0][0][0][0][0][0][0][0][0][0]");
  json_settle ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-tree-path/cases", test_cases);
  g_test_add_func ("/json-tree-path/labels", test_labels);

  return g_test_run ();
}
