/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of waterfall.c: the drawn phases, and in words. */

#include "config.h"

#include "waterfall.h"

#include "widgets.h"

#include <string.h>

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_WATERFALL);
}

static void
fill (RtTiming *timing)
{
  rt_timing_init (timing);
  timing->started = 1000;
  timing->ended = 1000 + 128000;
  timing->phases[RT_PHASE_CONNECT] = (RtSpanOfTime) { 1000, 13000 };
  timing->phases[RT_PHASE_WAIT] = (RtSpanOfTime) { 13000, 97000 };
  timing->phases[RT_PHASE_CONTENT] = (RtSpanOfTime) { 97000, 129000 };
}

static void
assert_says (RtWaterfall *waterfall,
             const char  *text)
{
  g_autofree char *words = rt_waterfall_to_words (waterfall);

  if (strstr (words, text) == NULL)
    g_error ("“%s” does not say “%s”", words, text);
}

static void
test_words (void)
{
  RtWaterfall *waterfall = g_object_ref_sink (g_object_new (RT_TYPE_WATERFALL, NULL));
  RtTiming timing;
  g_autofree char *words = NULL;

  fill (&timing);
  rt_waterfall_set_timing (waterfall, &timing, FALSE, FALSE, FALSE, 0);
  assert_says (waterfall, "did not happen (the address was given)");
  assert_says (waterfall, "did not happen (no proxy)");
  assert_says (waterfall, "did not happen (no encryption)");
  assert_says (waterfall, "84 ms");
  assert_says (waterfall, "Total: 128 ms.");
  words = rt_waterfall_to_words (waterfall);
  gtk_test_accessible_assert_role (waterfall, GTK_ACCESSIBLE_ROLE_IMG);
  gtk_test_accessible_assert_property (waterfall, GTK_ACCESSIBLE_PROPERTY_LABEL, "Timing");
  gtk_test_accessible_assert_property (waterfall, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, words);
  g_assert_finalize_object (waterfall);
}

/* The phases and what lies between them make the total. */
static void
test_rest (void)
{
  RtWaterfall *waterfall = g_object_ref_sink (g_object_new (RT_TYPE_WATERFALL, NULL));
  RtTiming timing;
  g_autofree char *words = NULL;

  fill (&timing);
  timing.phases[RT_PHASE_CONNECT].end = 4000;
  rt_waterfall_set_timing (waterfall, &timing, FALSE, FALSE, FALSE, 0);
  words = rt_waterfall_to_words (waterfall);
  g_assert_null (strstr (words, "Between"));
  timing.phases[RT_PHASE_WAIT].start = 41000;
  rt_waterfall_set_timing (waterfall, &timing, FALSE, FALSE, FALSE, 0);
  assert_says (waterfall, "Between the phases: 37 ms. Total: 128 ms.");
  g_assert_finalize_object (waterfall);
}

static void
test_reused (void)
{
  RtWaterfall *waterfall = g_object_ref_sink (g_object_new (RT_TYPE_WATERFALL, NULL));
  RtTiming timing;

  fill (&timing);
  timing.phases[RT_PHASE_CONNECT] = (RtSpanOfTime) { -1, -1 };
  rt_waterfall_set_timing (waterfall, &timing, TRUE, TRUE, FALSE, 0);
  assert_says (waterfall, "did not happen (connection reused)");
  rt_waterfall_set_timing (waterfall, NULL, FALSE, FALSE, FALSE, 0);
  assert_says (waterfall, "");
  g_assert_finalize_object (waterfall);
}

static void
test_running (void)
{
  RtWaterfall *waterfall = g_object_ref_sink (g_object_new (RT_TYPE_WATERFALL, NULL));
  RtTiming timing;

  fill (&timing);
  timing.ended = -1;
  timing.phases[RT_PHASE_CONTENT] = (RtSpanOfTime) { -1, -1 };
  rt_waterfall_set_timing (waterfall, &timing, FALSE, FALSE, FALSE, 200000);
  assert_says (waterfall, "not yet");
  g_assert_finalize_object (waterfall);
}

/* Bars are where the phases are: blue pixels only right of the names. */
static void
test_drawn (void)
{
  GtkWidget *waterfall = rt_waterfall_new ();
  GtkWindow *window;
  RtTiming timing;
  int minimum, natural;

  fill (&timing);
  rt_waterfall_set_timing (RT_WATERFALL (waterfall), &timing, FALSE, FALSE, FALSE, 0);
  window = rt_test_show (waterfall);
  gtk_widget_measure (waterfall, GTK_ORIENTATION_VERTICAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, >=, (RT_N_PHASES + 1) * 20);
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/waterfall/new-destroy", test_new_destroy);
  g_test_add_func ("/waterfall/words", test_words);
  g_test_add_func ("/waterfall/rest", test_rest);
  g_test_add_func ("/waterfall/reused", test_reused);
  g_test_add_func ("/waterfall/running", test_running);
  g_test_add_func ("/waterfall/drawn", test_drawn);

  return g_test_run ();
}
