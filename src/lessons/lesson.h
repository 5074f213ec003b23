/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A lesson: a few steps, each of which says what to do, which request does it,
 * what must come of it, and why. Immutable once read. A file that cannot be
 * read is a lesson with a fault and without steps, so that it can be listed.
 */

#pragma once

#include <gio/gio.h>

#include "lesson-condition.h"
#include "lesson-request.h"

G_BEGIN_DECLS

/* One step; all strings translated, none NULL. */
typedef struct
{
  char            *task;          /* what to do */
  RtLessonRequest *request;       /* what "Fill in" writes; NULL when the person is to find it */
  GPtrArray       *conditions;    /* (element-type RtLessonCondition): one or more */
  char            *why;           /* what it teaches */
  char            *section;       /* "RFC 9110, section 15.4.5"; "" when none */
  char            *section_url;
} RtLessonStep;

void          rt_lesson_step_free     (RtLessonStep *self);

#define RT_TYPE_LESSON (rt_lesson_get_type ())
G_DECLARE_FINAL_TYPE (RtLesson, rt_lesson, RT, LESSON, GObject)

/**
 * rt_lesson_new:
 * @id: what its end is remembered by
 * @steps: (element-type RtLessonStep) (transfer full): one or more
 */
RtLesson     *rt_lesson_new           (const char   *id,
                                       const char   *title,
                                       const char   *goal,
                                       GPtrArray    *steps);

/**
 * rt_lesson_new_broken:
 * @title: the name of its file
 * @fault: file, line and reason, or another reason why it cannot be taken
 */
RtLesson     *rt_lesson_new_broken    (const char   *id,
                                       const char   *title,
                                       const char   *fault);

const char   *rt_lesson_get_id        (RtLesson     *self);
const char   *rt_lesson_get_title     (RtLesson     *self);
/** What a person knows afterwards, in one sentence. */
const char   *rt_lesson_get_goal      (RtLesson     *self);
/** Why it cannot be taken; NULL when it can. */
const char   *rt_lesson_get_fault     (RtLesson     *self);
guint         rt_lesson_get_n_steps   (RtLesson     *self);
/** From 0. (transfer none) */
const RtLessonStep *rt_lesson_get_step (RtLesson    *self,
                                        guint        position);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtLessonStep, rt_lesson_step_free)

G_END_DECLS
