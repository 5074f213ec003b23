/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A person in a lesson: at which step, what was sent in each, and what the
 * step says to it. No network: who sends hands in the trail.
 */

#pragma once

#include "lesson.h"

G_BEGIN_DECLS

#define RT_TYPE_LESSON_RUN (rt_lesson_run_get_type ())
G_DECLARE_FINAL_TYPE (RtLessonRun, rt_lesson_run, RT, LESSON_RUN, GObject)

/* Signal "changed": step or verdict became another. */

/** @lesson: one that can be taken. @catalogue: (nullable). */
RtLessonRun *rt_lesson_run_new          (RtLesson    *lesson,
                                         RtCatalogue *catalogue);
RtLesson    *rt_lesson_run_get_lesson   (RtLessonRun *self);
/** Of the step, from 0. */
guint        rt_lesson_run_get_position (RtLessonRun *self);
const RtLessonStep *rt_lesson_run_get_step (RtLessonRun *self);
/** The step was done right; it stays so. */
gboolean     rt_lesson_run_is_passed    (RtLessonRun *self);
/** All steps were. */
gboolean     rt_lesson_run_is_finished  (RtLessonRun *self);
/** What was wanted and what was seen; NULL when nothing was sent in this step,
 * or it is passed. */
const char  *rt_lesson_run_get_complaint (RtLessonRun *self);

/**
 * rt_lesson_run_judge:
 * @trail: a finished one
 *
 * Of a step that is passed, another right trail takes the place of the one
 * before, for the steps that take values of it; a wrong one changes nothing.
 */
void         rt_lesson_run_judge        (RtLessonRun *self,
                                         RtTrail     *trail);

/** Does nothing before the step is passed, and in the last. */
void         rt_lesson_run_next         (RtLessonRun *self);
/** Does nothing in the first. */
void         rt_lesson_run_back         (RtLessonRun *self);

/** rt_lesson_request_fill() of the step; NULL also when it has no request. */
char        *rt_lesson_run_fill         (RtLessonRun *self,
                                         RtRequest   *request,
                                         const char  *origin);

G_END_DECLS
