/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* FlateDecode (zlib) and the prediction of PNG by rows (sections 7.4.4.3 and
 * 7.4.4.4). What is made is bounded, however well it was compressed.
 */

#include "config.h"

#include "media-pdf-stream.h"

#include <gio/gio.h>

#define PIECE (64 * 1024)

typedef enum
{
  FILTER_NONE,
  FILTER_FLATE,
  FILTER_OTHER,
} Filter;

/* The filter, alone or as the only one of a list. */
static Filter
get_filter (RtMediaBytes bytes,
            gsize        dictionary)
{
  RtMediaBytes token = { NULL, 0 };
  gsize value;

  if (!rt_pdf_find_key (bytes, dictionary, "/Filter", &value))
    return FILTER_OTHER;
  if (value == 0)
    return FILTER_NONE;
  if (!rt_pdf_next_token (bytes, &value, &token))
    return FILTER_OTHER;
  if (rt_pdf_is (token, "/FlateDecode"))
    return FILTER_FLATE;
  if (rt_pdf_is (token, "[") && rt_pdf_next_token (bytes, &value, &token) &&
      rt_pdf_is (token, "/FlateDecode") && rt_pdf_next_token (bytes, &value, &token) &&
      rt_pdf_is (token, "]"))
    return FILTER_FLATE;

  return FILTER_OTHER;
}

/* The bytes behind "stream" and its line end, up to the end of the file. */
static RtMediaBytes
get_content (RtMediaBytes bytes,
             gsize        dictionary)
{
  RtMediaBytes token;
  gsize at = dictionary;

  if (!rt_pdf_skip_dictionary (bytes, &at) || !rt_pdf_next_token (bytes, &at, &token) ||
      !rt_pdf_is (token, "stream"))
    return (RtMediaBytes) { NULL, 0 };
  if (rt_media_is (bytes, at, "\r"))
    at++;
  if (rt_media_is (bytes, at, "\n"))
    at++;

  return rt_media_part (bytes, at, G_MAXUINT64);
}

/* Until zlib says that it is the end: the length that is stated is not needed. */
static GByteArray *
inflate (RtMediaBytes  packed,
         gsize        *budget)
{
  g_autoptr (GZlibDecompressor) zlib = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB);
  g_autoptr (GByteArray) made = g_byte_array_new ();
  g_autofree guint8 *piece = g_malloc (PIECE);
  GConverterResult result = G_CONVERTER_CONVERTED;
  gsize at = 0;

  while (result == G_CONVERTER_CONVERTED)
    {
      gsize n_read = 0;
      gsize n_written = 0;

      /* Damage and a missing end are the same here: there is no stream. */
      result = g_converter_convert (G_CONVERTER (zlib), packed.data + at, packed.length - at,
                                    piece, PIECE, G_CONVERTER_INPUT_AT_END, &n_read, &n_written,
                                    NULL);
      if (result == G_CONVERTER_ERROR || n_written > *budget)
        return NULL;
      at += n_read;
      *budget -= n_written;
      g_byte_array_append (made, piece, n_written);
    }

  return g_steal_pointer (&made);
}

static guint64
get_parameter (RtMediaBytes  bytes,
               gsize         dictionary,
               const char   *key,
               guint64       usual)
{
  guint64 number;
  gsize value;

  if (!rt_pdf_find_key (bytes, dictionary, key, &value) || value == 0 ||
      !rt_pdf_get_numbers (bytes, value, 1, &number))
    return usual;

  return number;
}

static guint8
predict_paeth (int left,
               int up,
               int up_left)
{
  int guess = left + up - up_left;
  int by_left = ABS (guess - left);
  int by_up = ABS (guess - up);
  int by_up_left = ABS (guess - up_left);

  return by_left <= by_up && by_left <= by_up_left ? left : by_up <= by_up_left ? up : up_left;
}

/* Each row begins with how it was predicted, of bytes before it in the row and in
 * the one above; FALSE for a way that is none. */
static gboolean
restore_row (guint8       *row,
             const guint8 *above,
             gsize         n,
             guint8        way)
{
  for (gsize i = 0; i < n; i++)
    {
      guint8 left = i > 0 ? row[i - 1] : 0;
      guint8 up = above != NULL ? above[i] : 0;
      guint8 up_left = i > 0 && above != NULL ? above[i - 1] : 0;

      if (way == 1)
        row[i] += left;
      else if (way == 2)
        row[i] += up;
      else if (way == 3)
        row[i] += (left + up) / 2;
      else if (way == 4)
        row[i] += predict_paeth (left, up, up_left);
    }

  return way <= 4;
}

static GByteArray *
restore (GByteArray *made,
         guint64     columns)
{
  g_autoptr (GByteArray) predicted = made;
  g_autoptr (GByteArray) rows = g_byte_array_new ();

  if (columns == 0 || columns > predicted->len)
    return NULL;
  for (gsize at = 0; predicted->len - at > columns; at += 1 + columns)
    {
      gsize before = rows->len;

      g_byte_array_append (rows, predicted->data + at + 1, columns);
      if (!restore_row (rows->data + before, before > 0 ? rows->data + before - columns : NULL,
                        columns, predicted->data[at]))
        return NULL;
    }

  return g_steal_pointer (&rows);
}

static GByteArray *
read_plain (RtMediaBytes  bytes,
            gsize         dictionary,
            RtMediaBytes  content,
            gsize        *budget)
{
  guint64 length = get_parameter (bytes, dictionary, "/Length", G_MAXUINT64);
  GByteArray *made;

  if (length > content.length || length > *budget)
    return NULL;
  *budget -= length;
  made = g_byte_array_new ();
  g_byte_array_append (made, content.data, length);

  return made;
}

GByteArray *
rt_pdf_read_stream (RtMediaBytes  bytes,
                    gsize         dictionary,
                    gsize        *budget)
{
  Filter filter = get_filter (bytes, dictionary);
  RtMediaBytes content = get_content (bytes, dictionary);
  GByteArray *made;
  gsize parameters;

  if (content.length == 0 || filter == FILTER_OTHER)
    return NULL;
  if (filter == FILTER_NONE)
    return read_plain (bytes, dictionary, content, budget);
  made = inflate (content, budget);
  if (made == NULL || !rt_pdf_find_key (bytes, dictionary, "/DecodeParms", &parameters) ||
      parameters == 0 || get_parameter (bytes, parameters, "/Predictor", 1) < 10)
    return made;

  return restore (made, get_parameter (bytes, parameters, "/Columns", 1));
}
