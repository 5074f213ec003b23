/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of split-handle.c: when the handle can be dragged. */

#include "config.h"

#include "split-handle.h"

#include "widgets.h"

static guint
count_dragging (GtkWidget *paned)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (paned);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      n += GTK_IS_GESTURE_DRAG (controller) &&
           gtk_event_controller_get_propagation_phase (controller) == GTK_PHASE_CAPTURE;
    }

  return n;
}

static void
test_hidden (void)
{
  GtkWidget *paned = gtk_paned_new (GTK_ORIENTATION_HORIZONTAL);
  GtkWidget *start = gtk_label_new ("start");
  GtkWidget *end = gtk_label_new ("end");
  guint n = count_dragging (paned);

  g_object_ref_sink (paned);
  g_assert_cmpuint (n, >, 0);
  gtk_paned_set_start_child (GTK_PANED (paned), start);
  gtk_paned_set_end_child (GTK_PANED (paned), end);
  rt_split_handle_watch (GTK_PANED (paned));
  g_assert_cmpuint (count_dragging (paned), ==, n);
  gtk_widget_set_visible (start, FALSE);
  g_assert_cmpuint (count_dragging (paned), ==, 0);
  gtk_widget_set_visible (end, FALSE);
  gtk_widget_set_visible (start, TRUE);
  g_assert_cmpuint (count_dragging (paned), ==, 0);
  gtk_widget_set_visible (end, TRUE);
  g_assert_cmpuint (count_dragging (paned), ==, n);
  g_assert_finalize_object (paned);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/split-handle/hidden", test_hidden);

  return g_test_run ();
}
