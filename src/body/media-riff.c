/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RIFF: WAV (RF64 when it is large) and AVI. A chunk is four letters, a length
 * and the content, filled up to an even number; a list is a chunk that begins
 * with its own four letters.
 */

#include "config.h"

#include "media-readers.h"

#define MAX_CHUNKS 512

typedef struct
{
  RtMediaBytes name;
  RtMediaBytes content; /* as much of it as there is */
  guint32      length;  /* as stated */
} Chunk;

/* The chunk that @rest begins with, which then is what follows it. */
static gboolean
next_chunk (RtMediaBytes *rest,
            Chunk        *chunk)
{
  if (rest->length < 8)
    return FALSE;

  chunk->name = rt_media_part (*rest, 0, 4);
  chunk->length = rt_media_le (*rest, 4, 4);
  chunk->content = rt_media_part (*rest, 8, chunk->length);
  *rest = rt_media_part (*rest, 8 + (guint64) chunk->length + chunk->length % 2, G_MAXUINT64);

  return TRUE;
}

typedef struct
{
  guint   format;
  guint   frame_length; /* bytes of a sample of every channel */
  guint64 byte_rate;
  guint64 frames; /* as the chunk "fact" says */
  guint64 length; /* of the data, as the chunk "ds64" of a large file says */
} Wave;

static void
read_format (RtMediaBytes  format,
             Wave         *wave,
             RtMediaFacts *facts)
{
  wave->format = rt_media_le (format, 0, 2);
  facts->channels = rt_media_le (format, 2, 2);
  facts->sample_rate = rt_media_le (format, 4, 4);
  wave->byte_rate = rt_media_le (format, 8, 4);
  wave->frame_length = rt_media_le (format, 12, 2);
}

/* Integers, floating point, A-law, µ-law, and what tells it in an extension:
 * each frame is as long as the other. */
static gboolean
is_plain (const Wave *wave)
{
  return wave->format == 1 || wave->format == 3 || wave->format == 6 || wave->format == 7 ||
         wave->format == 0xfffe;
}

static void
read_duration (const Wave   *wave,
               const Chunk  *data,
               gboolean      complete,
               RtMediaFacts *facts)
{
  guint64 length = data->length == G_MAXUINT32 && wave->length > 0 ? wave->length : data->length;

  if (!is_plain (wave) && wave->frames > 0)
    {
      rt_media_facts_set_duration (facts, wave->frames, facts->sample_rate);
      return;
    }
  /* Who writes into a pipe does not know the length and states a huge one. */
  if (length > data->content.length)
    {
      if (complete)
        length = data->content.length;
      else if (length >= 0x7fff0000 && wave->length == 0)
        return;
      facts->is_estimate = complete;
    }
  if (is_plain (wave) && wave->frame_length > 0)
    {
      rt_media_facts_set_duration (facts, length / wave->frame_length, facts->sample_rate);
      return;
    }
  facts->is_estimate = TRUE;
  rt_media_facts_set_duration (facts, length, wave->byte_rate);
}

void
rt_media_read_wav (RtMediaBytes  bytes,
                   gboolean      complete,
                   RtMediaFacts *facts)
{
  RtMediaBytes rest = rt_media_part (bytes, 12, G_MAXUINT64);
  Wave wave = { 0 };
  Chunk chunk;

  for (guint i = 0; i < MAX_CHUNKS && next_chunk (&rest, &chunk); i++)
    {
      if (rt_media_is (chunk.name, 0, "fmt "))
        read_format (chunk.content, &wave, facts);
      else if (rt_media_is (chunk.name, 0, "fact"))
        wave.frames = rt_media_le (chunk.content, 0, 4);
      else if (rt_media_is (chunk.name, 0, "ds64"))
        wave.length = rt_media_le (chunk.content, 8, 8);
      else if (rt_media_is (chunk.name, 0, "data"))
        {
          read_duration (&wave, &chunk, complete, facts);
          return;
        }
    }
}

/* The first list of that name, when all of it is there. */
static RtMediaBytes
find_list (RtMediaBytes rest,
           const char  *name)
{
  Chunk chunk;

  for (guint i = 0; i < MAX_CHUNKS && next_chunk (&rest, &chunk); i++)
    if (rt_media_is (chunk.name, 0, "LIST") && rt_media_is (chunk.content, 0, name))
      return chunk.content.length == chunk.length ? rt_media_part (chunk.content, 4, G_MAXUINT64)
                                                  : (RtMediaBytes) { NULL, 0 };

  return (RtMediaBytes) { NULL, 0 };
}

/* The first chunk of that name. */
static RtMediaBytes
find_chunk (RtMediaBytes rest,
            const char  *name)
{
  Chunk chunk;

  for (guint i = 0; i < MAX_CHUNKS && next_chunk (&rest, &chunk); i++)
    if (rt_media_is (chunk.name, 0, name))
      return chunk.content;

  return (RtMediaBytes) { NULL, 0 };
}

/* The longest stream tells the duration: so many units, of which a second has
 * @rate / @scale. */
static void
read_stream (RtMediaBytes  list,
             RtMediaFacts *facts)
{
  RtMediaBytes header = find_chunk (list, "strh");
  guint64 scale = rt_media_le (header, 20, 4);
  guint64 rate = rt_media_le (header, 24, 4);
  guint64 length = rt_media_le (header, 32, 4);
  RtMediaFacts stream = { 0 };
  Wave wave;

  if (facts->channels == 0 && rt_media_is (header, 0, "auds"))
    read_format (find_chunk (list, "strf"), &wave, facts);
  rt_media_facts_set_duration (&stream, length * scale, rate);
  /* Not known in all: then each states what it likes. */
  if (facts->duration > 0)
    facts->duration = MAX (facts->duration, stream.duration);
}

void
rt_media_read_avi (RtMediaBytes  bytes,
                   gboolean      complete,
                   RtMediaFacts *facts)
{
  RtMediaBytes headers = find_list (rt_media_part (bytes, 12, G_MAXUINT64), "hdrl");
  RtMediaBytes main_header = find_chunk (headers, "avih");
  /* Of a file in several parts, the main header counts the first one only. */
  RtMediaBytes all_parts = find_chunk (find_list (headers, "odml"), "dmlh");
  guint64 frames = rt_media_le (all_parts, 0, 4);
  Chunk chunk;

  if (frames == 0)
    frames = rt_media_le (main_header, 16, 4);
  rt_media_facts_set_duration (facts, frames * rt_media_le (main_header, 0, 4), G_USEC_PER_SEC);
  rt_media_facts_set_size (facts, rt_media_le (main_header, 32, 4),
                           rt_media_le (main_header, 36, 4));
  for (guint i = 0; i < MAX_CHUNKS && next_chunk (&headers, &chunk); i++)
    if (rt_media_is (chunk.name, 0, "LIST") && rt_media_is (chunk.content, 0, "strl"))
      read_stream (rt_media_part (chunk.content, 4, G_MAXUINT64), facts);
}
