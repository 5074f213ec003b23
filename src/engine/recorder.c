/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtRecorder: between the tap and the exchange. */

#include "config.h"

#include "recorder-private.h"

#include <glib/gi18n-lib.h>

#include "exchange-private.h"

void
rt_recorder_publish (RtRecorder *self)
{
  rt_exchange_set_sizes (self->exchange, &self->sizes);
  rt_exchange_set_timing (self->exchange, &self->timing);
}

RtRecorder *
rt_recorder_new (RtExchange *exchange,
                 gsize       head_length,
                 guint64     content_length)
{
  RtRecorder *self = g_new0 (RtRecorder, 1);
  g_autofree char *method = rt_exchange_dup_method (exchange);

  self->exchange = g_object_ref (exchange);
  self->head_length = head_length;
  self->sent_head = g_byte_array_new ();
  self->frames = g_string_new (NULL);
  self->reader = rt_response_reader_new (method, &rt_recorder_http1_sink, self);
  self->sizes.request_content_total = content_length;
  self->sizes.content_announced = -1;

  rt_timing_init (&self->timing);
  self->timing.started = g_get_monotonic_time ();
  self->timing.wall_clock = g_get_real_time ();
  rt_exchange_set_state (exchange, RT_EXCHANGE_SENDING);
  rt_recorder_publish (self);

  return self;
}

void
rt_recorder_free (RtRecorder *self)
{
  g_return_if_fail (self != NULL);

  g_clear_pointer (&self->reader, rt_response_reader_free);
  g_clear_pointer (&self->http2, rt_http2_reader_free);
  g_clear_pointer (&self->decoder, rt_decoder_free);
  g_clear_pointer (&self->sent_head, g_byte_array_unref);
  g_clear_object (&self->content);
  g_clear_error (&self->store_error);
  g_string_free (self->frames, TRUE);
  g_clear_object (&self->exchange);
  g_free (self);
}

RtExchange *
rt_recorder_get_exchange (RtRecorder *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->exchange;
}

void
rt_recorder_begin_phase (RtRecorder *self,
                         RtPhase     phase,
                         gint64      time)
{
  g_return_if_fail (self != NULL && phase < RT_N_PHASES);

  if (self->finished)
    return;

  if (self->phase != phase)
    rt_recorder_end_phase (self, self->phase, time);
  self->phase = phase;
  if (self->timing.phases[phase].start < 0)
    self->timing.phases[phase].start = time;
  self->timing.phases[phase].end = -1;
  rt_exchange_set_timing (self->exchange, &self->timing);
}

void
rt_recorder_end_phase (RtRecorder *self,
                       RtPhase     phase,
                       gint64      time)
{
  RtSpanOfTime *span;

  g_return_if_fail (self != NULL && phase < RT_N_PHASES);

  span = &self->timing.phases[phase];
  if (self->finished || span->start < 0 || span->end >= 0)
    return;

  span->end = MAX (span->start, time);
  rt_exchange_set_timing (self->exchange, &self->timing);
}

RtPhase
rt_recorder_get_phase (RtRecorder *self)
{
  g_return_val_if_fail (self != NULL, RT_PHASE_NAME);

  /* Waiting begins with each byte that goes out, and there are more to go. */
  if (self->phase == RT_PHASE_WAIT &&
      self->sizes.request_content < self->sizes.request_content_total)
    return RT_PHASE_REQUEST;

  return self->phase;
}

/* Waiting begins anew with each byte that goes out. */
static void
note_sent (RtRecorder *self,
           gint64      time)
{
  if (self->timing.phases[RT_PHASE_REQUEST].start < 0)
    rt_recorder_begin_phase (self, RT_PHASE_REQUEST, time);
  if (self->has_bytes)
    return;

  self->phase = RT_PHASE_WAIT;
  self->timing.phases[RT_PHASE_REQUEST].end = time;
  self->timing.phases[RT_PHASE_WAIT].start = time;
}

static void
keep_sent_head (RtRecorder   *self,
                const guint8 *data,
                gsize         length)
{
  gsize missing = self->head_length - self->sent_head->len;
  gsize part = MIN (missing, length);

  g_byte_array_append (self->sent_head, data, part);
  self->sizes.request_head += part;
  self->sizes.request_content += length - part;
  if (missing == 0 || part < missing)
    return;

  {
    g_autoptr(GBytes) bytes = g_bytes_new (self->sent_head->data, self->sent_head->len);

    rt_exchange_take_request_head (self->exchange, rt_head_parse (RT_HEAD_REQUEST, bytes));
  }
}

/* Frames that only concern the connection do not prolong the request. */
static void
send_http2 (RtRecorder   *self,
            const guint8 *data,
            gsize         length,
            gint64        time)
{
  gboolean before = self->sizes.request_head == 0;

  rt_http2_reader_feed (self->http2, TRUE, data, length, time, NULL);
  if (before || self->sizes.request_content_total > 0)
    note_sent (self, time);
}

void
rt_recorder_sent (RtRecorder   *self,
                  const guint8 *data,
                  gsize         length,
                  gint64        time)
{
  g_return_if_fail (self != NULL);

  if (self->finished || length == 0)
    return;

  if (self->http2 != NULL)
    send_http2 (self, data, length, time);
  else
    {
      note_sent (self, time);
      keep_sent_head (self, data, length);
    }

  if (self->http2 == NULL && self->sent_head->len == self->head_length &&
      self->sizes.request_content >= self->sizes.request_content_total && !self->has_head)
    rt_exchange_set_state (self->exchange, RT_EXCHANGE_AWAITING);
  rt_recorder_publish (self);
}

static gboolean
check_store (RtRecorder  *self,
             GError     **error)
{
  if (self->store_error == NULL)
    return TRUE;

  g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_STORE,
               _("The content could not be kept: %s"), self->store_error->message);

  return FALSE;
}

gboolean
rt_recorder_received (RtRecorder    *self,
                      const guint8  *data,
                      gsize          length,
                      gint64         time,
                      GError       **error)
{
  gboolean go_on;

  g_return_val_if_fail (self != NULL, FALSE);

  if (self->finished)
    return TRUE;

  if (self->http2 != NULL)
    {
      go_on = rt_http2_reader_feed (self->http2, FALSE, data, length, time, error);
      rt_recorder_flush (self, NULL);
      self->has_bytes = self->has_head;
    }
  else
    {
      self->has_bytes = TRUE;
      go_on = rt_response_reader_feed (self->reader, data, length, time, error);
      self->sizes.content_wire = rt_response_reader_get_content_wire (self->reader);
    }
  rt_recorder_publish (self);

  return go_on && check_store (self, error);
}

gboolean
rt_recorder_flush (RtRecorder  *self,
                   GError     **error)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (!self->finished && self->store_error == NULL)
    rt_body_flush (rt_exchange_get_body (self->exchange), &self->store_error);

  return check_store (self, error);
}

void
rt_recorder_closed (RtRecorder *self,
                    gint64      time)
{
  g_return_if_fail (self != NULL);

  if (self->finished || self->ended)
    return;

  if (self->http2 != NULL)
    rt_http2_reader_close (self->http2, time);
  else
    rt_response_reader_close (self->reader, time);
}

void
rt_recorder_cut (RtRecorder *self,
                 gint64      time)
{
  g_return_if_fail (self != NULL);

  self->cut = TRUE;
  if (!self->finished && !self->ended && self->http2 == NULL)
    rt_response_reader_abort (self->reader, time);
}

void
rt_recorder_use_http2 (RtRecorder *self)
{
  g_return_if_fail (self != NULL && self->http2 == NULL);

  self->http2 = rt_http2_reader_new (&rt_recorder_http2_sink, self);
}

gboolean
rt_recorder_has_ended (RtRecorder *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->ended;
}

gboolean
rt_recorder_is_complete (RtRecorder *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->complete;
}

gboolean
rt_recorder_has_bytes (RtRecorder *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->has_bytes;
}

void
rt_recorder_fail (RtRecorder   *self,
                  RtFailureKind kind,
                  const char   *message,
                  const char   *detail)
{
  g_return_if_fail (self != NULL);

  if (!self->finished)
    rt_exchange_take_failure (self->exchange,
                              rt_failure_new (kind, self->phase, message, detail));
}

static void
keep_leftovers (RtRecorder *self)
{
  GBytes *extra = rt_response_reader_peek_extra (self->reader);

  if (extra != NULL)
    rt_exchange_set_extra_bytes (self->exchange, extra);
  if (!self->has_head)
    rt_exchange_take_partial_head (self->exchange,
                                   rt_response_reader_dup_partial_head (self->reader));
  if (self->frames->len > 0)
    rt_exchange_take_frames (self->exchange, g_strdup (self->frames->str));
}

void
rt_recorder_finish (RtRecorder *self,
                    gint64      time)
{
  g_return_if_fail (self != NULL);

  if (self->finished)
    return;

  rt_recorder_flush (self, NULL);
  rt_recorder_end_decoding (self, FALSE);
  keep_leftovers (self);
  for (guint i = 0; i < RT_N_PHASES; i++)
    rt_recorder_end_phase (self, i, time);
  self->timing.ended = time;
  rt_recorder_publish (self);
  self->finished = TRUE;
  rt_exchange_finish (self->exchange);
}

gboolean
rt_recorder_is_finished (RtRecorder *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->finished;
}
