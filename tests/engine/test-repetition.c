/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Repetition against the playground, by a clock that only the test moves. */

#include "config.h"

#include "repetition-private.h"

#include "sending.h"

#include <stdlib.h>

typedef struct
{
  gint64  now;
  GArray *waits; /* microseconds that were asked for */
} Clock;

static gint64
tell (gpointer data)
{
  return ((Clock *) data)->now;
}

/* Time passes in no time. */
static GSource *
pass (gint64   microseconds,
      gpointer data)
{
  Clock *clock = data;

  g_array_append_val (clock->waits, microseconds);
  clock->now += microseconds;

  return g_idle_source_new ();
}

static Clock *
clock_new (void)
{
  Clock *clock = g_new0 (Clock, 1);

  clock->now = 1000;
  clock->waits = g_array_new (FALSE, FALSE, sizeof (gint64));

  return clock;
}

static void
clock_free (Clock *clock)
{
  g_array_unref (clock->waits);
  g_free (clock);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Clock, clock_free)

static RtRepetition *
create (Sending                *sending,
        const char             *path,
        const RtRepetitionPlan *plan,
        Clock                  *clock)
{
  RtRepetition *self;

  sending_aim (sending, path);
  self = rt_repetition_new (sending->engine, sending->request, plan);
  if (clock != NULL)
    rt_repetition_set_clock (self, &(RtRepetitionClock) { tell, pass, clock });

  return self;
}

static void
run_to_end (RtRepetition *self)
{
  rt_repetition_start (self);
  while (rt_repetition_get_state (self) != RT_REPETITION_ENDED)
    g_main_context_iteration (NULL, TRUE);
}

static void
wait_for_done (RtRepetition *self,
               guint         n)
{
  while (rt_repetition_get_n_done (self) < n)
    g_main_context_iteration (NULL, TRUE);
}

static RtRepetitionResult *
get_result (RtRepetition *self,
            guint         position)
{
  g_autoptr(RtRepetitionResult) result = g_list_model_get_item (G_LIST_MODEL (self), position);

  g_assert_nonnull (result);

  return result; /* the list holds it */
}

static void
items_cb (GListModel *model,
          guint       position,
          guint       removed,
          guint       added,
          guint      *n)
{
  g_assert_cmpuint (position, ==, *n);
  g_assert_cmpuint (removed, ==, 0);
  g_assert_cmpuint (added, ==, 1);
  *n += 1;
}

static void
test_count (Sending       *sending,
            gconstpointer  data)
{
  RtRepetitionPlan plan = { .count = 5 };
  RtRepetition *self = create (sending, "/status/404", &plan, NULL);
  gint64 ended = 0;
  guint n = 0;

  g_signal_connect (self, "items-changed", G_CALLBACK (items_cb), &n);
  g_assert_cmpint (rt_repetition_get_state (self), ==, RT_REPETITION_READY);
  run_to_end (self);

  g_assert_cmpint (rt_repetition_get_end (self), ==, RT_REPETITION_END_COUNT);
  g_assert_cmpuint (n, ==, 5);
  for (guint i = 0; i < 5; i++)
    {
      RtRepetitionResult *result = get_result (self, i);
      RtTiming timing;

      g_assert_cmpuint (rt_repetition_result_get_number (result), ==, i + 1);
      g_assert_cmpint (rt_repetition_result_get_status (result), ==, 404);
      g_assert_cmpstr (rt_repetition_result_get_reason (result), ==, "Not Found");
      g_assert_cmpint (rt_repetition_result_get_failure (result), ==, -1);
      g_assert_null (rt_repetition_result_get_failure_words (result));
      g_assert_cmpuint (rt_repetition_result_get_n_exchanges (result), ==, 1);
      g_assert_cmpint (rt_repetition_result_get_started (result), >, 0);

      /* Never two at once. */
      rt_exchange_get_timing (rt_trail_get_last (rt_repetition_result_get_trail (result)), &timing);
      g_assert_cmpint (timing.started, >=, ended);
      ended = timing.ended;
      g_assert_cmpint (rt_repetition_result_get_duration (result), ==,
                       timing.ended - timing.started);
    }
  g_assert_finalize_object (self);
}

static void
test_interval (Sending       *sending,
               gconstpointer  data)
{
  g_autoptr(Clock) clock = clock_new ();
  RtRepetitionPlan plan = { .count = 4, .interval = 60 * 1000 };
  RtRepetition *self = create (sending, "/status/204", &plan, clock);

  rt_repetition_start (self);
  wait_for_done (self, 2);
  /* The third send takes longer than the interval: the fourth follows at once. */
  while (!rt_repetition_is_sending (self))
    g_main_context_iteration (NULL, TRUE);
  clock->now += 90 * G_USEC_PER_SEC;
  while (rt_repetition_get_state (self) != RT_REPETITION_ENDED)
    g_main_context_iteration (NULL, TRUE);

  g_assert_cmpuint (clock->waits->len, ==, 4);
  g_assert_cmpint (g_array_index (clock->waits, gint64, 0), ==, 0);
  g_assert_cmpint (g_array_index (clock->waits, gint64, 1), ==, 60 * G_USEC_PER_SEC);
  g_assert_cmpint (g_array_index (clock->waits, gint64, 2), ==, 60 * G_USEC_PER_SEC);
  g_assert_cmpint (g_array_index (clock->waits, gint64, 3), ==, 0);
  g_assert_finalize_object (self);
}

static void
test_until (Sending       *sending,
            gconstpointer  data)
{
  RtRepetitionPlan plan = { .until_from = 400, .until_to = 499 };
  RtRepetition *self = create (sending, "/rate-limit/3", &plan, NULL);
  g_autoptr(GArray) counts = NULL;

  run_to_end (self);
  g_assert_cmpint (rt_repetition_get_end (self), ==, RT_REPETITION_END_STATUS);
  g_assert_cmpuint (rt_repetition_get_n_done (self), ==, 4);
  counts = rt_repetition_dup_counts (self);
  g_assert_cmpuint (counts->len, ==, 2);
  g_assert_cmpint (g_array_index (counts, RtRepetitionCount, 0).status, ==, 200);
  g_assert_cmpuint (g_array_index (counts, RtRepetitionCount, 0).n, ==, 3);
  g_assert_cmpint (g_array_index (counts, RtRepetitionCount, 1).status, ==, 429);
  g_assert_cmpuint (g_array_index (counts, RtRepetitionCount, 1).n, ==, 1);
  g_assert_finalize_object (self);
}

/* It does not come: the count ends it. */
static void
test_until_or_count (Sending       *sending,
                     gconstpointer  data)
{
  RtRepetitionPlan plan = { .count = 3, .until_from = 200, .until_to = 200 };
  RtRepetition *self = create (sending, "/status/503", &plan, NULL);

  run_to_end (self);
  g_assert_cmpint (rt_repetition_get_end (self), ==, RT_REPETITION_END_COUNT);
  g_assert_cmpuint (rt_repetition_get_n_done (self), ==, 3);
  g_assert_finalize_object (self);
}

static void
test_stop_sending (Sending       *sending,
                   gconstpointer  data)
{
  RtRepetitionPlan plan = { 0 };
  RtRepetition *self = create (sending, "/stall", &plan, NULL);

  rt_repetition_start (self);
  while (!rt_repetition_is_sending (self))
    g_main_context_iteration (NULL, TRUE);
  rt_repetition_stop (self);
  g_assert_cmpint (rt_repetition_get_state (self), ==, RT_REPETITION_ENDED);
  g_assert_cmpint (rt_repetition_get_end (self), ==, RT_REPETITION_END_STOPPED);
  g_assert_false (rt_repetition_is_sending (self));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self)), ==, 0);
  g_assert_finalize_object (self);
}

static void
test_stop_waiting (Sending       *sending,
                   gconstpointer  data)
{
  RtRepetitionPlan plan = { .interval = 3600 * 1000 };
  RtRepetition *self = create (sending, "/status/200", &plan, NULL);

  rt_repetition_start (self);
  wait_for_done (self, 1);
  g_assert_false (rt_repetition_is_sending (self));
  g_assert_cmpint (rt_repetition_get_wait (self), >, 0);
  rt_repetition_stop (self);
  g_assert_cmpint (rt_repetition_get_wait (self), ==, 0);
  g_assert_cmpint (rt_repetition_get_end (self), ==, RT_REPETITION_END_STOPPED);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (self)), ==, 1);

  /* It has ended for good. */
  rt_repetition_resume (self);
  rt_repetition_start (self);
  g_assert_cmpint (rt_repetition_get_state (self), ==, RT_REPETITION_ENDED);
  g_assert_finalize_object (self);
}

static void
test_pause (Sending       *sending,
            gconstpointer  data)
{
  g_autoptr(Clock) clock = clock_new ();
  RtRepetitionPlan plan = { .count = 3, .interval = 1000 };
  RtRepetition *self = create (sending, "/status/200", &plan, clock);

  rt_repetition_start (self);
  while (!rt_repetition_is_sending (self))
    g_main_context_iteration (NULL, TRUE);
  rt_repetition_pause (self);
  g_assert_true (rt_repetition_is_sending (self));
  wait_for_done (self, 1);
  g_assert_cmpint (rt_repetition_get_state (self), ==, RT_REPETITION_PAUSED);
  g_assert_cmpuint (clock->waits->len, ==, 1);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (rt_repetition_get_n_done (self), ==, 1);

  rt_repetition_resume (self);
  g_assert_cmpint (rt_repetition_get_state (self), ==, RT_REPETITION_RUNNING);
  /* Once more while it waits. */
  rt_repetition_pause (self);
  rt_repetition_resume (self);
  while (rt_repetition_get_state (self) != RT_REPETITION_ENDED)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (rt_repetition_get_n_done (self), ==, 3);
  g_assert_finalize_object (self);
}

static void
test_trails (Sending       *sending,
             gconstpointer  data)
{
  RtRepetitionPlan plan = { .count = RT_REPETITION_MAX_TRAILS + 5 };
  RtRepetition *self = create (sending, "/status/200", &plan, NULL);

  run_to_end (self);
  for (guint i = 0; i < plan.count; i++)
    {
      gboolean has_trail = rt_repetition_result_get_trail (get_result (self, i)) != NULL;

      g_assert_cmpint (has_trail, ==, i >= 5);
      g_assert_cmpint (rt_repetition_result_get_status (get_result (self, i)), ==, 200);
    }
  g_assert_finalize_object (self);
}

static void
test_weight (Sending       *sending,
             gconstpointer  data)
{
  RtRepetitionPlan plan = { .count = 3 };
  RtRepetition *self = create (sending, "/bytes/33000000", &plan, NULL);

  run_to_end (self);
  g_assert_cmpuint (rt_repetition_result_get_size (get_result (self, 0)), ==, 33000000);
  g_assert_null (rt_repetition_result_get_trail (get_result (self, 0)));
  g_assert_nonnull (rt_repetition_result_get_trail (get_result (self, 1)));
  g_assert_nonnull (rt_repetition_result_get_trail (get_result (self, 2)));
  g_assert_finalize_object (self);
}

static void
test_failure (Sending       *sending,
              gconstpointer  data)
{
  RtRepetitionPlan plan = { .count = 2 };
  RtRepetitionTimes times;
  RtRepetition *self;

  rt_request_set_url (sending->request, "http://127.0.0.1:1/");
  self = rt_repetition_new (sending->engine, sending->request, &plan);
  run_to_end (self);
  g_assert_cmpuint (rt_repetition_get_n_done (self), ==, 2);
  g_assert_cmpint (rt_repetition_result_get_status (get_result (self, 0)), ==, 0);
  g_assert_cmpint (rt_repetition_result_get_failure (get_result (self, 0)), ==, RT_FAILURE_REFUSED);
  g_assert_nonnull (rt_repetition_result_get_failure_words (get_result (self, 0)));
  g_assert_null (rt_repetition_result_get_reason (get_result (self, 0)));
  rt_repetition_get_times (self, &times);
  g_assert_cmpuint (times.n, ==, 0);
  g_assert_finalize_object (self);
}

static int
compare (gconstpointer a,
         gconstpointer b)
{
  gint64 first = *(const gint64 *) a;
  gint64 second = *(const gint64 *) b;

  return first < second ? -1 : first > second;
}

static void
check_times (RtRepetition *self,
             guint         n)
{
  gint64 sorted[8];
  RtRepetitionTimes times;

  g_assert_cmpuint (n, <=, G_N_ELEMENTS (sorted));
  for (guint i = 0; i < n; i++)
    sorted[i] = rt_repetition_result_get_duration (get_result (self, i));
  qsort (sorted, n, sizeof (gint64), compare);
  rt_repetition_get_times (self, &times);
  g_assert_cmpuint (times.n, ==, n);
  g_assert_cmpint (times.min, ==, sorted[0]);
  g_assert_cmpint (times.max, ==, sorted[n - 1]);
  g_assert_cmpint (times.median, ==,
                   n % 2 == 1 ? sorted[n / 2] : (sorted[n / 2 - 1] + sorted[n / 2]) / 2);
}

static void
test_times (Sending       *sending,
            gconstpointer  data)
{
  for (guint n = 1; n < 5; n++)
    {
      RtRepetitionPlan plan = { .count = n };
      RtRepetition *self = create (sending, "/status/200", &plan, NULL);

      run_to_end (self);
      check_times (self, n);
      g_assert_finalize_object (self);
    }
}

static void
test_redirects (Sending       *sending,
                gconstpointer  data)
{
  RtRepetitionPlan plan = { .count = 1 };
  RtRepetition *self;

  rt_request_set_step (sending->request, TRUE);
  self = create (sending, "/status/302", &plan, NULL);
  g_assert_false (rt_request_get_step (rt_repetition_get_request (self)));
  g_assert_true (rt_request_get_step (sending->request));
  run_to_end (self);
  g_assert_cmpuint (rt_repetition_result_get_n_exchanges (get_result (self, 0)), >, 1);
  g_assert_finalize_object (self);
}

/* The end of the object is the end of what it does. */
static void
test_drop (Sending       *sending,
           gconstpointer  data)
{
  RtRepetitionPlan plan = { 0 };
  RtRepetition *self = create (sending, "/stall", &plan, NULL);

  rt_repetition_start (self);
  g_assert_finalize_object (self);
  self = create (sending, "/stall", &plan, NULL);
  rt_repetition_start (self);
  while (!rt_repetition_is_sending (self))
    g_main_context_iteration (NULL, TRUE);
  g_assert_finalize_object (self);
}

static void
test_parse_until (void)
{
  static const struct
  {
    const char *text;
    gboolean    valid;
    int         from;
    int         to;
  } cases[] = {
    { "", TRUE, 0, 0 },
    { "  ", TRUE, 0, 0 },
    { "200", TRUE, 200, 200 },
    { " 404 ", TRUE, 404, 404 },
    { "2xx", TRUE, 200, 299 },
    { "5XX", TRUE, 500, 599 },
    { "999", TRUE, 999, 999 },
    { "099", FALSE, 0, 0 },
    { "0xx", FALSE, 0, 0 },
    { "20", FALSE, 0, 0 },
    { "20x", FALSE, 0, 0 },
    { "2000", FALSE, 0, 0 },
    { "-20", FALSE, 0, 0 },
    { "ok", FALSE, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      int from, to;

      g_test_message ("“%s”", cases[i].text);
      g_assert_cmpint (rt_repetition_parse_until (cases[i].text, &from, &to), ==, cases[i].valid);
      g_assert_cmpint (from, ==, cases[i].from);
      g_assert_cmpint (to, ==, cases[i].to);
    }
}

#define SENDING(name, func) \
  g_test_add ("/repetition/" name, Sending, NULL, sending_set_up, func, sending_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  SENDING ("count", test_count);
  SENDING ("interval", test_interval);
  SENDING ("until", test_until);
  SENDING ("until-or-count", test_until_or_count);
  SENDING ("stop-sending", test_stop_sending);
  SENDING ("stop-waiting", test_stop_waiting);
  SENDING ("pause", test_pause);
  SENDING ("trails", test_trails);
  SENDING ("weight", test_weight);
  SENDING ("failure", test_failure);
  SENDING ("times", test_times);
  SENDING ("redirects", test_redirects);
  SENDING ("drop", test_drop);
  g_test_add_func ("/repetition/parse-until", test_parse_until);

  return g_test_run ();
}
