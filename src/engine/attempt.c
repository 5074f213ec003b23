/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtAttempt: how it begins, and how it ends. What the library makes of the bytes
 * is only kept as a cross-check; the recorder's reading of them decides when the
 * response has ended and what it was.
 */

#include "config.h"

#include "attempt-private.h"

#include <glib/gi18n-lib.h>

#include "diagnose.h"
#include "exchange-private.h"
#include "trail-private.h"

/* When the response has ended but libsoup waits for more (HTTP/2 trailers,
 * 101, contradicting lengths), it is left behind after this time. On a busy
 * machine it could be over at once: in so many turns libsoup had its chance. */
#define LEAVE_AFTER_MS 50
#define LEAVE_AFTER_TURNS 5

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
  rt_attempt_stay (self);

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

void
rt_attempt_settle (RtAttempt    *self,
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

  if (++self->leave_turns < LEAVE_AFTER_TURNS)
    return G_SOURCE_CONTINUE;

  g_clear_pointer (&self->leave_source, g_source_unref);
  finish (self);
  g_cancellable_cancel (self->cancellable);
  if (self->channel != NULL)
    rt_channel_shut_down (self->channel);

  return G_SOURCE_REMOVE;
}

void
rt_attempt_stay (RtAttempt *self)
{
  if (self->leave_source != NULL)
    g_source_destroy (self->leave_source);
  g_clear_pointer (&self->leave_source, g_source_unref);
}

void
rt_attempt_plan_to_leave (RtAttempt *self)
{
  if (self->leave_source != NULL || self->is_done)
    return;

  self->leave_turns = 0;
  self->leave_source = g_timeout_source_new (LEAVE_AFTER_MS / LEAVE_AFTER_TURNS);
  g_source_set_callback (self->leave_source, leave_cb, rt_attempt_ref (self),
                         (GDestroyNotify) rt_attempt_unref);
  g_source_attach (self->leave_source, g_main_context_get_thread_default ());
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
  rt_attempt_compose_message (self);
  rt_attempt_hear_message (self);

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
  rt_attempt_transfer (self);
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
