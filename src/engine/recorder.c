/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtRecorder: between the tap and the exchange. Two readers, one for HTTP/1 and
 * one for HTTP/2, speak to it through the same handful of functions.
 */

#include "config.h"

#include "recorder.h"

#include <glib/gi18n-lib.h>

#include "decoder.h"
#include "exchange-private.h"
#include "http2-reader.h"

/* More frames than these are not listed one by one. */
#define MAX_FRAMES_TEXT (256 * 1024)

struct _RtRecorder
{
  RtExchange       *exchange;
  RtTiming          timing;
  RtSizes           sizes;
  RtPhase           phase;

  GByteArray       *sent_head;
  gsize             head_length;

  RtResponseReader *reader;
  RtHttp2Reader    *http2;
  GString          *frames;
  RtDecoder        *decoder;
  RtBody           *content;
  GError           *store_error;

  gboolean          has_bytes;
  gboolean          has_head;
  gboolean          ended;
  gboolean          complete;
  gboolean          cut;
  gboolean          finished;
};

static void
publish (RtRecorder *self)
{
  rt_exchange_set_sizes (self->exchange, &self->sizes);
  rt_exchange_set_timing (self->exchange, &self->timing);
}

/* What the readers say. */

static void
take_interim (RtRecorder *self,
              RtHead     *head)
{
  self->sizes.interim += rt_head_get_wire_length (head);
  rt_exchange_take_interim_head (self->exchange, head);
}

static void
prepare_decoder (RtRecorder *self,
                 RtHead     *head)
{
  g_autoptr(RtBody) content = rt_body_new ();
  RtFault *fault = NULL;

  self->decoder = rt_decoder_new (head, content, &fault);
  if (fault != NULL)
    rt_exchange_take_fault (self->exchange, fault);
  if (self->decoder == NULL)
    return;

  self->content = g_steal_pointer (&content);
  rt_exchange_set_content (self->exchange, self->content);
}

static void
take_head (RtRecorder *self,
           RtHead     *head,
           RtFraming   framing,
           gint64      announced,
           gint64      time)
{
  self->has_head = TRUE;
  self->sizes.response_head = rt_head_get_wire_length (head);
  self->sizes.content_announced = announced;
  rt_recorder_end_phase (self, RT_PHASE_WAIT, time);

  if (framing != RT_FRAMING_NONE && framing != RT_FRAMING_UNKNOWN)
    {
      rt_recorder_begin_phase (self, RT_PHASE_CONTENT, time);
      prepare_decoder (self, head);
    }

  rt_exchange_take_response_head (self->exchange, head);
  rt_exchange_set_framing (self->exchange, framing);
  rt_exchange_set_state (self->exchange, RT_EXCHANGE_RECEIVING);
  publish (self);
}

static void
take_content (RtRecorder   *self,
              const guint8 *data,
              gsize         length)
{
  RtBody *body = rt_exchange_get_body (self->exchange);

  if (self->store_error != NULL)
    return;

  self->sizes.content_encoded += length;
  if (!rt_body_append (body, data, length, &self->store_error))
    return;

  if (self->decoder != NULL)
    {
      rt_decoder_feed (self->decoder, data, length, &self->store_error);
      self->sizes.content_decoded = rt_body_get_length (self->content);
    }
  else
    self->sizes.content_decoded += length;
}

/* A response that was stopped is not blamed for what is missing of it. */
static void
end_decoding (RtRecorder *self,
              gboolean    all_came)
{
  RtFault *fault;

  if (self->decoder == NULL)
    return;

  if (all_came)
    rt_decoder_finish (self->decoder);
  fault = rt_decoder_steal_fault (self->decoder);
  if (fault != NULL)
    rt_exchange_take_fault (self->exchange, fault);
  if (!rt_decoder_made_sense (self->decoder))
    {
      rt_exchange_set_content (self->exchange, rt_exchange_get_body (self->exchange));
      self->sizes.content_decoded = self->sizes.content_encoded;
    }
  g_clear_pointer (&self->decoder, rt_decoder_free);
}

static void
take_end (RtRecorder     *self,
          RtResponseState state,
          gint64          time)
{
  self->ended = TRUE;
  self->complete = state == RT_RESPONSE_COMPLETE;
  rt_recorder_end_phase (self, RT_PHASE_CONTENT, time);
  end_decoding (self, !self->cut);
  publish (self);
}

/* HTTP/1 */

static void
http1_interim_cb (RtHead  *head,
                  gint64   time,
                  gpointer user_data)
{
  take_interim (user_data, head);
}

static void
http1_head_cb (RtHead  *head,
               gint64   time,
               gpointer user_data)
{
  RtRecorder *self = user_data;

  take_head (self, head, rt_response_reader_get_framing (self->reader),
             rt_response_reader_get_content_length (self->reader), time);
}

static void
http1_content_cb (const guint8 *data,
                  gsize         length,
                  gint64        time,
                  gpointer      user_data)
{
  take_content (user_data, data, length);
}

static void
http1_trailers_cb (RtHead  *head,
                   gint64   time,
                   gpointer user_data)
{
  RtRecorder *self = user_data;

  rt_exchange_take_trailers (self->exchange, head);
}

static void
http1_end_cb (RtResponseState state,
              gint64          time,
              gpointer        user_data)
{
  take_end (user_data, state, time);
}

static void
http1_fault_cb (RtFault *fault,
                gpointer user_data)
{
  RtRecorder *self = user_data;

  rt_exchange_take_fault (self->exchange, fault);
}

static const RtResponseSink http1_sink = {
  .interim = http1_interim_cb,
  .head = http1_head_cb,
  .content = http1_content_cb,
  .trailers = http1_trailers_cb,
  .end = http1_end_cb,
  .fault = http1_fault_cb,
};

/* HTTP/2. Each exchange has a connection of its own: its stream is the first
 * and only one. */

static void
http2_request_cb (guint32  stream,
                  RtHead  *head,
                  gint64   time,
                  gpointer user_data)
{
  RtRecorder *self = user_data;

  self->sizes.request_head = rt_head_get_wire_length (head);
  rt_exchange_take_request_head (self->exchange, head);
  rt_exchange_set_state (self->exchange, RT_EXCHANGE_AWAITING);
}

static void
http2_interim_cb (guint32  stream,
                  RtHead  *head,
                  gint64   time,
                  gpointer user_data)
{
  take_interim (user_data, head);
}

static void
http2_head_cb (guint32  stream,
               RtHead  *head,
               gint64   time,
               gpointer user_data)
{
  RtRecorder *self = user_data;
  g_autofree char *length = rt_head_dup_combined (head, "Content-Length");
  gint64 announced = -1;

  if (length != NULL && g_ascii_isdigit (*length))
    announced = g_ascii_strtoll (length, NULL, 10);
  self->sizes.request_content = self->sizes.request_content_total;
  take_head (self, head, RT_FRAMING_HTTP2, announced, time);
}

static void
http2_content_cb (guint32       stream,
                  const guint8 *data,
                  gsize         length,
                  gint64        time,
                  gpointer      user_data)
{
  RtRecorder *self = user_data;

  self->sizes.content_wire += length + 9; /* the frame's own head */
  take_content (self, data, length);
}

static void
http2_trailers_cb (guint32  stream,
                   RtHead  *head,
                   gint64   time,
                   gpointer user_data)
{
  http1_trailers_cb (head, time, user_data);
}

static void
http2_end_cb (guint32         stream,
              RtResponseState state,
              gint64          time,
              gpointer        user_data)
{
  take_end (user_data, state, time);
}

static void
http2_fault_cb (guint32  stream,
                RtFault *fault,
                gpointer user_data)
{
  http1_fault_cb (fault, user_data);
}

static void
http2_frame_cb (gboolean    sent,
                const char *line,
                gint64      time,
                gpointer    user_data)
{
  RtRecorder *self = user_data;

  if (self->frames->len < MAX_FRAMES_TEXT)
    g_string_append_printf (self->frames, "%s %s\n", sent ? "→" : "←", line);
}

static const RtHttp2Sink http2_sink = {
  .request = http2_request_cb,
  .interim = http2_interim_cb,
  .head = http2_head_cb,
  .content = http2_content_cb,
  .trailers = http2_trailers_cb,
  .end = http2_end_cb,
  .fault = http2_fault_cb,
  .frame = http2_frame_cb,
};

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
  self->reader = rt_response_reader_new (method, &http1_sink, self);
  self->sizes.request_content_total = content_length;
  self->sizes.content_announced = -1;

  rt_timing_init (&self->timing);
  self->timing.started = g_get_monotonic_time ();
  self->timing.wall_clock = g_get_real_time ();
  rt_exchange_set_state (exchange, RT_EXCHANGE_SENDING);
  publish (self);

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
  publish (self);
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
      self->has_bytes = self->has_head;
    }
  else
    {
      self->has_bytes = TRUE;
      go_on = rt_response_reader_feed (self->reader, data, length, time, error);
      self->sizes.content_wire = rt_response_reader_get_content_wire (self->reader);
    }
  publish (self);

  if (go_on && self->store_error != NULL)
    {
      g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_STORE,
                   _("The content could not be kept: %s"), self->store_error->message);
      return FALSE;
    }

  return go_on;
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

  self->http2 = rt_http2_reader_new (&http2_sink, self);
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

  end_decoding (self, FALSE);
  keep_leftovers (self);
  for (guint i = 0; i < RT_N_PHASES; i++)
    rt_recorder_end_phase (self, i, time);
  self->timing.ended = time;
  publish (self);
  self->finished = TRUE;
  rt_exchange_finish (self->exchange);
}

gboolean
rt_recorder_is_finished (RtRecorder *self)
{
  g_return_val_if_fail (self != NULL, TRUE);

  return self->finished;
}
