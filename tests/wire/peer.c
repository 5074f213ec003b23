/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns one listening socket on loopback and the thread that serves it. */

#include "peer.h"

#include <gnutls/gnutls.h>
#include <gnutls/x509.h>
#include <string.h>

struct _Peer
{
  PeerKind         kind;
  char            *response;
  gsize            tail_size;
  guint16          port;
  GSocketListener *listener;
  GCancellable    *cancellable;
  GTlsCertificate *certificate;
  GThread         *thread;
  GByteArray      *received;
};

static char *
export_pem (gnutls_x509_crt_t     certificate,
            gnutls_x509_privkey_t key)
{
  gnutls_datum_t one = { NULL, 0 }, two = { NULL, 0 };
  char *pem;

  gnutls_x509_crt_export2 (certificate, GNUTLS_X509_FMT_PEM, &one);
  gnutls_x509_privkey_export2_pkcs8 (key, GNUTLS_X509_FMT_PEM, NULL, 0, &two);
  pem = g_strdup_printf ("%.*s%.*s", (int) one.size, one.data, (int) two.size, two.data);
  gnutls_free (one.data);
  gnutls_free (two.data);

  return pem;
}

GTlsCertificate *
peer_new_certificate (void)
{
  gnutls_x509_privkey_t key;
  gnutls_x509_crt_t certificate;
  g_autofree char *pem = NULL;
  g_autoptr (GError) error = NULL;
  GTlsCertificate *result;
  time_t now = g_get_real_time () / G_USEC_PER_SEC;

  gnutls_x509_privkey_init (&key);
  gnutls_x509_privkey_generate (key, GNUTLS_PK_ECDSA,
                                GNUTLS_CURVE_TO_BITS (GNUTLS_ECC_CURVE_SECP256R1), 0);
  gnutls_x509_crt_init (&certificate);
  gnutls_x509_crt_set_version (certificate, 3);
  gnutls_x509_crt_set_serial (certificate, "\1", 1);
  gnutls_x509_crt_set_activation_time (certificate, now - 60);
  gnutls_x509_crt_set_expiration_time (certificate, now + 3600);
  gnutls_x509_crt_set_dn (certificate, "CN=localhost", NULL);
  gnutls_x509_crt_set_key (certificate, key);
  gnutls_x509_crt_sign2 (certificate, certificate, key, GNUTLS_DIG_SHA256, 0);

  pem = export_pem (certificate, key);
  gnutls_x509_crt_deinit (certificate);
  gnutls_x509_privkey_deinit (key);
  result = g_tls_certificate_new_from_pem (pem, -1, &error);
  g_assert_no_error (error);

  return result;
}

static void
read_head (Peer      *self,
           GIOStream *stream)
{
  GInputStream *input = g_io_stream_get_input_stream (stream);
  gsize start = self->received->len;
  guint8 byte;

  while (g_input_stream_read (input, &byte, 1, NULL, NULL) == 1)
    {
      g_byte_array_append (self->received, &byte, 1);
      if (self->received->len - start >= 4 &&
          memcmp (self->received->data + self->received->len - 4, "\r\n\r\n", 4) == 0)
        return;
    }
}

/* The client may have gone: a failed write is not an error here. */
static void
write_response (Peer      *self,
                GIOStream *stream)
{
  GOutputStream *output = g_io_stream_get_output_stream (stream);
  g_autofree guint8 *tail = g_malloc0 (MAX (self->tail_size, 1));

  if (g_output_stream_write_all (output, self->response, strlen (self->response), NULL, NULL,
                                 NULL))
    g_output_stream_write_all (output, tail, self->tail_size, NULL, NULL, NULL);
}

static void
serve (Peer      *self,
       GIOStream *connection)
{
  g_autoptr (GIOStream) stream = g_object_ref (connection);

  if (self->kind == PEER_TUNNEL)
    {
      const char *ok = "HTTP/1.1 200 OK\r\n\r\n";

      read_head (self, stream);
      g_output_stream_write_all (g_io_stream_get_output_stream (stream), ok, strlen (ok), NULL,
                                 NULL, NULL);
    }
  if (self->kind != PEER_PLAIN)
    {
      g_clear_object (&stream);
      stream = g_tls_server_connection_new (connection, self->certificate, NULL);
      if (!g_tls_connection_handshake (G_TLS_CONNECTION (stream), NULL, NULL))
        return;
    }

  read_head (self, stream);
  write_response (self, stream);
  g_io_stream_close (stream, NULL, NULL);
}

static gpointer
run (gpointer data)
{
  Peer *self = data;
  g_autoptr (GSocketConnection) connection =
    g_socket_listener_accept (self->listener, NULL, self->cancellable, NULL);

  if (connection != NULL)
    serve (self, G_IO_STREAM (connection));

  return NULL;
}

static guint16
listen_on_loopback (GSocketListener *listener)
{
  g_autoptr (GSocketAddress) any = g_inet_socket_address_new_from_string ("127.0.0.1", 0);
  g_autoptr (GSocketAddress) bound = NULL;
  g_autoptr (GError) error = NULL;

  g_socket_listener_add_address (listener, any, G_SOCKET_TYPE_STREAM, G_SOCKET_PROTOCOL_TCP,
                                 NULL, &bound, &error);
  g_assert_no_error (error);

  return g_inet_socket_address_get_port (G_INET_SOCKET_ADDRESS (bound));
}

Peer *
peer_new (PeerKind    kind,
          const char *response,
          gsize       tail_size)
{
  Peer *self = g_new0 (Peer, 1);

  self->kind = kind;
  self->response = g_strdup (response);
  self->tail_size = tail_size;
  self->received = g_byte_array_new ();
  self->cancellable = g_cancellable_new ();
  self->listener = g_socket_listener_new ();
  self->port = listen_on_loopback (self->listener);
  if (kind != PEER_PLAIN)
    self->certificate = peer_new_certificate ();
  self->thread = g_thread_new ("peer", run, self);

  return self;
}

guint16
peer_get_port (Peer *self)
{
  return self->port;
}

GByteArray *
peer_wait (Peer *self)
{
  if (self->thread != NULL)
    g_thread_join (g_steal_pointer (&self->thread));

  return self->received;
}

void
peer_free (Peer *self)
{
  g_cancellable_cancel (self->cancellable);
  peer_wait (self);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->listener);
  g_clear_object (&self->certificate);
  g_clear_pointer (&self->received, g_byte_array_unref);
  g_clear_pointer (&self->response, g_free);
  g_free (self);
}
