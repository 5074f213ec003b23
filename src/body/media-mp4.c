/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* MPEG-4 and QuickTime (ISO/IEC 14496-12): boxes in boxes. The box "moov", at
 * the start or at the end, has a header and a box "trak" for each track. The boxes
 * that are looked at are counted, so that no file can keep the reader busy.
 */

#include "config.h"

#include "media-readers.h"

#define MAX_BOXES 4096

typedef struct
{
  RtMediaBytes rest;    /* what was not walked yet */
  guint       *budget;  /* boxes that may still be looked at */
  RtMediaBytes name;    /* of the box that was reached */
  RtMediaBytes content;
} Walk;

/* A length of 1: it stands behind the name, in 64 bits. Of 0: to the end. */
static gboolean
next_box (Walk *walk)
{
  RtMediaBytes rest = walk->rest;
  guint64 length = rt_media_be (rest, 0, 4);
  guint head = 8;

  if (rest.length < 8 || *walk->budget == 0)
    return FALSE;
  if (length == 1)
    {
      length = rt_media_be (rest, 8, 8);
      head = 16;
    }
  else if (length == 0)
    {
      length = rest.length;
    }
  if (length < head)
    return FALSE;

  *walk->budget -= 1;
  walk->name = rt_media_part (rest, 4, 4);
  walk->content = rt_media_part (rest, head, length - head);
  walk->rest = rt_media_part (rest, length, G_MAXUINT64);

  return TRUE;
}

/* On to the next box of that name. */
static gboolean
next_named (Walk       *walk,
            const char *name)
{
  while (next_box (walk))
    if (rt_media_is (walk->name, 0, name))
      return TRUE;

  return FALSE;
}

/* The content of the box at the end of a path, such as "mdia/minf/stbl". */
static RtMediaBytes
find (RtMediaBytes bytes,
      const char  *path,
      guint       *budget)
{
  g_auto (GStrv) names = g_strsplit (path, "/", -1);
  Walk walk = { .content = bytes, .budget = budget };

  for (guint i = 0; names[i] != NULL; i++)
    {
      walk.rest = walk.content;
      if (!next_named (&walk, names[i]))
        return (RtMediaBytes) { NULL, 0 };
    }

  return walk.content;
}

/* Version 1 has times of 64 bits. All bits set: not known. */
static void
read_duration (RtMediaBytes  movie,
               guint        *budget,
               RtMediaFacts *facts)
{
  RtMediaBytes header = find (movie, "mvhd", budget);
  RtMediaBytes fragments;
  gboolean is_long = rt_media_be (header, 0, 1) == 1;
  guint64 scale = is_long ? rt_media_be (header, 20, 4) : rt_media_be (header, 12, 4);
  guint64 duration = is_long ? rt_media_be (header, 24, 8) : rt_media_be (header, 16, 4);

  if (duration == 0)
    {
      fragments = find (movie, "mvex/mehd", budget);
      is_long = rt_media_be (fragments, 0, 1) == 1;
      duration = rt_media_be (fragments, 4, is_long ? 8 : 4);
    }
  if (duration != (is_long ? G_MAXUINT64 : G_MAXUINT32))
    rt_media_facts_set_duration (facts, duration, scale);
}

/* As it is shown: the matrix of a track may turn it by a right angle. */
static void
read_picture (RtMediaBytes  track,
              guint        *budget,
              RtMediaFacts *facts)
{
  RtMediaBytes header = find (track, "tkhd", budget);
  guint matrix = rt_media_be (header, 0, 1) == 1 ? 52 : 40;
  gboolean is_turned = rt_media_be (header, matrix, 4) == 0 &&
                       rt_media_be (header, matrix + 4, 4) != 0;
  guint width = rt_media_be (header, matrix + 36, 4) >> 16;
  guint height = rt_media_be (header, matrix + 40, 4) >> 16;
  RtMediaBytes samples;

  if (width == 0 || height == 0)
    {
      samples = find (track, "mdia/minf/stbl/stsd", budget);
      width = rt_media_be (samples, 40, 2);
      height = rt_media_be (samples, 42, 2);
    }
  rt_media_facts_set_size (facts, is_turned ? height : width, is_turned ? width : height);
}

/* The first description of samples. QuickTime's version 2 has other fields. */
static void
read_sound (RtMediaBytes  track,
            guint        *budget,
            RtMediaFacts *facts)
{
  RtMediaBytes samples = find (track, "mdia/minf/stbl/stsd", budget);

  if (rt_media_be (samples, 24, 2) > 1)
    return;
  facts->channels = rt_media_be (samples, 32, 2);
  facts->sample_rate = rt_media_be (samples, 40, 4) >> 16;
}

void
rt_media_read_mp4 (RtMediaBytes  bytes,
                   gboolean      complete,
                   RtMediaFacts *facts)
{
  guint budget = MAX_BOXES;
  RtMediaBytes movie = find (bytes, "moov", &budget);
  Walk tracks = { .rest = movie, .budget = &budget };

  read_duration (movie, &budget, facts);
  while (next_named (&tracks, "trak"))
    {
      RtMediaBytes handler = find (tracks.content, "mdia/hdlr", &budget);

      if (rt_media_is (handler, 8, "vide") && facts->width == 0)
        read_picture (tracks.content, &budget, facts);
      else if (rt_media_is (handler, 8, "soun") && facts->channels == 0)
        read_sound (tracks.content, &budget, facts);
    }
}
