/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A lesson out of its XML: the format stands in data/lessons/README.md. Strict,
 * and bounded: the file may be anybody's.
 */

#pragma once

#include "lesson.h"

G_BEGIN_DECLS

/* What a lesson may have at most; texts in characters. */
#define RT_LESSON_BYTES_MAX (64 * 1024)
#define RT_LESSON_STEPS_MAX 12
#define RT_LESSON_CONDITIONS_MAX 20
#define RT_LESSON_TITLE_MAX 60
#define RT_LESSON_GOAL_MAX 160
#define RT_LESSON_TASK_MAX 300
#define RT_LESSON_WHY_MAX 420

/**
 * rt_lesson_read:
 * @id: what its end is remembered by
 * @file: the name for messages
 * @xml: the document, not necessarily NUL-terminated
 * @error: RT_REFERENCE_ERROR with file, line and reason
 *
 * Returns: (transfer full) (nullable): the lesson
 */
RtLesson *rt_lesson_read (const char  *id,
                          const char  *file,
                          GBytes      *xml,
                          GError     **error);

G_END_DECLS
