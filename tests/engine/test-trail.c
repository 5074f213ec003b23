/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/trail.c. */

#include "trail.h"

#include "exchange-private.h"
#include "trail-private.h"

/* What was told, in order. */
static void
note_changed_cb (RtExchange *exchange,
                 GString    *log)
{
  g_autofree char *method = rt_exchange_dup_method (exchange);

  g_string_append_printf (log, "%s%s ", method,
                          rt_exchange_get_state (exchange) == RT_EXCHANGE_DONE ? "." : "");
}

static void
note_items_cb (GListModel *trail,
               guint       position,
               guint       removed,
               guint       added,
               GString    *log)
{
  g_autoptr(RtExchange) exchange = g_list_model_get_item (trail, position);

  g_assert_cmpuint (removed, ==, 0);
  g_assert_cmpuint (added, ==, 1);
  g_assert_cmpuint (rt_exchange_get_position (exchange), ==, position);
  g_string_append_printf (log, "+%u ", position);
  g_signal_connect (exchange, "changed", G_CALLBACK (note_changed_cb), log);
}

static void
note_running_cb (RtTrail    *trail,
                 GParamSpec *pspec,
                 GString    *log)
{
  g_string_append (log, rt_trail_is_running (trail) ? "running " : "ended ");
}

static void
note_finished_cb (RtTrail *trail,
                  GString *log)
{
  g_string_append (log, "finished ");
}

typedef struct
{
  GMainContext *context;
  RtTrail      *trail;
  RtRequest    *request;
  GString      *log;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  data)
{
  fixture->context = g_main_context_new ();
  fixture->request = rt_request_new ();
  fixture->trail = rt_trail_new (fixture->context, fixture->request);
  fixture->log = g_string_new (NULL);
  g_signal_connect (fixture->trail, "items-changed", G_CALLBACK (note_items_cb), fixture->log);
  g_signal_connect (fixture->trail, "notify::running", G_CALLBACK (note_running_cb), fixture->log);
  g_signal_connect (fixture->trail, "finished", G_CALLBACK (note_finished_cb), fixture->log);
}

/* Until all that was announced is in the list, and all that is due is told. */
static void
run (Fixture *fixture)
{
  while (rt_trail_get_n_exchanges (fixture->trail) < rt_trail_count (fixture->trail))
    g_main_context_iteration (fixture->context, TRUE);
  while (g_main_context_iteration (fixture->context, FALSE))
    ;
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  data)
{
  run (fixture);
  g_assert_finalize_object (fixture->trail);
  g_assert_finalize_object (fixture->request);
  g_string_free (fixture->log, TRUE);
  g_main_context_unref (fixture->context);
}

static RtExchange *
create_exchange (Fixture    *fixture,
                 const char *method)
{
  return rt_exchange_new (fixture->context, method, "http://a/");
}

static void
check_order (RtTrail    *trail,
             const char *expected)
{
  g_autoptr(GString) order = g_string_new (NULL);

  for (guint i = 0; i < rt_trail_get_n_exchanges (trail); i++)
    {
      RtExchange *exchange = rt_trail_get_exchange (trail, i);
      g_autofree char *method = rt_exchange_dup_method (exchange);

      g_assert_cmpuint (rt_exchange_get_position (exchange), ==, i);
      g_string_append (order, method);
    }
  g_assert_cmpstr (order->str, ==, expected);
}

static void
test_empty (Fixture       *fixture,
            gconstpointer  data)
{
  gboolean running;

  g_object_get (fixture->trail, "running", &running, NULL);
  g_assert_true (running);
  g_assert_true (rt_trail_get_request (fixture->trail) == fixture->request);
  g_assert_cmpuint (rt_trail_get_n_exchanges (fixture->trail), ==, 0);
  g_assert_null (rt_trail_get_last (fixture->trail));
  g_assert_null (g_list_model_get_item (G_LIST_MODEL (fixture->trail), 0));
  g_assert_true (g_list_model_get_item_type (G_LIST_MODEL (fixture->trail)) == RT_TYPE_EXCHANGE);
  g_assert_cmpint (rt_trail_get_end (fixture->trail), ==, RT_TRAIL_END_NORMAL);
  g_assert_cmpstr (rt_trail_get_end_words (fixture->trail), ==, "");
}

/* Exchanges enter in the sender's thread only, in their order. */
static void
test_order (Fixture       *fixture,
            gconstpointer  data)
{
  g_autoptr(RtExchange) a = create_exchange (fixture, "A");
  g_autoptr(RtExchange) b = create_exchange (fixture, "B");
  g_autoptr(RtExchange) c = create_exchange (fixture, "C");
  g_autoptr(RtExchange) tunnel = create_exchange (fixture, "T");
  g_autoptr(RtExchange) second = create_exchange (fixture, "U");

  rt_trail_append (fixture->trail, a);
  rt_trail_append (fixture->trail, b);
  g_assert_cmpuint (rt_trail_get_n_exchanges (fixture->trail), ==, 0);
  run (fixture);
  check_order (fixture->trail, "AB");
  g_assert_true (rt_trail_get_last (fixture->trail) == b);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (fixture->trail)), ==, 2);

  rt_trail_insert_before_last (fixture->trail, tunnel);
  rt_trail_insert_before_last (fixture->trail, second);
  rt_trail_append (fixture->trail, c);
  run (fixture);
  check_order (fixture->trail, "ATUBC");
  g_assert_cmpstr (fixture->log->str, ==, "+0 +1 +1 +2 +4 ");
}

static void
test_before_last_alone (Fixture       *fixture,
                        gconstpointer  data)
{
  g_autoptr(RtExchange) tunnel = create_exchange (fixture, "T");
  g_autoptr(RtExchange) a = create_exchange (fixture, "A");

  rt_trail_insert_before_last (fixture->trail, tunnel);
  rt_trail_append (fixture->trail, a);
  run (fixture);
  check_order (fixture->trail, "TA");
}

/* "finished" comes last: after the list is whole and all have told their end. */
static void
test_finished (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(RtExchange) a = create_exchange (fixture, "A");
  g_autoptr(RtExchange) b = create_exchange (fixture, "B");

  rt_trail_append (fixture->trail, a);
  run (fixture);
  rt_exchange_finish (a);
  rt_trail_append (fixture->trail, b);
  rt_exchange_finish (b);
  rt_trail_finish (fixture->trail, RT_TRAIL_END_LOOP, "words");
  rt_trail_finish (fixture->trail, RT_TRAIL_END_TOO_MANY, "other words");

  /* not before the sender's thread has been told */
  g_assert_true (rt_trail_is_running (fixture->trail));
  g_assert_cmpint (rt_trail_get_end (fixture->trail), ==, RT_TRAIL_END_NORMAL);
  g_assert_cmpstr (rt_trail_get_end_words (fixture->trail), ==, "");

  run (fixture);
  g_assert_false (rt_trail_is_running (fixture->trail));
  g_assert_cmpint (rt_trail_get_end (fixture->trail), ==, RT_TRAIL_END_LOOP);
  g_assert_cmpstr (rt_trail_get_end_words (fixture->trail), ==, "words");
  g_assert_nonnull (g_strstr_len (fixture->log->str, -1, "A. "));
  g_assert_nonnull (g_strstr_len (fixture->log->str, -1, "+1 "));
  g_assert_nonnull (g_strstr_len (fixture->log->str, -1, "B. ended finished "));
  g_assert_true (g_strstr_len (fixture->log->str, -1, "finished ") ==
                 g_strrstr (fixture->log->str, "finished "));
}

static void
test_finished_empty (Fixture       *fixture,
                     gconstpointer  data)
{
  rt_trail_finish (fixture->trail, RT_TRAIL_END_NORMAL, NULL);
  run (fixture);
  g_assert_cmpstr (fixture->log->str, ==, "ended finished ");
  g_assert_cmpstr (rt_trail_get_end_words (fixture->trail), ==, "");
}

static void
test_stop (Fixture       *fixture,
           gconstpointer  data)
{
  GCancellable *cancellable = rt_trail_get_cancellable (fixture->trail);

  g_assert_false (g_cancellable_is_cancelled (cancellable));
  rt_trail_stop (fixture->trail);
  g_assert_true (g_cancellable_is_cancelled (cancellable));
  rt_trail_stop (fixture->trail);
  g_assert_true (rt_trail_is_running (fixture->trail));
}

static void
test_snapshot (Fixture       *fixture,
               gconstpointer  data)
{
  g_autoptr(RtExchange) first = create_exchange (fixture, "a");
  g_autoptr(RtExchange) second = create_exchange (fixture, "b");
  g_autoptr(RtTrail) before = NULL;
  g_autoptr(RtTrail) after = NULL;

  rt_trail_append (fixture->trail, first);
  run (fixture);
  before = rt_trail_snapshot (fixture->trail);
  rt_trail_append (fixture->trail, second);
  rt_trail_finish (fixture->trail, RT_TRAIL_END_LOOP, "Round.");
  run (fixture);
  after = rt_trail_snapshot (fixture->trail);

  g_assert_cmpuint (rt_trail_get_n_exchanges (before), ==, 1);
  g_assert_true (rt_trail_is_running (before));
  g_assert_true (rt_trail_get_exchange (before, 0) == first);
  g_assert_cmpuint (rt_trail_get_n_exchanges (after), ==, 2);
  g_assert_false (rt_trail_is_running (after));
  g_assert_cmpint (rt_trail_get_end (after), ==, RT_TRAIL_END_LOOP);
  g_assert_cmpstr (rt_trail_get_end_words (after), ==, "Round.");
}

static gpointer
engine_thread (gpointer data)
{
  Fixture *fixture = data;

  for (guint i = 0; i < 20; i++)
    {
      g_autoptr(RtExchange) exchange = create_exchange (fixture, i < 19 ? "x" : "z");

      rt_trail_append (fixture->trail, exchange);
      rt_exchange_finish (exchange);
    }
  rt_trail_finish (fixture->trail, RT_TRAIL_END_NORMAL, NULL);

  return NULL;
}

static void
test_threads (Fixture       *fixture,
              gconstpointer  data)
{
  GThread *thread = g_thread_new ("engine", engine_thread, fixture);

  while (rt_trail_is_running (fixture->trail))
    g_main_context_iteration (fixture->context, TRUE);
  g_thread_join (thread);
  check_order (fixture->trail, "xxxxxxxxxxxxxxxxxxxz");
  g_assert_nonnull (g_strstr_len (fixture->log->str, -1, "z. ended finished "));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/trail/empty", test_empty);
  ADD ("/trail/order", test_order);
  ADD ("/trail/before-last-alone", test_before_last_alone);
  ADD ("/trail/finished", test_finished);
  ADD ("/trail/finished-empty", test_finished_empty);
  ADD ("/trail/stop", test_stop);
  ADD ("/trail/snapshot", test_snapshot);
  ADD ("/trail/threads", test_threads);

  return g_test_run ();
}
