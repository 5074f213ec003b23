/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the socket and the TLS session of one client. Knows no HTTP. A client
 * that goes away is never an error here: writes return FALSE and that is all.
 */

#include "peer.h"

#include <linux/sockios.h>
#include <netinet/in.h>
#include <netinet/tcp.h>
#include <poll.h>
#include <sys/ioctl.h>
#include <sys/socket.h>

#define IDLE_SECONDS   60
#define STUCK_SECONDS  600 /* a client that does not read */
#define LINGER_USEC    (2 * G_USEC_PER_SEC)
#define LINGER_BYTES   (4 * 1024 * 1024)
#define READ_SIZE      16384

struct _RtPeer
{
  GSocket           *socket;
  GSocketConnection *connection;
  GTlsCertificate   *certificate; /* NULL without TLS */
  GIOStream         *stream;      /* the TLS session or the connection */
  GCancellable      *cancellable;
  GByteArray        *unread;
  char              *address;
  gboolean           open;
};

static char *
describe_remote (GSocket *socket)
{
  g_autoptr (GSocketAddress) address = g_socket_get_remote_address (socket, NULL);

  if (address == NULL)
    return g_strdup ("");
  return g_socket_connectable_to_string (G_SOCKET_CONNECTABLE (address));
}

RtPeer *
rt_peer_new (GSocket         *socket,
             GTlsCertificate *certificate,
             GCancellable    *cancellable)
{
  RtPeer *self = g_new0 (RtPeer, 1);

  self->socket = g_object_ref (socket);
  self->connection = g_socket_connection_factory_create_connection (socket);
  if (certificate != NULL)
    self->certificate = g_object_ref (certificate);
  self->cancellable = g_object_ref (cancellable);
  self->unread = g_byte_array_new ();
  self->address = describe_remote (socket);
  self->open = TRUE;
  /* Each write is its own segment: what a route writes in two parts arrives in
   * two parts. */
  g_socket_set_option (socket, IPPROTO_TCP, TCP_NODELAY, 1, NULL);
  return self;
}

void
rt_peer_free (RtPeer *self)
{
  rt_peer_close (self);
  g_clear_object (&self->stream);
  g_clear_object (&self->connection);
  g_clear_object (&self->socket);
  g_clear_object (&self->certificate);
  g_clear_object (&self->cancellable);
  g_clear_pointer (&self->unread, g_byte_array_unref);
  g_clear_pointer (&self->address, g_free);
  g_free (self);
}

/* Without a database: nobody asks clients for certificates, and the one of the
 * system would be read anew for each connection. */
static GIOStream *
create_tls (RtPeer *self)
{
  return g_initable_new (g_tls_backend_get_server_connection_type (g_tls_backend_get_default ()),
                         NULL, NULL, "base-io-stream", self->connection,
                         "certificate", self->certificate, "database", NULL, NULL);
}

gboolean
rt_peer_greet (RtPeer *self)
{
  static const char * const protocols[] = { "http/1.1", NULL };
  g_autoptr (GIOStream) tls = NULL;

  g_socket_set_timeout (self->socket, IDLE_SECONDS);
  if (self->certificate == NULL)
    {
      self->stream = g_object_ref (G_IO_STREAM (self->connection));
      return TRUE;
    }
  tls = create_tls (self);
  if (tls == NULL)
    return FALSE;
  g_tls_connection_set_require_close_notify (G_TLS_CONNECTION (tls), FALSE);
  g_tls_connection_set_advertised_protocols (G_TLS_CONNECTION (tls), protocols);
  /* A client that refuses the certificate is the point of some ports, so the
   * error says nothing that somebody should read. */
  if (!g_tls_connection_handshake (G_TLS_CONNECTION (tls), self->cancellable, NULL))
    return FALSE;
  self->stream = g_steal_pointer (&tls);
  return TRUE;
}

gboolean
rt_peer_is_tls (RtPeer *self)
{
  return self->certificate != NULL;
}

gboolean
rt_peer_is_open (RtPeer *self)
{
  return self->open && !g_cancellable_is_cancelled (self->cancellable);
}

const char *
rt_peer_get_address (RtPeer *self)
{
  return self->address;
}

const guint8 *
rt_peer_peek (RtPeer *self,
              gsize  *length)
{
  *length = self->unread->len;
  return self->unread->data;
}

void
rt_peer_consume (RtPeer *self,
                 gsize   length)
{
  g_assert (length <= self->unread->len);

  g_byte_array_remove_range (self->unread, 0, length);
}

gboolean
rt_peer_fill (RtPeer *self)
{
  guint8 block[READ_SIZE];
  gssize got;

  if (!rt_peer_is_open (self))
    return FALSE;
  g_socket_set_timeout (self->socket, IDLE_SECONDS);
  got = g_input_stream_read (g_io_stream_get_input_stream (self->stream), block, sizeof block,
                             self->cancellable, NULL);
  if (got <= 0)
    return FALSE;
  g_byte_array_append (self->unread, block, got);
  return TRUE;
}

gboolean
rt_peer_write (RtPeer     *self,
               const void *bytes,
               gsize       length)
{
  if (!rt_peer_is_open (self))
    return FALSE;
  g_socket_set_timeout (self->socket, STUCK_SECONDS);
  if (!g_output_stream_write_all (g_io_stream_get_output_stream (self->stream), bytes, length,
                                  NULL, self->cancellable, NULL))
    self->open = FALSE;
  return self->open;
}

gboolean
rt_peer_write_text (RtPeer     *self,
                    const char *text)
{
  return rt_peer_write (self, text, strlen (text));
}

/* Sleeps until one of @events, the cancel or @deadline; -1 cancelled, 0 time
 * is over, else what happened. */
static int
sleep_until (RtPeer *self,
             gushort events,
             gint64  deadline)
{
  GPollFD fds[2] = { { g_socket_get_fd (self->socket), events, 0 } };
  gint64 left = MAX (deadline - g_get_monotonic_time (), 0);
  int result = 0;

  if (!g_cancellable_make_pollfd (self->cancellable, &fds[1]))
    return -1;
  result = g_poll (fds, 2, MIN ((left + 999) / 1000, G_MAXINT));
  g_cancellable_release_fd (self->cancellable);
  if (g_cancellable_is_cancelled (self->cancellable))
    return -1;
  return result > 0 ? fds[0].revents : 0;
}

gboolean
rt_peer_wait (RtPeer *self,
              gint64  microseconds)
{
  gint64 deadline = g_get_monotonic_time () + microseconds;

  if (!rt_peer_is_open (self))
    return FALSE;
  do
    {
      if (sleep_until (self, POLLRDHUP, deadline) != 0)
        {
          self->open = FALSE;
          return FALSE;
        }
    }
  while (g_get_monotonic_time () < deadline);
  return TRUE;
}

/* Reads on for a moment after the end was sent: closing with bytes unread
 * would send a reset that can overtake the response (RFC 9112 section 9.6). */
static void
linger (RtPeer *self)
{
  gint64 deadline = g_get_monotonic_time () + LINGER_USEC;
  gsize total = 0;

  while (total < LINGER_BYTES && g_get_monotonic_time () < deadline)
    {
      char block[READ_SIZE];
      gssize got;

      if (sleep_until (self, G_IO_IN, deadline) <= 0)
        return;
      got = g_socket_receive_with_blocking (self->socket, block, sizeof block, FALSE,
                                            self->cancellable, NULL);
      if (got <= 0)
        return;
      total += got;
    }
}

void
rt_peer_cut (RtPeer *self)
{
  if (g_socket_is_closed (self->socket))
    return;
  g_socket_shutdown (self->socket, FALSE, TRUE, NULL);
  linger (self);
  self->open = FALSE;
  g_socket_close (self->socket, NULL);
}

void
rt_peer_close (RtPeer *self)
{
  if (g_socket_is_closed (self->socket))
    return;
  if (self->open && self->stream != NULL && rt_peer_is_tls (self))
    g_output_stream_close (g_io_stream_get_output_stream (self->stream), self->cancellable, NULL);
  rt_peer_cut (self);
}

/* A reset throws away what is still on its way, so wait until the client's
 * side has taken it. */
static void
await_delivery (RtPeer *self)
{
  gint64 deadline = g_get_monotonic_time () + LINGER_USEC;
  int queued = 0;

  while (ioctl (g_socket_get_fd (self->socket), SIOCOUTQ, &queued) == 0 && queued > 0
         && g_get_monotonic_time () < deadline)
    if (sleep_until (self, 0, g_get_monotonic_time () + 1000) < 0)
      return;
}

void
rt_peer_reset (RtPeer *self)
{
  struct linger at_once = { 1, 0 };

  if (g_socket_is_closed (self->socket))
    return;
  await_delivery (self);
  self->open = FALSE;
  setsockopt (g_socket_get_fd (self->socket), SOL_SOCKET, SO_LINGER, &at_once, sizeof at_once);
  g_socket_close (self->socket, NULL);
}
