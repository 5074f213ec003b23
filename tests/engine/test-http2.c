/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* HTTP/2 servers that hang libsoup: the engine must end each exchange by
 * itself, with what had arrived. The server here writes frames by hand
 * (RFC 9113 section 4.1).
 */

#include "config.h"

#include "sending.h"

#include <string.h>

#include "issuer.h"

#define FRAME(length, type, flags, stream) \
  0, 0, length, type, flags, 0, 0, 0, stream

enum { DATA = 0, HEADERS = 1, RST_STREAM = 3, SETTINGS = 4, GOAWAY = 7 };
enum { END_STREAM = 1, END_HEADERS = 4 };

/* Indexed field 8 of the static table is ":status: 200" (RFC 7541 appendix A);
 * 0x0f 0x0d is a literal content-length. */
#define OK_HEAD FRAME (1, HEADERS, END_HEADERS, 1), 0x88
#define OK_HEAD_LENGTH_9 FRAME (5, HEADERS, END_HEADERS, 1), 0x88, 0x0f, 0x0d, 1, '9'

typedef struct
{
  const char   *name;
  const guint8 *answer;
  gsize         length;
  gboolean      closes;
  int           status;
  gboolean      complete;
  const char   *content;
} Case;

#define ANSWER(...) (const guint8[]) { __VA_ARGS__ }, sizeof ((const guint8[]) { __VA_ARGS__ })

static const Case cases[] = {
  { "whole", ANSWER (OK_HEAD, FRAME (2, DATA, END_STREAM, 1), 'o', 'k'), FALSE, 200, TRUE, "ok" },
  { "no-content", ANSWER (FRAME (1, HEADERS, END_HEADERS | END_STREAM, 1), 0x88),
    FALSE, 200, TRUE, "" },
  { "trailers", ANSWER (OK_HEAD, FRAME (2, DATA, 0, 1), 'o', 'k',
                        FRAME (5, HEADERS, END_HEADERS | END_STREAM, 1), 0, 1, 'x', 1, 'y'),
    FALSE, 200, TRUE, "ok" },
  { "reset-in-content", ANSWER (OK_HEAD, FRAME (2, DATA, 0, 1), 'o', 'k',
                                FRAME (4, RST_STREAM, 0, 1), 0, 0, 0, 2), FALSE, 200, FALSE, "ok" },
  { "close-in-content", ANSWER (OK_HEAD, FRAME (2, DATA, 0, 1), 'o', 'k'), TRUE, 200, FALSE, "ok" },
  { "short", ANSWER (OK_HEAD_LENGTH_9, FRAME (2, DATA, END_STREAM, 1), 'o', 'k'),
    FALSE, 200, FALSE, "ok" },
  { "refused", ANSWER (FRAME (4, RST_STREAM, 0, 1), 0, 0, 0, 7), FALSE, 0, FALSE, "" },
  { "reset-before-head", ANSWER (FRAME (4, RST_STREAM, 0, 1), 0, 0, 0, 1), FALSE, 0, FALSE, "" },
  { "close-before-head", ANSWER (FRAME (0, SETTINGS, 1, 0)), TRUE, 0, FALSE, "" },
};

typedef struct
{
  Sending          sending;
  GSocketService  *service;
  GTlsCertificate *certificate;
  const Case      *test;
  int              asked; /* atomic: requests that arrived */
} Server;

/* Reads the preface and frames until a request's HEADERS. */
static gboolean
await_request (GInputStream *in)
{
  guint8 buffer[4096];
  guint8 head[9];
  gsize n;

  if (!g_input_stream_read_all (in, buffer, 24, &n, NULL, NULL) || n < 24)
    return FALSE;

  while (g_input_stream_read_all (in, head, sizeof head, &n, NULL, NULL) && n == sizeof head)
    {
      gsize length = head[0] << 16 | head[1] << 8 | head[2];

      if (length > sizeof buffer ||
          !g_input_stream_read_all (in, buffer, length, &n, NULL, NULL) || n < length)
        return FALSE;
      if (head[3] == HEADERS)
        return TRUE;
    }

  return FALSE;
}

static gboolean
serve (GThreadedSocketService *service,
       GSocketConnection      *connection,
       GObject                *source,
       gpointer                user_data)
{
  static const guint8 settings[] = { FRAME (0, SETTINGS, 0, 0) };
  static const char *const protocols[] = { "h2", NULL };
  Server *self = user_data;
  g_autoptr(GIOStream) tls =
    g_tls_server_connection_new (G_IO_STREAM (connection), self->certificate, NULL);
  GInputStream *in = g_io_stream_get_input_stream (tls);
  GOutputStream *out = g_io_stream_get_output_stream (tls);
  guint8 rest[4096];

  g_tls_connection_set_advertised_protocols (G_TLS_CONNECTION (tls),
                                             (const char *const *) protocols);
  if (!await_request (in))
    return TRUE;

  g_atomic_int_inc (&self->asked);
  g_output_stream_write_all (out, settings, sizeof settings, NULL, NULL, NULL);
  g_output_stream_write_all (out, self->test->answer, self->test->length, NULL, NULL, NULL);

  /* Until the client goes, unless it is the server that closes. */
  while (!self->test->closes && g_input_stream_read (in, rest, sizeof rest, NULL, NULL) > 0)
    continue;
  g_io_stream_close (tls, NULL, NULL);

  return TRUE;
}

static void
test_case (gconstpointer data)
{
  const RtLeaf leaf = { NULL, -3600, 3600, FALSE };
  Server self = { .test = data };
  g_autoptr(RtIssuer) issuer = rt_issuer_new ("HTTP/2", NULL);
  g_autofree char *url = NULL;
  g_autofree char *text = NULL;
  g_autoptr(RtFailure) failure = NULL;
  g_autoptr(GPtrArray) faults = NULL;
  RtExchange *exchange;

  sending_set_up (&self.sending, NULL);
  self.certificate = rt_issuer_issue (issuer, &leaf, NULL);
  self.service = g_threaded_socket_service_new (4);
  url = g_strdup_printf ("https://127.0.0.1:%u/", g_socket_listener_add_any_inet_port (
                                                    G_SOCKET_LISTENER (self.service), NULL, NULL));
  g_signal_connect (self.service, "run", G_CALLBACK (serve), &self);

  rt_request_set_url (self.sending.request, url);
  rt_request_set_insecure (self.sending.request, TRUE);
  rt_request_set_protocol (self.sending.request, RT_PROTOCOL_HTTP2);
  exchange = sending_run (&self.sending);

  g_assert_cmpint (rt_exchange_get_status (exchange), ==, self.test->status);
  text = sending_dup_text (exchange);
  g_assert_cmpstr (text, ==, self.test->content);
  failure = rt_exchange_dup_failure (exchange);
  faults = rt_exchange_dup_faults (exchange);
  if (self.test->complete)
    sending_assert_sound (exchange);
  else
    g_assert_true (failure != NULL || faults->len > 0);
  g_assert_cmpint (g_atomic_int_get (&self.asked), ==, 1);

  sending_tear_down (&self.sending, NULL);
  g_socket_service_stop (self.service);
  g_clear_object (&self.service);
  g_clear_object (&self.certificate);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  /* libsoup 3.2 warns of trailers in HTTP/2; what it makes of them is the point. */
  g_log_set_always_fatal (G_LOG_FATAL_MASK | G_LOG_LEVEL_CRITICAL);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *name = g_strconcat ("/http2/", cases[i].name, NULL);

      g_test_add_data_func (name, &cases[i], test_case);
    }

  return g_test_run ();
}
