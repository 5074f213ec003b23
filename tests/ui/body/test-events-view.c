/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of events-view.c: events are added, filtered, and the last one is said to be cut. */

#include "config.h"

#include "events-view.h"

#include "widgets.h"

#include <string.h>

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_EVENTS_VIEW);
}

static guint
count_rows (GtkWidget *view)
{
  GtkWidget *list = rt_test_find_as (view, GTK_TYPE_COLUMN_VIEW, "Events");

  return g_list_model_get_n_items (
    G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (list))));
}

static gboolean
has_one_row (gpointer view)
{
  return count_rows (view) == 1;
}

static void
test_growing (void)
{
  GtkWidget *view = rt_events_view_new ();
  GtkWindow *window = rt_test_show (view);
  const char *data = "event: tick\ndata: one\n\n: keep\n\nid: 7\ndata: two\n\ndata: cut";
  g_autoptr (GBytes) first = g_bytes_new_static (data, 23);
  g_autoptr (GBytes) all = g_bytes_new_static (data, strlen (data));
  GtkWidget *filter;

  rt_events_view_extend (RT_EVENTS_VIEW (view), first, FALSE);
  g_assert_cmpuint (rt_events_view_get_n (RT_EVENTS_VIEW (view)), ==, 1);
  rt_events_view_extend (RT_EVENTS_VIEW (view), all, TRUE);
  g_assert_cmpuint (count_rows (view), ==, 4);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  rt_test_assert_text (view, "tick");
  rt_test_assert_text (view, "comment: keep");
  rt_test_assert_text (view, "two");
  rt_test_assert_text (view, "a browser drops it");
  filter = rt_test_find (view, "Filter by type of event");
  gtk_editable_set_text (GTK_EDITABLE (filter), "TICK");
  rt_test_wait (has_one_row, view);
  rt_events_view_extend (RT_EVENTS_VIEW (view), NULL, TRUE);
  g_assert_cmpuint (rt_events_view_get_n (RT_EVENTS_VIEW (view)), ==, 0);
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/events-view/new-destroy", test_new_destroy);
  g_test_add_func ("/events-view/growing", test_growing);

  return g_test_run ();
}
