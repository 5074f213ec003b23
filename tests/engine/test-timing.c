/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/timing.c. */

#include "timing.h"

static void
test_nothing_happened (void)
{
  RtTiming timing;

  rt_timing_init (&timing);
  g_assert_cmpint (timing.started, ==, -1);
  g_assert_cmpint (timing.ended, ==, -1);
  g_assert_cmpint (rt_timing_get_total (&timing, 1000), ==, 0);
  for (guint i = 0; i < RT_N_PHASES; i++)
    {
      g_assert_false (rt_timing_happened (&timing, i));
      g_assert_cmpint (rt_timing_get_length (&timing, i, 1000), ==, -1);
    }
}

static void
test_lengths (void)
{
  RtTiming timing;

  rt_timing_init (&timing);
  timing.started = 100;
  timing.phases[RT_PHASE_NAME] = (RtSpanOfTime) { 100, 150 };
  timing.phases[RT_PHASE_CONNECT] = (RtSpanOfTime) { 150, 150 };
  timing.phases[RT_PHASE_WAIT] = (RtSpanOfTime) { 160, -1 };

  g_assert_true (rt_timing_happened (&timing, RT_PHASE_NAME));
  g_assert_true (rt_timing_happened (&timing, RT_PHASE_CONNECT));
  g_assert_false (rt_timing_happened (&timing, RT_PHASE_TLS));
  g_assert_cmpint (rt_timing_get_length (&timing, RT_PHASE_NAME, 999), ==, 50);
  g_assert_cmpint (rt_timing_get_length (&timing, RT_PHASE_CONNECT, 999), ==, 0);
  g_assert_cmpint (rt_timing_get_length (&timing, RT_PHASE_WAIT, 200), ==, 40);
  g_assert_cmpint (rt_timing_get_length (&timing, RT_PHASE_WAIT, 100), ==, 0);
  g_assert_cmpint (rt_timing_get_total (&timing, 250), ==, 150);
  timing.ended = 300;
  g_assert_cmpint (rt_timing_get_total (&timing, 999), ==, 200);
}

/* What lies in no phase; phases that overlap leave none. */
static void
test_rest (void)
{
  RtTiming timing;

  rt_timing_init (&timing);
  g_assert_cmpint (rt_timing_get_rest (&timing, 50), ==, 0);
  timing.started = 100;
  timing.ended = 300;
  timing.phases[RT_PHASE_NAME] = (RtSpanOfTime) { 110, 150 };
  timing.phases[RT_PHASE_WAIT] = (RtSpanOfTime) { 200, 300 };
  g_assert_cmpint (rt_timing_get_rest (&timing, 999), ==, 60);
  timing.phases[RT_PHASE_REQUEST] = (RtSpanOfTime) { 150, 300 };
  g_assert_cmpint (rt_timing_get_rest (&timing, 999), ==, 0);
}

/* A phase that began at the clock's zero did happen. */
static void
test_zero (void)
{
  RtTiming timing;

  rt_timing_init (&timing);
  timing.started = 0;
  timing.phases[RT_PHASE_TLS] = (RtSpanOfTime) { 0, 0 };
  g_assert_true (rt_timing_happened (&timing, RT_PHASE_TLS));
  g_assert_cmpint (rt_timing_get_length (&timing, RT_PHASE_TLS, 5), ==, 0);
  g_assert_cmpint (rt_timing_get_total (&timing, 5), ==, 5);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/timing/nothing-happened", test_nothing_happened);
  g_test_add_func ("/timing/lengths", test_lengths);
  g_test_add_func ("/timing/rest", test_rest);
  g_test_add_func ("/timing/zero", test_zero);

  return g_test_run ();
}
