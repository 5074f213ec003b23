/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the words for frames: one line each, runs of DATA and of WINDOW_UPDATE
 * joined, and not more lines than a person would read. The names are those of
 * the RFC and are not translated.
 */

#include "config.h"

#include "http2-private.h"

#include "format.h"

#include <glib/gi18n-lib.h>

#define MAX_LINES 1000

/* RFC 9113 section 7 */
const char *
rt_http2_error_name (guint32 code,
                     char    buffer[16])
{
  static const char *const names[] = {
    "NO_ERROR", "PROTOCOL_ERROR", "INTERNAL_ERROR", "FLOW_CONTROL_ERROR", "SETTINGS_TIMEOUT",
    "STREAM_CLOSED", "FRAME_SIZE_ERROR", "REFUSED_STREAM", "CANCEL", "COMPRESSION_ERROR",
    "CONNECT_ERROR", "ENHANCE_YOUR_CALM", "INADEQUATE_SECURITY", "HTTP_1_1_REQUIRED",
  };

  if (code < G_N_ELEMENTS (names))
    return names[code];

  g_snprintf (buffer, 16, "0x%x", code);
  return buffer;
}

static const char *
type_name (guint8 type,
           char   buffer[16])
{
  static const char *const names[] = {
    "DATA", "HEADERS", "PRIORITY", "RST_STREAM", "SETTINGS", "PUSH_PROMISE", "PING", "GOAWAY",
    "WINDOW_UPDATE", "CONTINUATION",
  };

  if (type < G_N_ELEMENTS (names))
    return names[type];

  g_snprintf (buffer, 16, "0x%02x", type);
  return buffer;
}

static void
append_flags (GString            *line,
              const RtHttp2Frame *frame)
{
  gboolean has_block = frame->type == NGHTTP2_HEADERS || frame->type == NGHTTP2_PUSH_PROMISE ||
                       frame->type == NGHTTP2_CONTINUATION;

  if ((frame->type == NGHTTP2_SETTINGS || frame->type == NGHTTP2_PING) &&
      (frame->flags & NGHTTP2_FLAG_ACK))
    g_string_append (line, ", ACK");
  if ((frame->type == NGHTTP2_HEADERS || frame->type == NGHTTP2_DATA) &&
      (frame->flags & NGHTTP2_FLAG_END_STREAM))
    g_string_append (line, ", END_STREAM");
  if (has_block && (frame->flags & NGHTTP2_FLAG_END_HEADERS))
    g_string_append (line, ", END_HEADERS");
  if ((frame->type == NGHTTP2_DATA || has_block) && (frame->flags & NGHTTP2_FLAG_PADDED))
    g_string_append (line, ", PADDED");
}

static void
append_settings (GString          *line,
                 const GByteArray *payload)
{
  static const char *const names[] = {
    NULL, "HEADER_TABLE_SIZE", "ENABLE_PUSH", "MAX_CONCURRENT_STREAMS", "INITIAL_WINDOW_SIZE",
    "MAX_FRAME_SIZE", "MAX_HEADER_LIST_SIZE",
  };

  /* A peer may send thousands; the first few tell enough. */
  for (guint i = 0; i + 6 <= MIN (payload->len, 60); i += 6)
    {
      guint id = payload->data[i] << 8 | payload->data[i + 1];
      guint32 value = rt_http2_read_u32 (payload->data + i + 2);

      if (id > 0 && id < G_N_ELEMENTS (names))
        g_string_append_printf (line, ", %s %u", names[id], value);
      else
        g_string_append_printf (line, ", 0x%x %u", id, value);
    }
}

static void
append_details (GString            *line,
                const RtHttp2Frame *frame,
                const GByteArray   *payload)
{
  char buffer[16];

  append_flags (line, frame);
  if (frame->type == NGHTTP2_SETTINGS)
    append_settings (line, payload);
  else if (frame->type == NGHTTP2_RST_STREAM && payload->len == 4)
    g_string_append_printf (line, ", %s",
                            rt_http2_error_name (rt_http2_read_u32 (payload->data), buffer));
  else if (frame->type == NGHTTP2_GOAWAY && payload->len >= 8)
    g_string_append_printf (line, ", %s",
                            rt_http2_error_name (rt_http2_read_u32 (payload->data + 4), buffer));
}

static void
tell_line (RtHttp2Reader *self,
           gboolean       is_sent,
           const char    *line,
           gint64         time)
{
  if (self->n_lines > MAX_LINES || self->sink->frame == NULL)
    return;

  if (self->n_lines++ == MAX_LINES)
    line = _("Further frames are not listed");
  self->sink->frame (is_sent, line, time, self->user_data);
}

static void
flush_run (RtHttp2Reader    *self,
           RtHttp2Direction *direction)
{
  RtHttp2Run *run = &direction->run;
  g_autofree char *grant = rt_format_count (run->bytes);
  g_autofree char *bytes = rt_format_bytes (run->bytes);
  g_autoptr (GString) line = NULL;
  char buffer[16];

  if (run->n == 0)
    return;

  line = g_string_new (NULL);
  g_string_printf (line, _("%s stream %u"), type_name (run->frame.type, buffer),
                   run->frame.stream);
  if (run->n > 1)
    g_string_append_printf (line, ngettext (", %u frame", ", %u frames", run->n), run->n);
  if (run->frame.type == NGHTTP2_WINDOW_UPDATE)
    g_string_append_printf (line, ", +%s", grant);
  else
    g_string_append_printf (line, ", %s", bytes);
  append_flags (line, &run->frame);

  run->n = 0;
  tell_line (self, direction->is_sent, line->str, run->frame.time);
}

void
rt_http2_flush_runs (RtHttp2Reader *self)
{
  gboolean is_sent_first = self->sent.run.frame.time < self->received.run.frame.time;

  flush_run (self, is_sent_first ? &self->sent : &self->received);
  flush_run (self, is_sent_first ? &self->received : &self->sent);
}

static gboolean
can_run (const RtHttp2Frame *frame)
{
  return frame->type == NGHTTP2_DATA || frame->type == NGHTTP2_WINDOW_UPDATE;
}

static void
tell_single (RtHttp2Reader    *self,
             RtHttp2Direction *direction)
{
  const RtHttp2Frame *frame = &direction->frame;
  g_autoptr (GString) line = NULL;
  g_autofree char *bytes = rt_format_bytes (frame->length);
  char buffer[16];

  rt_http2_flush_runs (self);
  line = g_string_new (NULL);
  if (frame->stream == 0)
    g_string_printf (line, "%s %s", type_name (frame->type, buffer), bytes);
  else
    g_string_printf (line, _("%s stream %u, %s"), type_name (frame->type, buffer),
                     frame->stream, bytes);
  append_details (line, frame, direction->payload);
  tell_line (self, direction->is_sent, line->str, frame->time);
}

/* Of a DATA frame its length, of WINDOW_UPDATE the bytes that it allows. */
static guint32
get_amount (const RtHttp2Direction *direction)
{
  if (direction->frame.type == NGHTTP2_WINDOW_UPDATE && direction->payload->len == 4)
    return rt_http2_read_u32 (direction->payload->data) & G_MAXINT32;

  return direction->frame.length;
}

/* WINDOW_UPDATE and DATA go against each other: a run of one does not end the
 * other direction's. */
void
rt_http2_tell_frame (RtHttp2Reader    *self,
                     RtHttp2Direction *direction)
{
  const RtHttp2Frame *frame = &direction->frame;
  RtHttp2Run *run = &direction->run;

  if (!can_run (frame))
    {
      tell_single (self, direction);
      return;
    }

  if (run->n > 0 && (run->frame.type != frame->type || run->frame.stream != frame->stream))
    flush_run (self, direction);
  if (run->n == 0)
    {
      run->frame = *frame;
      run->bytes = 0;
    }
  run->n++;
  run->bytes += get_amount (direction);
  run->frame.flags |= frame->flags;
}
