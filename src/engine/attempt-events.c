/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtAttempt, what libsoup tells: the phases of connecting, the certificate,
 * which connection it took, and when it starts over.
 */

#include "config.h"

#include "attempt-private.h"

#include <glib/gi18n-lib.h>

#include "connection-facts.h"
#include "exchange-private.h"
#include "library-view.h"

RtConnection *
rt_attempt_read_facts (RtAttempt *self)
{
  RtConnection *facts = rt_connection_read_facts (self->message, self->channel,
                                                  rt_attempt_is_https (self));

  facts->proxy = g_strdup (self->proxy);
  facts->sent_anyway = self->insecure && facts->certificate_errors != 0;

  return facts;
}

static void
accept_stream (RtAttempt *self,
               GIOStream *stream)
{
  g_autoptr(RtChannel) channel = rt_channel_attach (stream);

  rt_attempt_hear_channel (self, channel);
}

static void
handshaking (RtAttempt *self,
             GIOStream *stream)
{
  const char *const http1_only[] = { "http/1.1", NULL };

  if (!self->http2 && G_IS_TLS_CONNECTION (stream))
    g_tls_connection_set_advertised_protocols (G_TLS_CONNECTION (stream), http1_only);
}

static void
handshaked (RtAttempt *self,
            GIOStream *stream)
{
  const char *protocol = NULL;

  if (G_IS_TLS_CONNECTION (stream))
    protocol = g_tls_connection_get_negotiated_protocol (G_TLS_CONNECTION (stream));

  if (g_strcmp0 (protocol, "h2") == 0)
    rt_recorder_use_http2 (self->recorder);
}

/* An address needs no lookup, though GIO goes through the motions. */
static gboolean
has_name (RtAttempt *self)
{
  g_autoptr(GUri) proxy =
    self->proxy != NULL ? g_uri_parse (self->proxy, G_URI_FLAGS_NONE, NULL) : NULL;
  const char *host = proxy != NULL ? g_uri_get_host (proxy)
                                   : rt_url_get_host (self->outgoing->url);

  return !g_hostname_is_ip_address (host);
}

static void
network_event_cb (SoupMessage       *message,
                  GSocketClientEvent event,
                  GIOStream         *stream,
                  gpointer           user_data)
{
  RtAttempt *self = user_data;
  gint64 now = g_get_monotonic_time ();

  self->active_at = now;
  switch (event)
    {
    case G_SOCKET_CLIENT_RESOLVING:
      if (has_name (self))
        rt_recorder_begin_phase (self->recorder, RT_PHASE_NAME, now);
      break;
    case G_SOCKET_CLIENT_RESOLVED:
      rt_recorder_end_phase (self->recorder, RT_PHASE_NAME, now);
      break;
    case G_SOCKET_CLIENT_CONNECTING:
      rt_recorder_begin_phase (self->recorder, RT_PHASE_CONNECT, now);
      break;
    case G_SOCKET_CLIENT_CONNECTED:
      rt_recorder_end_phase (self->recorder, RT_PHASE_CONNECT, now);
      accept_stream (self, stream);
      break;
    case G_SOCKET_CLIENT_PROXY_NEGOTIATING:
      rt_recorder_begin_phase (self->recorder, RT_PHASE_PROXY, now);
      break;
    case G_SOCKET_CLIENT_PROXY_NEGOTIATED:
      rt_recorder_end_phase (self->recorder, RT_PHASE_PROXY, now);
      break;
    case G_SOCKET_CLIENT_TLS_HANDSHAKING:
      rt_recorder_begin_phase (self->recorder, RT_PHASE_TLS, now);
      handshaking (self, stream);
      break;
    case G_SOCKET_CLIENT_TLS_HANDSHAKED:
      rt_recorder_end_phase (self->recorder, RT_PHASE_TLS, now);
      handshaked (self, stream);
      break;
    case G_SOCKET_CLIENT_COMPLETE:
    default:
      break;
    }
}

static gboolean
accept_certificate_cb (SoupMessage         *message,
                       GTlsCertificate     *certificate,
                       GTlsCertificateFlags errors,
                       gpointer             user_data)
{
  RtAttempt *self = user_data;

  self->certificate_errors = errors;
  g_clear_pointer (&self->certificates, g_ptr_array_unref);
  self->certificates = rt_certificate_read_chain (certificate);

  return self->insecure;
}

/* libsoup has sent the request on a kept connection and found it closed; it
 * sends again. That is an exchange of its own. */
static void
open_again (RtAttempt *self)
{
  RtExchange *before = rt_recorder_get_exchange (self->recorder);
  RtNext *next = g_new0 (RtNext, 1);

  next->reason = RT_NEXT_STALE_CONNECTION;
  next->rule = g_strdup (_("The server had closed the kept connection: sent again on a new one"));
  next->section = g_strdup (_("RFC 9112, section 9.3.1"));
  next->dropped = g_new0 (char *, 1);
  next->method_before = g_strdup (self->outgoing->method);
  next->method_after = g_strdup (self->outgoing->method);
  next->url_after = g_strdup (rt_url_get_text (self->outgoing->url));
  rt_exchange_take_next (before, next);
  rt_recorder_fail (self->recorder, RT_FAILURE_CLOSED_EARLY,
                    _("The kept connection was closed before an answer came."), NULL);
  rt_recorder_finish (self->recorder, g_get_monotonic_time ());
  g_clear_pointer (&self->recorder, rt_recorder_free);

  self->peer_closed = FALSE;
  self->reset_seen = FALSE;
  rt_attempt_stay (self);
  rt_attempt_leave_channel (self);
  rt_attempt_open_exchange (self);
}

/* libsoup starts over in three cases. A kept connection was closed: that is
 * recorded and allowed. A 421 came: it is the answer, and shown. A stream of
 * HTTP/2 was refused: libsoup would try again for ever. */
static void
restarted_cb (SoupMessage *message,
              gpointer     user_data)
{
  RtAttempt *self = user_data;

  if (rt_recorder_has_bytes (self->recorder) || self->http2)
    {
      rt_attempt_abort (self, self->http2 ? RT_FAILURE_HTTP2 : RT_FAILURE_CLOSED_EARLY,
                        self->http2 ? _("The server refused the HTTP/2 stream.")
                                    : _("The connection was closed before an answer."));
      return;
    }

  open_again (self);
  rt_attempt_give_content (self);
}

static void
starting_cb (SoupMessage *message,
             gpointer     user_data)
{
  RtAttempt *self = user_data;
  guint64 id = soup_message_get_connection_id (message);
  RtChannel *known = rt_session_find_channel (self->session, id);
  g_autoptr(RtConnection) facts = NULL;

  if (known != NULL)
    {
      rt_attempt_hear_channel (self, known);
      facts = rt_connection_copy_reused (rt_channel_get_facts (known));
    }
  else if (self->channel != NULL)
    {
      facts = rt_attempt_read_facts (self);
      facts->protocol = g_strdup (soup_message_get_http_version (message) == SOUP_HTTP_2_0
                                    ? "h2" : facts->tls ? "http/1.1" : NULL);
      rt_channel_set_facts (self->channel, facts);
      rt_session_add_channel (self->session, id, self->channel);
    }

  if (facts != NULL)
    rt_exchange_set_connection (rt_recorder_get_exchange (self->recorder), facts);
  self->head_pending = soup_message_get_http_version (message) != SOUP_HTTP_2_0;
  rt_recorder_begin_phase (self->recorder, RT_PHASE_REQUEST, g_get_monotonic_time ());
}

static void
got_headers_cb (SoupMessage *message,
                gpointer     user_data)
{
  RtAttempt *self = user_data;

  if (!rt_attempt_was_refused_by_proxy (self))
    rt_exchange_take_library_view (rt_recorder_get_exchange (self->recorder),
                                   rt_library_view_describe (message));
}

void
rt_attempt_hear_message (RtAttempt *self)
{
  g_signal_connect (self->message, "network-event", G_CALLBACK (network_event_cb), self);
  g_signal_connect (self->message, "accept-certificate", G_CALLBACK (accept_certificate_cb), self);
  g_signal_connect (self->message, "starting", G_CALLBACK (starting_cb), self);
  g_signal_connect (self->message, "restarted", G_CALLBACK (restarted_cb), self);
  g_signal_connect (self->message, "got-headers", G_CALLBACK (got_headers_cb), self);
}
