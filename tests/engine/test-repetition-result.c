/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a result keeps of a trail, and letting the trail go. */

#include "config.h"

#include "repetition-result.h"

#include "sending.h"

static void
notify_cb (RtRepetitionResult *result,
           GParamSpec         *pspec,
           guint              *n)
{
  *n += 1;
}

static void
test_let_go (Sending       *sending,
             gconstpointer  data)
{
  RtRepetitionResult *result;
  gpointer trail;
  guint n = 0;

  sending_aim (sending, "/bytes/1000");
  sending_run (sending);
  result = rt_repetition_result_new (7, sending->trail);
  trail = g_steal_pointer (&sending->trail);
  g_object_add_weak_pointer (trail, &trail);
  g_object_unref (trail);
  g_assert_nonnull (trail);
  g_assert_true (rt_repetition_result_get_trail (result) == trail);
  g_assert_cmpuint (rt_repetition_result_get_size (result), ==, 1000);
  g_assert_cmpuint (rt_repetition_result_get_weight (result), >, 1000);

  g_signal_connect (result, "notify::has-trail", G_CALLBACK (notify_cb), &n);
  rt_repetition_result_let_go (result);
  rt_repetition_result_let_go (result);
  g_assert_cmpuint (n, ==, 1);
  g_assert_null (rt_repetition_result_get_trail (result));
  /* The engine's thread may still hold it: its end is the end of that. */
  g_assert_finalize_object (g_steal_pointer (&sending->engine));
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_null (trail);
  sending->engine = rt_engine_new (NULL);
  g_assert_cmpuint (rt_repetition_result_get_number (result), ==, 7);
  g_assert_cmpint (rt_repetition_result_get_status (result), ==, 200);
  g_assert_cmpstr (rt_repetition_result_get_reason (result), ==, "OK");
  g_assert_finalize_object (result);
}

/* The whole trail counts, the last exchange speaks. */
static void
test_trail (Sending       *sending,
            gconstpointer  data)
{
  RtRepetitionResult *result;
  RtTiming first, last;
  int status;
  guint number;

  sending_aim (sending, "/status/302");
  sending_run (sending);
  g_assert_cmpuint (rt_trail_get_n_exchanges (sending->trail), >, 1);
  result = rt_repetition_result_new (1, sending->trail);
  rt_exchange_get_timing (rt_trail_get_exchange (sending->trail, 0), &first);
  rt_exchange_get_timing (rt_trail_get_last (sending->trail), &last);
  g_assert_cmpint (rt_repetition_result_get_duration (result), ==, last.ended - first.started);
  g_assert_cmpint (rt_repetition_result_get_started (result), ==, first.wall_clock);
  g_object_get (result, "status", &status, "number", &number, NULL);
  g_assert_cmpint (status, ==, rt_exchange_get_status (rt_trail_get_last (sending->trail)));
  g_assert_cmpuint (number, ==, 1);
  g_assert_finalize_object (result);
}

#define SENDING(name, func) \
  g_test_add ("/repetition-result/" name, Sending, NULL, sending_set_up, func, sending_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  SENDING ("let-go", test_let_go);
  SENDING ("trail", test_trail);

  return g_test_run ();
}
