/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a line is broken into rows. A line of ordinary length is broken from
 * its start on, by cells. In a long one every row but the first begins near a
 * multiple of a number of bytes, so that any row is found without those before.
 * Pure.
 */

#pragma once

#include "slice.h"

G_BEGIN_DECLS

/**
 * rt_wrap_break:
 * @text: all of a line
 * @columns: cells of a row
 * @starts: (element-type guint32): the byte that each row begins at is added;
 *   there is one row at least
 */
void  rt_wrap_break     (const char *text,
                         gsize       length,
                         guint       columns,
                         GArray     *starts);

/** How far before the end of a row a better place to break it is looked for. */
guint rt_wrap_get_slack (guint       columns);

/** Bytes between the starts of the rows of a long line, about. */
guint rt_wrap_get_pitch (guint       columns);

/**
 * rt_wrap_choose:
 * @text: the bytes of a long line around @target
 * @target: a multiple of the pitch, in @text
 * @slack: bytes before @target that may be taken instead
 *
 * Returns: where the row begins: after @target - @slack, up to @target
 */
gsize rt_wrap_choose    (const char *text,
                         gsize       length,
                         gsize       target,
                         guint       slack);

G_END_DECLS
