/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-row.c: what stands in a row. */

#include "config.h"

#include "json-row.h"

#include "contents.h"
#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_JSON_ROW);
}

static GListModel *
create_cb (gpointer item,
           gpointer data)
{
  return rt_json_item_make_children (item);
}

static void
test_texts (void)
{
  g_autoptr (RtJsonTree) tree = rt_test_tree_new ("{\"price\":1.50}");
  GListStore *store = g_list_store_new (RT_TYPE_JSON_ITEM);
  g_autoptr (GtkTreeListModel) model = NULL;
  g_autoptr (GtkTreeListRow) first = NULL;
  g_autoptr (GtkTreeListRow) second = NULL;
  GtkWidget *row = g_object_ref_sink (rt_json_row_new ());
  RtJsonNode root;
  RtJsonItem *item;

  g_assert_true (rt_json_tree_get_root (tree, &root));
  item = rt_json_item_new (tree, &root);
  g_list_store_append (store, item);
  g_object_unref (item);
  model = gtk_tree_list_model_new (G_LIST_MODEL (store), FALSE, TRUE, create_cb, NULL, NULL);
  first = gtk_tree_list_model_get_row (model, 0);
  second = gtk_tree_list_model_get_row (model, 1);

  g_object_set (row, "list-row", first, NULL);
  rt_test_assert_text (row, "{ } 1 member");
  g_object_set (row, "list-row", second, NULL);
  rt_test_assert_text (row, "price");
  rt_test_assert_text (row, "1.50");
  rt_test_assert_no_text (row, "member");
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (row),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "number");
  g_object_set (row, "list-row", NULL, NULL);
  g_assert_null (rt_json_row_get_item (RT_JSON_ROW (row)));
  g_assert_finalize_object (row);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/json-row/new-destroy", test_new_destroy);
  g_test_add_func ("/json-row/texts", test_texts);

  return g_test_run ();
}
