/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/wire/tap.c with GIO's own clients: plain, TLS, and TLS after a
 * proxy's answer, each against a peer that witnesses the bytes.
 */

#include "peer.h"
#include "tap-record.h"

#include <gio/gunixconnection.h>
#include <string.h>
#include <sys/socket.h>

#define REQUEST "GET / HTTP/1.1\r\n\r\n"
#define RESPONSE "HTTP/1.1 200 OK\r\n\r\nhello"

static void
install_tap (void)
{
  g_autoptr (GError) error = NULL;

  g_assert_true (rt_tap_install (&error));
  g_assert_no_error (error);
}

static void
event_cb (GSocketClient      *client,
          GSocketClientEvent  event,
          GSocketConnectable *connectable,
          GIOStream          *connection,
          gpointer            user_data)
{
  TapRecord *record = user_data;

  if (event == G_SOCKET_CLIENT_CONNECTED && record != NULL)
    rt_tap_attach (connection, &tap_record_sink, tap_record_ref (record),
                   tap_record_destroy);
  /* without the system's certificates, which take long to load */
  if (event == G_SOCKET_CLIENT_TLS_HANDSHAKING)
    g_tls_connection_set_database (G_TLS_CONNECTION (connection), NULL);
}

static GIOStream *
connect_to (Peer      *peer,
            gboolean   with_tls,
            TapRecord *record)
{
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GError) error = NULL;
  GSocketConnection *connection;

  install_tap ();
  g_socket_client_set_tls (client, with_tls);
  G_GNUC_BEGIN_IGNORE_DEPRECATIONS
  g_socket_client_set_tls_validation_flags (client, 0);
  G_GNUC_END_IGNORE_DEPRECATIONS
  g_signal_connect (client, "event", G_CALLBACK (event_cb), record);
  connection = g_socket_client_connect_to_host (client, "127.0.0.1", peer_get_port (peer), NULL,
                                                &error);
  g_assert_no_error (error);

  return G_IO_STREAM (connection);
}

static GByteArray *
read_all (GIOStream *stream)
{
  GInputStream *input = g_io_stream_get_input_stream (stream);
  GByteArray *bytes = g_byte_array_new ();
  guint8 buffer[4096];
  gssize n;

  while ((n = g_input_stream_read (input, buffer, sizeof buffer, NULL, NULL)) > 0)
    g_byte_array_append (bytes, buffer, n);

  return bytes;
}

static void
exchange (GIOStream  *stream,
          const char *request,
          const char *response)
{
  g_autoptr (GByteArray) got = NULL;

  g_assert_true (g_output_stream_write_all (g_io_stream_get_output_stream (stream), request,
                                            strlen (request), NULL, NULL, NULL));
  got = read_all (stream);
  tap_record_check (got, response);
}

static void
test_install (void)
{
  install_tap ();
  g_assert_true (rt_tap_install (NULL));
}

static void
test_plain (void)
{
  g_autoptr (TapRecord) record = tap_record_new ();
  g_autoptr (Peer) peer = peer_new (PEER_PLAIN, RESPONSE, 0);
  GIOStream *stream = connect_to (peer, FALSE, record);

  g_assert_true (g_io_stream_get_input_stream (stream) == g_io_stream_get_input_stream (stream));
  g_assert_true (g_io_stream_get_output_stream (stream) ==
                 g_io_stream_get_output_stream (stream));
  exchange (stream, REQUEST, RESPONSE);
  tap_record_check (peer_wait (peer), REQUEST);
  tap_record_check (record->sent[RT_TAP_PLAIN], REQUEST);
  tap_record_check (record->received[RT_TAP_PLAIN], RESPONSE);
  g_assert_cmpuint (record->n_ended[RT_TAP_PLAIN], ==, 1);

  g_assert_true (g_io_stream_close (stream, NULL, NULL));
  g_assert_cmpint (record->n_destroyed, ==, 0);
  g_assert_finalize_object (stream);
  g_assert_cmpint (record->n_destroyed, ==, 1);
}

/* Nothing changes for a connection that was not attached. */
static void
test_untouched (void)
{
  g_autoptr (Peer) peer = peer_new (PEER_PLAIN, RESPONSE, 0);
  g_autoptr (Peer) tls_peer = peer_new (PEER_TLS, RESPONSE, 0);
  g_autoptr (GIOStream) stream = connect_to (peer, FALSE, NULL);
  g_autoptr (GIOStream) tls = connect_to (tls_peer, TRUE, NULL);

  g_assert_cmpstr (G_OBJECT_TYPE_NAME (g_io_stream_get_input_stream (stream)), ==,
                   "GSocketInputStream");
  g_assert_cmpstr (G_OBJECT_TYPE_NAME (g_io_stream_get_output_stream (stream)), ==,
                   "GSocketOutputStream");
  g_assert_false (g_str_has_prefix (
    G_OBJECT_TYPE_NAME (g_io_stream_get_input_stream (tls)), "RtTap"));
  exchange (stream, REQUEST, RESPONSE);
  exchange (tls, REQUEST, RESPONSE);
}

/* Attached and gone before anybody read. */
static void
test_unused (void)
{
  g_autoptr (TapRecord) record = tap_record_new ();
  g_autoptr (Peer) peer = peer_new (PEER_PLAIN, RESPONSE, 0);
  GIOStream *stream = connect_to (peer, FALSE, record);

  g_assert_finalize_object (stream);
  g_assert_cmpint (record->n_destroyed, ==, 1);
}

/* A stream that is kept longer than its connection keeps the data alive. */
static void
test_stream_outlives (void)
{
  g_autoptr (TapRecord) record = tap_record_new ();
  g_autoptr (Peer) peer = peer_new (PEER_PLAIN, RESPONSE, 0);
  GIOStream *stream = connect_to (peer, FALSE, record);
  g_autoptr (GInputStream) input = g_object_ref (g_io_stream_get_input_stream (stream));
  char buffer[1];

  g_assert_finalize_object (stream);
  g_assert_cmpint (record->n_destroyed, ==, 0);
  g_assert_cmpint (g_input_stream_read (input, buffer, 1, NULL, NULL), ==, -1);
  g_clear_object (&input);
  g_assert_cmpint (record->n_destroyed, ==, 1);
}

static void
test_tls (void)
{
  g_autoptr (TapRecord) record = tap_record_new ();
  g_autoptr (Peer) peer = peer_new (PEER_TLS, RESPONSE, 0);
  GIOStream *stream = connect_to (peer, TRUE, record);

  exchange (stream, REQUEST, RESPONSE);
  tap_record_check (peer_wait (peer), REQUEST);
  tap_record_check (record->sent[RT_TAP_CLEAR], REQUEST);
  tap_record_check (record->received[RT_TAP_CLEAR], RESPONSE);
  g_assert_cmpuint (record->n_ended[RT_TAP_CLEAR], ==, 1);
  /* The handshake, too, is under TLS. */
  g_assert_cmpuint (record->sent[RT_TAP_PLAIN]->len, ==, 0);
  g_assert_cmpuint (record->received[RT_TAP_PLAIN]->len, ==, 0);
  g_assert_cmpuint (record->sent[RT_TAP_SECRET]->len, >, strlen (REQUEST) + 100);
  g_assert_cmpuint (record->received[RT_TAP_SECRET]->len, >, strlen (RESPONSE) + 100);
  g_assert_cmphex (record->sent[RT_TAP_SECRET]->data[0], ==, 0x16);

  g_io_stream_close (stream, NULL, NULL);
  g_clear_object (&stream);
  /* The thread of the handshake may be the last to let go of it. */
  tap_record_wait (record);
  g_assert_cmpint (record->n_destroyed, ==, 1);
}

static gboolean
accept_cb (void)
{
  return TRUE;
}

static void
read_exactly (GIOStream  *stream,
              const char *expected)
{
  g_autofree char *buffer = g_malloc (strlen (expected));
  gsize n_read;

  g_assert_true (g_input_stream_read_all (g_io_stream_get_input_stream (stream), buffer,
                                          strlen (expected), &n_read, NULL, NULL));
  g_assert_cmpmem (buffer, n_read, expected, strlen (expected));
}

/* As a client does behind a proxy: PLAIN as long as the proxy speaks. */
static void
test_tunnel (void)
{
  const char *connect = "CONNECT a:1 HTTP/1.1\r\n\r\n";
  const char *ok = "HTTP/1.1 200 OK\r\n\r\n";
  g_autoptr (TapRecord) record = tap_record_new ();
  g_autoptr (Peer) peer = peer_new (PEER_TUNNEL, RESPONSE, 0);
  g_autoptr (GIOStream) stream = connect_to (peer, FALSE, record);
  g_autoptr (GIOStream) tls = NULL;
  g_autoptr (GError) error = NULL;

  g_output_stream_write_all (g_io_stream_get_output_stream (stream), connect, strlen (connect),
                             NULL, NULL, NULL);
  read_exactly (stream, ok);
  tls = g_tls_client_connection_new (stream, NULL, &error);
  g_assert_no_error (error);
  g_signal_connect (tls, "accept-certificate", G_CALLBACK (accept_cb), NULL);
  g_tls_connection_set_database (G_TLS_CONNECTION (tls), NULL);
  g_tls_connection_handshake (G_TLS_CONNECTION (tls), NULL, &error);
  g_assert_no_error (error);
  exchange (tls, REQUEST, RESPONSE);

  tap_record_check (record->sent[RT_TAP_PLAIN], connect);
  tap_record_check (record->received[RT_TAP_PLAIN], ok);
  tap_record_check (record->sent[RT_TAP_CLEAR], REQUEST);
  tap_record_check (record->received[RT_TAP_CLEAR], RESPONSE);
  g_assert_cmpuint (record->received[RT_TAP_SECRET]->len, >, 100);
}

static void
test_rewrite_tls (void)
{
  g_autoptr (TapRecord) record = tap_record_new ();
  g_autoptr (Peer) peer = peer_new (PEER_TLS, RESPONSE, 0);
  g_autoptr (GIOStream) stream = connect_to (peer, TRUE, record);
  const char *other = "gEt /other HTTP/1.0\r\nx:  \351\r\n\r\n";

  record->replacement = g_bytes_new (other, strlen (other));
  exchange (stream, REQUEST, RESPONSE);
  tap_record_check (peer_wait (peer), other);
  tap_record_check (record->sent[RT_TAP_CLEAR], other);
}

static void
test_unix (void)
{
  g_autoptr (TapRecord) record = tap_record_new ();
  g_autoptr (GSocket) near = NULL;
  g_autoptr (GSocketConnection) connection = NULL;
  int fds[2];
  char buffer[2];

  install_tap ();
  g_assert_cmpint (socketpair (AF_UNIX, SOCK_STREAM, 0, fds), ==, 0);
  near = g_socket_new_from_fd (fds[0], NULL);
  connection = g_socket_connection_factory_create_connection (near);
  g_assert_true (G_IS_UNIX_CONNECTION (connection));
  rt_tap_attach (G_IO_STREAM (connection), &tap_record_sink, tap_record_ref (record),
                   tap_record_destroy);
  g_output_stream_write (g_io_stream_get_output_stream (G_IO_STREAM (connection)), "hi", 2, NULL,
                         NULL);
  g_assert_cmpint (recv (fds[1], buffer, 2, 0), ==, 2);
  tap_record_check (record->sent[RT_TAP_PLAIN], "hi");
  close (fds[1]);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/tap/install", test_install);
  g_test_add_func ("/tap/plain", test_plain);
  g_test_add_func ("/tap/untouched", test_untouched);
  g_test_add_func ("/tap/unused", test_unused);
  g_test_add_func ("/tap/stream-outlives", test_stream_outlives);
  g_test_add_func ("/tap/tls", test_tls);
  g_test_add_func ("/tap/tunnel", test_tunnel);
  g_test_add_func ("/tap/rewrite-tls", test_rewrite_tls);
  g_test_add_func ("/tap/unix", test_unix);

  return g_test_run ();
}
