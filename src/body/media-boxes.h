/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Private to media-mp4*.c: boxes in boxes (ISO/IEC 14496-12, section 4.2). The
 * boxes that are looked at are counted, so that no file can keep the reader busy.
 */

#pragma once

#include "media-readers.h"

G_BEGIN_DECLS

typedef struct
{
  RtMediaBytes rest;     /* what was not walked yet */
  guint       *budget;   /* boxes that may still be looked at */
  RtMediaBytes name;     /* of the box that was reached */
  RtMediaBytes content;
  gboolean     is_whole; /* all of the content is there */
} RtMediaWalk;

/** FALSE at the end, where there is no box, and when the budget is spent. */
gboolean     rt_media_walk_next       (RtMediaWalk  *walk);
/** On to the next box of that name. */
gboolean     rt_media_walk_next_named (RtMediaWalk  *walk,
                                       const char   *name);
/** The content of the box at the end of a path, such as "mdia/minf/stbl";
 * nothing when there is none. */
RtMediaBytes rt_media_find_box        (RtMediaBytes  bytes,
                                       const char   *path,
                                       guint        *budget);

/** How long the sound and the picture of the fragments behind a movie are, in
 * microseconds; 0: there are none, or it cannot be told. @bytes: the whole file;
 * @movie: its box "moov" */
gint64       rt_media_measure_fragments (RtMediaBytes  bytes,
                                         RtMediaBytes  movie);

/** The channels and the rate of sound by its decoder's own description, where it
 * has one that is known better than by the fields before it. @entry: the first
 * sample entry, from its length on */
void         rt_media_read_esds       (RtMediaBytes  entry,
                                       guint        *budget,
                                       RtMediaFacts *facts);

G_END_DECLS
