/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "peer.h"

#include <string.h>

/* A peer and the client that it talks to. */
typedef struct
{
  GSocket           *listener;
  GSocketConnection *client;
  GCancellable      *cancellable;
  RtPeer            *peer;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr (GInetAddress) loopback = g_inet_address_new_loopback (G_SOCKET_FAMILY_IPV4);
  g_autoptr (GSocketAddress) address = g_inet_socket_address_new (loopback, 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GSocketClient) client = g_socket_client_new ();
  g_autoptr (GSocket) accepted = NULL;

  self->listener = g_socket_new (G_SOCKET_FAMILY_IPV4, G_SOCKET_TYPE_STREAM,
                                 G_SOCKET_PROTOCOL_TCP, NULL);
  g_assert_true (g_socket_bind (self->listener, address, TRUE, NULL));
  g_assert_true (g_socket_listen (self->listener, NULL));
  bound = g_socket_get_local_address (self->listener, NULL);
  self->client = g_socket_client_connect (client, G_SOCKET_CONNECTABLE (bound), NULL, NULL);
  accepted = g_socket_accept (self->listener, NULL, NULL);
  self->cancellable = g_cancellable_new ();
  self->peer = rt_peer_new (accepted, NULL, self->cancellable);
  g_assert_true (rt_peer_greet (self->peer));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_object (&self->client);
  g_clear_pointer (&self->peer, rt_peer_free);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->listener);
}

static gssize
client_read (Fixture  *self,
             char     *bytes,
             gsize     length,
             GError  **error)
{
  return g_input_stream_read (g_io_stream_get_input_stream (G_IO_STREAM (self->client)), bytes,
                              length, NULL, error);
}

static void
test_bytes (Fixture       *self,
            gconstpointer  data)
{
  GOutputStream *out = g_io_stream_get_output_stream (G_IO_STREAM (self->client));
  const guint8 *bytes;
  gsize length;

  g_assert_false (rt_peer_is_tls (self->peer));
  g_assert_true (g_str_has_prefix (rt_peer_get_address (self->peer), "127.0.0.1:"));
  rt_peer_peek (self->peer, &length);
  g_assert_cmpuint (length, ==, 0);
  g_output_stream_write_all (out, "abc", 3, NULL, NULL, NULL);
  g_assert_true (rt_peer_fill (self->peer));
  rt_peer_consume (self->peer, 1);
  bytes = rt_peer_peek (self->peer, &length);
  g_assert_cmpmem (bytes, length, "bc", 2);
  g_socket_shutdown (g_socket_connection_get_socket (self->client), FALSE, TRUE, NULL);
  g_assert_false (rt_peer_fill (self->peer));
}

static void
test_reset (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr (GError) error = NULL;
  char bytes[16];

  g_assert_true (rt_peer_write_text (self->peer, "Hello"));
  rt_peer_reset (self->peer);
  g_assert_false (rt_peer_is_open (self->peer));
  g_assert_false (rt_peer_write_text (self->peer, "more"));
  g_assert_cmpint (client_read (self, bytes, sizeof bytes, NULL), ==, 5);
  g_assert_cmpint (client_read (self, bytes, sizeof bytes, &error), ==, -1);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CONNECTION_CLOSED);
}

/* Every wait ends when the client goes, and when the playground stops. */
static void
test_wait (Fixture       *self,
           gconstpointer  data)
{
  g_assert_true (rt_peer_wait (self->peer, 0));
  g_assert_true (rt_peer_wait (self->peer, 1000));
  if (data != NULL)
    g_cancellable_cancel (self->cancellable);
  else
    g_io_stream_close (G_IO_STREAM (self->client), NULL, NULL);
  g_assert_false (rt_peer_wait (self->peer, G_GINT64_CONSTANT (86400000000)));
  g_assert_false (rt_peer_is_open (self->peer));
  g_assert_false (rt_peer_write_text (self->peer, "Hello"));
}

/* A client that went away is no error and no signal. */
static void
test_gone (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *block = g_malloc0 (65536);

  g_io_stream_close (G_IO_STREAM (self->client), NULL, NULL);
  while (rt_peer_write (self->peer, block, 65536))
    ;
  g_assert_false (rt_peer_is_open (self->peer));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/peer/bytes", Fixture, NULL, set_up, test_bytes, tear_down);
  g_test_add ("/peer/reset", Fixture, NULL, set_up, test_reset, tear_down);
  g_test_add ("/peer/wait-client", Fixture, NULL, set_up, test_wait, tear_down);
  g_test_add ("/peer/wait-stop", Fixture, "stop", set_up, test_wait, tear_down);
  g_test_add ("/peer/gone", Fixture, NULL, set_up, test_gone, tear_down);
  return g_test_run ();
}
