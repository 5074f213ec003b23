/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of compare-choice.c: what can be chosen for a side. */

#include "config.h"

#include "compare-choice.h"

#include "exchanges.h"
#include "widgets.h"

static void
test_label (void)
{
  g_autoptr (RtTrail) trail =
    rt_test_trail_new (rt_test_exchange_new_at (0, "PUT", "http://u:p@e/1",
                                                "HTTP/1.1 302 Found\r\n\r\n", "", 0),
                       rt_test_exchange_new_failed ("http://e/2", RT_FAILURE_REFUSED,
                                                    RT_PHASE_CONNECT, "refused"), NULL);
  RtCompareChoice *first = rt_compare_choice_new (trail, 0, FALSE);
  RtCompareChoice *second = rt_compare_choice_new (trail, 1, TRUE);
  g_autofree char *first_label = rt_compare_choice_dup_label (first);
  g_autofree char *second_label = rt_compare_choice_dup_label (second);

  g_assert_cmpstr (first_label, ==, "1: 302, PUT http://u:***@e/1");
  g_assert_cmpstr (second_label, ==, "Before, 2: no response, GET http://e/2");
  g_assert_true (rt_compare_choice_get_exchange (first) == rt_trail_get_exchange (trail, 0));
  g_assert_finalize_object (first);
  g_assert_finalize_object (second);
}

static void
test_factory (void)
{
  g_autoptr (RtTrail) trail =
    rt_test_trail_new (rt_test_exchange_new ("http://e/", "HTTP/1.1 200 OK\r\n\r\n", "", 0), NULL);
  g_autoptr (RtCompareChoice) choice = rt_compare_choice_new (trail, 0, FALSE);
  g_autoptr (GListStore) store = g_list_store_new (RT_TYPE_COMPARE_CHOICE);
  g_autoptr (GtkListItemFactory) factory = rt_compare_choice_new_factory ();
  GtkWidget *chooser = gtk_drop_down_new (g_object_ref (G_LIST_MODEL (store)), NULL);
  GtkWindow *window;

  gtk_drop_down_set_factory (GTK_DROP_DOWN (chooser), factory);
  g_list_store_append (store, choice);
  window = rt_test_show (chooser);
  rt_test_assert_text (chooser, "1: 200, GET http://e/");
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/compare-choice/label", test_label);
  g_test_add_func ("/compare-choice/factory", test_factory);

  return g_test_run ();
}
