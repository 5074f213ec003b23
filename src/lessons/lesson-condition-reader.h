/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The elements in <check> of a lesson. Private to this layer. */

#pragma once

#include "catalogue-node.h"
#include "lesson-condition.h"

G_BEGIN_DECLS

/** The names of the elements, ending in NULL. */
const char * const *rt_lesson_condition_get_names (void);

/** @step: from 1; values can be taken of it and of those before. (transfer
 * full) (nullable) */
RtLessonCondition *rt_lesson_condition_read (const RtNode  *node,
                                             guint          step,
                                             GError       **error);

G_END_DECLS
