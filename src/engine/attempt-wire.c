/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtAttempt, what the tap sees: the bytes of the connection go to the recorder
 * of the exchange, or to that of the CONNECT before it.
 */

#include "config.h"

#include "attempt-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "cookie-flow.h"
#include "exchange-private.h"
#include "trail-private.h"

static char *
dup_tunnel_target (RtAttempt *self)
{
  const char *host = rt_url_get_host (self->outgoing->url);
  guint port = rt_url_get_port (self->outgoing->url);

  return g_strdup_printf (strchr (host, ':') != NULL ? "[%s]:%u" : "%s:%u", host, port);
}

/* The library's head of CONNECT, with what the proxy is to get. It is the only
 * head that has it: inside the tunnel it would reach the server. */
static GBytes *
add_proxy_field (RtAttempt    *self,
                 const char   *target,
                 const guint8 *head,
                 gsize         length)
{
  g_autofree char *value = self->for_tunnel != NULL ? g_strdup (self->for_tunnel)
                           : self->logins != NULL ? rt_logins_dup_tunnel (self->logins, target)
                           : NULL;
  const char *end = memmem (head, length, "\r\n\r\n", 4);
  gsize before = end != NULL ? (gsize) (end + 2 - (const char *) head) : 0;
  GString *whole;

  if (value == NULL || end == NULL)
    return NULL;

  whole = g_string_new_len ((const char *) head, before);
  g_string_append_printf (whole, "Proxy-Authorization: %s\r\n", value);
  g_string_append_len (whole, (const char *) head + before, length - before);

  return g_string_free_to_bytes (whole);
}

/* Returns what goes out in place of @head; NULL when nothing has to. */
static GBytes *
open_tunnel (RtAttempt    *self,
             const guint8 *head,
             gsize         length)
{
  g_autofree char *target = dup_tunnel_target (self);
  GBytes *other = add_proxy_field (self, target, head, length);
  g_autoptr(RtExchange) exchange = rt_trail_create_exchange (self->trail, "CONNECT", target);

  self->tunnel = rt_recorder_new (exchange, other != NULL ? g_bytes_get_size (other) : length, 0);
  rt_recorder_begin_phase (self->recorder, RT_PHASE_PROXY, g_get_monotonic_time ());
  rt_trail_insert_before_last (self->trail, exchange);

  return other;
}

/* What the proxy says of the login when it opens the tunnel. */
static void
take_tunnel_info (RtAttempt  *self,
                  RtExchange *exchange)
{
  g_autoptr(RtHead) head = rt_exchange_dup_response_head (exchange);
  RtProof proof = self->logins != NULL ? rt_logins_take_info (self->logins, NULL, head, NULL)
                                       : RT_PROOF_NONE;

  if (proof != RT_PROOF_NONE)
    rt_exchange_set_proof (exchange, proof);
}

void
rt_attempt_close_tunnel (RtAttempt *self,
                         gint64     time)
{
  RtExchange *exchange;
  RtNext *next;

  if (self->tunnel == NULL || rt_recorder_is_finished (self->tunnel))
    return;

  exchange = rt_recorder_get_exchange (self->tunnel);
  if (rt_exchange_get_status (exchange) / 100 == 2)
    {
      take_tunnel_info (self, exchange);
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

gboolean
rt_attempt_was_refused_by_proxy (RtAttempt *self)
{
  return self->tunnel != NULL && !rt_recorder_has_bytes (self->recorder) &&
         rt_exchange_get_status (rt_recorder_get_exchange (self->tunnel)) / 100 != 2;
}

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

/* As soon as the head is there: an endless content sets them, too. In the clear
 * a proxy answers in the server's place, and a 407 is its own. */
static void
take_cookies (RtAttempt *self)
{
  RtExchange *exchange = rt_recorder_get_exchange (self->recorder);
  g_autoptr(RtHead) head = NULL;
  gboolean by_proxy;

  if (self->jar == NULL || self->cookies_taken)
    return;

  head = rt_exchange_dup_response_head (exchange);
  if (head == NULL || !rt_head_is_complete (head))
    return;

  self->cookies_taken = TRUE;
  by_proxy = self->proxy != NULL && !rt_attempt_is_https (self) && rt_head_get_status (head) == 407;
  rt_cookie_flow_unpack (self->jar, self->outgoing->url, head, by_proxy,
                         g_get_real_time () / G_USEC_PER_SEC, exchange);
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

  if (layer == RT_TAP_PLAIN && rt_attempt_is_https (self))
    {
      if (self->tunnel != NULL)
        rt_recorder_received (self->tunnel, data, length, time, NULL);
      if (self->tunnel != NULL && rt_recorder_is_complete (self->tunnel))
        rt_attempt_close_tunnel (self, time);
      return TRUE;
    }

  if (!rt_recorder_received (self->recorder, data, length, time, &limit))
    {
      take_cookies (self);
      rt_attempt_fail_with (self, limit);
      rt_recorder_cut (self->recorder, time);
      g_propagate_error (error, g_steal_pointer (&limit));
      return FALSE;
    }

  take_cookies (self);
  if (rt_recorder_has_ended (self->recorder))
    rt_attempt_plan_to_leave (self);

  return TRUE;
}

static void
ended_cb (RtTapLayer    layer,
          const GError *error,
          gint64        time,
          gpointer      user_data)
{
  RtAttempt *self = user_data;

  if (layer == RT_TAP_PLAIN && rt_attempt_is_https (self))
    return;

  self->peer_closed = TRUE;
  self->reset_seen = error != NULL;
  if (error != NULL)
    rt_recorder_cut (self->recorder, time);
  else
    rt_recorder_closed (self->recorder, time);
  if (rt_recorder_has_ended (self->recorder))
    rt_attempt_plan_to_leave (self);
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

  if (layer == RT_TAP_PLAIN && rt_attempt_is_https (self))
    return self->tunnel == NULL ? open_tunnel (self, data, length) : NULL;

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
  gboolean to_proxy = layer == RT_TAP_PLAIN && rt_attempt_is_https (self);

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

void
rt_attempt_hear_channel (RtAttempt *self,
                         RtChannel *channel)
{
  rt_attempt_leave_channel (self);
  self->channel = rt_channel_ref (channel);
  rt_channel_set_listener (channel, &listener, self);
}

void
rt_attempt_leave_channel (RtAttempt *self)
{
  if (self->channel != NULL)
    rt_channel_drop_listener (self->channel, self);
  g_clear_pointer (&self->channel, rt_channel_unref);
}
