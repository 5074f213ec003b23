/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the table of open streams, and what the sink is told about each. An
 * ended stream is forgotten: what comes for it later is ignored, as the RFC
 * allows.
 */

#include "config.h"

#include "http2-private.h"

#include "format.h"

#include <glib/gi18n-lib.h>

RtHttp2Stream *
rt_http2_stream_open (RtHttp2Reader *self,
                      guint32        id)
{
  RtHttp2Stream *stream = g_new0 (RtHttp2Stream, 1);

  stream->id = id;
  stream->content_length = -1;
  self->last_stream = MAX (self->last_stream, id);
  g_hash_table_insert (self->streams, GUINT_TO_POINTER (id), stream);

  return stream;
}

RtHttp2Stream *
rt_http2_stream_find (RtHttp2Reader *self,
                      guint32        id)
{
  return g_hash_table_lookup (self->streams, GUINT_TO_POINTER (id));
}

void
rt_http2_tell_fault (RtHttp2Reader *self,
                     guint32        stream,
                     RtFault       *fault)
{
  g_autoptr (RtFault) owned = fault;
  RtHttp2Stream *open = rt_http2_stream_find (self, stream);
  guint *seen = open != NULL ? &open->seen_faults : &self->seen_faults;

  if ((*seen & (1u << fault->kind)) != 0)
    return;

  *seen |= 1u << fault->kind;
  if (self->sink->fault != NULL)
    self->sink->fault (stream, g_steal_pointer (&owned), self->user_data);
}

void
rt_http2_tell_malformed (RtHttp2Reader      *self,
                         const RtHttp2Frame *frame,
                         const char         *why)
{
  rt_http2_tell_fault (self, frame->stream, rt_fault_new (RT_FAULT_H2_MALFORMED, "%s", why));
}

void
rt_http2_stream_content (RtHttp2Reader *self,
                         RtHttp2Stream *stream,
                         const guint8  *data,
                         gsize          length,
                         gint64         time)
{
  if (length == 0)
    return;

  stream->content_read += length;
  if (self->sink->content != NULL)
    self->sink->content (stream->id, data, length, time, self->user_data);
}

/* Forgets @stream. */
static void
end_stream (RtHttp2Reader   *self,
            RtHttp2Stream   *stream,
            RtResponseState  state,
            gint64           time)
{
  guint32 id = stream->id;

  rt_http2_flush_runs (self);
  g_hash_table_remove (self->streams, GUINT_TO_POINTER (id));
  if (self->sink->end != NULL)
    self->sink->end (id, state, time, self->user_data);
}

static void
tell_short (RtHttp2Reader *self,
            RtHttp2Stream *stream)
{
  g_autofree char *announced = rt_format_bytes (MAX (stream->content_length, 0));
  g_autofree char *received = rt_format_count (stream->content_read);
  g_autofree char *received_bytes = rt_format_bytes (stream->content_read);
  RtFault *fault;

  if (stream->content_length >= 0)
    fault = rt_fault_new (RT_FAULT_CONTENT_SHORT, _("%s announced, %s received"),
                          announced, received);
  else
    fault = rt_fault_new (RT_FAULT_CONTENT_SHORT,
                          _("The connection closed after %s, before the end of the stream"),
                          received_bytes);
  rt_http2_tell_fault (self, stream->id, fault);
}

/* RFC 9113 section 8.1.1: the sum of the DATA frames must be Content-Length. */
void
rt_http2_stream_complete (RtHttp2Reader *self,
                          RtHttp2Stream *stream,
                          gint64         time)
{
  guint64 length = MAX (stream->content_length, 0);
  gboolean is_counted = stream->content_length >= 0 && !stream->has_no_content;
  RtResponseState state = RT_RESPONSE_COMPLETE;

  if (!stream->has_head)
    {
      rt_http2_tell_fault (self, stream->id,
                           rt_fault_new (RT_FAULT_H2_MALFORMED,
                                         _("The stream ended without a final response")));
      state = RT_RESPONSE_CUT;
    }
  else if (is_counted && stream->content_read < length)
    {
      tell_short (self, stream);
      state = RT_RESPONSE_CUT;
    }
  else if (is_counted && stream->content_read > length)
    {
      g_autofree char *announced = rt_format_bytes (length);
      g_autofree char *received = rt_format_count (stream->content_read);

      rt_http2_tell_fault (self, stream->id,
                           rt_fault_new (RT_FAULT_H2_MALFORMED,
                                         _("%s announced, %s received"), announced,
                                         received));
    }

  end_stream (self, stream, state, time);
}

void
rt_http2_stream_cut (RtHttp2Reader *self,
                     RtHttp2Stream *stream,
                     gint64         time)
{
  end_stream (self, stream, RT_RESPONSE_CUT, time);
}

static int
compare_ids (gconstpointer a,
             gconstpointer b)
{
  guint one = GPOINTER_TO_UINT (a);
  guint two = GPOINTER_TO_UINT (b);

  return one < two ? -1 : one > two;
}

void
rt_http2_streams_close (RtHttp2Reader *self,
                        gint64         time)
{
  g_autoptr (GList) ids = g_list_sort (g_hash_table_get_keys (self->streams), compare_ids);

  for (GList *l = ids; l != NULL; l = l->next)
    {
      RtHttp2Stream *stream = rt_http2_stream_find (self, GPOINTER_TO_UINT (l->data));

      if (stream->has_head && self->stopped == NULL)
        tell_short (self, stream);
      rt_http2_stream_cut (self, stream, time);
    }
}
