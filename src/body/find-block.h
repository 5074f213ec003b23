/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A block of lines, or a piece of a long one, taken to look for something in
 * it: mapped where the lines are those of the text, read where they are made.
 * The same block can be taken again at any time, with the same matches.
 */

#pragma once

#include "finder.h"
#include "lines.h"
#include "text-matcher.h"

G_BEGIN_DECLS

typedef struct
{
  RtPlace start;
  RtPlace end; /* where the next block starts, if no match reaches beyond it */

  /* Private. */
  RtMatchText text;
  GBytes     *mapped;
  GString    *made;
  gsize       first; /* where to look from */
  gsize       stop;  /* matches begin before it */
  RtPlace     place; /* of text.data[position] */
  gsize       position;
  gboolean    in_lines; /* there is more than one line */
} RtFindBlock;

/**
 * rt_find_block_load:
 * @start: where the block starts
 * @n_complete: the number of lines that will not grow
 * @end: (nullable): the end that it had the first time
 *
 * Returns: %FALSE when there is not enough for a block yet, or nothing at all
 */
gboolean rt_find_block_load  (RtFindBlock         *self,
                              RtLines             *lines,
                              const RtTextMatcher *matcher,
                              const RtPlace       *start,
                              guint64              n_complete,
                              const RtPlace       *end);
void     rt_find_block_clear (RtFindBlock         *self);

/** The match after the one that is in @match; the first when that is all
 * zero. @match is not changed when there is none. */
gboolean rt_find_block_next  (RtFindBlock         *self,
                              RtTextMatcher       *matcher,
                              RtMatch             *match,
                              GError             **error);

/**
 * rt_find_block_count:
 * @cancel: asked now and then; TRUE ends the counting
 *
 * Counts all matches, and moves the end of the block behind the last.
 */
guint64  rt_find_block_count (RtFindBlock         *self,
                              RtTextMatcher       *matcher,
                              gboolean           (*cancel) (gpointer data),
                              gpointer             data,
                              GError             **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (RtFindBlock, rt_find_block_clear)

G_END_DECLS
