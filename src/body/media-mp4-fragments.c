/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Movie fragments (ISO/IEC 14496-12, section 8.8): a box "moof" for each, with
 * the time at which it begins and the samples of each track. The first and the
 * last few tell how long it is.
 */

#include "config.h"

#include "media-boxes.h"

#define MAX_BOXES   65536
#define LAST        8     /* fragments; each may hold one track only */
#define MAX_SAMPLES 65536 /* of a track in a fragment */

typedef struct
{
  RtMediaBytes movie;
  guint        budget;
  double       start; /* seconds; -1: not known */
  double       end;
} Measure;

/* The units in a second of a track's times, and how long a sample is that does
 * not say it. */
static void
get_track (Measure *self,
           guint32  number,
           guint32 *scale,
           guint32 *duration)
{
  RtMediaWalk tracks = { .rest = self->movie, .budget = &self->budget };
  RtMediaWalk defaults = { .budget = &self->budget };

  *scale = 0;
  *duration = 0;
  while (rt_media_walk_next_named (&tracks, "trak"))
    {
      RtMediaBytes head = rt_media_find_box (tracks.content, "tkhd", &self->budget);
      RtMediaBytes media = rt_media_find_box (tracks.content, "mdia/mdhd", &self->budget);

      if (rt_media_be (head, rt_media_be (head, 0, 1) == 1 ? 20 : 12, 4) == number)
        *scale = rt_media_be (media, rt_media_be (media, 0, 1) == 1 ? 20 : 12, 4);
    }
  defaults.rest = rt_media_find_box (self->movie, "mvex", &self->budget);
  while (rt_media_walk_next_named (&defaults, "trex"))
    if (rt_media_be (defaults.content, 4, 4) == number)
      *duration = rt_media_be (defaults.content, 12, 4);
}

/* The duration of all samples of a run; FALSE when they are too many. */
static gboolean
add_run (RtMediaBytes run,
         guint32      usual,
         guint64     *sum)
{
  guint flags = rt_media_be (run, 1, 3);
  guint64 n = rt_media_be (run, 4, 4);
  guint64 at = 8 + ((flags & 1) != 0 ? 4 : 0) + ((flags & 4) != 0 ? 4 : 0);
  guint step = 0;

  if ((flags & 0x100) == 0)
    {
      *sum += n * usual;
      return TRUE;
    }
  for (guint bit = 0x100; bit <= 0x800; bit <<= 1)
    step += (flags & bit) != 0 ? 4 : 0;
  if (n > MAX_SAMPLES)
    return FALSE;
  for (; n > 0; n--, at += step)
    *sum += rt_media_be (run, at, 4);

  return TRUE;
}

static void
read_track (Measure      *self,
            RtMediaBytes  fragment)
{
  RtMediaBytes head = rt_media_find_box (fragment, "tfhd", &self->budget);
  RtMediaBytes time = rt_media_find_box (fragment, "tfdt", &self->budget);
  RtMediaWalk runs = { .rest = fragment, .budget = &self->budget };
  guint flags = rt_media_be (head, 1, 3);
  guint64 start = rt_media_be (time, 4, rt_media_be (time, 0, 1) == 1 ? 8 : 4);
  guint64 sum = 0;
  guint32 scale;
  guint32 usual;

  get_track (self, rt_media_be (head, 4, 4), &scale, &usual);
  if ((flags & 8) != 0)
    usual = rt_media_be (head, 8 + ((flags & 1) != 0 ? 8 : 0) + ((flags & 2) != 0 ? 4 : 0), 4);
  while (rt_media_walk_next_named (&runs, "trun"))
    if (!add_run (runs.content, usual, &sum))
      return;
  if (scale == 0 || time.length == 0)
    return;

  if (self->start < 0 || (double) start / scale < self->start)
    self->start = (double) start / scale;
  self->end = MAX (self->end, ((double) start + (double) sum) / scale);
}

static void
read_fragment (Measure      *self,
               RtMediaBytes  fragment)
{
  RtMediaWalk walk = { .rest = fragment, .budget = &self->budget };

  while (rt_media_walk_next_named (&walk, "traf"))
    read_track (self, walk.content);
}

gint64
rt_media_measure_fragments (RtMediaBytes bytes,
                            RtMediaBytes movie)
{
  Measure self = { movie, MAX_BOXES, -1, 0 };
  RtMediaWalk walk = { .rest = bytes, .budget = &self.budget };
  RtMediaBytes last[LAST] = { { NULL, 0 } };
  guint n = 0;

  while (rt_media_walk_next_named (&walk, "moof"))
    {
      if (!walk.is_whole)
        return 0;
      if (n == 0)
        read_fragment (&self, walk.content);
      last[n++ % LAST] = walk.content;
    }
  for (guint i = 0; i < MIN (n, LAST); i++)
    read_fragment (&self, last[i]);
  if (self.budget == 0 || self.start < 0 || self.end - self.start > G_MAXINT32)
    return 0;

  return (gint64) ((self.end - self.start) * G_USEC_PER_SEC);
}
