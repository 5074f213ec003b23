/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the cutting of both directions into frames. What a frame means stands
 * in http2-frame.c.
 */

#include "config.h"

#include "http2-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static const char preface[] = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
#define PREFACE_LENGTH (sizeof preface - 1)

static void
init_direction (RtHttp2Direction *direction,
                gboolean          is_sent)
{
  direction->is_sent = is_sent;
  direction->preface_read = is_sent ? 0 : PREFACE_LENGTH;
  direction->payload = g_byte_array_new ();
  direction->table_size = -1;
  if (nghttp2_hd_inflate_new (&direction->inflater) != 0)
    g_error ("out of memory");
}

static void
clear_direction (RtHttp2Direction *direction)
{
  g_clear_pointer (&direction->payload, g_byte_array_unref);
  g_clear_pointer (&direction->block, g_byte_array_unref);
  g_clear_pointer (&direction->inflater, nghttp2_hd_inflate_del);
}

RtHttp2Reader *
rt_http2_reader_new (const RtHttp2Sink *sink,
                     gpointer           user_data)
{
  RtHttp2Reader *self;

  g_return_val_if_fail (sink != NULL, NULL);

  self = g_new0 (RtHttp2Reader, 1);
  self->sink = sink;
  self->user_data = user_data;
  self->streams = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  init_direction (&self->sent, TRUE);
  init_direction (&self->received, FALSE);

  return self;
}

void
rt_http2_reader_free (RtHttp2Reader *self)
{
  if (self == NULL)
    return;

  clear_direction (&self->sent);
  clear_direction (&self->received);
  g_clear_pointer (&self->streams, g_hash_table_unref);
  g_clear_error (&self->stopped);
  g_free (self);
}

static void
lose_direction (RtHttp2Reader    *self,
                RtHttp2Direction *direction,
                const guint8     *data,
                gsize             length)
{
  g_autofree char *quote = rt_fault_quote (data, length);

  direction->is_lost = TRUE;
  rt_http2_tell_fault (self, 0, rt_fault_new (RT_FAULT_H2_MALFORMED,
                                              _("The connection does not begin as HTTP/2 does: "
                                                "“%s”"), quote));
}

static gsize
read_preface (RtHttp2Reader    *self,
              RtHttp2Direction *direction,
              const guint8     *data,
              gsize             length)
{
  gsize taken = MIN (length, PREFACE_LENGTH - direction->preface_read);

  if (memcmp (preface + direction->preface_read, data, taken) != 0)
    lose_direction (self, direction, data, taken);
  direction->preface_read += taken;

  return taken;
}

/* The first frame of each side is SETTINGS (RFC 9113 section 3.4); when it is
 * not, this is another protocol. */
static void
begin_frame (RtHttp2Reader    *self,
             RtHttp2Direction *direction)
{
  const guint8 *header = direction->header;
  RtHttp2Frame *frame = &direction->frame;

  frame->length = header[0] << 16 | header[1] << 8 | header[2];
  frame->type = header[3];
  frame->flags = header[4];
  frame->stream = rt_http2_read_u32 (header + 5) & G_MAXINT32;
  direction->payload_read = 0;
  g_byte_array_set_size (direction->payload, 0);

  if (direction->n_frames++ == 0 && frame->type != NGHTTP2_SETTINGS)
    lose_direction (self, direction, header, RT_HTTP2_HEADER_LENGTH);
}

static gsize
read_header (RtHttp2Reader    *self,
             RtHttp2Direction *direction,
             const guint8     *data,
             gsize             length,
             gint64            time)
{
  gsize taken = MIN (length, RT_HTTP2_HEADER_LENGTH - direction->header_read);

  if (direction->header_read == 0)
    direction->frame.time = time;
  memcpy (direction->header + direction->header_read, data, taken);
  direction->header_read += taken;
  if (direction->header_read == RT_HTTP2_HEADER_LENGTH)
    begin_frame (self, direction);

  return taken;
}

/* Of a frame that is not DATA only so much is kept as a head may have. */
static void
keep_payload (RtHttp2Reader    *self,
              RtHttp2Direction *direction,
              const guint8     *data,
              gsize             length)
{
  gsize room = RT_HTTP2_MAX_HEAD - direction->payload->len;

  g_byte_array_append (direction->payload, data, MIN (length, room));
  if (length > room && self->stopped == NULL)
    self->stopped = g_error_new_literal (RT_WIRE_ERROR, RT_WIRE_ERROR_HEAD_TOO_LARGE,
                                         _("A frame of the response is too large"));
}

static gsize
read_payload (RtHttp2Reader    *self,
              RtHttp2Direction *direction,
              const guint8     *data,
              gsize             length,
              gint64            time)
{
  gsize taken = MIN (length, direction->frame.length - direction->payload_read);

  if (direction->frame.type == NGHTTP2_DATA)
    rt_http2_frame_data (self, direction, data, taken, time);
  else
    keep_payload (self, direction, data, taken);
  direction->payload_read += taken;

  return taken;
}

static gsize
read_some (RtHttp2Reader    *self,
           RtHttp2Direction *direction,
           const guint8     *data,
           gsize             length,
           gint64            time)
{
  gsize taken;

  if (direction->preface_read < PREFACE_LENGTH)
    return read_preface (self, direction, data, length);
  if (direction->header_read < RT_HTTP2_HEADER_LENGTH)
    taken = read_header (self, direction, data, length, time);
  else
    taken = read_payload (self, direction, data, length, time);

  if (direction->header_read == RT_HTTP2_HEADER_LENGTH && !direction->is_lost &&
      direction->payload_read == direction->frame.length && self->stopped == NULL)
    {
      direction->header_read = 0;
      rt_http2_frame_end (self, direction, time);
    }

  return taken;
}

gboolean
rt_http2_reader_feed (RtHttp2Reader  *self,
                      gboolean        sent,
                      const guint8   *data,
                      gsize           length,
                      gint64          time,
                      GError        **error)
{
  RtHttp2Direction *direction;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (data != NULL || length == 0, FALSE);

  direction = sent ? &self->sent : &self->received;
  while (length > 0 && self->stopped == NULL && !direction->is_lost)
    {
      gsize taken = read_some (self, direction, data, length, time);

      data += taken;
      length -= taken;
    }

  if (self->stopped != NULL && error != NULL)
    *error = g_error_copy (self->stopped);

  return self->stopped == NULL;
}

void
rt_http2_reader_close (RtHttp2Reader *self,
                       gint64         time)
{
  g_return_if_fail (self != NULL);

  rt_http2_flush_runs (self);
  rt_http2_streams_close (self, time);
}
