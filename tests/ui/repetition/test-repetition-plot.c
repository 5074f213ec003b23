/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of repetition-plot.c: the scale, drawing, words. */

#include "config.h"

#include "repetition-plot.h"

#include "exchanges.h"
#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_REPETITION_PLOT);
}

static void
test_round_up (void)
{
  static const struct
  {
    gint64 longest;
    gint64 scale;
  } cases[] = {
    { 0, 1 }, { 1, 1 }, { 2, 2 }, { 3, 5 }, { 6, 10 }, { 1000, 1000 }, { 1001, 2000 },
    { 4999, 5000 }, { 5001, 10000 }, { 61000000, 100000000 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (rt_repetition_plot_round_up (cases[i].longest), ==, cases[i].scale);
  g_assert_cmpint (rt_repetition_plot_round_up (G_MAXINT64), ==, G_MAXINT64);
}

/* What it draws, as the text of its nodes. */
static GBytes *
draw (GtkWidget *widget)
{
  g_autoptr(GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr(GskRenderNode) node = NULL;

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_to_node (snapshot);
  g_assert_nonnull (node);

  return gsk_render_node_serialize (node);
}

static void
append (GListStore *list,
        guint       number,
        const char *head)
{
  g_autoptr(RtTrail) trail =
    rt_test_trail_new (rt_test_exchange_new ("http://a/", head, "x", -1), NULL);
  g_autoptr(RtRepetitionResult) result = rt_repetition_result_new (number, trail);

  g_list_store_append (list, result);
}

/* Each change changes what is seen. */
static void
test_draw (void)
{
  g_autoptr(GListStore) list = g_list_store_new (RT_TYPE_REPETITION_RESULT);
  RtRepetitionPlot *plot = RT_REPETITION_PLOT (rt_repetition_plot_new ());
  GtkWindow *window = rt_test_show (GTK_WIDGET (plot));
  g_autoptr(GBytes) none = NULL;
  g_autoptr(GBytes) one = NULL;
  g_autoptr(GBytes) marked = NULL;
  g_autoptr(GBytes) two = NULL;

  rt_repetition_plot_set_results (plot, G_LIST_MODEL (list));
  none = draw (GTK_WIDGET (plot));
  append (list, 1, "HTTP/1.1 200 OK\r\n\r\n");
  one = draw (GTK_WIDGET (plot));
  g_assert_false (g_bytes_equal (none, one));
  rt_repetition_plot_set_marked (plot, 1);
  marked = draw (GTK_WIDGET (plot));
  g_assert_false (g_bytes_equal (one, marked));
  append (list, 2, "HTTP/1.1 503 No\r\n\r\n");
  two = draw (GTK_WIDGET (plot));
  g_assert_false (g_bytes_equal (marked, two));
  gtk_window_destroy (window);
}

static void
test_words (void)
{
  GtkWidget *plot = g_object_ref_sink (rt_repetition_plot_new ());

  rt_repetition_plot_set_words (RT_REPETITION_PLOT (plot), "2 × 200");
  gtk_test_accessible_assert_role (plot, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (plot, GTK_ACCESSIBLE_PROPERTY_LABEL, "Time of each send");
  gtk_test_accessible_assert_property (plot, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "2 × 200");
  g_assert_finalize_object (plot);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/repetition-plot/new-destroy", test_new_destroy);
  g_test_add_func ("/repetition-plot/round-up", test_round_up);
  g_test_add_func ("/repetition-plot/draw", test_draw);
  g_test_add_func ("/repetition-plot/words", test_words);

  return g_test_run ();
}
