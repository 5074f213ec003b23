/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Looks at one exchange, or at the number of them. */

#include "config.h"

#include "lesson-condition.h"

#include <string.h>

#include "lesson-trail.h"
#include "url.h"

/* More of a content is not searched. */
#define CONTENT_MAX (1024 * 1024)

void
rt_lesson_condition_free (RtLessonCondition *self)
{
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->source, rt_lesson_source_free);
  g_slice_free (RtLessonCondition, self);
}

gboolean
rt_lesson_condition_is_of_request (const RtLessonCondition *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->kind == RT_CONDITION_METHOD || self->kind == RT_CONDITION_PATH ||
         self->kind == RT_CONDITION_REQUEST_FIELD;
}

/* A Location may be a whole URL or a part of one (RFC 9110 section 10.2.2); the
 * playground's are relative to its root. */
static char *
dup_target (const char *value)
{
  g_autoptr(RtUrl) root = rt_url_parse ("http://127.0.0.1/", NULL);
  g_autoptr(RtUrl) url = rt_url_resolve (root, value, NULL);

  return url != NULL ? g_strdup (rt_url_get_target (url)) : g_strdup (value);
}

char *
rt_lesson_condition_dup_text (const RtLessonCondition *self,
                              GPtrArray               *trails)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (self != NULL && trails != NULL, NULL);

  if (self->source == NULL)
    return g_strdup (self->text);

  value = rt_lesson_source_dup_value (self->source, trails);
  if (value != NULL && self->kind == RT_CONDITION_PATH)
    return dup_target (value);

  return g_steal_pointer (&value);
}

static gboolean
contains (const char *value,
          const char *text)
{
  g_autofree char *in = g_ascii_strdown (value, -1);
  g_autofree char *what = g_ascii_strdown (text, -1);

  return strstr (in, what) != NULL;
}

/* @text is NULL when the value to compare with did not come. */
static gboolean
matches (const RtLessonCondition *self,
         const char              *value,
         GPtrArray               *trails)
{
  g_autofree char *text = NULL;

  if (self->match == RT_MATCH_PRESENT || self->match == RT_MATCH_ABSENT)
    return (value != NULL) == (self->match == RT_MATCH_PRESENT);

  text = rt_lesson_condition_dup_text (self, trails);
  if (value == NULL || text == NULL)
    return FALSE;

  return self->match == RT_MATCH_IS ? g_str_equal (value, text) : contains (value, text);
}

static gboolean
path_matches (const RtLessonCondition *self,
              RtExchange              *exchange,
              GPtrArray               *trails)
{
  g_autofree char *text = rt_exchange_dup_url (exchange);
  g_autoptr(RtUrl) url = rt_url_parse (text, NULL);
  g_autofree char *wanted = rt_lesson_condition_dup_text (self, trails);
  g_autofree char *path = NULL;

  if (url == NULL || wanted == NULL)
    return FALSE;

  /* The query counts when one is wanted. */
  path = strchr (wanted, '?') != NULL
           ? g_strdup (rt_url_get_target (url))
           : g_strndup (rt_url_get_target (url), strcspn (rt_url_get_target (url), "?"));

  return matches (self, path, trails);
}

static gboolean
field_matches (const RtLessonCondition *self,
               RtHead                  *head,
               GPtrArray               *trails)
{
  g_autofree char *value = NULL;

  if (head == NULL)
    return FALSE;

  value = rt_head_dup_combined (head, self->name);

  return matches (self, value, trails);
}

static gboolean
content_contains (const RtLessonCondition *self,
                  RtExchange              *exchange)
{
  g_autoptr(RtBody) content = rt_exchange_dup_content (exchange);
  g_autoptr(GBytes) bytes = rt_body_dup_bytes (content);
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);

  return data != NULL && memmem (data, MIN (length, CONTENT_MAX), self->text,
                                 strlen (self->text)) != NULL;
}

static gboolean
has_failure (const RtLessonCondition *self,
             RtExchange              *exchange)
{
  g_autoptr(RtFailure) failure = rt_exchange_dup_failure (exchange);

  return failure != NULL && g_str_equal (rt_failure_kind_to_id (failure->kind), self->name);
}

static gboolean
has_fault (const RtLessonCondition *self,
           RtExchange              *exchange)
{
  g_autoptr(GPtrArray) faults = rt_exchange_dup_faults (exchange);

  for (guint i = 0; i < faults->len; i++)
    {
      const RtFault *fault = g_ptr_array_index (faults, i);

      if (g_str_equal (rt_fault_kind_to_id (fault->kind), self->name))
        return TRUE;
    }

  return FALSE;
}

static gboolean
holds_in (const RtLessonCondition *self,
          RtExchange              *exchange,
          GPtrArray               *trails)
{
  g_autoptr(RtHead) request = rt_exchange_dup_request_head (exchange);
  g_autoptr(RtHead) response = rt_exchange_dup_response_head (exchange);
  g_autofree char *method = rt_exchange_dup_method (exchange);
  guint status = (guint) rt_exchange_get_status (exchange);

  switch (self->kind)
    {
    case RT_CONDITION_METHOD:
      return matches (self, method, trails);
    case RT_CONDITION_PATH:
      return path_matches (self, exchange, trails);
    case RT_CONDITION_REQUEST_FIELD:
      return field_matches (self, request, trails);
    case RT_CONDITION_STATUS:
      return status == self->number;
    case RT_CONDITION_CLASS:
      return status / 100 == self->number;
    case RT_CONDITION_RESPONSE_FIELD:
      return field_matches (self, response, trails);
    case RT_CONDITION_CONTENT:
      return content_contains (self, exchange);
    case RT_CONDITION_FAILURE:
      return has_failure (self, exchange);
    case RT_CONDITION_FAULT:
      return has_fault (self, exchange);
    case RT_CONDITION_EXCHANGES:
    default:
      g_return_val_if_reached (FALSE);
    }
}

gboolean
rt_lesson_condition_holds (const RtLessonCondition *self,
                           RtTrail                 *trail,
                           GPtrArray               *trails)
{
  RtExchange *exchange;

  g_return_val_if_fail (self != NULL && RT_IS_TRAIL (trail) && trails != NULL, FALSE);

  if (self->kind == RT_CONDITION_EXCHANGES)
    return rt_lesson_trail_count (trail) == self->number;

  exchange = rt_lesson_trail_pick (trail, self->exchange);

  return exchange != NULL && holds_in (self, exchange, trails);
}
