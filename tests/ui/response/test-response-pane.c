/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of response-pane.c: when a pane is refreshed. */

#include "config.h"

#include "response-pane.h"

#include "exchanges.h"
#include "widgets.h"

#define TEST_TYPE_PANE (test_pane_get_type ())
G_DECLARE_FINAL_TYPE (TestPane, test_pane, TEST, PANE, RtResponsePane)

struct _TestPane
{
  RtResponsePane parent_instance;

  guint          n_refreshed;
};

G_DEFINE_FINAL_TYPE (TestPane, test_pane, RT_TYPE_RESPONSE_PANE)

static void
test_pane_refresh (RtResponsePane *pane)
{
  TEST_PANE (pane)->n_refreshed++;
}

static void
test_pane_class_init (TestPaneClass *klass)
{
  RT_RESPONSE_PANE_CLASS (klass)->refresh = test_pane_refresh;
}

static void
test_pane_init (TestPane *self)
{
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_exchange (void)
{
  g_autoptr (RtExchange) exchange = rt_test_exchange_new_running ("http://e/");
  TestPane *pane = g_object_ref_sink (g_object_new (TEST_TYPE_PANE, NULL));
  guint n = 0;

  g_signal_connect_swapped (pane, "notify::exchange", G_CALLBACK (count_cb), &n);
  g_object_set (pane, "exchange", exchange, NULL);
  g_object_set (pane, "exchange", exchange, NULL);
  g_assert_cmpuint (n, ==, 1);
  g_assert_cmpuint (pane->n_refreshed, ==, 1);
  g_assert_false (rt_response_pane_is_done (RT_RESPONSE_PANE (pane)));

  /* Nobody looks: only its end refreshes. */
  g_signal_emit_by_name (exchange, "changed");
  g_assert_cmpuint (pane->n_refreshed, ==, 1);
  rt_exchange_finish (exchange);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpuint (pane->n_refreshed, >=, 2);
  g_assert_true (rt_response_pane_is_done (RT_RESPONSE_PANE (pane)));
  g_assert_finalize_object (pane);
}

static void
test_looked_at (void)
{
  g_autoptr (RtExchange) exchange = rt_test_exchange_new_running ("http://e/");
  TestPane *pane = g_object_new (TEST_TYPE_PANE, "exchange", exchange, NULL);
  GtkWindow *window;
  guint n;

  g_signal_emit_by_name (exchange, "changed");
  g_assert_cmpuint (pane->n_refreshed, ==, 1);
  window = rt_test_show (GTK_WIDGET (pane));
  g_assert_cmpuint (pane->n_refreshed, >=, 2);
  n = pane->n_refreshed;
  g_signal_emit_by_name (exchange, "changed");
  g_assert_cmpuint (pane->n_refreshed, ==, n + 1);
  gtk_window_destroy (window);
}

/* What is behind another pane of a stack comes after it, once for all that
 * happened; at once when it is looked at. */
static void
test_behind (void)
{
  g_autoptr (RtExchange) exchange = rt_test_exchange_new_running ("http://e/");
  GtkStack *stack = GTK_STACK (gtk_stack_new ());
  TestPane *front = g_object_new (TEST_TYPE_PANE, NULL);
  TestPane *behind = g_object_new (TEST_TYPE_PANE, NULL);
  GtkWindow *window;

  gtk_stack_add_child (stack, GTK_WIDGET (front));
  gtk_stack_add_child (stack, GTK_WIDGET (behind));
  window = rt_test_show (GTK_WIDGET (stack));
  rt_exchange_finish (exchange);
  g_object_set (front, "exchange", exchange, NULL);
  g_object_set (behind, "exchange", exchange, NULL);
  g_signal_emit_by_name (exchange, "changed");
  g_assert_cmpuint (front->n_refreshed, ==, 2);
  g_assert_cmpuint (behind->n_refreshed, ==, 0);
  while (behind->n_refreshed == 0)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (behind->n_refreshed, ==, 1);

  g_object_set (behind, "exchange", NULL, NULL);
  g_assert_cmpuint (behind->n_refreshed, ==, 1);
  gtk_stack_set_visible_child (stack, GTK_WIDGET (behind));
  g_assert_cmpuint (behind->n_refreshed, ==, 2);

  /* One that hides itself may have a reason to appear. */
  gtk_widget_set_visible (GTK_WIDGET (front), FALSE);
  g_object_set (front, "exchange", NULL, NULL);
  g_assert_cmpuint (front->n_refreshed, >=, 3);

  /* It may go while it waits. */
  gtk_widget_set_visible (GTK_WIDGET (front), TRUE);
  g_object_set (front, "exchange", exchange, NULL);
  gtk_window_destroy (window);
}

static void
test_catalogue (void)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  TestPane *pane = g_object_ref_sink (g_object_new (TEST_TYPE_PANE, NULL));
  g_autoptr (RtCatalogue) got = NULL;

  g_object_set (pane, "catalogue", catalogue, NULL);
  g_object_get (pane, "catalogue", &got, NULL);
  g_assert_true (got == catalogue);
  g_assert_cmpuint (pane->n_refreshed, ==, 0);
  g_assert_finalize_object (pane);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/response-pane/exchange", test_exchange);
  g_test_add_func ("/response-pane/looked-at", test_looked_at);
  g_test_add_func ("/response-pane/behind", test_behind);
  g_test_add_func ("/response-pane/catalogue", test_catalogue);

  return g_test_run ();
}
