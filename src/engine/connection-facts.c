/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Collects what is known of a connection from the socket and from libsoup. */

#include "connection-facts.h"

static char *
describe_address (GSocketAddress *address)
{
  if (address == NULL)
    return NULL;

  return g_socket_connectable_to_string (G_SOCKET_CONNECTABLE (address));
}

static const char *
describe_tls_version (GTlsProtocolVersion version)
{
  switch (version)
    {
    case G_TLS_PROTOCOL_VERSION_TLS_1_0:
      return "TLS 1.0";
    case G_TLS_PROTOCOL_VERSION_TLS_1_1:
      return "TLS 1.1";
    case G_TLS_PROTOCOL_VERSION_TLS_1_2:
      return "TLS 1.2";
    case G_TLS_PROTOCOL_VERSION_TLS_1_3:
      return "TLS 1.3";
    case G_TLS_PROTOCOL_VERSION_SSL_3_0:
      return "SSL 3.0";
    case G_TLS_PROTOCOL_VERSION_UNKNOWN:
    case G_TLS_PROTOCOL_VERSION_DTLS_1_0:
    case G_TLS_PROTOCOL_VERSION_DTLS_1_2:
    default:
      return NULL;
    }
}

static void
read_tls_facts (RtConnection *facts,
                SoupMessage  *message)
{
  GTlsCertificate *certificate = soup_message_get_tls_peer_certificate (message);

  facts->tls = TRUE;
  facts->tls_version =
    g_strdup (describe_tls_version (soup_message_get_tls_protocol_version (message)));
  facts->cipher = g_strdup (soup_message_get_tls_ciphersuite_name (message));
  facts->certificate_errors = soup_message_get_tls_peer_certificate_errors (message);
  if (certificate != NULL)
    {
      g_clear_pointer (&facts->certificates, g_ptr_array_unref);
      facts->certificates = rt_certificate_read_chain (certificate);
    }
}

RtConnection *
rt_connection_read_facts (SoupMessage *message,
                          RtChannel   *channel,
                          gboolean     tls)
{
  RtConnection *facts = rt_connection_new ();
  GSocket *socket = channel != NULL ? rt_channel_get_socket (channel) : NULL;
  g_autoptr(GSocketAddress) local = NULL;
  g_autoptr(GSocketAddress) remote = NULL;

  if (channel != NULL)
    facts->id = rt_channel_get_id (channel);
  if (socket != NULL)
    {
      local = g_socket_get_local_address (socket, NULL);
      remote = g_socket_get_remote_address (socket, NULL);
    }
  facts->local_address = describe_address (local);
  facts->remote_address = describe_address (remote);
  if (tls)
    read_tls_facts (facts, message);

  return facts;
}
