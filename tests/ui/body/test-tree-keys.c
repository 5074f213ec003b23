/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of tree-keys.c: which arrow opens, which closes. */

#include "config.h"

#include "tree-keys.h"

#include "widgets.h"

static gboolean
press (GtkEventController *keys,
       guint               key,
       GdkModifierType     state)
{
  gboolean handled = FALSE;

  g_signal_emit_by_name (keys, "key-pressed", key, 0, state, &handled);

  return handled;
}

/* One row that has a child, one that has none. */
static GListModel *
create_children_cb (gpointer item,
                    gpointer user_data)
{
  const char *const child[] = { "child", NULL };

  if (!g_str_equal (gtk_string_object_get_string (item), "parent"))
    return NULL;

  return G_LIST_MODEL (gtk_string_list_new (child));
}

static void
test_arrows (void)
{
  const char *const strings[] = { "parent", "alone", NULL };
  GtkTreeListModel *tree =
    gtk_tree_list_model_new (G_LIST_MODEL (gtk_string_list_new (strings)), FALSE, FALSE,
                             create_children_cb, NULL, NULL);
  GtkSingleSelection *selection = gtk_single_selection_new (G_LIST_MODEL (tree));
  GtkWidget *list = gtk_list_view_new (GTK_SELECTION_MODEL (selection),
                                       gtk_signal_list_item_factory_new ());
  GtkEventController *keys = rt_tree_keys_new ();
  g_autoptr (GtkTreeListRow) row = gtk_tree_list_model_get_row (tree, 0);

  g_object_ref_sink (list);
  gtk_widget_add_controller (list, keys);
  gtk_single_selection_set_selected (selection, 0);
  g_assert_false (press (keys, GDK_KEY_Left, 0));
  g_assert_false (press (keys, GDK_KEY_Right, GDK_CONTROL_MASK));
  g_assert_false (press (keys, GDK_KEY_Down, 0));
  g_assert_false (gtk_tree_list_row_get_expanded (row));
  g_assert_true (press (keys, GDK_KEY_Right, 0));
  g_assert_true (gtk_tree_list_row_get_expanded (row));
  g_assert_false (press (keys, GDK_KEY_Right, 0));
  g_assert_true (press (keys, GDK_KEY_KP_Left, 0));
  g_assert_false (gtk_tree_list_row_get_expanded (row));
  gtk_widget_set_direction (list, GTK_TEXT_DIR_RTL);
  g_assert_false (press (keys, GDK_KEY_Right, 0));
  g_assert_true (press (keys, GDK_KEY_Left, 0));
  g_assert_true (gtk_tree_list_row_get_expanded (row));
  gtk_single_selection_set_selected (selection, 2);
  g_assert_false (press (keys, GDK_KEY_Left, 0));
  gtk_list_view_set_model (GTK_LIST_VIEW (list), NULL);
  g_assert_false (press (keys, GDK_KEY_Left, 0));
  g_object_unref (list);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/tree-keys/arrows", test_arrows);

  return g_test_run ();
}
