/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Before the list has the key: it takes all arrows for itself. */

#include "config.h"

#include "tree-keys.h"

static gboolean
pressed_cb (GtkEventControllerKey *keys,
            guint                  key,
            guint                  code,
            GdkModifierType        state,
            gpointer               user_data)
{
  GtkWidget *list = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (keys));
  GtkSelectionModel *model = gtk_list_view_get_model (GTK_LIST_VIEW (list));
  gboolean is_rtl = gtk_widget_get_direction (list) == GTK_TEXT_DIR_RTL;
  gboolean right = key == GDK_KEY_Right || key == GDK_KEY_KP_Right;
  gboolean left = key == GDK_KEY_Left || key == GDK_KEY_KP_Left;
  gboolean opens = right != is_rtl;
  GtkTreeListRow *row;

  if ((!left && !right) || (state & gtk_accelerator_get_default_mod_mask ()) != 0 || model == NULL)
    return GDK_EVENT_PROPAGATE;
  row = gtk_single_selection_get_selected_item (GTK_SINGLE_SELECTION (model));
  if (row == NULL || !gtk_tree_list_row_is_expandable (row) ||
      gtk_tree_list_row_get_expanded (row) == opens)
    return GDK_EVENT_PROPAGATE;
  gtk_tree_list_row_set_expanded (row, opens);

  return GDK_EVENT_STOP;
}

GtkEventController *
rt_tree_keys_new (void)
{
  GtkEventController *keys = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (pressed_cb), NULL);

  return keys;
}
