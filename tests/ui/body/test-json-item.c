/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-item.c: what a row of the tree says. */

#include "config.h"

#include "json-item.h"

#include "contents.h"

#include <string.h>

/* The texts of the children of the root, "label|value|facts". */
static void
assert_children (const char *text,
                 const char *first,
                 ...)
{
  g_autoptr (RtJsonTree) tree = rt_test_tree_new (text);
  g_autoptr (RtJsonItem) item = NULL;
  g_autoptr (GListModel) children = NULL;
  RtJsonNode root;
  guint i = 0;
  va_list args;

  g_assert_true (rt_json_tree_get_root (tree, &root));
  item = rt_json_item_new (tree, &root);
  children = rt_json_item_make_children (item);
  va_start (args, first);
  for (const char *expected = first; expected != NULL; expected = va_arg (args, const char *))
    {
      g_autoptr (RtJsonItem) child = g_list_model_get_item (children, i++);
      g_autofree char *label = rt_json_item_dup_label (child);
      g_autofree char *value = rt_json_item_dup_value (child);
      g_autofree char *facts = rt_json_item_dup_facts (child);
      g_autofree char *all = g_strjoin ("|", label, value, facts, NULL);

      g_assert_cmpstr (all, ==, expected);
    }
  va_end (args);
  g_assert_cmpuint (g_list_model_get_n_items (children), ==, i);
}

static void
test_texts (void)
{
  assert_children (" {\"a\":1.10,\"a\":\"x\\n\",\"\":null,\"o\":{\"b\":1},\"e\":[]} ",
                   "a|1.10|", "a|\"x\\n\"|", "\"\"|null|", "o||{ } 1 member", "e||[ ] 0 items",
                   NULL);
  assert_children ("[true,[1,2],-0]", "[0]|true|", "[1]||[ ] 2 items", "[2]|-0|", NULL);
}

static void
test_root (void)
{
  g_autoptr (RtJsonTree) tree = rt_test_tree_new ("\n 18446744073709551616");
  g_autoptr (RtJsonItem) item = NULL;
  g_autoptr (RtJsonItem) found = NULL;
  g_autofree char *label = NULL;
  g_autofree char *value = NULL;
  g_autofree char *path = NULL;
  RtJsonNode root;

  g_assert_true (rt_json_tree_get_root (tree, &root));
  item = rt_json_item_new (tree, &root);
  found = rt_json_item_new_found (tree, &root);
  label = rt_json_item_dup_label (item);
  value = rt_json_item_dup_value (item);
  path = rt_json_item_dup_label (found);
  g_assert_cmpstr (label, ==, "");
  g_assert_cmpstr (value, ==, "18446744073709551616");
  g_assert_cmpstr (path, ==, "$");
  g_assert_null (rt_json_item_make_children (item));
  g_assert_cmpstr (rt_json_item_get_kind_word (item), ==, "number");
}

/* Long texts are cut, and never within a character. */
static void
test_long (void)
{
  g_autoptr (GString) text = g_string_new ("[\"");
  g_autoptr (RtJsonTree) tree = NULL;
  g_autoptr (RtJsonItem) item = NULL;
  g_autofree char *value = NULL;
  RtJsonNode root;
  RtJsonNode node;

  for (int i = 0; i < 1000; i++)
    g_string_append (text, "é");
  g_string_append (text, "\"]");
  tree = rt_test_tree_new (text->str);
  g_assert_true (rt_json_tree_get_root (tree, &root));
  g_assert_cmpuint (rt_json_tree_get_children (tree, &root, 0, 1, &node), ==, 1);
  item = rt_json_item_new (tree, &node);
  value = rt_json_item_dup_value (item);
  g_assert_cmpuint (strlen (value), <, 500);
  g_assert_true (g_str_has_suffix (value, "é…"));
}

static void
test_page (void)
{
  g_autoptr (RtJsonTree) tree = rt_test_tree_new ("[1,2,3,4]");
  g_autoptr (RtJsonItem) page = NULL;
  g_autoptr (GListModel) children = NULL;
  g_autoptr (RtJsonItem) first = NULL;
  g_autofree char *label = NULL;
  g_autofree char *value = NULL;
  RtJsonNode root;

  g_assert_true (rt_json_tree_get_root (tree, &root));
  page = rt_json_item_new_page (tree, &root, 1, 2);
  g_assert_true (rt_json_item_is_page (page));
  label = rt_json_item_dup_label (page);
  g_assert_cmpstr (label, ==, "[1 … 2]");
  children = rt_json_item_make_children (page);
  g_assert_cmpuint (g_list_model_get_n_items (children), ==, 2);
  first = g_list_model_get_item (children, 0);
  value = rt_json_item_dup_value (first);
  g_assert_cmpstr (value, ==, "2");
}

static void
assert_facts (RtJsonItem *item,
              const char *expected)
{
  g_autofree char *facts = rt_json_item_dup_facts (item);

  g_assert_cmpstr (facts, ==, expected);
}

/* What has no end yet may still get one. */
static void
test_arriving (void)
{
  g_autoptr (RtBodyContent) content = rt_body_content_new ("application/json");
  g_autoptr (RtJsonItem) item = NULL;
  RtJsonTree *tree;
  RtJsonNode root;

  rt_test_content_extend (content, "[1,2", 4, FALSE);
  tree = rt_body_content_get_tree (content);
  while (!rt_json_tree_get_root (tree, &root))
    g_main_context_iteration (NULL, TRUE);
  item = rt_json_item_new (tree, &root);
  assert_facts (item, rt_json_tree_count (tree, &root) == 1 ? "[ ] 1 item so far"
                                                            : "[ ] 2 items so far");
  rt_test_content_extend (content, "[1,2,3]", 7, TRUE);
  while (!rt_json_tree_is_complete (tree))
    g_main_context_iteration (NULL, TRUE);
  assert_facts (item, "[ ] 3 items");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-item/texts", test_texts);
  g_test_add_func ("/json-item/root", test_root);
  g_test_add_func ("/json-item/long", test_long);
  g_test_add_func ("/json-item/page", test_page);
  g_test_add_func ("/json-item/arriving", test_arriving);

  return g_test_run ();
}
