/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of progress-strip.c: what goes on. */

#include "config.h"

#include "progress-strip.h"

#include "exchanges.h"
#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_PROGRESS_STRIP);
}

static void
test_progress (void)
{
  g_autoptr (RtExchange) exchange = rt_test_exchange_new_running ("http://e/");
  RtSizes sizes = { .content_encoded = 25, .content_announced = 100 };
  GtkWidget *strip, *bar;
  RtTiming timing;

  rt_exchange_get_timing (exchange, &timing);
  timing.started -= G_USEC_PER_SEC;
  rt_exchange_set_timing (exchange, &timing);
  strip = g_object_ref_sink (g_object_new (RT_TYPE_PROGRESS_STRIP, "exchange", exchange, NULL));
  bar = rt_test_find (strip, "Progress");
  g_assert_true (gtk_widget_get_visible (strip));
  rt_test_assert_text (strip, "Waiting for the response…");

  rt_exchange_set_sizes (exchange, &sizes);
  rt_exchange_get_timing (exchange, &timing);
  timing.phases[RT_PHASE_CONTENT].start = g_get_monotonic_time () - G_USEC_PER_SEC;
  rt_exchange_set_timing (exchange, &timing);
  rt_exchange_set_state (exchange, RT_EXCHANGE_RECEIVING);
  rt_response_pane_set_exchange (RT_RESPONSE_PANE (strip), NULL);
  rt_response_pane_set_exchange (RT_RESPONSE_PANE (strip), exchange);
  rt_test_assert_text (strip, "25 bytes of 100 bytes");
  rt_test_assert_text (strip, "left");
  g_assert_cmpfloat_with_epsilon (gtk_progress_bar_get_fraction (GTK_PROGRESS_BAR (bar)), 0.25,
                                  0.001);

  rt_exchange_finish (exchange);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (gtk_widget_get_visible (strip));
  g_assert_finalize_object (strip);
}

/* Nothing is said of what has only begun, nor when it is over by then; of what
 * goes on it is, though nothing more comes. */
static void
test_patience (void)
{
  g_autoptr (RtExchange) first = rt_exchange_new (NULL, "GET", "http://e/");
  g_autoptr (RtExchange) second = rt_exchange_new (NULL, "GET", "http://e/");
  GtkWidget *strip = g_object_ref_sink (g_object_new (RT_TYPE_PROGRESS_STRIP, "exchange", first,
                                                      NULL));

  g_assert_false (gtk_widget_get_visible (strip));
  rt_exchange_finish (first);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (gtk_widget_get_visible (strip));

  rt_response_pane_set_exchange (RT_RESPONSE_PANE (strip), second);
  g_assert_false (gtk_widget_get_visible (strip));
  while (!gtk_widget_get_visible (strip))
    g_main_context_iteration (NULL, TRUE);
  rt_test_assert_text (strip, "About to begin");
  rt_response_pane_set_exchange (RT_RESPONSE_PANE (strip), NULL);
  g_assert_false (gtk_widget_get_visible (strip));
  g_assert_finalize_object (strip);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/progress-strip/new-destroy", test_new_destroy);
  g_test_add_func ("/progress-strip/progress", test_progress);
  g_test_add_func ("/progress-strip/patience", test_patience);

  return g_test_run ();
}
