/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-path-values.c: what is equal, less, and of which kind. */

#include "config.h"

#include "json-path-values.h"

#include "json-trees.h"
#include "json-tree-read.h"

/* Of the array [left, right]; '-' for those that cannot be ordered. */
static const struct
{
  const char *json;
  gboolean    equal;
  char        order;
} cases[] = {
  { "[1,1.0]", TRUE, '=' },
  { "[1,2]", FALSE, '<' },
  { "[-1e2,-100]", TRUE, '=' },
  { "[\"a\",\"b\"]", FALSE, '<' },
  { "[\"b\",\"ab\"]", FALSE, '>' },
  { "[\"a\",\"aa\"]", FALSE, '<' },
  { "[\"\\u0061\",\"a\"]", TRUE, '=' },
  { "[1,\"1\"]", FALSE, '-' },
  { "[null,null]", TRUE, '=' },
  { "[true,false]", FALSE, '-' },
  { "[[1,{\"a\":2,\"b\":3}],[1.0,{\"b\":3,\"a\":2}]]", TRUE, '=' },
  { "[[1,2],[2,1]]", FALSE, '-' },
  { "[{\"a\":1},{\"b\":1}]", FALSE, '-' },
};

static void
test_compare (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtJsonTree) tree = json_tree_of (cases[i].json, -1, FALSE);
      g_auto (RtPathValue) a = { 0 };
      g_auto (RtPathValue) b = { 0 };
      RtJsonNode root, nodes[2];
      RtJsonTreeIndex *index;
      RtJsonSource source;
      char order = cases[i].order;

      g_test_message ("%s", cases[i].json);
      g_assert_true (rt_json_tree_get_root (tree, &root));
      g_assert_cmpuint (rt_json_tree_get_children (tree, &root, 0, 2, nodes), ==, 2);
      index = rt_json_tree_begin (tree, &source);
      rt_path_value_set_node (&a, source.text, &nodes[0]);
      rt_path_value_set_node (&b, source.text, &nodes[1]);
#define IS(op) rt_path_value_compare (index, source.text, &a, RT_PATH_##op, &b)
      g_assert_cmpint (IS (EQUAL), ==, cases[i].equal);
      g_assert_cmpint (IS (NOT_EQUAL), ==, !cases[i].equal);
      g_assert_cmpint (IS (LESS), ==, order == '<');
      g_assert_cmpint (IS (GREATER), ==, order == '>');
      g_assert_cmpint (IS (LESS_OR_EQUAL), ==, order == '<' || order == '=');
      g_assert_cmpint (IS (GREATER_OR_EQUAL), ==, order == '>' || order == '=');
#undef IS
      rt_json_tree_end (tree);
    }
  json_settle ();
}

/* Nothing is equal to nothing only. */
static void
test_nothing (void)
{
  RtPathValue none = { 0 };
  RtPathValue null = { .exists = TRUE, .kind = RT_JSON_NULL };

  g_assert_true (rt_path_value_compare (NULL, "", &none, RT_PATH_EQUAL, &none));
  g_assert_true (rt_path_value_compare (NULL, "", &none, RT_PATH_LESS_OR_EQUAL, &none));
  g_assert_false (rt_path_value_compare (NULL, "", &none, RT_PATH_EQUAL, &null));
  g_assert_false (rt_path_value_compare (NULL, "", &none, RT_PATH_LESS, &null));
}

static void
test_key (void)
{
  static const char text[] = "\"\\u0061b\"";
  RtJsonNode node = { .key_length = sizeof text - 1 };
  RtJsonNode without = { 0 };
  g_autoptr (GString) ab = g_string_new ("ab");
  g_autoptr (GString) a = g_string_new ("a");

  g_assert_true (rt_path_key_is (text, &node, ab));
  g_assert_false (rt_path_key_is (text, &node, a));
  g_assert_false (rt_path_key_is (text, &without, a));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-path-values/compare", test_compare);
  g_test_add_func ("/json-path-values/nothing", test_nothing);
  g_test_add_func ("/json-path-values/key", test_key);

  return g_test_run ();
}
