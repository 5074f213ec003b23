/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* gzip and deflate by zlib, br by brotli, zstd by zstd. */

#include "coding.h"

#include <brotli/decode.h>
#include <zlib.h>
#include <zstd.h>

/* The least bytes that say how a zstd frame goes on (RFC 8878 section 3.1). */
#define FRAME_START 5
/* Bytes of brotli that are decoded in one go. */
#define BROTLI_PIECE 1024

typedef enum
{
  GZIP,
  DEFLATE,
  BR,
  ZSTD,
} Kind;

struct _RtCoding
{
  Kind                kind;
  z_stream            zlib;
  gboolean            zlib_ready;
  gboolean            ended; /* a gzip member or a zstd frame; more may follow */
  BrotliDecoderState *brotli;
  ZSTD_DCtx          *zstd;
  gsize               wanted; /* bytes that zstd takes in one go */
};

static const char *const names[] = {
  [GZIP] = "gzip",
  [DEFLATE] = "deflate",
  [BR] = "br",
  [ZSTD] = "zstd",
};

RtCoding *
rt_coding_new (const char *name)
{
  RtCoding *self;
  guint kind = 0;

  g_return_val_if_fail (name != NULL, NULL);

  if (g_ascii_strcasecmp (name, "x-gzip") == 0)
    name = "gzip";
  while (kind < G_N_ELEMENTS (names) && g_ascii_strcasecmp (name, names[kind]) != 0)
    kind++;
  if (kind == G_N_ELEMENTS (names))
    return NULL;

  self = g_new0 (RtCoding, 1);
  self->kind = kind;
  if (kind == BR)
    self->brotli = BrotliDecoderCreateInstance (NULL, NULL, NULL);
  if (kind == ZSTD)
    self->zstd = ZSTD_createDCtx ();

  return self;
}

void
rt_coding_free (RtCoding *self)
{
  g_return_if_fail (self != NULL);

  if (self->zlib_ready)
    inflateEnd (&self->zlib);
  g_clear_pointer (&self->brotli, BrotliDecoderDestroyInstance);
  g_clear_pointer (&self->zstd, ZSTD_freeDCtx);
  g_free (self);
}

const char *
rt_coding_get_name (RtCoding *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return names[self->kind];
}

/* "deflate" is the zlib format (RFC 9110 section 8.4.1.2), but servers are
 * known to send raw deflate: the first byte tells. */
static gboolean
prepare_zlib (RtCoding *self,
              guint8    first)
{
  gboolean has_zlib_header = (first & 0x0f) == 8 && first >> 4 <= 7;
  int window = MAX_WBITS;

  if (self->zlib_ready)
    return TRUE;

  if (self->kind == GZIP)
    window += 16;
  else if (!has_zlib_header)
    window = -MAX_WBITS;
  self->zlib_ready = inflateInit2 (&self->zlib, window) == Z_OK;

  return self->zlib_ready;
}

static RtCodingStatus
step_zlib (RtCoding      *self,
           const guint8 **input,
           gsize         *input_length,
           guint8        *output,
           gsize         *output_length)
{
  gsize room = *output_length;
  uInt given = MIN (*input_length, G_MAXUINT / 2);
  int result;

  *output_length = 0;
  if (!self->zlib_ready && *input_length == 0)
    return RT_CODING_MORE;
  if (!prepare_zlib (self, *input_length > 0 ? **input : 0))
    return RT_CODING_DAMAGED;

  /* A gzip file may have several members (RFC 1952 section 2.2). */
  if (self->ended && *input_length > 0)
    {
      if (self->kind != GZIP || **input != 0x1f)
        return RT_CODING_END;
      inflateReset (&self->zlib);
      self->ended = FALSE;
    }

  self->zlib.next_in = (Bytef *) *input;
  self->zlib.avail_in = given;
  self->zlib.next_out = output;
  self->zlib.avail_out = room;
  result = inflate (&self->zlib, Z_NO_FLUSH);

  *input += given - self->zlib.avail_in;
  *input_length -= given - self->zlib.avail_in;
  *output_length = room - self->zlib.avail_out;

  if (result == Z_STREAM_END)
    self->ended = TRUE;
  else if (result != Z_OK && result != Z_BUF_ERROR)
    return RT_CODING_DAMAGED;

  return self->ended ? RT_CODING_END : RT_CODING_MORE;
}

/* In pieces: what is decoded in the call that meets damage is lost. */
static RtCodingStatus
step_brotli (RtCoding      *self,
             const guint8 **input,
             gsize         *input_length,
             guint8        *output,
             gsize         *output_length)
{
  gsize room = *output_length;
  gsize piece = MIN (*input_length, BROTLI_PIECE);
  gsize left = piece;
  BrotliDecoderResult result;

  result = BrotliDecoderDecompressStream (self->brotli, &left, input,
                                          output_length, &output, NULL);
  *input_length -= piece - left;
  *output_length = room - *output_length;

  if (result == BROTLI_DECODER_RESULT_ERROR)
    return RT_CODING_DAMAGED;

  return result == BROTLI_DECODER_RESULT_SUCCESS ? RT_CODING_END : RT_CODING_MORE;
}

/* The first byte of a frame's magic number, or of a skippable frame's (RFC 8878
 * section 3.1). */
static gboolean
starts_zstd (guint8 first)
{
  return first == 0x28 || first >> 4 == 5;
}

/* Frames may follow each other (RFC 8878 section 3). It gets no more than it asks
 * for: what it decodes in the call that meets damage is lost. */
static RtCodingStatus
step_zstd (RtCoding      *self,
           const guint8 **input,
           gsize         *input_length,
           guint8        *output,
           gsize         *output_length)
{
  ZSTD_inBuffer in = { *input, *input_length, 0 };
  ZSTD_outBuffer out = { output, *output_length, 0 };
  gsize result;

  *output_length = 0;
  if (self->ended && (in.size == 0 || !starts_zstd (**input)))
    return RT_CODING_END;

  in.size = MIN (in.size, self->wanted > 0 ? self->wanted : FRAME_START);
  result = ZSTD_decompressStream (self->zstd, &out, &in);
  *input += in.pos;
  *input_length -= in.pos;
  *output_length = out.pos;

  if (ZSTD_isError (result))
    return self->ended ? RT_CODING_END : RT_CODING_DAMAGED;
  self->ended = result == 0;
  self->wanted = result;

  return self->ended ? RT_CODING_END : RT_CODING_MORE;
}

RtCodingStatus
rt_coding_step (RtCoding      *self,
                const guint8 **input,
                gsize         *input_length,
                guint8        *output,
                gsize         *output_length)
{
  g_return_val_if_fail (self != NULL, RT_CODING_DAMAGED);

  switch (self->kind)
    {
    case GZIP:
    case DEFLATE:
      return step_zlib (self, input, input_length, output, output_length);
    case BR:
      return step_brotli (self, input, input_length, output, output_length);
    case ZSTD:
      return step_zstd (self, input, input_length, output, output_length);
    default:
      g_return_val_if_reached (RT_CODING_DAMAGED);
    }
}
