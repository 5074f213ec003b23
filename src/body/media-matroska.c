/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Matroska and WebM (RFC 9559 over EBML, RFC 8794): elements in elements, each
 * with an id and a length of a varying number of bytes. What is taken stands
 * before the first cluster of unknown length; the elements looked at are counted.
 */

#include "config.h"

#include "media-readers.h"

#define MAX_ELEMENTS 4096

typedef enum
{
  ID_EBML = 0x1a45dfa3,
  ID_SEGMENT = 0x18538067,
  ID_INFO = 0x1549a966,
  ID_TIMESTAMP_SCALE = 0x2ad7b1,
  ID_DURATION = 0x4489,
  ID_TRACKS = 0x1654ae6b,
  ID_TRACK = 0xae,
  ID_VIDEO = 0xe0,
  ID_WIDTH = 0xb0,
  ID_HEIGHT = 0xba,
  ID_AUDIO = 0xe1,
  ID_RATE = 0xb5,
  ID_CHANNELS = 0x9f,
} ElementId;

typedef struct
{
  RtMediaBytes rest;
  guint       *budget;
  guint32      id;
  RtMediaBytes content;
  gboolean     is_whole; /* all of the content is there */
} Walk;

/* The bytes of a number: as many as there are zeros before its first bit, and one. */
static guint
count_bytes (guint8 first)
{
  return first == 0 ? 9 : 8 - g_bit_nth_msf (first, -1);
}

/* FALSE also for an element without a known length, which is the last one then,
 * but for a segment: that ends with the file. */
static gboolean
next_element (Walk *walk)
{
  RtMediaBytes rest = walk->rest;
  guint id_length = count_bytes (rt_media_be (rest, 0, 1));
  guint number_length = count_bytes (rt_media_be (rest, id_length, 1));
  guint head = id_length + number_length;
  guint64 mask;
  guint64 length;

  if (*walk->budget == 0 || id_length > 4 || number_length > 8 || rest.length < head)
    return FALSE;

  mask = (G_GUINT64_CONSTANT (1) << (7 * number_length)) - 1;
  length = rt_media_be (rest, id_length, number_length) & mask;
  *walk->budget -= 1;
  walk->id = rt_media_be (rest, 0, id_length);
  if (length == mask && walk->id != ID_SEGMENT)
    return FALSE;
  walk->content = rt_media_part (rest, head, length);
  walk->is_whole = walk->content.length == length;
  walk->rest = rt_media_part (rest, head + length, G_MAXUINT64);

  return TRUE;
}

/* A number of 4 or 8 bytes with a point; 0 for another one. */
static double
get_float (RtMediaBytes bytes)
{
  union { guint32 bits; float value; } single = { rt_media_be (bytes, 0, 4) };
  union { guint64 bits; double value; } twice = { rt_media_be (bytes, 0, 8) };

  return bytes.length == 4 ? single.value : bytes.length == 8 ? twice.value : 0;
}

static guint64
get_number (RtMediaBytes bytes)
{
  return bytes.length <= 8 ? rt_media_be (bytes, 0, bytes.length) : 0;
}

/* The duration is counted in so many nanoseconds. */
static void
read_info (RtMediaBytes  info,
           guint        *budget,
           RtMediaFacts *facts)
{
  Walk walk = { .rest = info, .budget = budget };
  guint64 scale = 1000000;
  double duration = 0;
  double microseconds;

  while (next_element (&walk))
    {
      if (walk.id == ID_TIMESTAMP_SCALE)
        scale = get_number (walk.content);
      else if (walk.id == ID_DURATION)
        duration = get_float (walk.content);
    }
  microseconds = duration * (double) scale / 1000;
  /* Not so for what is no number either. */
  if (microseconds >= 1 && microseconds < (double) G_MAXINT64)
    rt_media_facts_set_duration (facts, (guint64) microseconds, G_USEC_PER_SEC);
}

static void
read_video (RtMediaBytes  video,
            guint        *budget,
            RtMediaFacts *facts)
{
  Walk walk = { .rest = video, .budget = budget };
  guint64 width = 0;
  guint64 height = 0;

  while (next_element (&walk))
    {
      if (walk.id == ID_WIDTH)
        width = get_number (walk.content);
      else if (walk.id == ID_HEIGHT)
        height = get_number (walk.content);
    }
  if (width <= G_MAXINT && height <= G_MAXINT)
    rt_media_facts_set_size (facts, width, height);
}

/* What is left out is one channel. */
static void
read_audio (RtMediaBytes  audio,
            guint        *budget,
            RtMediaFacts *facts)
{
  Walk walk = { .rest = audio, .budget = budget };
  guint64 channels = 1;
  double rate = 0;

  while (next_element (&walk))
    {
      if (walk.id == ID_CHANNELS)
        channels = get_number (walk.content);
      else if (walk.id == ID_RATE)
        rate = get_float (walk.content);
    }
  facts->channels = channels <= G_MAXINT ? channels : 0;
  facts->sample_rate = rate >= 1 && rate <= G_MAXINT ? (guint) rate : 0;
}

static void
read_tracks (RtMediaBytes  tracks,
             guint        *budget,
             RtMediaFacts *facts)
{
  Walk walk = { .rest = tracks, .budget = budget };

  while (next_element (&walk))
    {
      Walk track = { .rest = walk.content, .budget = budget };

      while (walk.id == ID_TRACK && next_element (&track))
        {
          if (track.id == ID_VIDEO && track.is_whole && facts->width == 0)
            read_video (track.content, budget, facts);
          else if (track.id == ID_AUDIO && track.is_whole && facts->channels == 0)
            read_audio (track.content, budget, facts);
        }
    }
}

void
rt_media_read_matroska (RtMediaBytes  bytes,
                        gboolean      complete,
                        RtMediaFacts *facts)
{
  guint budget = MAX_ELEMENTS;
  Walk walk = { .rest = bytes, .budget = &budget };

  if (!next_element (&walk) || walk.id != ID_EBML || !next_element (&walk) ||
      walk.id != ID_SEGMENT)
    return;

  walk.rest = walk.content;
  while (next_element (&walk))
    {
      if (walk.id == ID_INFO && walk.is_whole && facts->duration == 0)
        read_info (walk.content, &budget, facts);
      else if (walk.id == ID_TRACKS)
        read_tracks (walk.content, &budget, facts);
    }
}
