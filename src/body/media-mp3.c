/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* MP3 (ISO/IEC 11172-3 and 13818-3, layer III): frames, each with a head of 32
 * bits. The first one may hold a count of all, by "Xing" or "Info" in place of
 * sound; else, when the rate of bits stays the same, the size tells the duration,
 * and when it varies, they are counted.
 */

#include "config.h"

#include "media-readers.h"

#define MAX_TAGS   8
#define TAG_LENGTH 128         /* of the tag at the end */
#define MAX_SEARCH (64 * 1024) /* bytes in which the first frame must begin */
#define MAX_FRAMES 256         /* that must have the same rate of bits */
#define MAX_COUNTED 65536      /* that are counted when they have not: half an hour */

typedef struct
{
  guint bit_rate;    /* bits per second */
  guint sample_rate;
  guint samples;     /* in a frame, of each channel */
  guint channels;
  guint side_length; /* bytes between the head and the sound */
  guint length;      /* of the frame, in bytes */
} Frame;

static gboolean
read_frame (RtMediaBytes  bytes,
            guint64       at,
            Frame        *frame)
{
  static const guint rates_1[] = { 0, 32, 40, 48, 56, 64, 80, 96, 112, 128, 160, 192, 224, 256,
                                   320 };
  static const guint rates_2[] = { 0, 8, 16, 24, 32, 40, 48, 56, 64, 80, 96, 112, 128, 144, 160 };
  static const guint sample_rates[] = { 44100, 48000, 32000 };
  guint32 head = rt_media_be (bytes, at, 4);
  guint version = head >> 19 & 3; /* 3: MPEG-1, 2: MPEG-2, 0: 2.5 */
  guint rate = head >> 12 & 15;
  guint sample_rate = head >> 10 & 3;

  if (head >> 21 != 0x7ff || version == 1 || (head >> 17 & 3) != 1 || rate == 0 ||
      rate == 15 || sample_rate == 3)
    return FALSE;

  frame->bit_rate = (version == 3 ? rates_1 : rates_2)[rate] * 1000;
  frame->sample_rate = sample_rates[sample_rate] >> (version == 3 ? 0 : version == 2 ? 1 : 2);
  frame->samples = version == 3 ? 1152 : 576;
  frame->channels = (head >> 6 & 3) == 3 ? 1 : 2;
  frame->side_length = version == 3 ? (frame->channels == 1 ? 17 : 32)
                                    : (frame->channels == 1 ? 9 : 17);
  frame->length = frame->samples / 8 * frame->bit_rate / frame->sample_rate + (head >> 9 & 1);

  return TRUE;
}

/* Behind tags with names and pictures: ten bytes of head, four of which tell the
 * length, seven bits in each. */
static guint64
skip_tags (RtMediaBytes bytes)
{
  guint64 at = 0;

  for (guint i = 0; i < MAX_TAGS && rt_media_is (bytes, at, "ID3"); i++)
    {
      guint64 length = 0;

      for (guint n = 6; n < 10; n++)
        length = length << 7 | (rt_media_be (bytes, at + n, 1) & 0x7f);
      /* A footer repeats the head. */
      at += 10 + length + ((rt_media_be (bytes, at + 5, 1) & 0x10) != 0 ? 10 : 0);
    }

  return at;
}

/* The first frame: another one of its kind follows it. */
static gboolean
find_frame (RtMediaBytes  bytes,
            guint64      *at,
            Frame        *frame)
{
  guint64 end = *at + MAX_SEARCH;
  Frame next;

  for (; *at < bytes.length && *at < end; *at += 1)
    if (bytes.data[*at] == 0xff && read_frame (bytes, *at, frame) &&
        read_frame (bytes, *at + frame->length, &next) &&
        next.sample_rate == frame->sample_rate)
      return TRUE;

  return FALSE;
}

/* The number of frames, as the first one says; 0 when it does not. */
static guint64
get_count (RtMediaBytes  bytes,
           guint64       at,
           const Frame  *frame)
{
  guint64 tag = at + 4 + frame->side_length;

  if ((rt_media_is (bytes, tag, "Xing") || rt_media_is (bytes, tag, "Info")) &&
      (rt_media_be (bytes, tag + 4, 4) & 1) != 0)
    return rt_media_be (bytes, tag + 8, 4);
  if (rt_media_is (bytes, at + 36, "VBRI"))
    return rt_media_be (bytes, at + 36 + 14, 4);

  return 0;
}

/* How many frames there are up to @end; 0: more than are counted, or something
 * else stands between. */
static guint64
count_frames (RtMediaBytes bytes,
              guint64      at,
              guint64      end)
{
  guint64 n = 0;
  Frame frame;

  for (; at < end && n <= MAX_COUNTED; n++, at += frame.length)
    if (!read_frame (bytes, at, &frame))
      return 0;

  return n <= MAX_COUNTED ? n : 0;
}

static gboolean
is_steady (RtMediaBytes  bytes,
           guint64       at,
           const Frame  *first)
{
  Frame frame = *first;

  for (guint i = 0; i < MAX_FRAMES; i++, at += frame.length)
    {
      if (!read_frame (bytes, at, &frame))
        return TRUE;
      if (frame.bit_rate != first->bit_rate)
        return FALSE;
    }

  return TRUE;
}

void
rt_media_read_mp3 (RtMediaBytes  bytes,
                   gboolean      complete,
                   RtMediaFacts *facts)
{
  guint64 at = skip_tags (bytes);
  guint64 count;
  guint64 end;
  Frame frame;

  if (rt_media_is (bytes, at, "fLaC"))
    {
      rt_media_read_flac (rt_media_part (bytes, at, G_MAXUINT64), complete, facts);
      return;
    }
  if (!find_frame (bytes, &at, &frame))
    return;

  facts->channels = frame.channels;
  facts->sample_rate = frame.sample_rate;
  count = get_count (bytes, at, &frame);
  if (count > 0)
    {
      rt_media_facts_set_duration (facts, count * frame.samples, frame.sample_rate);
      return;
    }
  if (!complete)
    return;

  end = bytes.length;
  if (end > at + TAG_LENGTH && rt_media_is (bytes, end - TAG_LENGTH, "TAG"))
    end -= TAG_LENGTH;
  if (is_steady (bytes, at, &frame))
    {
      facts->is_estimate = TRUE;
      rt_media_facts_set_duration (facts, (end - at) * 8, frame.bit_rate);
      return;
    }
  count = count_frames (bytes, at, end);
  rt_media_facts_set_duration (facts, count * frame.samples, frame.sample_rate);
}
