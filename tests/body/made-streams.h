/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Streams of PDF for tests. */

#pragma once

#include <gio/gio.h>
#include <string.h>

/** Compressed as by FlateDecode. (transfer full) */
static inline GByteArray *
made_flate (const void *data,
            gsize       length)
{
  g_autoptr (GZlibCompressor) zlib = g_zlib_compressor_new (G_ZLIB_COMPRESSOR_FORMAT_ZLIB, 9);
  GByteArray *made = g_byte_array_new ();
  gsize n_read;
  gsize n_written;

  g_byte_array_set_size (made, length + 1000);
  g_assert_cmpint (g_converter_convert (G_CONVERTER (zlib), data, length, made->data, made->len,
                                        G_CONVERTER_INPUT_AT_END, &n_read, &n_written, NULL),
                   ==, G_CONVERTER_FINISHED);
  g_byte_array_set_size (made, n_written);

  return made;
}

static inline void
made_add_text (GByteArray *pdf,
               const char *text)
{
  g_byte_array_append (pdf, (const guint8 *) text, strlen (text));
}

/** Adds an object that is a compressed stream; what its dictionary has besides
 * stands in @more. Returns where it begins. */
static inline gsize
made_add_stream (GByteArray *pdf,
                 guint       number,
                 const char *more,
                 const void *data,
                 gsize       length)
{
  g_autoptr (GByteArray) packed = made_flate (data, length);
  g_autofree char *head = g_strdup_printf ("%u 0 obj\n<<%s /Filter /FlateDecode /Length %u>>\n"
                                           "stream\r\n", number, more, packed->len);
  gsize start = pdf->len;

  made_add_text (pdf, head);
  g_byte_array_append (pdf, packed->data, packed->len);
  made_add_text (pdf, "\nendstream\nendobj\n");

  return start;
}
