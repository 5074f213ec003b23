/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Text by its own line ends: LF and CR LF. The index keeps one offset for
 * many lines and is made in a thread while bytes arrive.
 */

#pragma once

#include "decoded-text.h"
#include "lines.h"

G_BEGIN_DECLS

#define RT_TYPE_RAW_LINES (rt_raw_lines_get_type ())
G_DECLARE_FINAL_TYPE (RtRawLines, rt_raw_lines, RT, RAW_LINES, RtLines)

/** @text: followed until it is complete */
RtLines *rt_raw_lines_new       (RtDecodedText *text);

/** How many lines from @line on, and before @end, a block of @max_length takes,
 * see rt_lines_read_block(). */
gsize    rt_raw_lines_fit       (RtRawLines    *self,
                                 guint64        line,
                                 guint64        end,
                                 gsize          max_length);
/** @n lines, at least 1, that are there: with their own line ends, but for the
 * last one's; mapped and not copied. (transfer full) */
GBytes  *rt_raw_lines_dup_lines (RtRawLines    *self,
                                 guint64        line,
                                 guint64        n);
/** What rt_lines_read() would give, mapped and not copied. (transfer full) */
GBytes  *rt_raw_lines_dup_slice (RtRawLines    *self,
                                 guint64        line,
                                 guint64        from,
                                 gsize          length);

G_END_DECLS
