/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of compare-view.c: two exchanges side by side. */

#include "config.h"

#include "compare-view.h"

#include "compare.h"
#include "exchanges.h"
#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_COMPARE_VIEW);
}

static RtTrail *
answer (const char *line,
        const char *content)
{
  g_autofree char *head = g_strconcat (line, "\r\nServer: x\r\n\r\n", NULL);

  return rt_test_trail_new (rt_test_exchange_new ("http://e/", head, content, -1), NULL);
}

static gboolean
is_ready (gpointer data)
{
  return rt_compare_view_is_ready (data);
}

static guint
count (RtCompareView *view,
       RtCompared     result)
{
  GListModel *rows = rt_compare_view_get_rows (view);
  guint n = 0;

  for (guint i = 0; i < g_list_model_get_n_items (rows); i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (rows, i);

      if (RT_IS_COMPARED_ROW (item))
        n += rt_compared_row_get_result (RT_COMPARED_ROW (item)) == result;
    }

  return n;
}

static GtkWidget *
find_toggle (GtkWidget  *root,
             const char *label)
{
  if (GTK_IS_TOGGLE_BUTTON (root) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (root)), label) == 0)
    return root;
  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_toggle (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_before_and_now (void)
{
  g_autoptr (RtTrail) before = answer ("HTTP/1.1 401 Unauthorized", "no");
  g_autoptr (RtTrail) trail = answer ("HTTP/1.1 200 OK", "yes");
  GtkWidget *view = g_object_new (RT_TYPE_COMPARE_VIEW, NULL);
  GtkWindow *window = rt_test_show (view);
  GtkDropDown *left = GTK_DROP_DOWN (rt_test_find (view, "Left exchange"));
  guint n;

  rt_compare_view_set_trails (RT_COMPARE_VIEW (view), before, trail);
  rt_test_wait (is_ready, view);
  g_assert_cmpuint (count (RT_COMPARE_VIEW (view), RT_COMPARED_CHANGED), >=, 1);
  g_assert_cmpuint (count (RT_COMPARE_VIEW (view), RT_COMPARED_SAME), >=, 1);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  rt_test_assert_text (view, "401 Unauthorized");
  rt_test_assert_text (view, "200 OK");
  rt_test_assert_text (view, "differences");

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (find_toggle (view, "Only differences")), TRUE);
  g_assert_cmpuint (count (RT_COMPARE_VIEW (view), RT_COMPARED_SAME), ==, 0);

  /* The same exchange on both sides. */
  n = g_list_model_get_n_items (rt_compare_view_get_rows (RT_COMPARE_VIEW (view)));
  g_assert_cmpuint (n, >, 0);
  gtk_drop_down_set_selected (left, 1);
  rt_test_wait (is_ready, view);
  g_assert_cmpuint (g_list_model_get_n_items (rt_compare_view_get_rows (RT_COMPARE_VIEW (view))),
                    ==, 0);
  rt_test_assert_text (view, "No difference");
  gtk_window_destroy (window);
}

/* Nothing is done while nobody looks, and a view that goes ends what it does. */
static void
test_lazy (void)
{
  g_autoptr (RtTrail) before = answer ("HTTP/1.1 401 Unauthorized", "no");
  g_autoptr (RtTrail) trail = answer ("HTTP/1.1 200 OK", "yes");
  GtkWidget *view = g_object_ref_sink (g_object_new (RT_TYPE_COMPARE_VIEW, NULL));

  rt_compare_view_set_trails (RT_COMPARE_VIEW (view), before, trail);
  g_assert_cmpuint (g_list_model_get_n_items (rt_compare_view_get_rows (RT_COMPARE_VIEW (view))),
                    ==, 0);
  g_assert_finalize_object (view);
}

static void
test_alone (void)
{
  g_autoptr (RtTrail) trail = answer ("HTTP/1.1 200 OK", "yes");
  GtkWidget *view = g_object_new (RT_TYPE_COMPARE_VIEW, NULL);
  GtkWindow *window = rt_test_show (view);

  rt_compare_view_set_trails (RT_COMPARE_VIEW (view), NULL, trail);
  rt_test_assert_text (view, "There is only one exchange so far.");
  gtk_window_destroy (window);
}

/* Many lines are as fast as few: only those in sight have widgets. */
static void
test_many (void)
{
  g_autoptr (GString) left = g_string_new (NULL);
  g_autoptr (GString) right = g_string_new (NULL);
  g_autoptr (RtTrail) before = NULL;
  g_autoptr (RtTrail) trail = NULL;
  GtkWidget *view = g_object_new (RT_TYPE_COMPARE_VIEW, NULL);
  GtkWindow *window;

  for (guint i = 0; i < 5000; i++)
    {
      g_string_append_printf (left, "left %u\n", i);
      g_string_append_printf (right, "right %u\n", i);
    }
  before = answer ("HTTP/1.1 200 OK", left->str);
  trail = answer ("HTTP/1.1 200 OK", right->str);
  rt_compare_view_set_trails (RT_COMPARE_VIEW (view), before, trail);
  window = rt_test_show (view);
  rt_test_wait (is_ready, view);
  g_assert_cmpuint (g_list_model_get_n_items (rt_compare_view_get_rows (RT_COMPARE_VIEW (view))),
                    >=, 5000);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  gtk_window_destroy (window);
}

static void
gone_cb (gpointer  thread,
         GObject  *where_it_was)
{
  *(GThread **) thread = g_thread_self ();
}

static gboolean
is_set (gpointer thread)
{
  return *(GThread **) thread != NULL;
}

/* The comparison may be the last that holds the view, or an exchange: both go in
 * the window's thread. */
static void
test_end (void)
{
  for (int i = 0; i < 20; i++)
    {
      RtTrail *before = answer ("HTTP/1.1 401 Unauthorized", "no");
      RtTrail *trail = answer ("HTTP/1.1 200 OK", "yes");
      GtkWidget *view = g_object_new (RT_TYPE_COMPARE_VIEW, NULL);
      GtkWindow *window = rt_test_show (view);
      GThread *threads[2] = { NULL };

      g_object_weak_ref (G_OBJECT (view), gone_cb, &threads[0]);
      g_object_weak_ref (G_OBJECT (rt_trail_get_last (trail)), gone_cb, &threads[1]);
      rt_compare_view_set_trails (RT_COMPARE_VIEW (view), before, trail);
      g_object_unref (before);
      g_object_unref (trail);
      gtk_window_destroy (window);
      for (gsize j = 0; j < G_N_ELEMENTS (threads); j++)
        {
          rt_test_wait (is_set, &threads[j]);
          g_assert_true (threads[j] == g_thread_self ());
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/compare-view/new-destroy", test_new_destroy);
  g_test_add_func ("/compare-view/before-and-now", test_before_and_now);
  g_test_add_func ("/compare-view/lazy", test_lazy);
  g_test_add_func ("/compare-view/alone", test_alone);
  g_test_add_func ("/compare-view/many", test_many);
  g_test_add_func ("/compare-view/end", test_end);

  return g_test_run ();
}
