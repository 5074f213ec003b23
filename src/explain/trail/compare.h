/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two exchanges side by side: what is the same, what is different. Pure. */

#pragma once

#include "exchange.h"

G_BEGIN_DECLS

typedef enum
{
  RT_COMPARED_SAME,
  RT_COMPARED_CHANGED,
  RT_COMPARED_ONLY_LEFT,
  RT_COMPARED_ONLY_RIGHT,
} RtCompared;

typedef enum
{
  RT_COMPARED_REQUEST,       /* method, URL */
  RT_COMPARED_REQUEST_FIELD,
  RT_COMPARED_STATUS,
  RT_COMPARED_FIELD,
  RT_COMPARED_TIME,
  RT_COMPARED_SIZE,
  RT_COMPARED_CONTENT,       /* a line of the content */
} RtComparedPart;

#define RT_TYPE_COMPARED_ROW (rt_compared_row_get_type ())
G_DECLARE_FINAL_TYPE (RtComparedRow, rt_compared_row, RT, COMPARED_ROW, GObject)

RtComparedPart rt_compared_row_get_part   (RtComparedRow *self);
RtCompared     rt_compared_row_get_result (RtComparedRow *self);
/** "Status", a field's name, "Line 12"; translated where it is a word. */
const char    *rt_compared_row_get_label  (RtComparedRow *self);
/** The values as text for the screen; NULL when that side has none. Not masked. */
const char    *rt_compared_row_get_left   (RtComparedRow *self);
const char    *rt_compared_row_get_right  (RtComparedRow *self);

/**
 * rt_compare_exchanges:
 * @max_lines: of content lines that are compared of each side; what is beyond
 *   is said in a row of its own. Runs of more than three equal lines between
 *   changes are left out, with a row that says how many.
 *
 * May take time for large contents: call it from a thread.
 *
 * Returns: (transfer full) (element-type RtComparedRow): in the order of the parts
 */
GPtrArray *rt_compare_exchanges (RtExchange *left,
                                 RtExchange *right,
                                 guint       max_lines);

G_END_DECLS
