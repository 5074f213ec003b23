/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns what each frame means (RFC 9113 section 6), for both directions. A frame
 * that breaks the rules is a fault and is passed over.
 */

#include "config.h"

#include "http2-private.h"

#include <glib/gi18n-lib.h>

void
rt_http2_frame_data (RtHttp2Reader    *self,
                     RtHttp2Direction *direction,
                     const guint8     *data,
                     gsize             length,
                     gint64            time)
{
  const RtHttp2Frame *frame = &direction->frame;
  RtHttp2Stream *stream = rt_http2_stream_find (self, frame->stream);

  if (direction->payload_read == 0)
    {
      direction->data_left = frame->length;
      if (frame->flags & NGHTTP2_FLAG_PADDED)
        {
          direction->data_left = frame->length - MIN (frame->length, 1u + data[0]);
          if (data[0] >= frame->length)
            rt_http2_tell_malformed (self, frame, _("A frame is padded beyond its length"));
          data++;
          length--;
        }
    }

  length = MIN (length, direction->data_left);
  direction->data_left -= length;
  if (direction->is_sent || stream == NULL)
    return;

  if (stream->has_head)
    rt_http2_stream_content (self, stream, data, length, time);
  else
    rt_http2_tell_malformed (self, frame, _("DATA came before the head of the response"));
}

static void
end_data (RtHttp2Reader    *self,
          RtHttp2Direction *direction,
          gint64            time)
{
  const RtHttp2Frame *frame = &direction->frame;
  RtHttp2Stream *stream = rt_http2_stream_find (self, frame->stream);

  if (frame->stream == 0 || (stream == NULL && frame->stream > self->last_stream &&
                             frame->stream % 2 == 1))
    rt_http2_tell_malformed (self, frame, _("DATA came for a stream that nobody opened"));
  else if (stream != NULL && !direction->is_sent &&
           (frame->flags & NGHTTP2_FLAG_END_STREAM) != 0)
    rt_http2_stream_complete (self, stream, time);
}

/* The fragment of a field block, without padding, priority and promised
 * stream. Returns FALSE when they do not fit. */
static gboolean
find_fragment (RtHttp2Direction  *direction,
               const guint8     **data,
               gsize             *length)
{
  const RtHttp2Frame *frame = &direction->frame;
  gsize padding = 0, skip = 0;

  *data = direction->payload->data;
  *length = direction->payload->len;
  if (frame->flags & NGHTTP2_FLAG_PADDED)
    {
      if (*length < 1)
        return FALSE;
      padding = **data;
      skip += 1;
    }
  if (frame->type == NGHTTP2_PUSH_PROMISE)
    skip += 4;
  else if (frame->flags & NGHTTP2_FLAG_PRIORITY)
    skip += 5;
  if (skip + padding > *length)
    return FALSE;

  *data += skip;
  *length -= skip + padding;
  return TRUE;
}

static void
end_headers (RtHttp2Reader    *self,
             RtHttp2Direction *direction,
             gint64            time)
{
  const guint8 *data;
  gsize length;

  if (direction->frame.stream == 0)
    rt_http2_tell_malformed (self, &direction->frame, _("HEADERS came for no stream"));
  if (!find_fragment (direction, &data, &length))
    {
      rt_http2_tell_malformed (self, &direction->frame, _("A frame is padded beyond its length"));
      g_clear_pointer (&direction->inflater, nghttp2_hd_inflate_del);
      return;
    }

  rt_http2_fields_begin (self, direction, data, length, time);
}

/* The table that one side announces is the other side's to use, from the
 * acknowledgement on (section 6.5.3). */
static void
end_settings (RtHttp2Reader    *self,
              RtHttp2Direction *direction)
{
  RtHttp2Direction *other = direction->is_sent ? &self->received : &self->sent;
  const GByteArray *payload = direction->payload;

  if (direction->frame.flags & NGHTTP2_FLAG_ACK)
    {
      if (other->table_size >= 0 && direction->inflater != NULL)
        nghttp2_hd_inflate_change_table_size (direction->inflater, other->table_size);
      other->table_size = -1;
      return;
    }

  if (payload->len % 6 != 0)
    rt_http2_tell_malformed (self, &direction->frame, _("SETTINGS has a wrong length"));
  for (guint i = 0; i + 6 <= payload->len; i += 6)
    if (payload->data[i] == 0 && payload->data[i + 1] == NGHTTP2_SETTINGS_HEADER_TABLE_SIZE)
      direction->table_size = rt_http2_read_u32 (payload->data + i + 2);
}

static void
end_reset (RtHttp2Reader    *self,
           RtHttp2Direction *direction,
           gint64            time)
{
  RtHttp2Stream *stream = rt_http2_stream_find (self, direction->frame.stream);
  char buffer[16];
  guint32 code;

  if (direction->payload->len != 4)
    {
      rt_http2_tell_malformed (self, &direction->frame, _("RST_STREAM has a wrong length"));
      return;
    }
  if (stream == NULL)
    return;

  code = rt_http2_read_u32 (direction->payload->data);
  if (!direction->is_sent)
    rt_http2_tell_fault (self, stream->id,
                         rt_fault_new (RT_FAULT_H2_STREAM_RESET,
                                       _("The server reset the stream: %s"),
                                       rt_http2_error_name (code, buffer)));
  else if (code != NGHTTP2_CANCEL && code != NGHTTP2_NO_ERROR)
    rt_http2_tell_fault (self, stream->id,
                         rt_fault_new (RT_FAULT_H2_STREAM_RESET,
                                       _("This side reset the stream: %s"),
                                       rt_http2_error_name (code, buffer)));
  rt_http2_stream_cut (self, stream, time);
}

static RtFault *
new_goaway_fault (const GByteArray *payload)
{
  guint32 last = rt_http2_read_u32 (payload->data) & G_MAXINT32;
  guint32 code = rt_http2_read_u32 (payload->data + 4);
  g_autofree char *quote = rt_fault_quote (payload->data + 8, payload->len - 8);
  char buffer[16];

  if (*quote == '\0')
    return rt_fault_new (RT_FAULT_H2_GOAWAY,
                         _("The server leaves after stream %u: %s"), last,
                         rt_http2_error_name (code, buffer));

  return rt_fault_new (RT_FAULT_H2_GOAWAY,
                       _("The server leaves after stream %u: %s, “%s”"), last,
                       rt_http2_error_name (code, buffer), quote);
}

/* Streams beyond the last one will not be answered. The others may be; that
 * the server leaves with an error is told to them, too. */
static void
end_goaway (RtHttp2Reader    *self,
            RtHttp2Direction *direction,
            gint64            time)
{
  g_autoptr (GList) ids = g_hash_table_get_keys (self->streams);
  const GByteArray *payload = direction->payload;
  guint32 last, code;

  if (payload->len < 8)
    {
      rt_http2_tell_malformed (self, &direction->frame, _("GOAWAY has a wrong length"));
      return;
    }
  if (direction->is_sent)
    return;

  last = rt_http2_read_u32 (payload->data) & G_MAXINT32;
  code = rt_http2_read_u32 (payload->data + 4);
  for (GList *l = ids; l != NULL; l = l->next)
    {
      RtHttp2Stream *stream = rt_http2_stream_find (self, GPOINTER_TO_UINT (l->data));

      if (stream->id > last || code != NGHTTP2_NO_ERROR)
        rt_http2_tell_fault (self, stream->id, new_goaway_fault (payload));
      if (stream->id > last)
        rt_http2_stream_cut (self, stream, time);
    }
}

static void
check_length (RtHttp2Reader      *self,
              const RtHttp2Frame *frame,
              guint32             length)
{
  if (frame->length != length)
    rt_http2_tell_malformed (self, frame, _("A frame of a fixed length has another length"));
}

/* Nothing may come between the fragments of a block (section 6.10). */
static void
check_block (RtHttp2Reader    *self,
             RtHttp2Direction *direction)
{
  if (direction->block == NULL || direction->frame.type == NGHTTP2_CONTINUATION)
    return;

  rt_http2_tell_malformed (self, &direction->frame,
                           _("Another frame came inside a field block"));
  g_clear_pointer (&direction->block, g_byte_array_unref);
  g_clear_pointer (&direction->inflater, nghttp2_hd_inflate_del);
}

void
rt_http2_frame_end (RtHttp2Reader    *self,
                    RtHttp2Direction *direction,
                    gint64            time)
{
  const RtHttp2Frame *frame = &direction->frame;

  rt_http2_tell_frame (self, direction);
  check_block (self, direction);

  switch (frame->type)
    {
    case NGHTTP2_DATA:
      end_data (self, direction, time);
      break;
    case NGHTTP2_HEADERS:
    case NGHTTP2_PUSH_PROMISE:
      end_headers (self, direction, time);
      break;
    case NGHTTP2_CONTINUATION:
      rt_http2_fields_continue (self, direction, time);
      break;
    case NGHTTP2_SETTINGS:
      end_settings (self, direction);
      break;
    case NGHTTP2_RST_STREAM:
      end_reset (self, direction, time);
      break;
    case NGHTTP2_GOAWAY:
      end_goaway (self, direction, time);
      break;
    case NGHTTP2_PING:
      check_length (self, frame, 8);
      break;
    case NGHTTP2_WINDOW_UPDATE:
      check_length (self, frame, 4);
      break;
    case NGHTTP2_PRIORITY:
      check_length (self, frame, 5);
      break;
    default:
      break;
    }
}
