/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of pair-editor.c: the empty last row, and the list beneath. */

#include "config.h"

#include "pair-editor.h"

#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_PAIR_EDITOR);
}

static RtPair *
pair_at (GListStore *pairs,
         guint       position)
{
  g_autoptr (RtPair) pair = g_list_model_get_item (G_LIST_MODEL (pairs), position);

  return pair;
}

static guint
count (GListStore *pairs)
{
  return g_list_model_get_n_items (G_LIST_MODEL (pairs));
}

static void
test_blank (void)
{
  GListStore *pairs = g_list_store_new (RT_TYPE_PAIR);
  RtPairEditor *editor = g_object_ref_sink (RT_PAIR_EDITOR (rt_pair_editor_new ()));
  RtPairRow *row;

  rt_pair_editor_set_pairs (editor, pairs);
  row = rt_pair_editor_get_row (editor, 0);
  g_assert_true (rt_pair_row_get_blank (row));
  g_assert_cmpuint (count (pairs), ==, 0);

  /* Typing in the empty row makes a pair, and the row stays the same. */
  gtk_editable_set_text (GTK_EDITABLE (rt_test_find (GTK_WIDGET (row), "Parameter name")), "q");
  g_assert_cmpuint (count (pairs), ==, 1);
  g_assert_cmpstr (rt_pair_get_name (pair_at (pairs, 0)), ==, "q");
  g_assert_true (rt_pair_editor_get_row (editor, 0) == row);
  g_assert_false (rt_pair_row_get_blank (row));
  g_assert_true (rt_pair_row_get_blank (rt_pair_editor_get_row (editor, 1)));
  g_assert_null (rt_pair_editor_get_row (editor, 2));
  g_assert_finalize_object (editor);
  g_assert_finalize_object (pairs);
}

static void
test_from_outside (void)
{
  g_autoptr (GListStore) pairs = g_list_store_new (RT_TYPE_PAIR);
  g_autoptr (GListStore) others = g_list_store_new (RT_TYPE_PAIR);
  g_autoptr (RtPair) a = rt_pair_new ("a", "1");
  g_autoptr (RtPair) b = rt_pair_new ("b", "2");
  RtPairEditor *editor = g_object_ref_sink (RT_PAIR_EDITOR (rt_pair_editor_new ()));

  g_list_store_append (pairs, a);
  rt_pair_editor_set_pairs (editor, pairs);
  g_list_store_insert (pairs, 0, b);
  g_assert_true (rt_pair_row_get_pair (rt_pair_editor_get_row (editor, 0)) == b);
  g_assert_true (rt_pair_row_get_pair (rt_pair_editor_get_row (editor, 1)) == a);
  g_list_store_remove_all (pairs);
  g_assert_true (rt_pair_row_get_blank (rt_pair_editor_get_row (editor, 0)));
  rt_pair_editor_set_pairs (editor, others);
  g_list_store_append (pairs, a);
  g_assert_null (rt_pair_editor_get_row (editor, 1));
  g_assert_finalize_object (editor);
}

static void
test_remove (void)
{
  g_autoptr (GListStore) pairs = g_list_store_new (RT_TYPE_PAIR);
  g_autoptr (RtPair) a = rt_pair_new ("a", "1");
  RtPairEditor *editor = RT_PAIR_EDITOR (rt_pair_editor_new ());
  GtkWindow *window = rt_test_show (GTK_WIDGET (editor));
  GtkWidget *row;

  g_list_store_append (pairs, a);
  rt_pair_editor_set_pairs (editor, pairs);
  row = GTK_WIDGET (rt_pair_editor_get_row (editor, 0));
  g_signal_emit_by_name (rt_test_find (row, "Remove this parameter"), "clicked");
  g_assert_cmpuint (count (pairs), ==, 0);
  g_assert_true (rt_pair_row_get_blank (rt_pair_editor_get_row (editor, 0)));
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/pair-editor/new-destroy", test_new_destroy);
  g_test_add_func ("/pair-editor/blank", test_blank);
  g_test_add_func ("/pair-editor/from-outside", test_from_outside);
  g_test_add_func ("/pair-editor/remove", test_remove);

  return g_test_run ();
}
