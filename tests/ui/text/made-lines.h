/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lines for tests: given, or made when they are read. */

#pragma once

#include "lines.h"

G_BEGIN_DECLS

#define RT_TYPE_MADE_LINES (rt_made_lines_get_type ())
G_DECLARE_FINAL_TYPE (RtMadeLines, rt_made_lines, RT, MADE_LINES, RtLines)

/** The lines of @text, any bytes; complete. @length: -1 to its NUL */
RtLines *rt_made_lines_new_text   (const char  *text,
                                   gssize       length);
/** @n lines of 40 bytes: "line 0000000123 " and letters; from 0. */
RtLines *rt_made_lines_new_many   (guint64      n);
/** One line of @length bytes: @pattern over and over. */
RtLines *rt_made_lines_new_long   (const char  *pattern,
                                   guint64      length);
/** As if more had arrived: sets the number of many lines, or the length of a
 * long one, and emits "changed". */
void     rt_made_lines_grow       (RtMadeLines *self,
                                   guint64      n);
/** As if these lines were so much of all. */
void     rt_made_lines_set_share  (RtMadeLines *self,
                                   double       share);
/** Whether more may arrive; not so before. Emits "changed". */
void     rt_made_lines_set_open   (RtMadeLines *self,
                                   gboolean     open);
/** Bytes that were read since the last call. */
guint64  rt_made_lines_take_read  (RtMadeLines *self);

G_END_DECLS
