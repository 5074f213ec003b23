/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The matches that are seen. For the files of the line view only. */

#pragma once

#include "line-view-private.h"

G_BEGIN_DECLS

/** What is found in a row, with bytes of its line; NULL when nothing is looked for. */
GArray  *rt_line_view_get_marks (RtLineView      *self,
                                 RtTextRow       *row);
/** Whether @mark is the match that one stands on. */
gboolean rt_line_view_is_match  (RtLineView      *self,
                                 const RtTextRow *row,
                                 const RtMatch   *mark);

G_END_DECLS
