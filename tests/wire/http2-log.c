/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the frames that a test builds and the record of what was told. */

#include "http2-log.h"

#include <string.h>

static void
clear_piece (gpointer data)
{
  g_byte_array_unref (((Http2Piece *) data)->bytes);
}

Http2Script *
http2_script_new (void)
{
  const char *preface = "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n";
  Http2Script *self = g_new0 (Http2Script, 1);

  self->pieces = g_array_new (FALSE, FALSE, sizeof (Http2Piece));
  g_array_set_clear_func (self->pieces, clear_piece);
  g_assert_cmpint (nghttp2_hd_deflate_new (&self->sent, 4096), ==, 0);
  g_assert_cmpint (nghttp2_hd_deflate_new (&self->received, 65536), ==, 0);

  http2_script_bytes (self, TRUE, preface, strlen (preface));
  http2_script_frame (self, TRUE, NGHTTP2_SETTINGS, 0, 0, "\0\1\0\1\0\0\0\2\0\0\0\0", 12);
  http2_script_frame (self, FALSE, NGHTTP2_SETTINGS, 0, 0, NULL, 0);
  http2_script_frame (self, FALSE, NGHTTP2_SETTINGS, NGHTTP2_FLAG_ACK, 0, NULL, 0);
  http2_script_frame (self, TRUE, NGHTTP2_SETTINGS, NGHTTP2_FLAG_ACK, 0, NULL, 0);
  nghttp2_hd_deflate_change_table_size (self->received, 65536);

  return self;
}

void
http2_script_free (Http2Script *self)
{
  nghttp2_hd_deflate_del (self->sent);
  nghttp2_hd_deflate_del (self->received);
  g_clear_pointer (&self->pieces, g_array_unref);
  g_free (self);
}

void
http2_script_bytes (Http2Script *self,
                    gboolean     is_sent,
                    const void  *data,
                    gsize        length)
{
  Http2Piece piece = { is_sent, g_byte_array_new () };

  g_byte_array_append (piece.bytes, data, length);
  g_array_append_val (self->pieces, piece);
}

void
http2_script_frame (Http2Script *self,
                    gboolean     is_sent,
                    guint8       type,
                    guint8       flags,
                    guint32      stream,
                    const void  *payload,
                    gsize        length)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint8 header[9] = { length >> 16, length >> 8, length, type, flags,
                       stream >> 24, stream >> 16, stream >> 8, stream };

  g_byte_array_append (bytes, header, sizeof header);
  if (length > 0)
    g_byte_array_append (bytes, payload, length);
  http2_script_bytes (self, is_sent, bytes->data, bytes->len);
}

GByteArray *
http2_script_pack (Http2Script *self,
                   gboolean     is_sent,
                   const char  *fields)
{
  g_auto (GStrv) lines = g_strsplit (fields, "\n", -1);
  g_autoptr (GArray) array = g_array_new (FALSE, TRUE, sizeof (nghttp2_nv));
  GByteArray *block = g_byte_array_new ();
  ssize_t n;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      char *colon = strstr (lines[i], ": ");
      nghttp2_nv field = { .name = (guint8 *) lines[i], .value = (guint8 *) colon + 2,
                           .namelen = colon - lines[i], .valuelen = strlen (colon + 2) };

      g_array_append_val (array, field);
    }
  g_byte_array_set_size (block, strlen (fields) * 2 + 100);
  n = nghttp2_hd_deflate_hd (is_sent ? self->sent : self->received, block->data, block->len,
                             (nghttp2_nv *) (gpointer) array->data, array->len);
  g_assert_cmpint (n, >=, 0);
  g_byte_array_set_size (block, n);

  return block;
}

void
http2_script_headers (Http2Script *self,
                      gboolean     is_sent,
                      guint8       flags,
                      guint32      stream,
                      const char  *fields)
{
  g_autoptr (GByteArray) block = http2_script_pack (self, is_sent, fields);

  http2_script_frame (self, is_sent, NGHTTP2_HEADERS, flags | NGHTTP2_FLAG_END_HEADERS, stream,
                      block->data, block->len);
}

void
http2_script_data (Http2Script *self,
                   guint8       flags,
                   guint32      stream,
                   const char  *text)
{
  http2_script_frame (self, FALSE, NGHTTP2_DATA, flags, stream, text, strlen (text));
}

static void
request_cb (guint32   stream,
            RtHead   *head,
            gint64    time,
            gpointer  user_data)
{
  Http2Log *self = user_data;
  g_autofree char *method = rt_head_dup_method (head);
  g_autofree char *target = rt_head_dup_target (head);

  g_string_append_printf (self->told, "request %u %s %s|", stream, method, target);
  rt_head_unref (head);
}

static void
add_head (Http2Log   *self,
          const char *what,
          guint32     stream,
          RtHead     *head)
{
  g_string_append_printf (self->told, "%s %u %d", what, stream, rt_head_get_status (head));
  for (guint i = 0; i < rt_head_get_n_fields (head); i++)
    {
      g_autofree char *name = rt_head_dup_field_name (head, i);
      g_autofree char *value = rt_head_dup_field_value (head, i);

      if (*name != ':')
        g_string_append_printf (self->told, " %s=%.20s", name, value);
    }
  g_string_append_c (self->told, '|');
  rt_head_unref (head);
}

static void
interim_cb (guint32   stream,
            RtHead   *head,
            gint64    time,
            gpointer  user_data)
{
  add_head (user_data, "interim", stream, head);
}

static void
head_cb (guint32   stream,
         RtHead   *head,
         gint64    time,
         gpointer  user_data)
{
  add_head (user_data, "head", stream, head);
}

static void
trailers_cb (guint32   stream,
             RtHead   *head,
             gint64    time,
             gpointer  user_data)
{
  add_head (user_data, "trailers", stream, head);
}

static void
content_cb (guint32       stream,
            const guint8 *data,
            gsize         length,
            gint64        time,
            gpointer      user_data)
{
  Http2Log *self = user_data;

  g_assert_cmpuint (length, >, 0);
  g_byte_array_append (self->content, data, length);
}

static void
end_cb (guint32         stream,
        RtResponseState state,
        gint64          time,
        gpointer        user_data)
{
  Http2Log *self = user_data;

  g_string_append_printf (self->told, "end %u %s|", stream,
                          state == RT_RESPONSE_COMPLETE ? "complete" : "cut");
}

static void
fault_cb (guint32   stream,
          RtFault  *fault,
          gpointer  user_data)
{
  Http2Log *self = user_data;

  g_assert_true (g_utf8_validate (fault->evidence, -1, NULL));
  g_string_append_printf (self->faults, "%u %s|", stream, rt_fault_kind_to_id (fault->kind));
  g_ptr_array_add (self->evidence, g_strdup (fault->evidence));
  rt_fault_free (fault);
}

static void
frame_cb (gboolean    sent,
          const char *line,
          gint64      time,
          gpointer    user_data)
{
  Http2Log *self = user_data;

  g_ptr_array_add (self->lines, g_strconcat (sent ? "> " : "< ", line, NULL));
}

static const RtHttp2Sink log_sink = { request_cb, interim_cb, head_cb, content_cb, trailers_cb,
                                      end_cb, fault_cb, frame_cb };

static gboolean
feed_piece (RtHttp2Reader     *reader,
            const Http2Piece  *piece,
            int                piece_size,
            GError           **error)
{
  for (gsize at = 0; at < piece->bytes->len;)
    {
      gsize left = piece->bytes->len - at;
      gsize size = piece_size < 0 ? (gsize) g_test_rand_int_range (1, 20) : (gsize) piece_size;
      gsize n = piece_size == 0 ? left : MIN (left, size);
      g_autofree guint8 *exact = g_memdup2 (piece->bytes->data + at, n);

      if (!rt_http2_reader_feed (reader, piece->is_sent, exact, n, at, error))
        return FALSE;
      at += n;
    }

  return TRUE;
}

Http2Log *
http2_log_run (const Http2Script *script,
               int                piece_size)
{
  Http2Log *self = g_new0 (Http2Log, 1);
  g_autoptr (RtHttp2Reader) reader = rt_http2_reader_new (&log_sink, self);

  self->told = g_string_new (NULL);
  self->faults = g_string_new (NULL);
  self->content = g_byte_array_new ();
  self->evidence = g_ptr_array_new_with_free_func (g_free);
  self->lines = g_ptr_array_new_with_free_func (g_free);
  for (guint i = 0; i < script->pieces->len; i++)
    if (!feed_piece (reader, &g_array_index (script->pieces, Http2Piece, i), piece_size,
                     &self->error))
      break;
  rt_http2_reader_close (reader, 1);

  return self;
}

void
http2_log_free (Http2Log *self)
{
  g_string_free (self->told, TRUE);
  g_string_free (self->faults, TRUE);
  g_clear_pointer (&self->content, g_byte_array_unref);
  g_clear_pointer (&self->evidence, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_error (&self->error);
  g_free (self);
}
