/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-node-text.c: the same text as in one go, in small pieces, also of
 * tokens longer than a piece. */

#include "config.h"

#include "json-node-text.h"

#include "json-trees.h"

#define LONG 200000

static GString *
read_all (RtJsonTree       *tree,
          const RtJsonNode *node,
          RtJsonTextForm    form)
{
  g_autoptr (RtJsonNodeText) text = rt_json_node_text_new (tree, node, form);
  GString *all = g_string_new (NULL);
  gboolean more = TRUE;

  while (more)
    {
      gsize before = all->len;

      more = rt_json_node_text_read (text, all);
      g_assert_cmpuint (all->len - before, <, 2 * 64 * 1024);
    }
  g_assert_false (rt_json_node_text_read (text, all));

  return all;
}

static const struct
{
  const char *json;
  const char *value;
  gssize      length;
  const char *pretty;
} cases[] = {
  { "[1 , \"x\", {} ,{\"a\":null}]", "[1 , \"x\", {} ,{\"a\":null}]", -1,
    "[\n  1,\n  \"x\",\n  {},\n  {\n    \"a\": null\n  }\n]" },
  { "\"a\\u0000\\ud83d\\ude00\\n\"", "a\0\360\237\230\200\n", 7, "\"a\\u0000\\ud83d\\ude00\\n\"" },
  { "\"\"", "", 0, "\"\"" },
  { "1.10", "1.10", -1, "1.10" },
  { "{ }", "{ }", -1, "{}" },
};

static void
test_cases (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtJsonTree) tree = json_tree_of (cases[i].json, strlen (cases[i].json), FALSE);
      gsize length = cases[i].length < 0 ? strlen (cases[i].value) : (gsize) cases[i].length;
      g_autoptr (GString) value = NULL;
      g_autoptr (GString) pretty = NULL;
      RtJsonNode root;

      g_assert_true (rt_json_tree_get_root (tree, &root));
      value = read_all (tree, &root, RT_JSON_TEXT_VALUE);
      pretty = read_all (tree, &root, RT_JSON_TEXT_PRETTY);
      g_assert_cmpmem (value->str, value->len, cases[i].value, length);
      g_assert_cmpstr (pretty->str, ==, cases[i].pretty);
    }
  json_settle ();
}

/* Any text, against what lays it out as a whole. */
static void
test_random (void)
{
  for (int i = 0; i < 100; i++)
    {
      g_autoptr (GString) json = json_random (i % 6);
      g_autoptr (RtJsonTree) tree = json_tree_of (json->str, json->len, FALSE);
      g_auto (RtJsonFlaw) flaw = { 0 };
      g_autoptr (GString) expected = rt_json_pretty (json->str, json->len, FALSE, 0, NULL, &flaw);
      g_autoptr (GString) pretty = NULL;
      RtJsonNode root;

      g_assert_true (rt_json_tree_get_root (tree, &root));
      pretty = read_all (tree, &root, RT_JSON_TEXT_PRETTY);
      g_string_append_c (pretty, '\n');
      g_assert_cmpstr (pretty->str, ==, expected->str);
    }
  json_settle ();
}

/* Escapes and characters that lie anywhere over the ends of pieces. */
static void
test_long (void)
{
  g_autoptr (GString) json = g_string_new ("\"");
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autoptr (GString) value = NULL;
  g_autoptr (GString) pretty = NULL;
  g_autoptr (RtJsonTree) tree = NULL;
  RtJsonNode root;

  while (expected->len < LONG)
    {
      g_string_append (json, "\\ud83d\\ude00x\303\251\\\\\\n");
      g_string_append (expected, "\360\237\230\200x\303\251\\\n");
    }
  g_string_append_c (json, '"');
  tree = json_tree_of (json->str, json->len, FALSE);
  g_assert_true (rt_json_tree_get_root (tree, &root));
  value = read_all (tree, &root, RT_JSON_TEXT_VALUE);
  g_assert_cmpmem (value->str, value->len, expected->str, expected->len);
  pretty = read_all (tree, &root, RT_JSON_TEXT_PRETTY);
  g_assert_cmpmem (pretty->str, pretty->len, json->str, json->len);
  json_settle ();
}

/* A value that has no end yet is given as far as it was when it was chosen. */
static void
test_unfinished (void)
{
  g_autoptr (RtDecodedText) text = json_text_new ();
  g_autoptr (RtJsonTree) tree = rt_json_tree_new (text, FALSE);
  g_autoptr (GString) pretty = NULL;
  RtJsonNode root;

  json_text_extend (text, "[1,2,", 5, FALSE);
  while (!rt_json_tree_get_root (tree, &root) || rt_json_tree_count (tree, &root) < 2)
    g_main_context_iteration (NULL, TRUE);
  json_text_extend (text, "[1,2,3]", 7, TRUE);
  while (!rt_json_tree_is_complete (tree))
    g_main_context_iteration (NULL, TRUE);
  pretty = read_all (tree, &root, RT_JSON_TEXT_PRETTY);
  g_assert_true (g_str_has_prefix (pretty->str, "[\n  1,\n  2"));
  g_assert_null (strchr (pretty->str, '3'));
  json_settle ();
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-node-text/cases", test_cases);
  g_test_add_func ("/json-node-text/random", test_random);
  g_test_add_func ("/json-node-text/long", test_long);
  g_test_add_func ("/json-node-text/unfinished", test_unfinished);

  return g_test_run ();
}
