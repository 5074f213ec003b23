/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "deflated.h"

#include <zlib.h>

/* The bound is that of data that ends; a flush may take some more. */
#define FLUSH_BYTES 16

GByteArray *
rt_deflated_new (const void *bytes,
                 gsize       length,
                 int         window_bits,
                 gboolean    ends)
{
  GByteArray *packed = g_byte_array_new ();
  z_stream stream = { 0 };

  deflateInit2 (&stream, Z_BEST_COMPRESSION, Z_DEFLATED, window_bits, 8, Z_DEFAULT_STRATEGY);
  g_byte_array_set_size (packed, deflateBound (&stream, length) + FLUSH_BYTES);
  stream.next_in = (guint8 *) bytes;
  stream.avail_in = length;
  stream.next_out = packed->data;
  stream.avail_out = packed->len;
  deflate (&stream, ends ? Z_FINISH : Z_FULL_FLUSH);
  g_byte_array_set_size (packed, stream.total_out);
  deflateEnd (&stream);

  return packed;
}
