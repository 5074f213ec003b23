/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-tree-path.c: normalized paths and pointers. */

#include "config.h"

#include "json-tree.h"

#include "json-texts.h"

static RtJsonTree *
whole (const char *json,
       gboolean    several)
{
  g_autoptr (RtDecodedText) text = json_text_new ();
  RtJsonTree *tree = rt_json_tree_new (text, several);

  json_text_extend (text, json, strlen (json), TRUE);
  while (!rt_json_tree_is_complete (tree))
    g_main_context_iteration (NULL, TRUE);

  return tree;
}

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
      g_autoptr (RtJsonTree) tree = whole (cases[i].json, cases[i].several);
      g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (RtJsonNode));
      g_autofree char *path = NULL;
      g_autofree char *pointer = NULL;
      const RtJsonNode *node;

      g_test_message ("%s", cases[i].json);
      g_assert_true (rt_json_tree_locate (tree, cases[i].offset, chain));
      node = &g_array_index (chain, RtJsonNode, chain->len - 1);
      path = rt_json_tree_dup_path (tree, node);
      pointer = rt_json_tree_dup_pointer (tree, node);
      g_assert_cmpstr (path, ==, cases[i].path);
      g_assert_cmpstr (pointer, ==, cases[i].pointer);
    }
  json_settle ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-tree-path/cases", test_cases);

  return g_test_run ();
}
