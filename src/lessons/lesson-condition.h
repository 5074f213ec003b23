/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One thing that must be so in the trail of a step, and whether it is. Pure. */

#pragma once

#include "catalogue.h"
#include "lesson-source.h"

G_BEGIN_DECLS

typedef enum
{
  /* Of the request: what the person does. */
  RT_CONDITION_METHOD,
  RT_CONDITION_PATH,
  RT_CONDITION_REQUEST_FIELD,
  /* Of what came of it. */
  RT_CONDITION_EXCHANGES,      /* how many */
  RT_CONDITION_STATUS,
  RT_CONDITION_CLASS,
  RT_CONDITION_RESPONSE_FIELD,
  RT_CONDITION_CONTENT,
  RT_CONDITION_FAILURE,
  RT_CONDITION_FAULT,
} RtConditionKind;

typedef enum
{
  RT_MATCH_IS,       /* exactly the text */
  RT_MATCH_CONTAINS, /* of a field and a path without case, of content exactly */
  RT_MATCH_PRESENT,
  RT_MATCH_ABSENT,
} RtMatch;

typedef struct
{
  RtConditionKind kind;
  guint           exchange; /* from 1, or RT_LESSON_LAST */
  guint           number;   /* a status, the first digit of a class, a count */
  char           *name;     /* of a field; the id of a failure or fault; else NULL */
  RtMatch         match;
  char           *text;     /* what is compared with; NULL when there is a source */
  RtLessonSource *source;
} RtLessonCondition;

void     rt_lesson_condition_free (RtLessonCondition       *self);

/** It speaks of what the person does, not of what came of it. */
gboolean rt_lesson_condition_is_of_request (const RtLessonCondition *self);

/**
 * rt_lesson_condition_dup_text:
 *
 * Returns: (transfer full) (nullable): what is compared with; of a path what a
 *   taken URL asks for; %NULL when there is nothing, or it did not come
 */
char    *rt_lesson_condition_dup_text (const RtLessonCondition *self,
                                       GPtrArray               *trails);

/**
 * rt_lesson_condition_holds:
 * @trail: of the step, finished
 * @trails: (element-type RtTrail): by step, @trail at its place
 */
gboolean rt_lesson_condition_holds (const RtLessonCondition *self,
                                    RtTrail                 *trail,
                                    GPtrArray               *trails);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtLessonCondition, rt_lesson_condition_free)

G_END_DECLS
