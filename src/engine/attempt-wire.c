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

#include "exchange-private.h"
#include "trail-private.h"

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
      rt_attempt_fail_with (self, limit);
      rt_recorder_cut (self->recorder, time);
      g_propagate_error (error, g_steal_pointer (&limit));
      return FALSE;
    }

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
