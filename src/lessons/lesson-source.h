/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A value that an earlier exchange of a lesson brought: "the ETag of the
 * response of step 1", "the nonce of its WWW-Authenticate". Pure.
 */

#pragma once

#include "trail.h"

G_BEGIN_DECLS

/* Which exchange of a trail: 1 is the first. */
#define RT_LESSON_LAST 0

typedef struct
{
  guint    step;       /* from 1; may be the step that asks */
  guint    exchange;   /* from 1, or RT_LESSON_LAST */
  gboolean of_request; /* else of the response */
  char    *field;
  char    *parameter;  /* nullable: only this parameter of the value */
} RtLessonSource;

void        rt_lesson_source_free        (RtLessonSource       *self);

/**
 * rt_lesson_source_dup_value:
 * @trails: (element-type RtTrail): by step, from 0; NULL where a step has none
 *
 * Returns: (transfer full) (nullable): the value, as text for the screen;
 *   %NULL when it did not come
 */
char       *rt_lesson_source_dup_value   (const RtLessonSource *self,
                                          GPtrArray            *trails);

/** "the ETag of step 1", "the nonce in WWW-Authenticate of exchange 1 of step
 * 2", translated. (transfer full) */
char       *rt_lesson_source_dup_words   (const RtLessonSource *self);

/**
 * rt_lesson_source_dup_parameter:
 * @value: of a field: "Digest realm=\"a\", nonce=\"b\"", "no-cache, max-age=60"
 * @name: compared without case
 *
 * Returns: (transfer full) (nullable): what stands behind the first "name=",
 *   its quotes undone
 */
char       *rt_lesson_source_dup_parameter (const char         *value,
                                            const char         *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtLessonSource, rt_lesson_source_free)

G_END_DECLS
