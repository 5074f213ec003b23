/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a step says to the trail of a Send: passed, or what was wanted and what
 * was seen in its place. Pure.
 */

#pragma once

#include "lesson.h"

G_BEGIN_DECLS

/**
 * rt_lesson_verdict_dup_complaint:
 * @conditions: (element-type RtLessonCondition): of the step
 * @trail: finished
 * @trails: (element-type RtTrail): by step, from 0, @trail at its place
 * @catalogue: (nullable): names of failures; without it their ids stand
 *
 * What came of the request is told first, and what the request lacked as its
 * cause: "This step wants a 304; the response was 200, because the request had
 * no If-None-Match."
 *
 * Returns: (transfer full) (nullable): one sentence, translated; %NULL when all
 *   conditions hold
 */
char *rt_lesson_verdict_dup_complaint (GPtrArray   *conditions,
                                       RtTrail     *trail,
                                       GPtrArray   *trails,
                                       RtCatalogue *catalogue);

G_END_DECLS
