/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtRecorder, what the readers say: one for HTTP/1 and one for HTTP/2 speak
 * through the same handful of functions.
 */

#include "recorder-private.h"

#include "exchange-private.h"

/* More frames than these are not listed one by one. */
#define MAX_FRAMES_TEXT (256 * 1024)

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
  rt_recorder_publish (self);
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
  if (!rt_body_gather (body, data, length, &self->store_error))
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
void
rt_recorder_end_decoding (RtRecorder *self,
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
  rt_recorder_flush (self, NULL);
  self->complete = state == RT_RESPONSE_COMPLETE;
  rt_recorder_end_phase (self, RT_PHASE_CONTENT, time);
  rt_recorder_end_decoding (self, !self->cut);
  rt_recorder_publish (self);
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

const RtResponseSink rt_recorder_http1_sink = {
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

const RtHttp2Sink rt_recorder_http2_sink = {
  .request = http2_request_cb,
  .interim = http2_interim_cb,
  .head = http2_head_cb,
  .content = http2_content_cb,
  .trailers = http2_trailers_cb,
  .end = http2_end_cb,
  .fault = http2_fault_cb,
  .frame = http2_frame_cb,
};
