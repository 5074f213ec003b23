/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns field blocks: joins their fragments, undoes HPACK (by nghttp2), and
 * makes heads of them. What they expand to is bounded, for a few bytes of HPACK
 * can name a large field many times.
 */

#include "config.h"

#include "http2-private.h"

#include "number.h"

#include <glib/gi18n-lib.h>
#include <string.h>

static void
stop (RtHttp2Reader *self,
      RtWireError    code,
      const char    *message)
{
  if (self->stopped == NULL)
    self->stopped = g_error_new_literal (RT_WIRE_ERROR, code, message);
}

static void
stop_too_large (RtHttp2Reader *self)
{
  stop (self, RT_WIRE_ERROR_HEAD_TOO_LARGE, _("The head of the response is too large"));
}

/* Without its table the rest of this direction's fields cannot be read. */
static void
lose_state (RtHttp2Reader    *self,
            RtHttp2Direction *direction,
            const char       *why)
{
  g_clear_pointer (&direction->inflater, nghttp2_hd_inflate_del);
  rt_http2_tell_malformed (self, &direction->block_frame, why);
}

static void
add_bytes (GPtrArray     *fields,
           const guint8  *data,
           gsize          length)
{
  g_ptr_array_add (fields, g_bytes_new (data, length));
}

/* Returns FALSE when the block cannot be read or is too large. */
static gboolean
inflate_block (RtHttp2Reader    *self,
               RtHttp2Direction *direction,
               GPtrArray        *fields)
{
  const guint8 *data = direction->block->data;
  gsize length = direction->block->len;
  gsize size = 0;

  while (direction->inflater != NULL)
    {
      nghttp2_nv field;
      int flags = 0;
      ssize_t n = nghttp2_hd_inflate_hd2 (direction->inflater, &field, &flags, data, length, 1);

      if (n < 0)
        break;
      data += n;
      length -= n;
      if (flags & NGHTTP2_HD_INFLATE_EMIT)
        {
          size += field.namelen + field.valuelen + 4;
          if (size > RT_HTTP2_MAX_HEAD)
            {
              stop_too_large (self);
              return FALSE;
            }
          add_bytes (fields, field.name, field.namelen);
          add_bytes (fields, field.value, field.valuelen);
        }
      if (flags & NGHTTP2_HD_INFLATE_FINAL)
        {
          nghttp2_hd_inflate_end_headers (direction->inflater);
          return TRUE;
        }
      if (length == 0 && (flags & NGHTTP2_HD_INFLATE_EMIT) == 0)
        break;
    }

  lose_state (self, direction, _("The compressed fields (HPACK) cannot be read"));
  return FALSE;
}

static gboolean
is_connection_field (const char *name,
                     gsize       length)
{
  static const char *const names[] = { "connection", "keep-alive", "proxy-connection",
                                       "transfer-encoding", "upgrade" };

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    if (length == strlen (names[i]) && memcmp (name, names[i], length) == 0)
      return TRUE;

  return FALSE;
}

/* RFC 9113 section 8.2: what a field must not be. */
static gboolean
is_field_bad (const char        *text,
              const RtFieldLine *field)
{
  const char *name = text + field->name.offset;

  if (field->oddities & (RT_ODDITY_BAD_NAME | RT_ODDITY_EMPTY_NAME | RT_ODDITY_BARE_CR |
                         RT_ODDITY_NUL | RT_ODDITY_CONTROL))
    return TRUE;
  for (gsize i = 0; i < field->name.length; i++)
    if (g_ascii_isupper (name[i]))
      return TRUE;

  return is_connection_field (name, field->name.length);
}

static void
judge_head (RtHttp2Reader *self,
            guint32        stream,
            const RtHead  *head)
{
  const char *text = g_bytes_get_data (rt_head_peek_bytes (head), NULL);
  gboolean has_regular = FALSE;

  if (rt_head_get_start_oddities (head) & (RT_START_MALFORMED | RT_START_BAD_STATUS))
    {
      int status = rt_head_get_status (head);

      if (status < 100)
        rt_http2_tell_fault (self, stream,
                             rt_fault_new (RT_FAULT_H2_MALFORMED,
                                           _("The response has no valid :status")));
    }

  for (guint i = 0; i < rt_head_get_n_fields (head); i++)
    {
      const RtFieldLine *field = rt_head_get_field (head, i);
      gboolean is_pseudo = field->name.length > 0 && text[field->name.offset] == ':';
      g_autofree char *quote = NULL;

      has_regular |= !is_pseudo;
      if (!is_field_bad (text, field) &&
          !(is_pseudo && (has_regular || rt_head_get_kind (head) == RT_HEAD_TRAILERS)))
        continue;

      quote = rt_fault_quote (text + field->line.offset, field->line.length);
      rt_http2_tell_fault (self, stream,
                           rt_fault_new (RT_FAULT_H2_MALFORMED,
                                         _("HTTP/2 does not allow this field: “%s”"), quote));
      return;
    }
}

/* Takes @head. */
static void
tell (RtHttp2Reader *self,
      void         (*callback) (guint32, RtHead *, gint64, gpointer),
      guint32        stream,
      RtHead        *head,
      gint64         time)
{
  g_autoptr (RtHead) owned = head;

  if (callback != NULL)
    callback (stream, g_steal_pointer (&owned), time, self->user_data);
}

static RtHead *
make_head (RtHttp2Direction *direction,
           RtHeadKind        kind,
           GPtrArray        *fields)
{
  return rt_head_new_http2 (kind, fields, direction->block->len);
}

/* A second block of the same stream holds the request's trailers. */
static void
end_sent_block (RtHttp2Reader    *self,
                RtHttp2Direction *direction,
                GPtrArray        *fields,
                gint64            time)
{
  guint32 id = direction->block_frame.stream;
  RtHttp2Stream *stream;
  g_autoptr (RtHead) head = NULL;
  g_autofree char *method = NULL;

  if (direction->block_frame.type != NGHTTP2_HEADERS || id <= self->last_stream)
    return;

  stream = rt_http2_stream_open (self, id);
  head = make_head (direction, RT_HEAD_REQUEST, fields);
  method = rt_head_dup_method (head);
  stream->is_head_method = g_str_equal (method, "HEAD");
  tell (self, self->sink->request, id, rt_head_ref (head), time);
}

/* One value, or several that are the same; anything else is not counted on. */
static gint64
read_content_length (const RtHead *head)
{
  gint64 length = -1;

  for (int i = rt_head_find_field (head, "content-length", 0); i >= 0;
       i = rt_head_find_field (head, "content-length", i + 1))
    {
      g_autofree char *value = rt_head_dup_field_value (head, i);
      guint64 number;

      if (!rt_number_read (value, 10, 0, G_MAXINT64, &number) ||
          (length >= 0 && (guint64) length != number))
        return -1;
      length = number;
    }

  return length;
}

static void
take_final_head (RtHttp2Reader *self,
                 RtHttp2Stream *stream,
                 RtHead        *head,
                 gint64         time)
{
  int status = rt_head_get_status (head);

  stream->has_head = TRUE;
  stream->has_no_content = stream->is_head_method || status == 204 || status == 304;
  stream->content_length = read_content_length (head);
  tell (self, self->sink->head, stream->id, rt_head_ref (head), time);
}

static void
take_received_head (RtHttp2Reader    *self,
                    RtHttp2Stream    *stream,
                    RtHttp2Direction *direction,
                    GPtrArray        *fields,
                    gint64            time)
{
  RtHeadKind kind = stream->has_head ? RT_HEAD_TRAILERS : RT_HEAD_RESPONSE;
  g_autoptr (RtHead) head = make_head (direction, kind, fields);

  if (kind == RT_HEAD_TRAILERS)
    tell (self, self->sink->trailers, stream->id, rt_head_ref (head), time);
  else if (rt_head_get_status (head) / 100 != 1)
    take_final_head (self, stream, head, time);
  else if (++stream->n_interim > RT_HTTP2_MAX_INTERIM)
    stop (self, RT_WIRE_ERROR_TOO_MANY_INTERIM, _("Too many interim responses"));
  else
    tell (self, self->sink->interim, stream->id, rt_head_ref (head), time);
  judge_head (self, stream->id, head);
}

static void
end_received_block (RtHttp2Reader    *self,
                    RtHttp2Direction *direction,
                    GPtrArray        *fields,
                    gint64            time)
{
  const RtHttp2Frame *frame = &direction->block_frame;
  RtHttp2Stream *stream = rt_http2_stream_find (self, frame->stream);

  if (frame->type != NGHTTP2_HEADERS)
    return;
  if (stream == NULL)
    {
      /* of a pushed stream, or of one that has ended: none of ours */
      if (frame->stream % 2 == 1 && frame->stream > self->last_stream)
        rt_http2_tell_malformed (self, frame, _("HEADERS came for a stream that nobody opened"));
      return;
    }

  if (fields != NULL)
    take_received_head (self, stream, direction, fields, time);
  if (self->stopped == NULL && (frame->flags & NGHTTP2_FLAG_END_STREAM) != 0)
    rt_http2_stream_complete (self, stream, time);
}

static void
end_block (RtHttp2Reader    *self,
           RtHttp2Direction *direction,
           gint64            time)
{
  g_autoptr (GPtrArray) fields =
    g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  gboolean is_read = inflate_block (self, direction, fields);

  if (self->stopped == NULL && direction->is_sent && is_read)
    end_sent_block (self, direction, fields, time);
  else if (self->stopped == NULL && !direction->is_sent)
    end_received_block (self, direction, is_read ? fields : NULL, time);

  g_clear_pointer (&direction->block, g_byte_array_unref);
}

static void
append_fragment (RtHttp2Reader    *self,
                 RtHttp2Direction *direction,
                 const guint8     *data,
                 gsize             length,
                 gint64            time)
{
  if (direction->block->len + length > RT_HTTP2_MAX_HEAD)
    {
      stop_too_large (self);
      return;
    }

  if (length > 0)
    g_byte_array_append (direction->block, data, length);
  if (direction->frame.flags & NGHTTP2_FLAG_END_HEADERS)
    end_block (self, direction, time);
}

void
rt_http2_fields_begin (RtHttp2Reader    *self,
                       RtHttp2Direction *direction,
                       const guint8     *data,
                       gsize             length,
                       gint64            time)
{
  direction->block = g_byte_array_new ();
  direction->block_frame = direction->frame;
  append_fragment (self, direction, data, length, time);
}

void
rt_http2_fields_continue (RtHttp2Reader    *self,
                          RtHttp2Direction *direction,
                          gint64            time)
{
  if (direction->block == NULL || direction->frame.stream != direction->block_frame.stream)
    {
      rt_http2_tell_malformed (self, &direction->frame,
                               _("CONTINUATION came without HEADERS before it"));
      return;
    }

  append_fragment (self, direction, direction->payload->data, direction->payload->len, time);
}
