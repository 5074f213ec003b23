/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the freshness arithmetic; says nothing about it. */

#include "freshness.h"

#include "directives.h"
#include "saying.h"

/* The usual share of the time since the last change (RFC 9111 section 4.2.2). */
#define HEURISTIC_SHARE 10

gboolean
rt_freshness_is_heuristic_status (int status)
{
  static const int statuses[] = {
    200, 203, 204, 206, 300, 301, 308, 404, 405, 410, 414, 501,
  };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    if (statuses[i] == status)
      return TRUE;

  return FALSE;
}

static gboolean
read_seconds (GPtrArray  *directives,
              const char *name,
              gint64     *seconds)
{
  const RtDirective *directive = rt_directives_find (directives, name);

  return directive != NULL && rt_directive_get_seconds (directive, seconds);
}

/* Date, or the time of arrival where there is none. */
static gint64
get_origin_time (const RtCase *self)
{
  RtHttpDate date;

  return rt_case_get_date (self, "Date", &date) ? date.time : rt_case_get_received (self);
}

static RtFreshness
by_expires (const RtCase *self)
{
  RtFreshness freshness = { RT_FRESH_BY_EXPIRES, 0 };
  RtHttpDate expires;

  /* What cannot be read, "0" most of all, is a time in the past (section 5.3). */
  if (rt_case_get_date (self, "Expires", &expires))
    freshness.lifetime = MAX (0, expires.time - get_origin_time (self));

  return freshness;
}

static RtFreshness
by_heuristic (const RtCase *self,
              GPtrArray    *directives)
{
  RtFreshness none = { RT_FRESH_UNSAID, 0 };
  RtHttpDate modified;
  gint64 since;

  if (!rt_freshness_is_heuristic_status (self->status) &&
      rt_directives_find (directives, "public") == NULL)
    return none;
  if (!rt_case_get_date (self, "Last-Modified", &modified))
    return none;

  since = get_origin_time (self) - modified.time;
  if (since <= 0)
    return none;

  return (RtFreshness) { RT_FRESH_BY_HEURISTIC, since / HEURISTIC_SHARE };
}

RtFreshness
rt_freshness_of (const RtCase *self,
                 gboolean      shared)
{
  g_autofree char *control = rt_case_dup_response (self, "Cache-Control");
  g_autoptr(GPtrArray) directives = rt_directives_parse (control, -1);
  const RtDirective *private = rt_directives_find (directives, "private");
  gint64 seconds;

  /* No shared cache may store what is private; only its named fields, if it names some. */
  if (private != NULL && private->value == NULL)
    shared = FALSE;
  if (shared && read_seconds (directives, "s-maxage", &seconds))
    return (RtFreshness) { RT_FRESH_BY_S_MAXAGE, seconds };
  if (read_seconds (directives, "max-age", &seconds))
    return (RtFreshness) { RT_FRESH_BY_MAX_AGE, seconds };
  /* A max-age that is no number makes it stale at once (section 4.2.1). */
  if (rt_directives_find (directives, "max-age") != NULL)
    return (RtFreshness) { RT_FRESH_BY_MAX_AGE, 0 };
  if (rt_case_find_response (self, "Expires") >= 0)
    return by_expires (self);

  return by_heuristic (self, directives);
}

gint64
rt_freshness_age (const RtCase *self)
{
  g_autofree char *text = NULL;
  int position = rt_case_find_response (self, "Age");
  gint64 apparent, age = 0;
  RtHttpDate date;

  apparent = rt_case_get_date (self, "Date", &date)
               ? MAX (0, rt_case_get_received (self) - date.time) : 0;
  if (position >= 0)
    text = rt_head_dup_field_value (self->response, position);
  if (text == NULL || !rt_directive_read_digits (text, &age))
    age = 0;

  return MAX (apparent, age);
}
