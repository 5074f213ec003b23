/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtAttempt: drives one SoupMessage and listens to its connection. What the
 * library makes of the bytes is only kept as a cross-check; the recorder's
 * reading of them decides when the response has ended and what it was.
 */

#include "config.h"

#include "attempt-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "diagnose.h"
#include "exchange-private.h"
#include "trail-private.h"

/* libsoup is read through buffers of this size; its content is not kept. */
#define READ_SIZE (256 * 1024)

/* Enough for a response that announces no more. */
#define SMALL_READ_SIZE (16 * 1024)

/* As much is read in one turn of the main context when it is there: a turn for
 * each record of TLS costs more than the record. Stop and the clock wait no
 * longer than this takes. */
#define READ_IN_A_TURN (4 * 1024 * 1024)

/* When the response has ended but libsoup waits for more (HTTP/2 trailers,
 * 101, contradicting lengths), it is left behind after this time. */
#define LEAVE_AFTER_MS 50

gboolean
rt_attempt_is_https (RtAttempt *self)
{
  return g_str_equal (rt_url_get_scheme (self->outgoing->url), "https");
}

static gboolean
uses_http_proxy (RtAttempt *self)
{
  return self->proxy != NULL && g_str_has_prefix (self->proxy, "http:");
}

/* Recording. */

static RtExchange *
create_exchange (RtAttempt *self)
{
  RtExchange *exchange = rt_trail_create_exchange (self->trail, self->outgoing->method,
                                                   rt_url_get_text (self->outgoing->url));
  RtContent *content = self->outgoing->content;
  g_autoptr(GBytes) bytes = content != NULL ? rt_content_dup_bytes (content) : NULL;

  if (bytes != NULL)
    rt_exchange_set_request_content (exchange, bytes);
  for (guint i = 0; self->outgoing->cookies != NULL && i < self->outgoing->cookies->len; i++)
    rt_exchange_take_cookie_verdict (
      exchange, rt_cookie_verdict_ref (g_ptr_array_index (self->outgoing->cookies, i)));

  return exchange;
}

void
rt_attempt_open_exchange (RtAttempt *self)
{
  RtContent *content = self->outgoing->content;
  g_autoptr(RtExchange) exchange = g_steal_pointer (&self->given);
  gboolean is_new = exchange == NULL;

  if (is_new)
    exchange = create_exchange (self);
  self->recorder = rt_recorder_new (exchange, g_bytes_get_size (self->head),
                                    content != NULL ? rt_content_get_length (content) : 0);
  if (is_new)
    rt_trail_append (self->trail, exchange);
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
    rt_channel_drop_listener (self->channel, self);
  if (self->leave_source != NULL)
    g_source_destroy (self->leave_source);

  rt_attempt_close_tunnel (self, now);
  if (!self->is_held)
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

void
rt_attempt_fail_with (RtAttempt    *self,
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

/* Somebody may know what the proxy wants. What was typed is never replaced. */
static gboolean
can_be_held (RtAttempt *self)
{
  return self->logins != NULL && rt_logins_know_proxy (self->logins) && self->for_tunnel == NULL &&
         rt_exchange_get_status (rt_recorder_get_exchange (self->tunnel)) == 407;
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

  if (rt_attempt_was_refused_by_proxy (self))
    {
      self->is_held = can_be_held (self);
      if (!self->is_held)
        fail_by_proxy (self);
    }
  else if (error != NULL && !rt_recorder_is_complete (self->recorder) &&
           !(answered && self->peer_closed && !self->reset_seen))
    rt_attempt_fail_with (self, error);
  else if (!answered)
    {
      g_autoptr(GError) nothing =
        g_error_new_literal (G_IO_ERROR, G_IO_ERROR_PARTIAL_INPUT, "no response");

      rt_attempt_fail_with (self, nothing);
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

void
rt_attempt_plan_to_leave (RtAttempt *self)
{
  if (self->leave_source != NULL || self->is_done)
    return;

  self->leave_source = g_timeout_source_new (LEAVE_AFTER_MS);
  g_source_set_callback (self->leave_source, leave_cb, rt_attempt_ref (self),
                         (GDestroyNotify) rt_attempt_unref);
  g_source_attach (self->leave_source, g_main_context_get_thread_default ());
}

void
rt_attempt_stay (RtAttempt *self)
{
  if (self->leave_source != NULL)
    g_source_destroy (self->leave_source);
  g_clear_pointer (&self->leave_source, g_source_unref);
}

/* Reading: libsoup hands out the content, which the tap has recorded already. */

static void read_on (RtAttempt *self);

/* FALSE at the end, or with @error. */
static gboolean
read_what_is_there (RtAttempt  *self,
                    GError    **error)
{
  GPollableInputStream *stream;
  g_autoptr(GError) local_error = NULL;
  gsize total = 0;
  gssize n = 0;

  if (self->http2 || !G_IS_POLLABLE_INPUT_STREAM (self->stream) ||
      !g_pollable_input_stream_can_poll (G_POLLABLE_INPUT_STREAM (self->stream)))
    return TRUE;

  stream = G_POLLABLE_INPUT_STREAM (self->stream);
  do
    {
      n = g_pollable_input_stream_read_nonblocking (stream, self->buffer, self->read_size,
                                                    self->cancellable, &local_error);
      total += MAX (0, n);
    }
  while (n > 0 && !self->is_done && total < READ_IN_A_TURN);

  if (g_error_matches (local_error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK))
    return TRUE;
  if (local_error != NULL)
    g_propagate_error (error, g_steal_pointer (&local_error));

  return n > 0;
}

static void
end_turn (RtAttempt    *self,
          gboolean      is_more,
          const GError *error)
{
  g_autoptr(GError) store_error = NULL;

  if (!rt_recorder_flush (self->recorder, &store_error))
    {
      rt_attempt_fail_with (self, store_error);
      settle (self, store_error);
    }
  else if (is_more && !self->is_done)
    read_on (self);
  else
    settle (self, error);
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(RtAttempt) self = user_data;
  g_autoptr(GError) error = NULL;
  gssize n = g_input_stream_read_finish (G_INPUT_STREAM (source), result, &error);
  gboolean is_more = n > 0 && !self->is_done && read_what_is_there (self, &error);

  end_turn (self, is_more, error);
}

static void
read_on (RtAttempt *self)
{
  g_input_stream_read_async (self->stream, self->buffer, self->read_size, G_PRIORITY_DEFAULT,
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

  facts = rt_attempt_read_facts (self);
  rt_exchange_set_connection (exchange, facts);
}

static gsize
choose_read_size (RtAttempt *self)
{
  RtSizes sizes;

  rt_exchange_get_sizes (rt_recorder_get_exchange (self->recorder), &sizes);

  return sizes.content_announced >= 0 && sizes.content_announced <= SMALL_READ_SIZE
           ? SMALL_READ_SIZE : READ_SIZE;
}

static void
send_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr(RtAttempt) self = user_data;
  g_autoptr(GError) error = NULL;
  gboolean is_more;

  self->stream = soup_session_send_finish (SOUP_SESSION (source), result, &error);
  if (self->stream == NULL)
    {
      if (!self->is_done)
        keep_facts_of_failure (self);
      settle (self, error);
      return;
    }

  self->read_size = choose_read_size (self);
  self->buffer = g_malloc (self->read_size);
  is_more = read_what_is_there (self, &error);
  end_turn (self, is_more, error);
}

/* The message. */

void
rt_attempt_give_content (RtAttempt *self)
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
static gboolean
is_for_libsoup (RtAttempt             *self,
                const RtOutgoingField *field)
{
  gboolean is_connection = g_ascii_strcasecmp (field->name, "Connection") == 0;
  gboolean frames = g_ascii_strcasecmp (field->name, "Content-Length") == 0 ||
                    g_ascii_strcasecmp (field->name, "Transfer-Encoding") == 0 ||
                    g_ascii_strcasecmp (field->name, "Host") == 0;

  return self->http2 ? !is_connection && !frames : is_connection;
}

static void
give_fields (RtAttempt *self)
{
  SoupMessageHeaders *headers = soup_message_get_request_headers (self->message);

  for (guint i = 0; i < self->outgoing->fields->len; i++)
    {
      const RtOutgoingField *field = g_ptr_array_index (self->outgoing->fields, i);
      g_autofree char *value = NULL;

      if (!is_for_libsoup (self, field))
        continue;
      value = g_strdelimit (g_strdup (field->value), "\r\n", ' ');
      soup_message_headers_append (headers, field->name, value);
    }

  if (!self->http2 && rt_outgoing_misframes (self->outgoing))
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
  rt_attempt_give_content (self);

  rt_attempt_hear_message (self);
}

/* What is meant for the proxy does not go to the server through the tunnel. */
static void
part_tunnel_field (RtAttempt *self)
{
  g_autoptr(RtOutgoing) whole = NULL;
  const RtOutgoingField *field =
    rt_outgoing_find_field (self->outgoing, "Proxy-Authorization");

  if (field == NULL || !uses_http_proxy (self) || !rt_attempt_is_https (self))
    return;

  self->for_tunnel = g_strdup (field->value);
  whole = self->outgoing;
  self->outgoing = rt_outgoing_copy (whole);
  rt_outgoing_remove_field (self->outgoing, "Proxy-Authorization");
}

RtAttempt *
rt_attempt_new (RtTrail          *trail,
                GMainContext     *context,
                RtRequest        *request,
                RtOutgoing       *outgoing,
                RtSession        *session)
{
  RtAttempt *self = g_new0 (RtAttempt, 1);
  const char *proxy = rt_request_get_proxy (request);

  g_atomic_ref_count_init (&self->count);
  self->trail = g_object_ref (trail);
  self->context = context != NULL ? g_main_context_ref (context) : NULL;
  self->outgoing = rt_outgoing_ref (outgoing);
  self->session = session;
  self->insecure = rt_request_get_insecure (request);
  self->proxy = proxy != NULL && *proxy != '\0' ? g_strdup (proxy) : NULL;
  self->http2 = rt_request_get_protocol (request) == RT_PROTOCOL_HTTP2 && rt_attempt_is_https (self);
  self->cancellable = g_cancellable_new ();
  part_tunnel_field (self);
  self->head = rt_outgoing_compose_head (self->outgoing,
                                         uses_http_proxy (self) && !rt_attempt_is_https (self));
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
  g_clear_object (&self->jar);
  g_clear_object (&self->given);
  g_clear_pointer (&self->for_tunnel, g_free);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_clear_pointer (&self->outgoing, rt_outgoing_unref);
  g_clear_pointer (&self->proxy, g_free);
  g_clear_pointer (&self->buffer, g_free);
  g_clear_pointer (&self->leave_source, g_source_unref);
  rt_attempt_leave_channel (self);
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
  rt_attempt_open_exchange (self);
  soup_session_send_async (rt_session_get_soup (self->session), self->message,
                           G_PRIORITY_DEFAULT, self->cancellable, send_cb,
                           rt_attempt_ref (self));
}

void
rt_attempt_set_jar (RtAttempt   *self,
                    RtCookieJar *jar)
{
  g_return_if_fail (self != NULL);

  g_set_object (&self->jar, jar);
}

void
rt_attempt_set_logins (RtAttempt *self,
                       RtLogins  *logins)
{
  g_return_if_fail (self != NULL);

  self->logins = logins;
}

void
rt_attempt_set_exchange (RtAttempt  *self,
                         RtExchange *exchange)
{
  g_return_if_fail (self != NULL);

  g_set_object (&self->given, exchange);
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
rt_attempt_is_held (RtAttempt *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_held;
}

void
rt_attempt_release (RtAttempt *self,
                    gboolean   stopped)
{
  g_return_if_fail (self != NULL && self->is_held);

  self->is_held = FALSE;
  if (stopped)
    rt_recorder_fail (self->recorder, RT_FAILURE_CANCELLED, _("Stopped by you."), NULL);
  else
    fail_by_proxy (self);
  rt_recorder_finish (self->recorder, g_get_monotonic_time ());
}

RtExchange *
rt_attempt_get_tunnel (RtAttempt *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->tunnel != NULL ? rt_recorder_get_exchange (self->tunnel) : NULL;
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
