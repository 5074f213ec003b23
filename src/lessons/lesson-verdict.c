/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Finds the two conditions that tell most: of the request, and of what came
 * of it.
 */

#include "config.h"

#include "lesson-verdict.h"

#include <glib/gi18n-lib.h>

#include "lesson-trail.h"
#include "lesson-words.h"

/* The first that does not hold, of the request or not. */
static const RtLessonCondition *
find_unmet (GPtrArray *conditions,
            gboolean   of_request,
            RtTrail   *trail,
            GPtrArray *trails)
{
  for (guint i = 0; i < conditions->len; i++)
    {
      const RtLessonCondition *condition = g_ptr_array_index (conditions, i);

      if (rt_lesson_condition_is_of_request (condition) == of_request &&
          !rt_lesson_condition_holds (condition, trail, trails))
        return condition;
    }

  return NULL;
}

static guint
find_place (const RtLessonCondition *condition,
            RtTrail                 *trail)
{
  guint count = rt_lesson_trail_count (trail);

  return condition->exchange == RT_LESSON_LAST || condition->kind == RT_CONDITION_EXCHANGES
           ? count : condition->exchange;
}

/* A request explains what came in or after its exchange, and only where
 * something came: an exchange that does not exist is no cause. */
static gboolean
explains (const RtLessonCondition *request,
          const RtLessonCondition *outcome,
          RtTrail                 *trail)
{
  RtExchange *asked = rt_lesson_trail_pick (trail, request->exchange);
  RtExchange *answered = rt_lesson_trail_pick (trail, outcome->exchange);

  return asked != NULL && answered != NULL && rt_exchange_get_status (answered) > 0 &&
         find_place (request, trail) <= find_place (outcome, trail);
}

/* What led to @unmet, as a clause; NULL when that is not known. */
static char *
dup_why (const RtLessonCondition *unmet,
         const RtLessonCondition *cause,
         RtTrail                 *trail,
         RtCatalogue             *catalogue)
{
  if (cause != NULL)
    return rt_lesson_words_seen (cause, trail, catalogue);
  if (unmet->kind == RT_CONDITION_EXCHANGES && unmet->number > rt_lesson_trail_count (trail) &&
      rt_trail_get_end (trail) == RT_TRAIL_END_NOT_FOLLOWED)
    return g_strdup (_("redirects were not followed"));

  return NULL;
}

static char *
dup_sentence (const RtLessonCondition *unmet,
              const RtLessonCondition *cause,
              RtTrail                 *trail,
              GPtrArray               *trails,
              RtCatalogue             *catalogue)
{
  g_autofree char *wanted = rt_lesson_words_wanted (unmet, trails, catalogue);
  g_autofree char *seen = rt_lesson_words_seen (unmet, trail, catalogue);
  g_autofree char *why = dup_why (unmet, cause, trail, catalogue);

  /* Translators: “This step wants a 304; the response was 200.” */
  if (why == NULL)
    return g_strdup_printf (_("This step wants %s; %s."), wanted, seen);

  /* Translators: “This step wants a 304; the response was 200, because the
   * request had no If-None-Match.” */
  return g_strdup_printf (_("This step wants %s; %s, because %s."), wanted, seen, why);
}

char *
rt_lesson_verdict_dup_complaint (GPtrArray   *conditions,
                                 RtTrail     *trail,
                                 GPtrArray   *trails,
                                 RtCatalogue *catalogue)
{
  const RtLessonCondition *request;
  const RtLessonCondition *outcome;

  g_return_val_if_fail (conditions != NULL && RT_IS_TRAIL (trail) && trails != NULL, NULL);

  request = find_unmet (conditions, TRUE, trail, trails);
  outcome = find_unmet (conditions, FALSE, trail, trails);

  if (outcome == NULL)
    return request != NULL ? dup_sentence (request, NULL, trail, trails, catalogue) : NULL;
  if (request == NULL)
    return dup_sentence (outcome, NULL, trail, trails, catalogue);
  if (explains (request, outcome, trail))
    return dup_sentence (outcome, request, trail, trails, catalogue);

  return dup_sentence (outcome, NULL, trail, trails, catalogue);
}
