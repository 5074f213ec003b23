/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Attributes that several elements of a lesson share. Private to this layer. */

#pragma once

#include "catalogue-node.h"
#include "lesson-source.h"

G_BEGIN_DECLS

/** The attribute @name as a number; absent: @number stays. */
gboolean rt_lesson_read_number (const RtNode    *node,
                                const char      *name,
                                guint            min,
                                guint            max,
                                guint           *number,
                                GError         **error);

/** The attribute @name, "yes" or "no"; absent: @value stays. */
gboolean rt_lesson_read_flag   (const RtNode    *node,
                                const char      *name,
                                gboolean        *value,
                                GError         **error);

/** "first", "last" or a number from 1; absent: RT_LESSON_LAST. */
gboolean rt_lesson_read_exchange (const RtNode  *node,
                                const char      *name,
                                guint           *exchange,
                                GError         **error);

/** The attribute @name, which must be there and be a token: a method, the name
 * of a field. (transfer none) (nullable) */
const char *rt_lesson_read_token (const RtNode  *node,
                                const char      *name,
                                GError         **error);

/**
 * rt_lesson_read_source:
 * @field: the name of the field that the value stands in
 * @last_step: the last step that of-step may name, from 1
 *
 * of-step, of-exchange, of-message and parameter.
 *
 * Returns: (transfer full) (nullable): where the value comes from
 */
RtLessonSource *rt_lesson_read_source (const RtNode *node,
                                       const char   *field,
                                       guint         last_step,
                                       GError      **error);

/** The attributes that rt_lesson_read_source() reads, but without a value to
 * take are an error. */
gboolean rt_lesson_check_no_source (const RtNode *node,
                                    GError      **error);

G_END_DECLS
