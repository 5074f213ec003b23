/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lines of markup by number: marks from which the layout goes on, and the
 * lines between two of them made when they are asked for. Not locked: one
 * thread at a time.
 */

#pragma once

#include "markup-layout.h"

#include <glib.h>

G_BEGIN_DECLS

typedef struct _RtMarkupIndex RtMarkupIndex;

RtMarkupIndex *rt_markup_index_new         (gboolean        html);
void           rt_markup_index_free        (RtMarkupIndex  *self);

/* --- the maker: may run without the lock, in one thread --- */

/** As rt_markup_layout_run(); what it found is not in the index yet. */
gboolean       rt_markup_index_run         (RtMarkupIndex  *self,
                                            const char     *text,
                                            guint64         length,
                                            gboolean        complete);
/** The mistake: its place, and what it is (translated); NULL without one. */
const char    *rt_markup_index_get_flaw    (RtMarkupIndex  *self,
                                            guint64        *offset);
gboolean       rt_markup_index_is_finished (RtMarkupIndex  *self);
/** Puts what was found into the index. TRUE when there was something. Under the lock. */
gboolean       rt_markup_index_publish     (RtMarkupIndex  *self);

/* --- the readers: under the lock --- */

guint64        rt_markup_index_get_n_lines (RtMarkupIndex  *self);
/** Bytes, with the indent. */
guint64        rt_markup_index_get_longest (RtMarkupIndex  *self);

/**
 * rt_markup_index_dup_block:
 * @text: the source, at least as long as it was when the index was published
 * @first: (out): the number of the first of the lines
 *
 * Returns: (transfer full) (element-type RtMarkupLine): the lines around @line,
 *   which is one of them; empty when there is no such line
 */
GArray        *rt_markup_index_dup_block   (RtMarkupIndex  *self,
                                            const char     *text,
                                            guint64         line,
                                            guint64        *first);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtMarkupIndex, rt_markup_index_free)

G_END_DECLS
