/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtAttempt: drives one SoupMessage and listens to its connection. What the
 * library makes of the bytes is only kept as a cross-check; the recorder's
 * reading of them decides when the response has ended and what it was.
 */

#include "config.h"

#include "attempt.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "diagnose.h"
#include "exchange-private.h"
#include "library-view.h"
#include "trail-private.h"

/* libsoup is read through buffers of this size; its content is not kept. */
#define READ_SIZE (256 * 1024)

/* When the response has ended but libsoup waits for more (HTTP/2 trailers,
 * 101, contradicting lengths), it is left behind after this time. */
#define LEAVE_AFTER_MS 50

struct _RtAttempt
{
  gatomicrefcount count;

  /* Input. */
  RtTrail        *trail;
  GMainContext   *context;
  RtOutgoing     *outgoing;
  RtSession      *session; /* borrowed; NULL once done */
  gboolean        http2;
  gboolean        insecure;
  char           *proxy;
  gint64          deadline;
  RtAttemptDone   done;
  gpointer        done_data;

  /* In progress. */
  SoupMessage    *message;
  GCancellable   *cancellable;
  GInputStream   *stream;
  guint8         *buffer;
  GSource        *leave_source;
  RtChannel      *channel;
  GBytes         *head;         /* what replaces libsoup's */
  gboolean        head_pending;
  gboolean        peer_closed;
  gboolean        reset_seen;
  RtRecorder     *tunnel;       /* CONNECT to the proxy */
  GPtrArray      *certificates;
  GTlsCertificateFlags certificate_errors;
  gint64          active_at;

  /* Output. */
  RtRecorder     *recorder;
  gboolean        is_done;
  gboolean        settled;
};

static gboolean
is_https (RtAttempt *self)
{
  return g_str_equal (rt_url_get_scheme (self->outgoing->url), "https");
}

static gboolean
uses_http_proxy (RtAttempt *self)
{
  return self->proxy != NULL && g_str_has_prefix (self->proxy, "http:");
}

/* Recording. */

static void
open_exchange (RtAttempt *self)
{
  g_autoptr(RtExchange) exchange =
    rt_exchange_new (self->context, self->outgoing->method,
                     rt_url_get_text (self->outgoing->url));
  RtContent *content = self->outgoing->content;
  g_autoptr(GBytes) bytes = content != NULL ? rt_content_dup_bytes (content) : NULL;

  if (bytes != NULL)
    rt_exchange_set_request_content (exchange, bytes);
  self->recorder = rt_recorder_new (exchange, g_bytes_get_size (self->head),
                                    content != NULL ? rt_content_get_length (content) : 0);
  rt_trail_append (self->trail, exchange);
}

static void
open_tunnel (RtAttempt *self,
             gsize      head_length)
{
  g_autofree char *target =
    g_strdup_printf ("%s:%u", rt_url_get_host (self->outgoing->url),
                     rt_url_get_port (self->outgoing->url));
  g_autoptr(RtExchange) exchange = rt_exchange_new (self->context, "CONNECT", target);

  self->tunnel = rt_recorder_new (exchange, head_length, 0);
  rt_recorder_begin_phase (self->recorder, RT_PHASE_PROXY, g_get_monotonic_time ());
  rt_trail_insert_before_last (self->trail, exchange);
}

static void
close_tunnel (RtAttempt *self,
              gint64     time)
{
  RtExchange *exchange;
  RtNext *next;

  if (self->tunnel == NULL || rt_recorder_is_finished (self->tunnel))
    return;

  exchange = rt_recorder_get_exchange (self->tunnel);
  if (rt_exchange_get_status (exchange) / 100 == 2)
    {
      next = g_new0 (RtNext, 1);
      next->reason = RT_NEXT_TUNNEL;
      next->rule = g_strdup (_("The proxy opened a tunnel to the server; what follows goes through it"));
      next->section = g_strdup (_("RFC 9110, section 9.3.6"));
      next->dropped = g_new0 (char *, 1);
      next->method_before = g_strdup ("CONNECT");
      next->method_after = g_strdup (self->outgoing->method);
      next->url_after = g_strdup (rt_url_get_text (self->outgoing->url));
      rt_exchange_take_next (exchange, next);
    }

  rt_recorder_end_phase (self->recorder, RT_PHASE_PROXY, time);
  rt_recorder_finish (self->tunnel, time);
}

static void
finish (RtAttempt *self)
{
  gint64 now = g_get_monotonic_time ();

  if (self->is_done)
    return;

  self->is_done = TRUE;
  self->session = NULL;
  g_signal_handlers_disconnect_by_data (self->message, self);
  if (self->channel != NULL)
    rt_channel_set_listener (self->channel, NULL, NULL);
  if (self->leave_source != NULL)
    g_source_destroy (self->leave_source);

  close_tunnel (self, now);
  rt_recorder_finish (self->recorder, now);
  self->done (self, self->done_data);
}

static void
fill_context (RtAttempt        *self,
              RtFailureContext *context)
{
  context->phase = rt_recorder_get_phase (self->recorder);
  context->host = rt_url_get_authority (self->outgoing->url);
  context->proxy = self->proxy;
  context->has_bytes = rt_recorder_has_bytes (self->recorder);
  context->peer_closed = self->peer_closed;
  context->has_certificate = self->certificates != NULL;
  context->certificate_errors = self->certificate_errors;
  context->certificates = self->certificates;
}

static void
fail_with (RtAttempt    *self,
           const GError *error)
{
  RtFailureContext context;
  RtFailureKind kind;
  g_autofree char *message = NULL;

  fill_context (self, &context);
  message = rt_diagnose_error (error, &context, &kind);
  rt_recorder_fail (self->recorder, kind, message, error->message);
}

static void
fail_by_proxy (RtAttempt *self)
{
  RtExchange *exchange = rt_recorder_get_exchange (self->tunnel);
  g_autofree char *message =
    g_strdup_printf (_("The proxy answered CONNECT with %d instead of opening a tunnel."),
                     rt_exchange_get_status (exchange));

  rt_recorder_fail (self->recorder, RT_FAILURE_PROXY_REFUSED, message, NULL);
}

static gboolean
was_refused_by_proxy (RtAttempt *self)
{
  return self->tunnel != NULL && !rt_recorder_has_bytes (self->recorder) &&
         rt_exchange_get_status (rt_recorder_get_exchange (self->tunnel)) / 100 != 2;
}

/* libsoup is through: with @error, or without. */
static void
settle (RtAttempt    *self,
        const GError *error)
{
  /* What libsoup no longer reads was not cut by the server. */
  gboolean given_up = error != NULL && !self->peer_closed &&
                      g_error_matches (error, G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT);
  gboolean answered;

  self->settled = TRUE;
  if (self->is_done)
    return;

  if (given_up)
    rt_recorder_cut (self->recorder, g_get_monotonic_time ());
  else
    rt_recorder_closed (self->recorder, g_get_monotonic_time ());
  answered = rt_exchange_get_state (rt_recorder_get_exchange (self->recorder)) == RT_EXCHANGE_RECEIVING;

  if (was_refused_by_proxy (self))
    fail_by_proxy (self);
  else if (error != NULL && !rt_recorder_is_complete (self->recorder) &&
           !(answered && self->peer_closed && !self->reset_seen))
    fail_with (self, error);
  else if (!answered)
    {
      g_autoptr(GError) nothing =
        g_error_new_literal (G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "no response");

      fail_with (self, nothing);
    }

  finish (self);
}

static gboolean
leave_cb (gpointer user_data)
{
  RtAttempt *self = user_data;

  g_clear_pointer (&self->leave_source, g_source_unref);
  finish (self);
  g_cancellable_cancel (self->cancellable);
  if (self->channel != NULL)
    rt_channel_shut_down (self->channel);

  return G_SOURCE_REMOVE;
}

static void
plan_to_leave (RtAttempt *self)
{
  if (self->leave_source != NULL || self->is_done)
    return;

  self->leave_source = g_timeout_source_new (LEAVE_AFTER_MS);
  g_source_set_callback (self->leave_source, leave_cb, rt_attempt_ref (self),
                         (GDestroyNotify) rt_attempt_unref);
  g_source_attach (self->leave_source, g_main_context_get_thread_default ());
}

/* The tap. */

static gboolean
check_limits (RtAttempt  *self,
              gint64      time,
              GError    **error)
{
  if (g_cancellable_set_error_if_cancelled (rt_trail_get_cancellable (self->trail), error))
    return FALSE;

  if (self->deadline > 0 && time > self->deadline)
    {
      rt_recorder_fail (self->recorder, RT_FAILURE_TIMED_OUT,
                        _("The time for the whole request is over."), NULL);
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_TIMED_OUT, "deadline");
      return FALSE;
    }

  return TRUE;
}

static gboolean
received_cb (RtTapLayer    layer,
             const guint8 *data,
             gsize         length,
             gint64        time,
             gpointer      user_data,
             GError      **error)
{
  RtAttempt *self = user_data;
  g_autoptr(GError) limit = NULL;

  self->active_at = time;
  if (!check_limits (self, time, error))
    return FALSE;

  if (layer == RT_TAP_PLAIN && is_https (self))
    {
      if (self->tunnel != NULL)
        rt_recorder_received (self->tunnel, data, length, time, NULL);
      if (self->tunnel != NULL && rt_recorder_is_complete (self->tunnel))
        close_tunnel (self, time);
      return TRUE;
    }

  if (!rt_recorder_received (self->recorder, data, length, time, &limit))
    {
      fail_with (self, limit);
      rt_recorder_cut (self->recorder, time);
      g_propagate_error (error, g_steal_pointer (&limit));
      return FALSE;
    }

  if (rt_recorder_has_ended (self->recorder))
    plan_to_leave (self);

  return TRUE;
}

static void
ended_cb (RtTapLayer    layer,
          const GError *error,
          gint64        time,
          gpointer      user_data)
{
  RtAttempt *self = user_data;

  if (layer == RT_TAP_PLAIN && is_https (self))
    return;

  self->peer_closed = TRUE;
  self->reset_seen = error != NULL;
  if (error != NULL)
    rt_recorder_cut (self->recorder, time);
  else
    rt_recorder_closed (self->recorder, time);
  if (rt_recorder_has_ended (self->recorder))
    plan_to_leave (self);
}

static GBytes *
rewrite_cb (RtTapLayer    layer,
            const guint8 *data,
            gsize         length,
            gpointer      user_data)
{
  RtAttempt *self = user_data;
  const char *end;
  gsize used;

  if (layer == RT_TAP_PLAIN && is_https (self))
    {
      if (self->tunnel == NULL)
        open_tunnel (self, length);
      return NULL;
    }

  if (!self->head_pending)
    return NULL;

  self->head_pending = FALSE;
  end = memmem (data, length, "\r\n\r\n", 4);
  used = end != NULL ? (gsize) (end + 4 - (const char *) data) : length;
  if (used == length)
    return g_bytes_ref (self->head);

  {
    GByteArray *both = g_byte_array_new ();

    g_byte_array_append (both, g_bytes_get_data (self->head, NULL), g_bytes_get_size (self->head));
    g_byte_array_append (both, data + used, length - used);

    return g_byte_array_free_to_bytes (both);
  }
}

static void
sent_cb (RtTapLayer    layer,
         const guint8 *data,
         gsize         length,
         gint64        time,
         gpointer      user_data)
{
  RtAttempt *self = user_data;
  gboolean to_proxy = layer == RT_TAP_PLAIN && is_https (self);

  self->active_at = time;
  if (to_proxy && self->tunnel != NULL)
    rt_recorder_sent (self->tunnel, data, length, time);
  else if (!to_proxy)
    rt_recorder_sent (self->recorder, data, length, time);
}

static const RtTapSink listener = {
  .received = received_cb,
  .ended = ended_cb,
  .rewrite = rewrite_cb,
  .sent = sent_cb,
};

/* The connection. */

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
read_tls_facts (RtAttempt    *self,
                RtConnection *facts)
{
  GTlsCertificate *certificate = soup_message_get_tls_peer_certificate (self->message);

  facts->tls = TRUE;
  facts->tls_version =
    g_strdup (describe_tls_version (soup_message_get_tls_protocol_version (self->message)));
  facts->cipher = g_strdup (soup_message_get_tls_ciphersuite_name (self->message));
  facts->certificate_errors = soup_message_get_tls_peer_certificate_errors (self->message);
  facts->sent_anyway = self->insecure && facts->certificate_errors != 0;
  if (certificate != NULL)
    {
      g_clear_pointer (&facts->certificates, g_ptr_array_unref);
      facts->certificates = rt_certificate_read_chain (certificate);
    }
}

/* As far as they are known now: after a failed handshake too. */
static RtConnection *
read_facts (RtAttempt *self)
{
  RtConnection *facts = rt_connection_new ();
  GSocket *socket = self->channel != NULL ? rt_channel_get_socket (self->channel) : NULL;
  g_autoptr(GSocketAddress) local = NULL;
  g_autoptr(GSocketAddress) remote = NULL;

  if (self->channel != NULL)
    facts->id = rt_channel_get_id (self->channel);
  if (socket != NULL)
    {
      local = g_socket_get_local_address (socket, NULL);
      remote = g_socket_get_remote_address (socket, NULL);
    }
  facts->local_address = describe_address (local);
  facts->remote_address = describe_address (remote);
  facts->proxy = g_strdup (self->proxy);
  if (is_https (self))
    read_tls_facts (self, facts);

  return facts;
}

static void
accept_stream (RtAttempt *self,
               GIOStream *stream)
{
  g_clear_pointer (&self->channel, rt_channel_unref);
  self->channel = rt_channel_attach (stream);
  rt_channel_set_listener (self->channel, &listener, self);
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
                    _("The kept connection was closed before the request reached the server."), NULL);
  rt_recorder_finish (self->recorder, g_get_monotonic_time ());
  g_clear_pointer (&self->recorder, rt_recorder_free);

  self->peer_closed = FALSE;
  self->reset_seen = FALSE;
  open_exchange (self);
}

static void
give_content (RtAttempt *self)
{
  RtContent *content = self->outgoing->content;
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GBytes) bytes = NULL;
  gboolean chunked = rt_outgoing_is_chunked (self->outgoing);

  if (content == NULL)
    return;

  bytes = rt_content_dup_bytes (content);
  stream = bytes != NULL ? g_memory_input_stream_new_from_bytes (bytes)
                         : rt_content_open (content);
  soup_message_set_request_body (self->message, NULL, stream,
                                 chunked ? -1 : (gssize) rt_content_get_length (content));
}

static void
restarted_cb (SoupMessage *message,
              gpointer     user_data)
{
  RtAttempt *self = user_data;

  open_again (self);
  give_content (self);
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
      g_clear_pointer (&self->channel, rt_channel_unref);
      self->channel = rt_channel_ref (known);
      rt_channel_set_listener (known, &listener, self);
      facts = rt_connection_copy_reused (rt_channel_get_facts (known));
    }
  else if (self->channel != NULL)
    {
      facts = read_facts (self);
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

  if (!was_refused_by_proxy (self))
    rt_exchange_take_library_view (rt_recorder_get_exchange (self->recorder),
                                   rt_library_view_describe (message));
}

/* Reading: libsoup hands out the content, which the tap has recorded already. */

static void read_on (RtAttempt *self);

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(RtAttempt) self = user_data;
  g_autoptr(GError) error = NULL;
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);

  if (n > 0 && !self->is_done)
    read_on (self);
  else
    settle (self, error);
}

static void
read_on (RtAttempt *self)
{
  g_input_stream_read_async (self->stream, self->buffer, READ_SIZE, G_PRIORITY_DEFAULT,
                             self->cancellable, read_cb, rt_attempt_ref (self));
}

/* A handshake that failed has shown a certificate all the same. */
static void
keep_facts_of_failure (RtAttempt *self)
{
  RtExchange *exchange = rt_recorder_get_exchange (self->recorder);
  g_autoptr(RtConnection) known = rt_exchange_dup_connection (exchange);
  g_autoptr(RtConnection) facts = NULL;

  if (known != NULL || self->channel == NULL)
    return;

  facts = read_facts (self);
  rt_exchange_set_connection (exchange, facts);
}

static void
send_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(RtAttempt) self = user_data;
  g_autoptr(GError) error = NULL;

  self->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (self->stream == NULL)
    {
      if (!self->is_done)
        keep_facts_of_failure (self);
      settle (self, error);
      return;
    }

  self->buffer = g_malloc (READ_SIZE);
  read_on (self);
}

/* The message. */

static SoupMessage *
create_message (RtAttempt *self)
{
  const RtUrl *url = self->outgoing->url;
  const char *target = self->http2 ? rt_url_get_target (url) : "/";
  gsize path_length = strcspn (target, "?");
  g_autofree char *path = g_strndup (target, path_length);
  const char *query = target[path_length] == '?' ? target + path_length + 1 : NULL;
  g_autoptr(GUri) uri =
    g_uri_build (SOUP_HTTP_URI_FLAGS | G_URI_FLAGS_ENCODED, rt_url_get_scheme (url), NULL,
                 rt_url_get_host (url), rt_url_get_port (url), path, query, NULL);

  return soup_message_new_from_uri (self->outgoing->method, uri);
}

/* In HTTP/1 the head is ours; libsoup only has to know what concerns the
 * connection. In HTTP/2 it writes the fields itself. */
static void
give_fields (RtAttempt *self)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (self->message);
  gboolean misframes = rt_outgoing_misframes (self->outgoing);

  for (guint i = 0; i < self->outgoing->fields->len; i++)
    {
      const RtOutgoingField *field = g_ptr_array_index (self->outgoing->fields, i);
      g_autofree char *value = g_strdelimit (g_strdup (field->value), "\r\n", ' ');
      gboolean is_connection = g_ascii_strcasecmp (field->name, "Connection") == 0;
      gboolean frames = g_ascii_strcasecmp (field->name, "Content-Length") == 0 ||
                        g_ascii_strcasecmp (field->name, "Transfer-Encoding") == 0 ||
                        g_ascii_strcasecmp (field->name, "Host") == 0;

      if (self->http2 ? !is_connection && !frames : is_connection)
        soup_message_headers_append (headers, field->name, value);
    }

  if (misframes && !self->http2)
    soup_message_headers_replace (headers, "Connection", "close");
}

static void
prepare_message (RtAttempt *self)
{
  SoupMessageFlags flags = SOUP_MESSAGE_NO_REDIRECT | SOUP_MESSAGE_DO_NOT_USE_AUTH_CACHE;

  if (self->http2)
    flags |= SOUP_MESSAGE_NEW_CONNECTION;
  self->message = create_message (self);
  soup_message_set_flags (self->message, flags);
  soup_message_disable_feature (self->message, SOUP_TYPE_AUTH_MANAGER);
  soup_message_disable_feature (self->message, SOUP_TYPE_CONTENT_DECODER);
  give_fields (self);
  give_content (self);

  g_signal_connect (self->message, "network-event", G_CALLBACK (network_event_cb), self);
  g_signal_connect (self->message, "accept-certificate", G_CALLBACK (accept_certificate_cb), self);
  g_signal_connect (self->message, "starting", G_CALLBACK (starting_cb), self);
  g_signal_connect (self->message, "restarted", G_CALLBACK (restarted_cb), self);
  g_signal_connect (self->message, "got-headers", G_CALLBACK (got_headers_cb), self);
}

RtAttempt *
rt_attempt_new (RtTrail          *trail,
                GMainContext     *context,
                RtRequest        *request,
                const RtOutgoing *outgoing,
                RtSession        *session)
{
  RtAttempt *self = g_new0 (RtAttempt, 1);
  const char *proxy = rt_request_get_proxy (request);

  g_atomic_ref_count_init (&self->count);
  self->trail = g_object_ref (trail);
  self->context = context != NULL ? g_main_context_ref (context) : NULL;
  self->outgoing = rt_outgoing_copy (outgoing);
  self->session = session;
  self->insecure = rt_request_get_insecure (request);
  self->proxy = proxy != NULL && *proxy != '\0' ? g_strdup (proxy) : NULL;
  self->http2 = rt_request_get_protocol (request) == RT_PROTOCOL_HTTP2 && is_https (self);
  self->cancellable = g_cancellable_new ();
  self->head = rt_outgoing_compose_head (outgoing, uses_http_proxy (self) && !is_https (self));
  self->active_at = g_get_monotonic_time ();
  prepare_message (self);

  return self;
}

RtAttempt *
rt_attempt_ref (RtAttempt *self)
{
  g_atomic_ref_count_inc (&self->count);

  return self;
}

void
rt_attempt_unref (RtAttempt *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->count))
    return;

  g_clear_object (&self->stream);
  g_clear_object (&self->message);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->trail);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->outgoing, rt_outgoing_free);
  g_clear_pointer (&self->proxy, g_free);
  g_clear_pointer (&self->buffer, g_free);
  g_clear_pointer (&self->leave_source, g_source_unref);
  g_clear_pointer (&self->channel, rt_channel_unref);
  g_clear_pointer (&self->head, g_bytes_unref);
  g_clear_pointer (&self->tunnel, rt_recorder_free);
  g_clear_pointer (&self->recorder, rt_recorder_free);
  g_clear_pointer (&self->certificates, g_ptr_array_unref);
  g_free (self);
}

void
rt_attempt_start (RtAttempt    *self,
                  RtAttemptDone done,
                  gpointer      user_data)
{
  g_return_if_fail (self != NULL && done != NULL);

  self->done = done;
  self->done_data = user_data;
  open_exchange (self);
  soup_session_send_async (rt_session_get_soup (self->session), self->message,
                           G_PRIORITY_DEFAULT, self->cancellable, send_cb,
                           rt_attempt_ref (self));
}

void
rt_attempt_set_deadline (RtAttempt *self,
                         gint64     time)
{
  g_return_if_fail (self != NULL);

  self->deadline = time;
}

void
rt_attempt_abort (RtAttempt    *self,
                  RtFailureKind kind,
                  const char   *message)
{
  g_autoptr(RtAttempt) alive = NULL;

  g_return_if_fail (self != NULL);

  if (self->is_done)
    return;

  alive = rt_attempt_ref (self);
  if (!rt_recorder_is_complete (self->recorder))
    rt_recorder_fail (self->recorder, kind, message, NULL);
  rt_recorder_cut (self->recorder, g_get_monotonic_time ());
  finish (self);
  g_cancellable_cancel (self->cancellable);
  if (self->channel != NULL)
    rt_channel_shut_down (self->channel);
}

RtExchange *
rt_attempt_get_exchange (RtAttempt *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return rt_recorder_get_exchange (self->recorder);
}

gboolean
rt_attempt_is_settled (RtAttempt *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->settled;
}

gint64
rt_attempt_get_active_at (RtAttempt *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->active_at;
}

RtPhase
rt_attempt_get_phase (RtAttempt *self)
{
  g_return_val_if_fail (self != NULL, RT_PHASE_NAME);

  return rt_recorder_get_phase (self->recorder);
}
