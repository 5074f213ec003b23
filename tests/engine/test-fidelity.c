/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is shown is what went over the wire: against a recorder that keeps the
 * bytes it received and writes bytes of its own, over http and https, both
 * heads must agree byte for byte: order, spelling, repeats, folds, odd bytes.
 */

#include "config.h"

#include "sending.h"

#include <string.h>

#include "issuer.h"

typedef struct
{
  Sending          sending;
  GSocketService  *service;
  GTlsCertificate *certificate; /* NULL: http */
  const char      *answer;
  GAsyncQueue     *heard; /* GBytes, a request head each */
  char            *origin;
} Recorder;

static const char *const answers[] = {
  "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n",
  "HTTP/1.1 200 OK\r\nx-lower: 1\r\nX-UPPER: 2\r\nSet-Cookie: a=1\r\nX-Upper: 3\r\n"
  "set-cookie: b=2\r\nCONTENT-LENGTH: 0\r\nServer: t\r\n\r\n",
  "HTTP/1.1 299 Gr\xc3\xbc\xc3\x9f Gott  \r\nX-Folded: one\r\n two\r\n\tthree\r\nX-Latin: caf\xe9\r\n"
  "X-Spaces:   both sides   \r\nX-Empty:\r\nno colon here\r\nX-Before : colon\r\nContent-Length: 0\r\n\r\n",
  "HTTP/1.1 404\r\nConnection: close\r\nContent-Length: 0\r\n\r\n",
  "HTTP/1.0 200 OK\nX-Bare: lf\nContent-Length: 0\n\n",
};

static GBytes *
read_head (GInputStream *in)
{
  g_autoptr(GByteArray) head = g_byte_array_new ();
  guint8 byte;

  while (head->len < 4 || memcmp (head->data + head->len - 4, "\r\n\r\n", 4) != 0)
    {
      if (g_input_stream_read (in, &byte, 1, NULL, NULL) != 1)
        return NULL;
      g_byte_array_append (head, &byte, 1);
    }

  return g_byte_array_free_to_bytes (g_steal_pointer (&head));
}

static gboolean
record (GThreadedSocketService *service,
        GSocketConnection      *connection,
        GObject                *source,
        gpointer                user_data)
{
  Recorder *self = user_data;
  g_autoptr(GIOStream) stream = g_object_ref (G_IO_STREAM (connection));
  GBytes *head;

  if (self->certificate != NULL)
    {
      GIOStream *tls = g_tls_server_connection_new (stream, self->certificate, NULL);

      g_object_unref (stream);
      stream = tls;
    }

  while ((head = read_head (g_io_stream_get_input_stream (stream))) != NULL)
    {
      g_async_queue_push (self->heard, head);
      g_output_stream_write_all (g_io_stream_get_output_stream (stream), self->answer,
                                 strlen (self->answer), NULL, NULL, NULL);
    }
  g_io_stream_close (stream, NULL, NULL);

  return TRUE;
}

static void
recorder_set_up (Recorder      *self,
                 gconstpointer  data)
{
  gboolean tls = GPOINTER_TO_INT (data);
  guint16 port;

  sending_set_up (&self->sending, NULL);
  self->heard = g_async_queue_new_full ((GDestroyNotify) g_bytes_unref);
  self->service = g_threaded_socket_service_new (8);
  if (tls)
    {
      const RtLeaf leaf = { NULL, -3600, 3600, FALSE };
      g_autoptr(GError) error = NULL;
      g_autoptr(RtIssuer) issuer = rt_issuer_new ("Recorder", &error);

      self->certificate = rt_issuer_issue (issuer, &leaf, &error);
      g_assert_no_error (error);
      rt_request_set_insecure (self->sending.request, TRUE);
    }

  port = g_socket_listener_add_any_inet_port (G_SOCKET_LISTENER (self->service), NULL, NULL);
  g_signal_connect (self->service, "run", G_CALLBACK (record), self);
  self->origin = g_strdup_printf ("%s://127.0.0.1:%u", tls ? "https" : "http", port);
}

static void
recorder_tear_down (Recorder      *self,
                    gconstpointer  data)
{
  sending_tear_down (&self->sending, NULL);
  g_socket_service_stop (self->service);
  g_clear_object (&self->service);
  g_clear_object (&self->certificate);
  g_clear_pointer (&self->heard, g_async_queue_unref);
  g_clear_pointer (&self->origin, g_free);
}

static void
assert_same (GBytes     *heard,
             RtExchange *exchange)
{
  g_autoptr(RtHead) head = rt_exchange_dup_request_head (exchange);

  g_assert_nonnull (head);
  g_assert_cmpmem (g_bytes_get_data (heard, NULL), g_bytes_get_size (heard),
                   g_bytes_get_data (rt_head_peek_bytes (head), NULL),
                   g_bytes_get_size (rt_head_peek_bytes (head)));
}

static void
test_requests (Recorder      *self,
               gconstpointer  data)
{
  static const char *const methods[] = { "GET", "get", "PROPFIND", "X-Y~Z", "OPTIONS" };
  static const char *const targets[] = { "/", "/a/../b/./%41?x=%zz&&=", "/|^`{}[]?q='(*)+,;",
                                         "//double//slash/", "/gr\xc3\xbc\xc3\x9f" };
  RtRequest *request = self->sending.request;

  rt_request_add_field (request, "zzz", "last letter first");
  rt_request_add_field (request, "Accept", "a");
  rt_request_add_field (request, "aCCEPT", "b");
  rt_request_add_field (request, "Cookie", "c=d; e=f");
  rt_request_add_field (request, "X-Folded", "one\r\n\ttwo");
  rt_request_add_field (request, "X-Empty", "");
  rt_request_add_field (request, "X-Text", "gr\xc3\xbc\xc3\x9f  two  spaces");
  rt_request_add_field (request, "user-agent", "mine");
  self->answer = answers[0];

  for (guint i = 0; i < G_N_ELEMENTS (methods); i++)
    {
      g_autofree char *url = g_strconcat (self->origin, targets[i], NULL);
      g_autoptr(GBytes) heard = NULL;
      RtExchange *exchange;

      rt_request_set_method (request, methods[i]);
      rt_request_set_url (request, url);
      exchange = sending_run (&self->sending);
      sending_assert_sound (exchange);
      heard = g_async_queue_pop (self->heard);
      assert_same (heard, exchange);
      g_assert_true (g_str_has_prefix (g_bytes_get_data (heard, NULL), methods[i]));
      g_assert_nonnull (memmem (g_bytes_get_data (heard, NULL), g_bytes_get_size (heard),
                                "zzz: last letter first\r\nAccept: a\r\naCCEPT: b\r\n"
                                "Cookie: c=d; e=f\r\nX-Folded: one\r\n\ttwo\r\nX-Empty:\r\n", 95));
    }
}

static void
test_host_override (Recorder      *self,
                    gconstpointer  data)
{
  g_autofree char *url = g_strconcat (self->origin, "/", NULL);
  g_autoptr(GBytes) heard = NULL;

  rt_request_set_url (self->sending.request, url);
  rt_request_add_field (self->sending.request, "A", "1");
  rt_request_add_field (self->sending.request, "hOST", "other.example");
  rt_request_set_automatic_removed (self->sending.request, "User-Agent", TRUE);
  rt_request_set_automatic_removed (self->sending.request, "Accept-Encoding", TRUE);
  self->answer = answers[0];
  sending_assert_sound (sending_run (&self->sending));
  heard = g_async_queue_pop (self->heard);
  g_assert_cmpmem (g_bytes_get_data (heard, NULL), g_bytes_get_size (heard),
                   "GET / HTTP/1.1\r\nA: 1\r\nhOST: other.example\r\n\r\n", 45);
}

static void
test_responses (Recorder      *self,
                gconstpointer  data)
{
  g_autofree char *url = g_strconcat (self->origin, "/", NULL);

  rt_request_set_url (self->sending.request, url);
  for (guint i = 0; i < G_N_ELEMENTS (answers); i++)
    {
      g_autoptr(RtHead) head = NULL;
      RtExchange *exchange;

      self->answer = answers[i];
      exchange = sending_run (&self->sending);
      head = rt_exchange_dup_response_head (exchange);
      g_assert_nonnull (head);
      g_assert_cmpmem (answers[i], strlen (answers[i]),
                       g_bytes_get_data (rt_head_peek_bytes (head), NULL),
                       g_bytes_get_size (rt_head_peek_bytes (head)));
    }
}

#define RECORDER(name, tls, func) \
  g_test_add ("/fidelity/" name, Recorder, GINT_TO_POINTER (tls), recorder_set_up, func, \
              recorder_tear_down)

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  RECORDER ("http/requests", FALSE, test_requests);
  RECORDER ("http/host-override", FALSE, test_host_override);
  RECORDER ("http/responses", FALSE, test_responses);
  RECORDER ("https/requests", TRUE, test_requests);
  RECORDER ("https/host-override", TRUE, test_host_override);
  RECORDER ("https/responses", TRUE, test_responses);

  return g_test_run ();
}
