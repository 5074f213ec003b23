/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a person meets when sending: answers of every kind, redirects, stops,
 * deadlines. Faults of responses stand in test-attempt.c.
 */

#include "config.h"

#include "sending.h"

#include <string.h>

static void
test_get (Sending       *self,
          gconstpointer  data)
{
  RtExchange *exchange;
  g_autoptr(RtConnection) connection = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *text = NULL;
  RtTiming timing;
  RtSizes sizes;

  sending_aim (self, "/anything/a?b=c");
  exchange = sending_run (self);
  sending_assert_sound (exchange);

  reason = rt_exchange_dup_reason (exchange);
  g_assert_cmpint (rt_exchange_get_status (exchange), ==, 200);
  g_assert_cmpstr (reason, ==, "OK");
  text = sending_dup_text (exchange);
  g_assert_nonnull (strstr (text, "/anything/a?b=c"));

  connection = rt_exchange_dup_connection (exchange);
  g_assert_nonnull (connection);
  g_assert_false (connection->reused);
  g_assert_false (connection->tls);
  g_assert_nonnull (strstr (connection->remote_address, "127.0.0.1:"));

  rt_exchange_get_timing (exchange, &timing);
  g_assert_false (rt_timing_happened (&timing, RT_PHASE_NAME));
  g_assert_true (rt_timing_happened (&timing, RT_PHASE_CONNECT));
  g_assert_false (rt_timing_happened (&timing, RT_PHASE_TLS));
  g_assert_true (rt_timing_happened (&timing, RT_PHASE_WAIT));
  g_assert_cmpint (timing.ended, >=, timing.started);

  rt_exchange_get_sizes (exchange, &sizes);
  g_assert_cmpuint (sizes.content_encoded, ==, strlen (text));
  g_assert_cmpuint (sizes.request_head, >, 0);
}

static void
test_reuse (Sending       *self,
            gconstpointer  data)
{
  RtExchange *exchange;
  RtTiming timing;

  sending_aim (self, "/status/200");
  sending_run (self);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr(RtConnection) connection = NULL;

      exchange = sending_run (self);
      sending_assert_sound (exchange);
      connection = rt_exchange_dup_connection (exchange);
      g_assert_true (connection->reused);
      rt_exchange_get_timing (exchange, &timing);
      g_assert_false (rt_timing_happened (&timing, RT_PHASE_CONNECT));
    }
}

static void
test_request_head (Sending       *self,
                   gconstpointer  data)
{
  RtExchange *exchange;
  g_autoptr(RtHead) head = NULL;
  g_autofree char *expected = NULL;
  const char *authority;

  sending_aim (self, "/anything/%7e/a/../b?q=%zz");
  rt_request_set_method (self->request, "gEt");
  rt_request_add_field (self->request, "x-B", "1");
  rt_request_add_field (self->request, "aCCept", "*/*");
  rt_request_add_field (self->request, "X-b", "2");
  rt_request_add_field (self->request, "x-B", "folded\r\n value");
  exchange = sending_run (self);
  sending_assert_sound (exchange);

  authority = rt_playground_get_http_origin (self->playground) + strlen ("http://");
  expected = g_strdup_printf ("gEt /anything/%%7e/a/../b?q=%%zz HTTP/1.1\r\nHost: %s\r\nx-B: 1\r\n"
                              "aCCept: */*\r\nX-b: 2\r\nx-B: folded\r\n value\r\n"
                              "User-Agent: Roundtrip/" RT_VERSION "\r\n"
                              "Accept-Encoding: gzip, deflate, br, zstd\r\n\r\n", authority);
  head = rt_exchange_dup_request_head (exchange);
  g_assert_cmpmem (g_bytes_get_data (rt_head_peek_bytes (head), NULL),
                   g_bytes_get_size (rt_head_peek_bytes (head)), expected, strlen (expected));
}

static void
test_post (Sending       *self,
           gconstpointer  data)
{
  RtExchange *exchange;
  g_autofree char *text = NULL;

  sending_aim (self, "/post");
  rt_request_set_method (self->request, "POST");
  rt_request_set_content_kind (self->request, RT_CONTENT_TEXT);
  rt_request_set_media_type (self->request, "text/plain");
  rt_request_set_text (self->request, "grüße");
  exchange = sending_run (self);
  sending_assert_sound (exchange);
  text = sending_dup_text (exchange);
  g_assert_nonnull (strstr (text, "grüße"));
  g_assert_nonnull (strstr (text, "text/plain"));
}

static void
test_large_post (Sending       *self,
                 gconstpointer  data)
{
  g_autofree char *content = g_strnfill (3 * 1024 * 1024, 'x');
  RtExchange *exchange;
  RtSizes sizes;

  sending_aim (self, "/post");
  rt_request_set_method (self->request, "POST");
  rt_request_set_content_kind (self->request, RT_CONTENT_TEXT);
  rt_request_set_text (self->request, content);
  exchange = sending_run (self);
  g_assert_cmpint (rt_exchange_get_status (exchange), >, 0);
  rt_exchange_get_sizes (exchange, &sizes);
  if (rt_exchange_get_status (exchange) == 200)
    g_assert_cmpuint (sizes.request_content, ==, strlen (content));
}

static void
test_redirects (Sending       *self,
                gconstpointer  data)
{
  RtExchange *exchange;

  sending_aim (self, "/redirect/3");
  exchange = sending_run (self);
  sending_assert_sound (exchange);
  g_assert_cmpuint (rt_trail_get_n_exchanges (self->trail), ==, 4);
  g_assert_cmpint (rt_exchange_get_status (exchange), ==, 200);
  for (guint i = 0; i < 3; i++)
    {
      RtExchange *hop = rt_trail_get_exchange (self->trail, i);
      const RtNext *next = rt_exchange_get_next (hop);

      g_assert_cmpuint (rt_exchange_get_position (hop), ==, i);
      g_assert_nonnull (next);
      g_assert_cmpint (next->reason, ==, RT_NEXT_REDIRECT);
      g_assert_cmpint (rt_exchange_get_status (hop) / 100, ==, 3);
    }

  rt_request_set_follow (self->request, FALSE);
  exchange = sending_run (self);
  g_assert_cmpuint (rt_trail_get_n_exchanges (self->trail), ==, 1);
  g_assert_cmpint (rt_trail_get_end (self->trail), ==, RT_TRAIL_END_NOT_FOLLOWED);

  rt_request_set_follow (self->request, TRUE);
  rt_request_set_max_redirects (self->request, 2);
  sending_run (self);
  g_assert_cmpuint (rt_trail_get_n_exchanges (self->trail), ==, 3);
  g_assert_cmpint (rt_trail_get_end (self->trail), ==, RT_TRAIL_END_TOO_MANY);
}

static void
test_loop (Sending       *self,
           gconstpointer  data)
{
  sending_aim (self, "/redirect/ping");
  sending_run (self);
  g_assert_cmpint (rt_trail_get_end (self->trail), ==, RT_TRAIL_END_LOOP);
  g_assert_cmpuint (rt_trail_get_n_exchanges (self->trail), <=, 3);

  sending_aim (self, "/redirect/no-location");
  sending_run (self);
  g_assert_cmpint (rt_trail_get_end (self->trail), ==, RT_TRAIL_END_NO_LOCATION);
}

static void
test_interim (Sending       *self,
              gconstpointer  data)
{
  RtExchange *exchange;
  g_autoptr(GPtrArray) heads = NULL;

  sending_aim (self, "/status/103");
  exchange = sending_run (self);
  sending_assert_sound (exchange);
  heads = rt_exchange_dup_interim_heads (exchange);
  g_assert_cmpuint (heads->len, ==, 1);
  g_assert_cmpint (rt_head_get_status (g_ptr_array_index (heads, 0)), ==, 103);
  g_assert_cmpint (rt_head_find_field (g_ptr_array_index (heads, 0), "Link", 0), >=, 0);
  g_assert_cmpint (rt_exchange_get_status (exchange), ==, 200);
}

static void
test_switching (Sending       *self,
                gconstpointer  data)
{
  RtExchange *exchange;

  sending_aim (self, "/status/101");
  exchange = sending_run (self);
  g_assert_cmpint (rt_exchange_get_status (exchange), ==, 101);
  g_assert_cmpint (rt_exchange_get_state (exchange), ==, RT_EXCHANGE_DONE);
}

static void
test_every_status (Sending       *self,
                   gconstpointer  data)
{
  rt_request_set_follow (self->request, FALSE);
  for (int code = 200; code < 1000; code += code < 600 ? 1 : 37)
    {
      g_autofree char *path = g_strdup_printf ("/status/%d", code);
      RtExchange *exchange;

      sending_aim (self, path);
      exchange = sending_run (self);
      g_assert_cmpint (rt_exchange_get_status (exchange), ==, code);
    }
}

/* libsoup would send again by itself after a 421. */
static void
test_misdirected (Sending       *self,
                  gconstpointer  data)
{
  sending_aim (self, "/status/421");
  g_assert_cmpint (rt_exchange_get_status (sending_run (self)), ==, 421);
  sending_assert_sound (rt_trail_get_last (self->trail));
  g_assert_cmpuint (rt_trail_get_n_exchanges (self->trail), ==, 1);
}

static void
test_credentials_in_url (Sending       *self,
                         gconstpointer  data)
{
  const char *authority = rt_playground_get_http_origin (self->playground) + strlen ("http://");
  g_autofree char *url = g_strdup_printf ("http://us%%20er:pa%%3Ass@%s/basic-auth/us%%20er/pa%%3Ass",
                                          authority);
  g_autoptr(RtHead) head = NULL;
  g_autofree char *sent = NULL;
  RtExchange *exchange;

  rt_request_set_url (self->request, url);
  exchange = sending_run (self);
  g_assert_cmpint (rt_exchange_get_status (exchange), ==, 200);
  head = rt_exchange_dup_request_head (exchange);
  sent = rt_head_dup_combined (head, "Authorization");
  g_assert_cmpstr (sent, ==, "Basic dXMgZXI6cGE6c3M=");
}

static void
test_https (Sending       *self,
            gconstpointer  data)
{
  g_autofree char *url = g_strconcat (rt_playground_get_https_origin (self->playground),
                                      "/anything", NULL);
  g_autofree char *ca_file = g_build_filename (g_get_tmp_dir (), "roundtrip-test-ca.pem", NULL);
  g_autoptr(RtConnection) connection = NULL;
  g_autoptr(GError) error = NULL;
  RtExchange *exchange;

  rt_request_set_url (self->request, url);
  exchange = sending_run (self);
  sending_assert_failure (exchange, RT_FAILURE_TLS_UNKNOWN_ISSUER);

  rt_request_set_insecure (self->request, TRUE);
  exchange = sending_run (self);
  sending_assert_sound (exchange);
  connection = rt_exchange_dup_connection (exchange);
  g_assert_true (connection->tls);
  g_assert_true (connection->sent_anyway);
  g_assert_nonnull (connection->tls_version);
  g_assert_nonnull (connection->cipher);
  g_assert_cmpuint (connection->certificates->len, >=, 1);
  g_assert_cmpstr (connection->protocol, ==, "http/1.1");

  /* What was accepted once is not accepted for ever. */
  rt_request_set_insecure (self->request, FALSE);
  exchange = sending_run (self);
  sending_assert_failure (exchange, RT_FAILURE_TLS_UNKNOWN_ISSUER);

  g_file_set_contents (ca_file, rt_playground_get_ca_pem (self->playground), -1, &error);
  g_assert_no_error (error);
  rt_request_set_ca_file (self->request, ca_file);
  exchange = sending_run (self);
  sending_assert_sound (exchange);
  g_clear_pointer (&connection, rt_connection_unref);
  connection = rt_exchange_dup_connection (exchange);
  g_assert_false (connection->sent_anyway);
  g_assert_cmpuint (connection->certificate_errors, ==, 0);
}

static void
test_tls_troubles (Sending       *self,
                   gconstpointer  data)
{
  static const struct { const char *name; RtFailureKind kind; } cases[] = {
    { "expired", RT_FAILURE_TLS_EXPIRED },
    { "not-yet-valid", RT_FAILURE_TLS_NOT_YET_VALID },
    { "wrong-host", RT_FAILURE_TLS_WRONG_HOST },
    { "self-signed", RT_FAILURE_TLS_SELF_SIGNED },
    { "unknown-issuer", RT_FAILURE_TLS_UNKNOWN_ISSUER },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RtExchange *exchange;

      rt_request_set_url (self->request,
                          rt_playground_get_tls_trouble_origin (self->playground, cases[i].name));
      exchange = sending_run (self);
      sending_assert_failure (exchange, cases[i].kind);
    }
}

static gboolean
answer_in_clear (GThreadedSocketService *service,
                 GSocketConnection      *connection,
                 GObject                *source,
                 gpointer                user_data)
{
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));

  g_output_stream_write_all (out, "HTTP/1.1 400 No\r\n\r\n", 19, NULL, NULL, NULL);

  return TRUE;
}

static void
test_not_tls (Sending       *self,
              gconstpointer  data)
{
  g_autoptr(GSocketService) service = g_threaded_socket_service_new (2);
  guint16 port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (service), NULL, NULL);
  g_autofree char *url = g_strdup_printf ("https://127.0.0.1:%u/", port);

  g_signal_connect (service, "run", G_CALLBACK (answer_in_clear), NULL);
  rt_request_set_url (self->request, url);
  sending_assert_failure (sending_run (self), RT_FAILURE_TLS_HANDSHAKE);
  g_socket_service_stop (service);
}

static void
test_refused (Sending       *self,
              gconstpointer  data)
{
  /* A port that was free a moment ago. */
  g_autoptr(GSocketListener) listener = g_socket_listener_new ();
  guint16 port = g_socket_listener_add_any_inet_port (listener, NULL, NULL);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/", port);

  g_socket_listener_close (listener);
  rt_request_set_url (self->request, url);
  sending_assert_failure (sending_run (self), RT_FAILURE_REFUSED);
}

static void
test_invalid (Sending       *self,
              gconstpointer  data)
{
  rt_request_set_url (self->request, "ftp://host/");
  sending_assert_failure (sending_run (self), RT_FAILURE_INVALID_REQUEST);

  sending_aim (self, "/");
  rt_request_add_field (self->request, "X", "a\r\nY: b");
  sending_assert_failure (sending_run (self), RT_FAILURE_INVALID_REQUEST);
}

static void
stop_when_state (RtExchange *exchange,
                 Sending    *self)
{
  if (rt_exchange_get_state (exchange) >= RT_EXCHANGE_AWAITING)
    rt_trail_stop (self->trail);
}

static void
stop_when_there (RtTrail *trail,
                 guint    position,
                 guint    removed,
                 guint    added,
                 Sending *self)
{
  RtExchange *exchange = rt_trail_get_exchange (trail, position);

  g_signal_connect (exchange, "changed", G_CALLBACK (stop_when_state), self);
  stop_when_state (exchange, self);
}

static void
test_stop (Sending       *self,
           gconstpointer  data)
{
  RtExchange *exchange;

  sending_aim (self, data);
  g_clear_object (&self->trail);
  self->trail = rt_engine_send (self->engine, self->request);
  g_signal_connect (self->trail, "items-changed", G_CALLBACK (stop_when_there), self);
  while (rt_trail_is_running (self->trail))
    g_main_context_iteration (NULL, TRUE);

  exchange = rt_trail_get_last (self->trail);
  sending_assert_failure (exchange, RT_FAILURE_CANCELLED);
  g_assert_cmpint (rt_exchange_get_state (exchange), ==, RT_EXCHANGE_DONE);
}

static void
test_stop_at_once (Sending       *self,
                   gconstpointer  data)
{
  sending_aim (self, "/stall");
  g_clear_object (&self->trail);
  self->trail = rt_engine_send (self->engine, self->request);
  rt_trail_stop (self->trail);
  while (rt_trail_is_running (self->trail))
    g_main_context_iteration (NULL, TRUE);

  sending_assert_failure (rt_trail_get_last (self->trail), RT_FAILURE_CANCELLED);
}

static void
test_timeouts (Sending       *self,
               gconstpointer  data)
{
  g_autoptr(RtFailure) failure = NULL;
  RtExchange *exchange;

  sending_aim (self, "/stall");
  rt_request_set_idle_timeout (self->request, 1);
  exchange = sending_run (self);
  sending_assert_failure (exchange, RT_FAILURE_IDLE_TIMED_OUT);
  failure = rt_exchange_dup_failure (exchange);
  g_assert_cmpint (failure->phase, ==, RT_PHASE_WAIT);

  sending_aim (self, "/slow-head");
  rt_request_set_idle_timeout (self->request, 0);
  rt_request_set_timeout (self->request, 1);
  exchange = sending_run (self);
  sending_assert_failure (exchange, RT_FAILURE_TIMED_OUT);
}

static void
test_engine_ends_while_sending (void)
{
  Sending self = { NULL };
  RtTrail *trail;

  sending_set_up (&self, NULL);
  sending_aim (&self, "/stall");
  trail = rt_engine_send (self.engine, self.request);
  g_assert_finalize_object (g_steal_pointer (&self.engine));
  while (rt_trail_is_running (trail))
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&trail);

  self.engine = rt_engine_new (NULL);
  sending_tear_down (&self, NULL);
}

#define SENDING(name, data, func) \
  g_test_add ("/engine/" name, Sending, data, sending_set_up, func, sending_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  SENDING ("get", NULL, test_get);
  SENDING ("reuse", NULL, test_reuse);
  SENDING ("request-head", NULL, test_request_head);
  SENDING ("post", NULL, test_post);
  SENDING ("large-post", NULL, test_large_post);
  SENDING ("redirects", NULL, test_redirects);
  SENDING ("loop", NULL, test_loop);
  SENDING ("interim", NULL, test_interim);
  SENDING ("switching-protocols", NULL, test_switching);
  SENDING ("every-status", NULL, test_every_status);
  SENDING ("misdirected", NULL, test_misdirected);
  SENDING ("credentials-in-url", NULL, test_credentials_in_url);
  SENDING ("https", NULL, test_https);
  SENDING ("tls-troubles", NULL, test_tls_troubles);
  SENDING ("not-tls", NULL, test_not_tls);
  SENDING ("refused", NULL, test_refused);
  SENDING ("invalid", NULL, test_invalid);
  SENDING ("stop/waiting", "/stall", test_stop);
  SENDING ("stop/head", "/slow-head", test_stop);
  SENDING ("stop/content", "/endless", test_stop);
  SENDING ("stop/at-once", NULL, test_stop_at_once);
  SENDING ("timeouts", NULL, test_timeouts);
  g_test_add_func ("/engine/ends-while-sending", test_engine_ends_while_sending);

  return g_test_run ();
}
