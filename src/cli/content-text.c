/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Turns content into lines for a terminal, one at a time, so that a large one
 * needs no second copy where it already is UTF-8.
 */

#include "config.h"

#include "content-text.h"

#include <string.h>

#include "body-kind.h"
#include "charset.h"
#include "text.h"

/* So much is looked at to tell text from other bytes. */
#define LOOK_MAX (64 * 1024)
/* A longer line is written in pieces, none of which parts a character. */
#define PIECE_MAX (64 * 1024)

gboolean
rt_content_text_is_text (const RtMediaType *type,
                         GBytes            *content)
{
  gsize length;
  const guint8 *data;
  RtBodyKind kind;

  g_return_val_if_fail (content != NULL, FALSE);

  data = g_bytes_get_data (content, &length);
  kind = rt_body_kind_detect (type, data, MIN (length, LOOK_MAX), NULL);

  if (kind == RT_BODY_KIND_MULTIPART)
    return !rt_body_kind_looks_binary (data, MIN (length, LOOK_MAX));

  return kind == RT_BODY_KIND_EMPTY || rt_body_kind_is_text (kind);
}

/* Where a piece of at most @length bytes can end. */
static gsize
find_piece_end (const char *text,
                gsize       length)
{
  gsize end = PIECE_MAX;

  if (length <= PIECE_MAX)
    return length;
  while (end > PIECE_MAX - 4 && (text[end] & 0xc0) == 0x80)
    end--;

  return end;
}

static gboolean
write_line (const char     *line,
            gsize           length,
            GOutputStream  *stream,
            GError        **error)
{
  while (length > 0)
    {
      gsize piece = find_piece_end (line, length);
      g_autofree char *shown = rt_text_from_wire (line, piece);

      if (!g_output_stream_write_all (stream, shown, strlen (shown), NULL, NULL, error))
        return FALSE;
      line += piece;
      length -= piece;
    }

  return g_output_stream_write_all (stream, "\n", 1, NULL, NULL, error);
}

static gboolean
write_lines (const char     *text,
             gsize           length,
             GOutputStream  *stream,
             GError        **error)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *feed = memchr (text, '\n', end - text);
      const char *line_end = feed != NULL ? feed : end;

      if (feed != NULL && line_end > text && line_end[-1] == '\r')
        line_end--;
      if (!write_line (text, line_end - text, stream, error))
        return FALSE;
      text = feed != NULL ? feed + 1 : end;
    }

  return TRUE;
}

gboolean
rt_content_text_write (const RtMediaType  *type,
                       GBytes             *content,
                       GOutputStream      *stream,
                       GError            **error)
{
  g_autoptr (GOutputStream) buffered = NULL;
  g_autoptr (RtCharset) charset = NULL;
  g_autoptr (GString) text = NULL;
  gsize length;
  const guint8 *data;

  g_return_val_if_fail (content != NULL && G_IS_OUTPUT_STREAM (stream), FALSE);

  data = g_bytes_get_data (content, &length);
  if (length == 0)
    return TRUE;

  buffered = g_buffered_output_stream_new (stream);
  g_filter_output_stream_set_close_base_stream (G_FILTER_OUTPUT_STREAM (buffered), FALSE);
  charset = rt_charset_detect (type, data, MIN (length, LOOK_MAX));
  if (g_str_equal (charset->name, "UTF-8"))
    return write_lines ((const char *) data + charset->skip, length - charset->skip, buffered,
                        error) &&
           g_output_stream_flush (buffered, NULL, error);

  text = rt_charset_convert (charset, data, length, NULL);
  return write_lines (text->str, text->len, buffered, error) &&
         g_output_stream_flush (buffered, NULL, error);
}
