/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a recording, a video or a document says of itself: how long it is, how
 * large its picture, how many pages. Only what its own header fields tell is
 * taken; nothing is decoded, and what cannot be told plainly is left out. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A member that is 0 is not known. */
typedef struct
{
  gint64   duration;      /* microseconds */
  gboolean is_estimate;   /* the duration is not stated: it follows from the size */
  guint    channels;
  guint    sample_rate;   /* per second */
  guint    width;         /* pixels; either both are known or neither */
  guint    height;

  char     version[4];    /* of PDF: "1.7"; "" when it is not known */
  guint    pages;
  gboolean has_trailer;   /* the next one holds */
  gboolean is_encrypted;
} RtMediaFacts;

/**
 * rt_media_facts_read:
 * @data: all from the first byte on
 * @complete: no more will come, so that the end tells something too
 * @facts: (out): what was found
 *
 * The work is bounded, whatever the bytes and however many.
 */
void  rt_media_facts_read      (const guint8       *data,
                                gsize               length,
                                gboolean            complete,
                                RtMediaFacts       *facts);

/**
 * rt_media_facts_dup_words:
 *
 * Returns: (transfer full) (nullable): "640 × 480 pixels · 12 s · stereo",
 * translated; %NULL when nothing is known
 */
char *rt_media_facts_dup_words (const RtMediaFacts *facts);

G_END_DECLS
