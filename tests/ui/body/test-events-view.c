/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of events-view.c: events are added, filtered, and the last one is said to be cut. */

#include "config.h"

#include "events-view.h"

#include "contents.h"
#include "views.h"
#include "widgets.h"

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

static gboolean
has_two_rows (gpointer view)
{
  return count_rows (view) == 2;
}

static gboolean
has_four_rows (gpointer view)
{
  return count_rows (view) == 4;
}

static void
test_growing (void)
{
  GtkWidget *view = rt_events_view_new ();
  GtkWindow *window = rt_test_show (view);
  g_autoptr (RtBodyContent) content = rt_body_content_new ("text/event-stream");
  const char *data = "event: tick\ndata: one\n\n: keep\n\nid: 7\ndata: two\n\ndata: cut";
  GtkWidget *filter;

  rt_test_content_extend (content, data, 23, FALSE);
  rt_body_page_show (RT_BODY_PAGE (view), content, RT_BODY_VIEW_EVENTS);
  g_assert_cmpuint (count_rows (view), ==, 1);
  g_assert_true (rt_body_page_is_busy (RT_BODY_PAGE (view)));
  rt_test_content_extend (content, data, -1, TRUE);
  rt_body_page_show (RT_BODY_PAGE (view), content, RT_BODY_VIEW_EVENTS);
  rt_test_wait (has_four_rows, view);
  g_assert_false (rt_body_page_is_busy (RT_BODY_PAGE (view)));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  rt_test_assert_text (view, "tick");
  rt_test_assert_text (view, "comment: keep");
  rt_test_assert_text (view, "two");
  rt_test_assert_text (view, "a browser drops it");
  filter = rt_test_find (view, "Filter by type of event");
  gtk_editable_set_text (GTK_EDITABLE (filter), "TICK");
  rt_test_wait (has_one_row, view);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  rt_test_assert_text (view, "one");
  rt_test_assert_no_text (view, "two");
  gtk_editable_set_text (GTK_EDITABLE (filter), "");
  rt_test_wait (has_four_rows, view);
  rt_body_page_show (RT_BODY_PAGE (view), NULL, RT_BODY_VIEW_EVENTS);
  g_assert_cmpuint (count_rows (view), ==, 0);
  gtk_window_destroy (window);
}

/* The data of the event that is chosen, its lines joined. */
static void
test_copy (void)
{
  GtkWidget *view = rt_events_view_new ();
  GtkWindow *window = rt_test_show (view);
  g_autoptr (RtBodyContent) content =
    rt_test_content_new ("text/event-stream", "data: one\n\ndata: two\ndata:  \\n\n\n", -1);
  GtkWidget *list = rt_test_find_as (view, GTK_TYPE_COLUMN_VIEW, "Events");
  g_autofree char *text = NULL;

  gtk_widget_activate_action (view, "events.copy-data", NULL); /* of none */
  rt_body_page_show (RT_BODY_PAGE (view), content, RT_BODY_VIEW_EVENTS);
  rt_test_wait (has_two_rows, view);
  gtk_selection_model_select_item (gtk_column_view_get_model (GTK_COLUMN_VIEW (list)), 1, TRUE);
  gtk_widget_activate_action (view, "events.copy-data", NULL);
  text = rt_test_dup_clipboard (gtk_widget_get_clipboard (view));
  g_assert_cmpstr (text, ==, "two\n \\n");
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/events-view/new-destroy", test_new_destroy);
  g_test_add_func ("/events-view/growing", test_growing);
  g_test_add_func ("/events-view/copy", test_copy);

  return g_test_run ();
}
