/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-list.c: children as a list, in pages when there are many, and
 * while they arrive.
 */

#include "config.h"

#include "json-list.h"

#include "contents.h"
#include "json-item.h"

static RtJsonTree *
make_array (guint n)
{
  g_autoptr (GString) text = g_string_new ("[0");

  for (guint i = 1; i < n; i++)
    g_string_append_printf (text, ",%u", i);
  g_string_append_c (text, ']');

  return rt_test_tree_new (text->str);
}

static GListModel *
list_root (RtJsonTree *tree)
{
  RtJsonNode root;

  g_assert_true (rt_json_tree_get_root (tree, &root));

  return rt_json_list_new (tree, &root, 0, G_MAXUINT64);
}

static char *
dup_value_at (GListModel *list,
              guint       position)
{
  g_autoptr (RtJsonItem) item = g_list_model_get_item (list, position);

  return rt_json_item_dup_value (item);
}

static void
test_few (void)
{
  g_autoptr (RtJsonTree) tree = make_array (RT_JSON_PAGE);
  g_autoptr (GListModel) list = list_root (tree);
  g_autofree char *last = dup_value_at (list, RT_JSON_PAGE - 1);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, RT_JSON_PAGE);
  g_assert_cmpstr (last, ==, "999");
  g_assert_null (g_list_model_get_item (list, RT_JSON_PAGE));
  g_assert_true (g_list_model_get_item_type (list) == RT_TYPE_JSON_ITEM);
}

/* 2,001 in three pages, the last with one. */
static void
test_pages (void)
{
  g_autoptr (RtJsonTree) tree = make_array (2 * RT_JSON_PAGE + 1);
  g_autoptr (GListModel) list = list_root (tree);
  g_autoptr (RtJsonItem) page = g_list_model_get_item (list, 1);
  g_autoptr (RtJsonItem) last = g_list_model_get_item (list, 2);
  g_autoptr (GListModel) inside = rt_json_item_make_children (page);
  g_autoptr (GListModel) rest = rt_json_item_make_children (last);
  g_autofree char *value = dup_value_at (inside, 7);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 3);
  g_assert_true (rt_json_item_is_page (page));
  g_assert_cmpuint (g_list_model_get_n_items (inside), ==, RT_JSON_PAGE);
  g_assert_cmpstr (value, ==, "1007");
  g_assert_cmpuint (g_list_model_get_n_items (rest), ==, 1);
}

/* A million and more: pages of pages. */
static void
test_pages_of_pages (void)
{
  g_autoptr (RtJsonTree) tree = make_array (1500000);
  g_autoptr (GListModel) list = list_root (tree);
  g_autoptr (RtJsonItem) second = g_list_model_get_item (list, 1);
  g_autoptr (GListModel) pages = rt_json_item_make_children (second);
  g_autoptr (RtJsonItem) page = g_list_model_get_item (pages, 499);
  g_autoptr (GListModel) inside = rt_json_item_make_children (page);
  g_autofree char *value = dup_value_at (inside, 999);

  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 2);
  g_assert_cmpuint (g_list_model_get_n_items (pages), ==, 500);
  g_assert_cmpstr (value, ==, "1499999");
}

typedef struct
{
  guint n;
  guint kept;
} Model;

/* The list as one who hears of changes only would have it. */
static void
changed_cb (Model *model,
            guint  position,
            guint  removed,
            guint  added)
{
  g_assert_cmpuint (position + removed, ==, model->n);
  model->kept = position;
  model->n = position + added;
}

static void
test_arriving (void)
{
  g_autoptr (RtBodyContent) content = rt_body_content_new ("application/json");
  g_autoptr (GString) text = g_string_new ("[0,1,2,");
  RtJsonTree *tree;
  g_autoptr (GListModel) list = NULL;
  Model model = { 0, 0 };

  rt_test_content_extend (content, text->str, text->len, FALSE);
  tree = rt_body_content_get_tree (content);
  list = list_root (tree);
  model.n = g_list_model_get_n_items (list);
  g_assert_cmpuint (model.n, >=, 2);
  g_signal_connect_swapped (list, "items-changed", G_CALLBACK (changed_cb), &model);

  for (guint i = 3; i < 5000; i++)
    g_string_append_printf (text, "%u,", i);
  g_string_append (text, "5000]");
  rt_test_content_extend (content, text->str, text->len, TRUE);
  while (!rt_json_tree_is_complete (tree) || model.n != 6)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, 6);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-list/few", test_few);
  g_test_add_func ("/json-list/pages", test_pages);
  g_test_add_func ("/json-list/pages-of-pages", test_pages_of_pages);
  g_test_add_func ("/json-list/arriving", test_arriving);

  return g_test_run ();
}
