/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the lines of a wrapped view stand when each takes as many rows as its
 * bytes fill columns. An estimate, so that no line must be shaped to know where
 * it is; one sum is kept for many lines, and made in a thread. A line that was
 * not looked at yet counts as one row.
 */

#pragma once

#include "lines.h"

G_BEGIN_DECLS

#define RT_TYPE_ROW_INDEX (rt_row_index_get_type ())
G_DECLARE_FINAL_TYPE (RtRowIndex, rt_row_index, RT, ROW_INDEX, GObject)

/* Signal "changed": there are more rows, or all were counted. As for RtLines.
 * Disposing of the object ends the counting. */

/**
 * rt_row_index_new:
 * @lines: followed while it grows
 * @columns: bytes that a row takes, at least 1
 */
RtRowIndex *rt_row_index_new         (RtLines    *lines,
                                      guint       columns);

/** Begins anew when @columns is another number; returns at once. */
void        rt_row_index_set_columns (RtRowIndex *self,
                                      guint       columns);
guint       rt_row_index_get_columns (RtRowIndex *self);

/** TRUE when every line that will ever be there was counted. */
gboolean    rt_row_index_is_complete (RtRowIndex *self);

/** Rows of all lines; as many as lines at least. */
guint64     rt_row_index_get_n_rows  (RtRowIndex *self);

/**
 * rt_row_index_to_line:
 * @row: from 0; one beyond the end is the last
 * @line: (out): the line that it shows
 * @row_in_line: (out) (optional): which of its rows, from 0
 */
void        rt_row_index_to_line     (RtRowIndex *self,
                                      guint64     row,
                                      guint64    *line,
                                      guint64    *row_in_line);

/** The first row of @line; the number of rows for a line beyond the end. */
guint64     rt_row_index_to_row      (RtRowIndex *self,
                                      guint64     line);

G_END_DECLS
