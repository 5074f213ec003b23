/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/exchange-filling.c: what is told of, and when. What it
 * filled in is read by the test of exchange.c.
 */

#include "exchange-private.h"

#include <string.h>

static RtHead *
make_head (RtHeadKind  kind,
           const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  return rt_head_parse (kind, bytes);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
set_state (RtExchange *exchange)
{
  rt_exchange_set_state (exchange, RT_EXCHANGE_SENDING);
}

static void
take_request_head (RtExchange *exchange)
{
  rt_exchange_take_request_head (exchange, make_head (RT_HEAD_REQUEST, "GET / HTTP/1.1\r\n\r\n"));
}

static void
take_interim_head (RtExchange *exchange)
{
  rt_exchange_take_interim_head (exchange, make_head (RT_HEAD_RESPONSE, "HTTP/1.1 103 E\r\n\r\n"));
}

static void
take_response_head (RtExchange *exchange)
{
  rt_exchange_take_response_head (exchange, make_head (RT_HEAD_RESPONSE, "HTTP/1.1 200\r\n\r\n"));
}

static void
take_trailers (RtExchange *exchange)
{
  rt_exchange_take_trailers (exchange, make_head (RT_HEAD_TRAILERS, "A: b\r\n\r\n"));
}

static void
take_partial_head (RtExchange *exchange)
{
  rt_exchange_take_partial_head (exchange, g_bytes_new_static ("HTT", 3));
}

static void
set_extra_bytes (RtExchange *exchange)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("extra", 5);

  rt_exchange_set_extra_bytes (exchange, bytes);
}

static void
set_request_content (RtExchange *exchange)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("content", 7);

  rt_exchange_set_request_content (exchange, bytes);
}

static void
set_framing (RtExchange *exchange)
{
  rt_exchange_set_framing (exchange, RT_FRAMING_CHUNKED);
}

static void
set_content (RtExchange *exchange)
{
  g_autoptr(RtBody) content = rt_body_new ();

  rt_exchange_set_content (exchange, content);
}

static void
take_fault (RtExchange *exchange)
{
  rt_exchange_take_fault (exchange, rt_fault_new (RT_FAULT_CONTENT_SHORT, "evidence"));
}

static void
take_failure (RtExchange *exchange)
{
  rt_exchange_take_failure (exchange, rt_failure_new (RT_FAILURE_RESET, RT_PHASE_WAIT, "1", NULL));
}

static void
set_connection (RtExchange *exchange)
{
  g_autoptr(RtConnection) connection = rt_connection_new ();

  rt_exchange_set_connection (exchange, connection);
}

static void
set_timing (RtExchange *exchange)
{
  RtTiming timing;

  rt_timing_init (&timing);
  rt_exchange_set_timing (exchange, &timing);
}

static void
set_sizes (RtExchange *exchange)
{
  const RtSizes sizes = { .request_head = 3, .content_announced = -1 };

  rt_exchange_set_sizes (exchange, &sizes);
}

static void
take_next (RtExchange *exchange)
{
  rt_exchange_take_next (exchange, g_new0 (RtNext, 1));
}

static void
take_cookie_verdict (RtExchange *exchange)
{
  rt_exchange_take_cookie_verdict (exchange, rt_cookie_verdict_new (RT_COOKIE_REFUSED, NULL, "a=b",
                                                                    "why", "section"));
}

static void
set_proof (RtExchange *exchange)
{
  rt_exchange_set_proof (exchange, RT_PROOF_RIGHT);
}

static void
take_library_view (RtExchange *exchange)
{
  rt_exchange_take_library_view (exchange, g_strdup ("view"));
}

static void
take_frames (RtExchange *exchange)
{
  rt_exchange_take_frames (exchange, g_strdup ("frames"));
}

static void (*const changes[]) (RtExchange *exchange) = {
  set_state, take_request_head, take_interim_head, take_response_head, take_trailers,
  take_partial_head, set_extra_bytes, set_request_content, set_framing, set_content, take_fault,
  take_failure, set_connection, set_timing, set_sizes, take_next, take_cookie_verdict, set_proof,
  take_library_view, take_frames, rt_exchange_finish,
};

/* Each is told of, in the context that asked for it. */
static void
test_each_is_told_of (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (changes); i++)
    {
      g_autoptr(GMainContext) context = g_main_context_new ();
      RtExchange *exchange = rt_exchange_new (context, "GET", "http://a/");
      guint changed = 0;

      g_signal_connect_swapped (exchange, "changed", G_CALLBACK (count_cb), &changed);
      changes[i] (exchange);
      g_assert_cmpuint (changed, ==, 0);
      g_assert_true (g_main_context_iteration (context, FALSE));
      g_assert_cmpuint (changed, ==, 1);
      g_assert_finalize_object (exchange);
    }
}

/* Many changes, one signal; the end is told at once and only once. */
static void
test_changed (void)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  RtExchange *exchange = rt_exchange_new (context, "GET", "http://a/");
  guint changed = 0;

  g_signal_connect_swapped (exchange, "changed", G_CALLBACK (count_cb), &changed);
  for (gsize i = 0; changes[i] != rt_exchange_finish; i++)
    changes[i] (exchange);
  g_assert_cmpuint (changed, ==, 0);
  g_assert_true (g_main_context_iteration (context, FALSE));
  g_assert_cmpuint (changed, ==, 1);
  g_assert_false (g_main_context_iteration (context, FALSE));

  rt_exchange_set_framing (exchange, RT_FRAMING_LENGTH);
  rt_exchange_finish (exchange);
  rt_exchange_finish (exchange);
  g_assert_true (g_main_context_iteration (context, FALSE));
  g_assert_cmpuint (changed, ==, 2);
  g_assert_false (g_main_context_iteration (context, FALSE));
  g_assert_finalize_object (exchange);
}

/* The first content is told of at once. What is whole waits, as its end is told
 * of at once; and so does what comes later. */
static void
test_first_content (void)
{
  static const struct { RtSizes sizes; gboolean at_once; } cases[] = {
    { { .content_encoded = 5, .content_decoded = 5, .content_announced = 10 }, TRUE },
    { { .content_encoded = 5, .content_decoded = 5, .content_announced = -1 }, TRUE },
    { { .content_encoded = 10, .content_decoded = 10, .content_announced = 10 }, FALSE },
    { { .content_encoded = 5, .content_decoded = 0, .content_announced = 10 }, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(GMainContext) context = g_main_context_new ();
      g_autoptr(RtExchange) exchange = rt_exchange_new (context, "GET", "http://a/");
      gint64 start = g_get_monotonic_time ();
      guint changed = 0;

      g_signal_connect_swapped (exchange, "changed", G_CALLBACK (count_cb), &changed);
      rt_exchange_set_state (exchange, RT_EXCHANGE_RECEIVING);
      while (changed == 0)
        g_main_context_iteration (context, TRUE);
      rt_exchange_set_sizes (exchange, &cases[i].sizes);
      g_main_context_iteration (context, FALSE);
      /* After so long the other one may be due as well. */
      if (cases[i].at_once || g_get_monotonic_time () - start < RT_NOTIFIER_INTERVAL)
        g_assert_cmpuint (changed, ==, cases[i].at_once ? 2 : 1);
      rt_exchange_finish (exchange);
      while (g_main_context_iteration (context, FALSE))
        ;
    }
}

/* What came first is why it failed; the rest follows from it. */
static void
test_first_failure (void)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  RtExchange *exchange = rt_exchange_new (context, "GET", "http://a/");
  g_autoptr(RtFailure) failure = NULL;

  take_failure (exchange);
  rt_exchange_take_failure (exchange, rt_failure_new (RT_FAILURE_OTHER, RT_PHASE_TLS, "2", NULL));
  failure = rt_exchange_dup_failure (exchange);
  g_assert_cmpint (failure->kind, ==, RT_FAILURE_RESET);
  g_assert_cmpstr (failure->message, ==, "1");
  while (g_main_context_iteration (context, FALSE))
    ;
  g_assert_finalize_object (exchange);
}

static void
test_finish (void)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  RtExchange *exchange = rt_exchange_new (context, "GET", "http://a/");
  g_autoptr(RtBody) content = rt_body_new ();

  rt_exchange_set_content (exchange, content);
  rt_exchange_finish (exchange);
  g_assert_cmpint (rt_exchange_get_state (exchange), ==, RT_EXCHANGE_DONE);
  g_assert_true (rt_body_is_finished (rt_exchange_get_body (exchange)));
  g_assert_true (rt_body_is_finished (content));

  /* what is done stays done */
  rt_exchange_set_state (exchange, RT_EXCHANGE_RECEIVING);
  g_assert_cmpint (rt_exchange_get_state (exchange), ==, RT_EXCHANGE_DONE);
  while (g_main_context_iteration (context, FALSE))
    ;
  g_assert_finalize_object (exchange);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange-filling/each-is-told-of", test_each_is_told_of);
  g_test_add_func ("/exchange-filling/changed", test_changed);
  g_test_add_func ("/exchange-filling/first-content", test_first_content);
  g_test_add_func ("/exchange-filling/first-failure", test_first_failure);
  g_test_add_func ("/exchange-filling/finish", test_finish);

  return g_test_run ();
}
