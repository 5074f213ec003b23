/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* MPEG-4 and QuickTime (ISO/IEC 14496-12). The box "moov", at the start or at
 * the end, has a header and a box "trak" for each track.
 */

#include "config.h"

#include "media-boxes.h"

#define MAX_BOXES 4096

/* Version 1 has times of 64 bits. All bits set: not known. */
static gint64
get_duration (RtMediaBytes  movie,
              guint        *budget)
{
  RtMediaBytes header = rt_media_find_box (movie, "mvhd", budget);
  RtMediaBytes fragments = rt_media_find_box (movie, "mvex/mehd", budget);
  gboolean is_long = rt_media_be (header, 0, 1) == 1;
  guint64 scale = is_long ? rt_media_be (header, 20, 4) : rt_media_be (header, 12, 4);
  guint64 duration = is_long ? rt_media_be (header, 24, 8) : rt_media_be (header, 16, 4);
  RtMediaFacts facts = { 0 };

  if (fragments.length > 0)
    {
      is_long = rt_media_be (fragments, 0, 1) == 1;
      duration = rt_media_be (fragments, 4, is_long ? 8 : 4);
    }
  if (duration != (is_long ? G_MAXUINT64 : G_MAXUINT32))
    rt_media_facts_set_duration (&facts, duration, scale);

  return facts.duration;
}

/* What the header says is only the beginning when fragments follow. */
static void
read_duration (RtMediaBytes  bytes,
               RtMediaBytes  movie,
               gboolean      complete,
               guint        *budget,
               RtMediaFacts *facts)
{
  gint64 duration = get_duration (movie, budget);

  if (rt_media_find_box (movie, "mvex", budget).length > 0 &&
      rt_media_find_box (movie, "mvex/mehd", budget).length == 0)
    duration = complete ? MAX (duration, rt_media_measure_fragments (bytes, movie)) : 0;
  facts->duration = duration;
}

/* In pixels as they are stored; they need not be square. The matrix of a track
 * may turn it by a right angle. */
static void
read_picture (RtMediaBytes  track,
              guint        *budget,
              RtMediaFacts *facts)
{
  RtMediaBytes header = rt_media_find_box (track, "tkhd", budget);
  RtMediaBytes samples = rt_media_find_box (track, "mdia/minf/stbl/stsd", budget);
  guint matrix = rt_media_be (header, 0, 1) == 1 ? 52 : 40;
  gboolean is_turned = rt_media_be (header, matrix, 4) == 0 &&
                       rt_media_be (header, matrix + 4, 4) != 0;
  guint width = rt_media_be (samples, 40, 2);
  guint height = rt_media_be (samples, 42, 2);

  if (width == 0 || height == 0)
    {
      width = rt_media_be (header, matrix + 36, 4) >> 16;
      height = rt_media_be (header, matrix + 40, 4) >> 16;
    }
  rt_media_facts_set_size (facts, is_turned ? height : width, is_turned ? width : height);
}

/* QuickTime's version 2 of a description has other fields, a rate with a point. */
static void
read_sound (RtMediaBytes  track,
            guint        *budget,
            RtMediaFacts *facts)
{
  RtMediaBytes samples = rt_media_find_box (track, "mdia/minf/stbl/stsd", budget);
  union { guint64 bits; double value; } rate = { rt_media_be (samples, 48, 8) };

  if (rt_media_be (samples, 24, 2) == 2)
    {
      facts->channels = rt_media_be (samples, 56, 4);
      facts->sample_rate = rate.value >= 1 && rate.value <= G_MAXINT ? (guint) rate.value : 0;
      return;
    }
  if (rt_media_be (samples, 24, 2) > 1)
    return;
  facts->channels = rt_media_be (samples, 32, 2);
  facts->sample_rate = rt_media_be (samples, 40, 4) >> 16;
  rt_media_read_esds (rt_media_part (samples, 8, rt_media_be (samples, 8, 4)), budget, facts);
}

/* Nothing is taken from a movie of which a part is still to come. */
void
rt_media_read_mp4 (RtMediaBytes  bytes,
                   gboolean      complete,
                   RtMediaFacts *facts)
{
  guint budget = MAX_BOXES;
  RtMediaWalk file = { .rest = bytes, .budget = &budget };
  RtMediaWalk tracks = { .budget = &budget };

  if (!rt_media_walk_next_named (&file, "moov") || (!complete && !file.is_whole))
    return;
  tracks.rest = file.content;
  read_duration (bytes, file.content, complete, &budget, facts);
  while (rt_media_walk_next_named (&tracks, "trak"))
    {
      RtMediaBytes handler = rt_media_find_box (tracks.content, "mdia/hdlr", &budget);

      if (rt_media_is (handler, 8, "vide") && facts->width == 0)
        read_picture (tracks.content, &budget, facts);
      else if (rt_media_is (handler, 8, "soun") && facts->channels == 0)
        read_sound (tracks.content, &budget, facts);
    }
}
