/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/exchange.c. */

#include "exchange.h"

#include <string.h>

#include "exchange-private.h"
#include "notifier.h"

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
test_empty (void)
{
  RtExchange *exchange = rt_exchange_new (NULL, "GET", "http://a/#b");
  g_autofree char *method = rt_exchange_dup_method (exchange);
  g_autofree char *url = rt_exchange_dup_url (exchange);
  g_autoptr(GPtrArray) interim = rt_exchange_dup_interim_heads (exchange);
  g_autoptr(GPtrArray) faults = rt_exchange_dup_faults (exchange);
  g_autoptr(RtBody) content = rt_exchange_dup_content (exchange);
  RtTiming timing;
  RtSizes sizes;

  g_assert_cmpstr (method, ==, "GET");
  g_assert_cmpstr (url, ==, "http://a/#b");
  g_assert_cmpint (rt_exchange_get_state (exchange), ==, RT_EXCHANGE_WAITING);
  g_assert_cmpint (rt_exchange_get_status (exchange), ==, 0);
  g_assert_cmpint (rt_exchange_get_framing (exchange), ==, RT_FRAMING_UNKNOWN);
  g_assert_cmpuint (rt_exchange_get_position (exchange), ==, 0);
  g_assert_null (rt_exchange_dup_reason (exchange));
  g_assert_null (rt_exchange_dup_request_head (exchange));
  g_assert_null (rt_exchange_dup_response_head (exchange));
  g_assert_null (rt_exchange_dup_trailers (exchange));
  g_assert_null (rt_exchange_dup_partial_head (exchange));
  g_assert_null (rt_exchange_dup_extra_bytes (exchange));
  g_assert_null (rt_exchange_dup_request_content (exchange));
  g_assert_null (rt_exchange_dup_failure (exchange));
  g_assert_null (rt_exchange_dup_connection (exchange));
  g_assert_null (rt_exchange_dup_library_view (exchange));
  g_assert_null (rt_exchange_dup_frames (exchange));
  g_assert_null (rt_exchange_get_next (exchange));
  g_assert_cmpuint (interim->len, ==, 0);
  g_assert_cmpuint (faults->len, ==, 0);
  g_assert_true (content == rt_exchange_get_body (exchange));
  rt_exchange_get_timing (exchange, &timing);
  g_assert_cmpint (timing.started, ==, -1);
  rt_exchange_get_sizes (exchange, &sizes);
  g_assert_cmpint (sizes.content_announced, ==, -1);
  g_assert_finalize_object (exchange);
}

static void
fill (RtExchange *exchange)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("content", 7);
  g_autoptr(RtConnection) connection = rt_connection_new ();
  g_autoptr(RtBody) content = rt_body_new ();
  RtNext *next = g_new0 (RtNext, 1);
  RtTiming timing;
  RtSizes sizes = { .request_head = 3, .content_announced = 5 };

  rt_timing_init (&timing);
  timing.started = 7;
  next->reason = RT_NEXT_REDIRECT;
  next->rule = g_strdup ("rule");
  next->dropped = g_strsplit ("a,b", ",", -1);

  rt_exchange_set_position (exchange, 4);
  rt_exchange_set_state (exchange, RT_EXCHANGE_RECEIVING);
  rt_exchange_take_request_head (exchange, make_head (RT_HEAD_REQUEST, "GET / HTTP/1.1\r\n\r\n"));
  rt_exchange_take_interim_head (exchange, make_head (RT_HEAD_RESPONSE, "HTTP/1.1 103 E\r\n\r\n"));
  rt_exchange_take_interim_head (exchange, make_head (RT_HEAD_RESPONSE, "HTTP/1.1 102 P\r\n\r\n"));
  rt_exchange_take_response_head (exchange,
                                  make_head (RT_HEAD_RESPONSE, "HTTP/1.1 404 No one\r\n\r\n"));
  rt_exchange_take_trailers (exchange, make_head (RT_HEAD_TRAILERS, "A: b\r\n\r\n"));
  rt_exchange_take_partial_head (exchange, g_bytes_new_static ("HTT", 3));
  rt_exchange_set_extra_bytes (exchange, bytes);
  rt_exchange_set_request_content (exchange, bytes);
  rt_exchange_set_framing (exchange, RT_FRAMING_CHUNKED);
  rt_exchange_set_content (exchange, content);
  rt_exchange_take_fault (exchange, rt_fault_new (RT_FAULT_CONTENT_SHORT, "evidence"));
  rt_exchange_take_failure (exchange, rt_failure_new (RT_FAILURE_RESET, RT_PHASE_WAIT, "1", NULL));
  rt_exchange_take_failure (exchange, rt_failure_new (RT_FAILURE_OTHER, RT_PHASE_TLS, "2", NULL));
  rt_exchange_set_connection (exchange, connection);
  rt_exchange_set_timing (exchange, &timing);
  rt_exchange_set_sizes (exchange, &sizes);
  rt_exchange_take_next (exchange, next);
  rt_exchange_take_library_view (exchange, g_strdup ("view"));
  rt_exchange_take_frames (exchange, g_strdup ("frames"));
}

static void
check_rest (RtExchange *exchange)
{
  g_autoptr(GBytes) partial = rt_exchange_dup_partial_head (exchange);
  g_autoptr(GBytes) extra = rt_exchange_dup_extra_bytes (exchange);
  g_autoptr(GBytes) sent = rt_exchange_dup_request_content (exchange);
  g_autoptr(RtConnection) connection = rt_exchange_dup_connection (exchange);
  g_autofree char *view = rt_exchange_dup_library_view (exchange);
  g_autofree char *frames = rt_exchange_dup_frames (exchange);
  RtTiming timing;
  RtSizes sizes;

  g_assert_cmpuint (g_bytes_get_size (partial), ==, 3);
  g_assert_cmpuint (g_bytes_get_size (extra), ==, 7);
  g_assert_cmpuint (g_bytes_get_size (sent), ==, 7);
  g_assert_nonnull (connection);
  g_assert_cmpstr (view, ==, "view");
  g_assert_cmpstr (frames, ==, "frames");
  rt_exchange_get_timing (exchange, &timing);
  g_assert_cmpint (timing.started, ==, 7);
  rt_exchange_get_sizes (exchange, &sizes);
  g_assert_cmpuint (sizes.request_head, ==, 3);
  g_assert_cmpint (sizes.content_announced, ==, 5);
  g_assert_cmpstr (rt_exchange_get_next (exchange)->dropped[1], ==, "b");
}

static void
test_filled (void)
{
  RtExchange *exchange = rt_exchange_new (NULL, "GET", "http://a/");
  g_autoptr(GPtrArray) interim = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  g_autoptr(RtHead) request = NULL;
  g_autoptr(RtHead) trailers = NULL;
  g_autoptr(RtFailure) failure = NULL;
  g_autoptr(RtBody) content = NULL;
  g_autofree char *reason = NULL;

  fill (exchange);
  interim = rt_exchange_dup_interim_heads (exchange);
  faults = rt_exchange_dup_faults (exchange);
  request = rt_exchange_dup_request_head (exchange);
  trailers = rt_exchange_dup_trailers (exchange);
  failure = rt_exchange_dup_failure (exchange);
  content = rt_exchange_dup_content (exchange);
  reason = rt_exchange_dup_reason (exchange);

  g_assert_cmpuint (rt_exchange_get_position (exchange), ==, 4);
  g_assert_cmpint (rt_exchange_get_state (exchange), ==, RT_EXCHANGE_RECEIVING);
  g_assert_cmpint (rt_exchange_get_status (exchange), ==, 404);
  g_assert_cmpint (rt_exchange_get_framing (exchange), ==, RT_FRAMING_CHUNKED);
  g_assert_cmpstr (reason, ==, "No one");
  g_assert_cmpuint (interim->len, ==, 2);
  g_assert_cmpint (rt_head_get_status (g_ptr_array_index (interim, 0)), ==, 103);
  g_assert_cmpuint (faults->len, ==, 1);
  g_assert_nonnull (request);
  g_assert_cmpuint (rt_head_get_n_fields (trailers), ==, 1);
  g_assert_cmpstr (failure->message, ==, "1"); /* only the first is kept */
  g_assert_true (content != rt_exchange_get_body (exchange));
  check_rest (exchange);

  /* a delivery is due; it holds the exchange until then */
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (exchange);

  /* what was handed out outlives it */
  g_assert_cmpint (((RtFault *) g_ptr_array_index (faults, 0))->kind, ==, RT_FAULT_CONTENT_SHORT);
}

/* A status that cannot be read is 0. */
static void
test_unreadable_status (void)
{
  RtExchange *exchange = rt_exchange_new (NULL, "GET", "http://a/");

  rt_exchange_take_response_head (exchange, make_head (RT_HEAD_RESPONSE, "HTTP/1.1 abc\r\n\r\n"));
  g_assert_cmpint (rt_exchange_get_status (exchange), ==, 0);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_finalize_object (exchange);
}

static gpointer
fill_thread (gpointer exchange)
{
  for (guint i = 0; i < 50; i++)
    fill (exchange);
  rt_exchange_finish (exchange);

  return NULL;
}

/* Read in one thread while another fills it. */
static void
test_threads (void)
{
  g_autoptr(GMainContext) context = g_main_context_new ();
  RtExchange *exchange = rt_exchange_new (context, "GET", "http://a/");
  GThread *thread;
  guint changed = 0;

  g_signal_connect_swapped (exchange, "changed", G_CALLBACK (count_cb), &changed);
  thread = g_thread_new ("fill", fill_thread, exchange);
  while (rt_exchange_get_state (exchange) != RT_EXCHANGE_DONE)
    {
      /* The heads were there before the faults, so they are read after them. */
      g_autoptr(GPtrArray) faults = rt_exchange_dup_faults (exchange);
      g_autoptr(GPtrArray) interim = rt_exchange_dup_interim_heads (exchange);
      g_autofree char *reason = rt_exchange_dup_reason (exchange);
      g_autoptr(GBytes) partial = rt_exchange_dup_partial_head (exchange);

      g_assert_cmpuint (interim->len, >=, 2 * (faults->len / 2));
      g_main_context_iteration (context, FALSE);
    }
  g_thread_join (thread);
  while (g_main_context_iteration (context, FALSE))
    ;
  g_assert_cmpuint (changed, >, 0);
  g_assert_finalize_object (exchange);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/exchange/empty", test_empty);
  g_test_add_func ("/exchange/filled", test_filled);
  g_test_add_func ("/exchange/unreadable-status", test_unreadable_status);
  g_test_add_func ("/exchange/threads", test_threads);

  return g_test_run ();
}
