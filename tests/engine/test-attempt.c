/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Servers that break, one way after the other: what arrived is kept, and what
 * is wrong is said. One row a fault of the playground.
 */

#include "config.h"

#include "sending.h"

#include <string.h>

#define NO_FAILURE ((RtFailureKind) -1)
#define NO_FAULT ((RtFaultKind) -1)

typedef struct
{
  const char   *path;
  int           status;  /* 0: none could be read */
  RtFailureKind failure;
  RtFaultKind   fault;
  const char   *content; /* NULL: not looked at */
} Case;

static const Case cases[] = {
  { "close-before-head", 0, RT_FAILURE_CLOSED_EARLY, NO_FAULT, "" },
  { "reset-before-head", 0, RT_FAILURE_RESET, NO_FAULT, "" },
  { "cut-head", 200, NO_FAILURE, RT_FAULT_HEAD_CUT, "" },
  { "cut-head-line", 200, NO_FAILURE, RT_FAULT_HEAD_CUT, "" },
  { "reset-head", 200, RT_FAILURE_RESET, NO_FAULT, "" },
  { "garbage", 0, RT_FAILURE_MALFORMED, RT_FAULT_START_LINE_MALFORMED, NULL },
  { "http09", 0, RT_FAILURE_MALFORMED, RT_FAULT_START_LINE_MALFORMED, NULL },
  { "bad-status-line", 0, NO_FAILURE, RT_FAULT_START_LINE_MALFORMED, "Hello\n" },
  { "bad-version", 200, NO_FAILURE, RT_FAULT_START_LINE_MALFORMED, "Hello\n" },
  { "http10", 200, NO_FAILURE, NO_FAULT, "Hello\n" },
  { "code-99", 99, NO_FAILURE, RT_FAULT_START_LINE_MALFORMED, "Hello\n" },
  { "code-1000", 1000, NO_FAILURE, RT_FAULT_START_LINE_MALFORMED, "Hello\n" },
  { "no-reason", 200, NO_FAILURE, NO_FAULT, "Hello\n" },
  { "folded-field", 200, NO_FAILURE, NO_FAULT, "Hello\n" },
  { "no-colon", 200, NO_FAILURE, RT_FAULT_FIELD_MALFORMED, "Hello\n" },
  { "space-before-colon", 200, NO_FAILURE, RT_FAULT_FIELD_MALFORMED, "Hello\n" },
  { "empty-name", 200, NO_FAILURE, RT_FAULT_FIELD_MALFORMED, "Hello\n" },
  { "latin1", 200, NO_FAILURE, NO_FAULT, "Hello\n" },
  { "nul", 200, NO_FAILURE, RT_FAULT_NUL_IN_HEAD, "Hello\n" },
  { "bare-lf", 200, NO_FAILURE, NO_FAULT, "Hello\n" },
  { "bare-cr", 200, NO_FAILURE, RT_FAULT_FIELD_MALFORMED, "Hello\n" },
  { "short-content", 200, NO_FAILURE, RT_FAULT_CONTENT_SHORT, NULL },
  { "short-content-close", 200, NO_FAILURE, RT_FAULT_CONTENT_SHORT, NULL },
  { "long-content", 200, NO_FAILURE, RT_FAULT_EXTRA_BYTES, NULL },
  { "extra-bytes", 200, NO_FAILURE, RT_FAULT_EXTRA_BYTES, "Hello\n" },
  { "reset-in-content", 200, RT_FAILURE_RESET, NO_FAULT, NULL },
  { "no-length", 200, NO_FAILURE, NO_FAULT, NULL },
  { "bad-length", 200, NO_FAILURE, RT_FAULT_LENGTH_INVALID, "Hello\n" },
  { "two-lengths", 200, NO_FAILURE, RT_FAULT_LENGTH_CONFLICT, NULL },
  { "length-and-chunked", 200, NO_FAILURE, RT_FAULT_LENGTH_AND_CHUNKED, "Hello\n" },
  { "unknown-transfer-coding", 200, NO_FAILURE, RT_FAULT_TRANSFER_CODING_UNKNOWN, NULL },
  { "broken-chunk", 200, NO_FAILURE, RT_FAULT_CHUNK_MALFORMED, NULL },
  { "chunk-cut", 200, NO_FAILURE, RT_FAULT_LAST_CHUNK_MISSING, NULL },
  { "no-last-chunk", 200, NO_FAILURE, RT_FAULT_LAST_CHUNK_MISSING, "Hello\n" },
  { "bad-chunk-size", 200, NO_FAILURE, RT_FAULT_CHUNK_MALFORMED, NULL },
  { "huge-chunk-size", 200, NO_FAILURE, RT_FAULT_CHUNK_MALFORMED, NULL },
  { "content-on-204", 204, NO_FAILURE, RT_FAULT_EXTRA_BYTES, "" },
  { "content-on-304", 304, NO_FAILURE, RT_FAULT_EXTRA_BYTES, "" },
  { "huge-head", 200, RT_FAILURE_HEAD_TOO_LARGE, NO_FAULT, "" },
  { "endless-head", 200, RT_FAILURE_HEAD_TOO_LARGE, NO_FAULT, "" },
  { "endless-interim", 0, RT_FAILURE_TOO_MANY_INTERIM, NO_FAULT, "" },
  { "broken-gzip", 200, NO_FAILURE, RT_FAULT_CODING_DAMAGED, NULL },
  { "truncated-gzip", 200, NO_FAILURE, RT_FAULT_CODING_TRUNCATED, NULL },
  { "gzip-checksum", 200, NO_FAILURE, RT_FAULT_CODING_DAMAGED, NULL },
  { "not-gzip", 200, NO_FAILURE, RT_FAULT_CODING_DAMAGED, NULL },
  { "gzip-bomb", 200, NO_FAILURE, RT_FAULT_CODING_RATIO, NULL },
};

static void
check_failure (const Case *test,
               RtExchange *exchange)
{
  g_autoptr(RtFailure) failure = rt_exchange_dup_failure (exchange);

  if (test->failure != NO_FAILURE)
    sending_assert_failure (exchange, test->failure);
  else if (failure != NULL)
    g_error ("%s: %s (%s)", test->path, failure->message, failure->detail);
}

static void
check_faults (const Case *test,
              RtExchange *exchange)
{
  g_autoptr(GPtrArray) faults = rt_exchange_dup_faults (exchange);

  if (test->fault != NO_FAULT)
    sending_assert_fault (exchange, test->fault);
  else if (faults->len > 0)
    g_error ("%s: %s", test->path, ((RtFault *) g_ptr_array_index (faults, 0))->evidence);
}

static void
test_fault (Sending       *self,
            gconstpointer  data)
{
  const Case *test = data;
  g_autofree char *path = g_strconcat ("/fault/", test->path, NULL);
  g_autofree char *text = NULL;
  RtExchange *exchange;

  sending_aim (self, path);
  exchange = sending_run (self);

  g_assert_cmpint (rt_exchange_get_state (exchange), ==, RT_EXCHANGE_DONE);
  g_assert_cmpint (rt_exchange_get_status (exchange), ==, test->status);
  check_failure (test, exchange);
  check_faults (test, exchange);
  text = sending_dup_text (exchange);
  if (test->content != NULL)
    g_assert_cmpstr (text, ==, test->content);

  /* The engine is none the worse for it. */
  sending_aim (self, "/status/200");
  sending_assert_sound (sending_run (self));
}

static void
test_garbage_is_kept (Sending       *self,
                      gconstpointer  data)
{
  g_autoptr(GBytes) partial = NULL;

  sending_aim (self, "/fault/garbage");
  partial = rt_exchange_dup_partial_head (sending_run (self));
  g_assert_nonnull (partial);
  g_assert_nonnull (memmem (g_bytes_get_data (partial, NULL), g_bytes_get_size (partial),
                            "This is no HTTP.", 16));
}

static void
test_library_view (Sending       *self,
                   gconstpointer  data)
{
  g_autofree char *view = NULL;

  sending_aim (self, "/fault/no-colon");
  view = rt_exchange_dup_library_view (sending_run (self));
  g_assert_nonnull (strstr (view, "Content-Type: text/plain"));
  g_assert_null (strstr (view, "This has no colon"));
}

/* A server that answers once on each connection, keeps it open, and closes it
 * as soon as it is used again. */
static gboolean
answer_once (GThreadedSocketService *service,
             GSocketConnection      *connection,
             GObject                *source,
             gpointer                user_data)
{
  static const char answer[] = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  GInputStream *in = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  char buffer[4096];

  if (g_input_stream_read (in, buffer, sizeof buffer, NULL, NULL) > 0)
    g_output_stream_write_all (out, answer, strlen (answer), NULL, NULL, NULL);
  g_input_stream_read (in, buffer, sizeof buffer, NULL, NULL);

  return TRUE;
}

static void
test_stale_connection (Sending       *self,
                       gconstpointer  data)
{
  g_autoptr(GSocketService) service = g_threaded_socket_service_new (4);
  guint16 port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (service), NULL, NULL);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/", port);
  const RtNext *next;

  g_signal_connect (service, "run", G_CALLBACK (answer_once), NULL);
  rt_request_set_url (self->request, url);
  sending_assert_sound (sending_run (self));

  sending_assert_sound (sending_run (self));
  g_assert_cmpuint (rt_trail_get_n_exchanges (self->trail), ==, 2);
  sending_assert_failure (rt_trail_get_exchange (self->trail, 0), RT_FAILURE_CLOSED_EARLY);
  next = rt_exchange_get_next (rt_trail_get_exchange (self->trail, 0));
  g_assert_cmpint (next->reason, ==, RT_NEXT_STALE_CONNECTION);
  g_socket_service_stop (service);
}

/* Closed until it is opened: what a server waits for. */
typedef struct
{
  GMutex   mutex;
  GCond    cond;
  gboolean is_open;
} Gate;

static void
pass_gate (Gate *gate)
{
  g_mutex_lock (&gate->mutex);
  while (!gate->is_open)
    g_cond_wait (&gate->cond, &gate->mutex);
  g_mutex_unlock (&gate->mutex);
}

static gboolean
open_gate_cb (gpointer user_data)
{
  Gate *gate = user_data;

  g_mutex_lock (&gate->mutex);
  gate->is_open = TRUE;
  g_cond_broadcast (&gate->cond);
  g_mutex_unlock (&gate->mutex);

  return G_SOURCE_REMOVE;
}

/* Keeps the first connection and closes it when it is used again; answers
 * "/late" behind the gate. */
static gboolean
answer_behind_gate (GThreadedSocketService *service,
                    GSocketConnection      *connection,
                    GObject                *source,
                    gpointer                user_data)
{
  static const char moved[] = "HTTP/1.1 302 Found\r\nLocation: /late\r\nContent-Length: 0\r\n\r\n";
  static const char answer[] = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
  GInputStream *in = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  char buffer[4096] = "";
  gboolean is_late;

  if (g_input_stream_read (in, buffer, sizeof buffer - 1, NULL, NULL) <= 0)
    return TRUE;

  is_late = g_str_has_prefix (buffer, "GET /late ");
  if (is_late)
    pass_gate (user_data);
  g_output_stream_write_all (out, is_late ? answer : moved,
                             strlen (is_late ? answer : moved), NULL, NULL, NULL);
  g_input_stream_read (in, buffer, sizeof buffer, NULL, NULL);

  return TRUE;
}

/* The end of the kept connection is not the end of what goes out again: its
 * answer may come long after the time that a broken one is waited for. */
static void
test_stale_then_late (Sending       *self,
                      gconstpointer  data)
{
  g_autoptr(GSocketService) service = g_threaded_socket_service_new (4);
  guint16 port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (service), NULL, NULL);
  g_autofree char *url = g_strdup_printf ("http://127.0.0.1:%u/", port);
  Gate gate = { .is_open = FALSE };

  g_mutex_init (&gate.mutex);
  g_cond_init (&gate.cond);
  g_signal_connect (service, "run", G_CALLBACK (answer_behind_gate), &gate);
  rt_request_set_url (self->request, url);
  g_timeout_add (400, open_gate_cb, &gate);
  sending_assert_sound (sending_run (self));

  g_assert_cmpuint (rt_trail_get_n_exchanges (self->trail), ==, 3);
  g_assert_cmpint (rt_exchange_get_status (rt_trail_get_last (self->trail)), ==, 200);
  g_socket_service_stop (service);
  g_mutex_clear (&gate.mutex);
  g_cond_clear (&gate.cond);
}

/* A proxy that opens a tunnel to wherever it is asked, or refuses. */
static gboolean
serve_as_proxy (GThreadedSocketService *service,
                GSocketConnection      *connection,
                GObject                *source,
                gpointer                user_data)
{
  static const char opened[] = "HTTP/1.1 200 Tunnel\r\nX-Proxy: yes\r\n\r\n";
  static const char refused[] = "HTTP/1.1 403 No tunnel\r\nContent-Length: 3\r\n\r\nno\n";
  GInputStream *in = g_io_stream_get_input_stream (G_IO_STREAM (connection));
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (connection));
  g_autoptr(GSocketClient) client = g_socket_client_new ();
  g_autoptr(GSocketConnection) far = NULL;
  g_autofree char *target = NULL;
  char buffer[4096] = "";
  gssize n = g_input_stream_read (in, buffer, sizeof buffer - 1, NULL, NULL);

  if (n <= 0 || user_data == NULL)
    {
      g_output_stream_write_all (out, refused, strlen (refused), NULL, NULL, NULL);
      return TRUE;
    }

  target = g_strndup (buffer + 8, strcspn (buffer + 8, " "));
  far = g_socket_client_connect_to_host (client, target, 443, NULL, NULL);
  g_output_stream_write_all (out, opened, strlen (opened), NULL, NULL, NULL);
  g_io_stream_splice_async (G_IO_STREAM (connection), G_IO_STREAM (far),
                            G_IO_STREAM_SPLICE_CLOSE_STREAM1 | G_IO_STREAM_SPLICE_CLOSE_STREAM2,
                            G_PRIORITY_DEFAULT, NULL, NULL, NULL);

  return TRUE;
}

static void
send_through_proxy (Sending  *self,
                    gboolean  opens)
{
  g_autoptr(GSocketService) service = g_threaded_socket_service_new (4);
  guint16 port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (service), NULL, NULL);
  g_autofree char *proxy = g_strdup_printf ("http://127.0.0.1:%u", port);
  g_autofree char *url = g_strconcat (rt_playground_get_https_origin (self->playground),
                                      "/anything", NULL);

  g_signal_connect (service, "run", G_CALLBACK (serve_as_proxy), opens ? self : NULL);
  rt_request_set_url (self->request, url);
  rt_request_set_proxy (self->request, proxy);
  rt_request_set_insecure (self->request, TRUE);
  sending_run (self);
  g_socket_service_stop (service);
}

static void
test_tunnel (Sending       *self,
             gconstpointer  data)
{
  g_autoptr(RtHead) asked = NULL;
  g_autofree char *marker = NULL;
  g_autofree char *method = NULL;
  RtExchange *tunnel;

  send_through_proxy (self, TRUE);
  g_assert_cmpuint (rt_trail_get_n_exchanges (self->trail), ==, 2);

  tunnel = rt_trail_get_exchange (self->trail, 0);
  method = rt_exchange_dup_method (tunnel);
  g_assert_cmpstr (method, ==, "CONNECT");
  g_assert_cmpint (rt_exchange_get_status (tunnel), ==, 200);
  g_assert_cmpint (rt_exchange_get_next (tunnel)->reason, ==, RT_NEXT_TUNNEL);
  marker = sending_dup_field (tunnel, "X-Proxy");
  g_assert_cmpstr (marker, ==, "yes");
  asked = rt_exchange_dup_request_head (tunnel);
  g_assert_nonnull (asked);

  sending_assert_sound (rt_trail_get_last (self->trail));
  g_assert_cmpint (rt_exchange_get_status (rt_trail_get_last (self->trail)), ==, 200);
}

static void
test_tunnel_refused (Sending       *self,
                     gconstpointer  data)
{
  send_through_proxy (self, FALSE);
  g_assert_cmpuint (rt_trail_get_n_exchanges (self->trail), ==, 2);
  g_assert_cmpint (rt_exchange_get_status (rt_trail_get_exchange (self->trail, 0)), ==, 403);
  sending_assert_failure (rt_trail_get_last (self->trail), RT_FAILURE_PROXY_REFUSED);
}

#define SENDING(name, func) \
  g_test_add ("/attempt/" name, Sending, NULL, sending_set_up, func, sending_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/attempt/fault/", cases[i].path, NULL);

      g_test_add (name, Sending, &cases[i], sending_set_up, test_fault, sending_tear_down);
    }

  SENDING ("garbage-is-kept", test_garbage_is_kept);
  SENDING ("library-view", test_library_view);
  SENDING ("stale-connection", test_stale_connection);
  SENDING ("stale-then-late", test_stale_then_late);
  SENDING ("tunnel", test_tunnel);
  SENDING ("tunnel-refused", test_tunnel_refused);

  return g_test_run ();
}
