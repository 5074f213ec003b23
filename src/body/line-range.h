/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The text between two places of lines, a piece at a time, so that a gigabyte of it
 * can be written to somewhere without being in memory: "\n" between lines.
 */

#pragma once

#include "lines.h"

G_BEGIN_DECLS

typedef struct _RtLineRange RtLineRange;

/**
 * rt_line_range_new:
 * @from: one end of the range
 * @to: the other; they may stand in either order, and beyond the end, which is
 *   that of what there is now
 */
RtLineRange *rt_line_range_new  (RtLines       *lines,
                                 const RtPlace *from,
                                 const RtPlace *to);
void         rt_line_range_free (RtLineRange   *self);

/**
 * rt_line_range_read:
 *
 * Adds what comes next to @out, some 256 KiB, as the lines have it: a character may
 * be cut at the end. Any thread, one at a time.
 *
 * Returns: FALSE: that was the last
 */
gboolean     rt_line_range_read (RtLineRange   *self,
                                 GString       *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtLineRange, rt_line_range_free)

G_END_DECLS
