/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The gestures that drag it rest meanwhile. */

#include "config.h"

#include "split-handle.h"

static void
update (GtkPaned *paned)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (GTK_WIDGET (paned));
  gboolean shown = gtk_widget_get_visible (gtk_paned_get_start_child (paned)) &&
                   gtk_widget_get_visible (gtk_paned_get_end_child (paned));

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (GTK_IS_GESTURE_DRAG (controller))
        gtk_event_controller_set_propagation_phase (controller,
                                                    shown ? GTK_PHASE_CAPTURE : GTK_PHASE_NONE);
    }
}

void
rt_split_handle_watch (GtkPaned *paned)
{
  g_return_if_fail (GTK_IS_PANED (paned));
  g_return_if_fail (gtk_paned_get_start_child (paned) != NULL);
  g_return_if_fail (gtk_paned_get_end_child (paned) != NULL);

  g_signal_connect_object (gtk_paned_get_start_child (paned), "notify::visible",
                           G_CALLBACK (update), paned, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_paned_get_end_child (paned), "notify::visible",
                           G_CALLBACK (update), paned, G_CONNECT_SWAPPED);
  update (paned);
}
