/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The box "esds" (ISO/IEC 14496-14): descriptors in descriptors, and in the
 * innermost the AudioSpecificConfig of AAC (14496-3, section 1.6.2.1), a few bits.
 * The fields of the sample entry say two channels, whatever they are.
 */

#include "config.h"

#include "media-boxes.h"

typedef enum
{
  TAG_STREAM = 3,
  TAG_DECODER = 4,
  TAG_DECODER_OWN = 5,
} DescriptorTag;

typedef struct
{
  RtMediaBytes bytes;
  guint64      at; /* bits */
} Bits;

static guint
take (Bits *bits,
      guint n)
{
  guint value = 0;

  for (; n > 0; n--, bits->at++)
    value = value << 1 | (rt_media_be (bits->bytes, bits->at / 8, 1) >> (7 - bits->at % 8) & 1);

  return value;
}

/* The content of the descriptor that begins at @at; nothing for another one. Its
 * length has 7 bits in each byte, the first of which says that another follows. */
static RtMediaBytes
get_descriptor (RtMediaBytes  bytes,
                guint64       at,
                DescriptorTag tag)
{
  guint64 length = 0;
  guint byte = 0x80;

  if (at >= bytes.length || rt_media_be (bytes, at, 1) != tag)
    return (RtMediaBytes) { NULL, 0 };
  at += 1;
  for (guint i = 0; i < 4 && (byte & 0x80) != 0; i++, at++)
    {
      byte = rt_media_be (bytes, at, 1);
      length = length << 7 | (byte & 0x7f);
    }

  return rt_media_part (bytes, at, length);
}

/* What may stand between the flags of a stream and its decoder. */
static guint64
skip_options (RtMediaBytes stream)
{
  guint flags = rt_media_be (stream, 2, 1);
  guint64 at = 3;

  if ((flags & 0x80) != 0)
    at += 2;
  if ((flags & 0x40) != 0)
    at += 1 + rt_media_be (stream, at, 1);
  if ((flags & 0x20) != 0)
    at += 2;

  return at;
}

static guint
take_object_type (Bits *bits)
{
  guint type = take (bits, 5);

  return type == 31 ? 32 + take (bits, 6) : type;
}

static guint
take_rate (Bits *bits)
{
  static const guint rates[] = { 96000, 88200, 64000, 48000, 44100, 32000, 24000,
                                 22050, 16000, 12000, 11025, 8000,  7350 };
  guint index = take (bits, 4);

  if (index == 15)
    return take (bits, 24);

  return index < G_N_ELEMENTS (rates) ? rates[index] : 0;
}

/* Types 5 and 29 say that the rate is doubled, the latter also that one channel
 * becomes two. */
static void
read_config (RtMediaBytes  config,
             RtMediaFacts *facts)
{
  static const guint channels[] = { 0, 1, 2, 3, 4, 5, 6, 8, 0, 0, 0, 7, 8, 0, 8, 0 };
  Bits bits = { config, 0 };
  guint type = take_object_type (&bits);
  guint rate = take_rate (&bits);
  guint n = channels[take (&bits, 4)];

  if (type == 5 || type == 29)
    rate = take_rate (&bits);
  if (type == 0 || rate == 0 || bits.at > config.length * 8)
    return;

  facts->sample_rate = rate;
  if (n > 0)
    facts->channels = type == 29 && n == 1 ? 2 : n;
}

void
rt_media_read_esds (RtMediaBytes  entry,
                    guint        *budget,
                    RtMediaFacts *facts)
{
  /* QuickTime's version 1 of the entry has 16 bytes more, and may wrap the box. */
  gboolean is_longer = rt_media_be (entry, 16, 2) == 1;
  RtMediaBytes boxes = rt_media_part (entry, is_longer ? 52 : 36, G_MAXUINT64);
  RtMediaBytes esds = rt_media_find_box (boxes, "esds", budget);
  RtMediaBytes stream;
  RtMediaBytes decoder;
  guint codec;

  if (esds.length == 0)
    esds = rt_media_find_box (boxes, "wave/esds", budget);
  stream = get_descriptor (esds, 4, TAG_STREAM);
  decoder = get_descriptor (stream, skip_options (stream), TAG_DECODER);
  codec = rt_media_be (decoder, 0, 1);
  /* AAC of MPEG-4 and of MPEG-2. */
  if (codec == 0x40 || (codec >= 0x66 && codec <= 0x68))
    read_config (get_descriptor (decoder, 13, TAG_DECODER_OWN), facts);
}
