/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A condition in words: what is wanted, and what was seen in its place. Made
 * of the values of this trail; secrets are masked. Parts of the sentences of
 * lesson-verdict.h, translated.
 */

#pragma once

#include "lesson-condition.h"

G_BEGIN_DECLS

/** "a 304", "a request with “If-None-Match: "a"” (the ETag of step 1)": behind
 * "This step wants". (transfer full) */
char *rt_lesson_words_wanted (const RtLessonCondition *self,
                              GPtrArray               *trails,
                              RtCatalogue             *catalogue);

/** "the response was 200", "the request had no If-None-Match": a clause, of a
 * condition that does not hold. (transfer full) */
char *rt_lesson_words_seen   (const RtLessonCondition *self,
                              RtTrail                 *trail,
                              RtCatalogue             *catalogue);

G_END_DECLS
