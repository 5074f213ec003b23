/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the freshness arithmetic; says nothing about it. */

#include "freshness.h"

#include <string.h>

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

/* Another one with this name has another value. */
static gboolean
is_contradicted (GPtrArray         *directives,
                 const RtDirective *directive)
{
  for (guint i = 0; i < directives->len; i++)
    {
      const RtDirective *other = g_ptr_array_index (directives, i);

      if (g_ascii_strcasecmp (other->name, directive->name) == 0 &&
          g_strcmp0 (other->value, directive->value) != 0)
        return TRUE;
    }

  return FALSE;
}

/* What is no number, or said with several, makes it stale (section 4.2.1). */
static gboolean
by_directive (GPtrArray   *directives,
              const char  *name,
              RtFreshRule  rule,
              RtFreshness *freshness)
{
  const RtDirective *directive = rt_directives_find (directives, name);

  if (directive == NULL)
    return FALSE;

  *freshness = (RtFreshness) { rule, 0, FALSE };
  freshness->is_unsure = is_contradicted (directives, directive) ||
                         !rt_directive_get_seconds (directive, &freshness->lifetime);
  if (freshness->is_unsure)
    freshness->lifetime = 0;

  return TRUE;
}

/* Date, or the time of arrival where there is none. */
static gint64
get_origin_time (const RtCase *self)
{
  RtHttpDate date;

  return rt_case_get_date (self, "Date", &date) ? date.time : rt_case_get_received (self);
}

/* Two Expires that differ (section 4.2.1). */
static gboolean
has_two_expires (const RtCase *self)
{
  int first = rt_case_find_response (self, "Expires");
  int second = rt_head_find_field (self->response, "Expires", first + 1);
  g_autofree char *a = rt_head_dup_field_value (self->response, first);
  g_autofree char *b = second >= 0 ? rt_head_dup_field_value (self->response, second) : NULL;

  return b != NULL && !g_str_equal (a, b);
}

static RtFreshness
by_expires (const RtCase *self)
{
  RtFreshness freshness = { RT_FRESH_BY_EXPIRES, 0, FALSE };
  RtHttpDate expires;

  /* What cannot be read, "0" most of all, is a time in the past (section 5.3). */
  freshness.is_unsure = has_two_expires (self);
  if (!freshness.is_unsure && rt_case_get_date (self, "Expires", &expires))
    freshness.lifetime = MAX (0, expires.time - get_origin_time (self));

  return freshness;
}

static RtFreshness
by_heuristic (const RtCase *self,
              GPtrArray    *directives)
{
  RtFreshness none = { RT_FRESH_UNSAID, 0, FALSE };
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

  return (RtFreshness) { RT_FRESH_BY_HEURISTIC, since / HEURISTIC_SHARE, FALSE };
}

RtFreshness
rt_freshness_of (const RtCase *self,
                 gboolean      shared)
{
  g_autofree char *control = rt_case_dup_response (self, "Cache-Control");
  g_autoptr(GPtrArray) directives = rt_directives_parse (control, -1);
  const RtDirective *private = rt_directives_find (directives, "private");
  RtFreshness freshness;

  /* No shared cache may store what is private; only its named fields, if it names some. */
  if (private != NULL && private->value == NULL)
    shared = FALSE;
  if ((shared && by_directive (directives, "s-maxage", RT_FRESH_BY_S_MAXAGE, &freshness)) ||
      by_directive (directives, "max-age", RT_FRESH_BY_MAX_AGE, &freshness))
    return freshness;
  if (rt_case_find_response (self, "Expires") >= 0)
    return by_expires (self);

  return by_heuristic (self, directives);
}

gboolean
rt_freshness_read_age (const RtCase *self,
                       gint64       *seconds)
{
  g_autofree char *text = rt_case_dup_response (self, "Age");

  if (text == NULL)
    return FALSE;

  text[strcspn (text, ",")] = '\0';
  g_strstrip (text);
  if (*text == '\0' || strspn (text, "0123456789") != strlen (text))
    return FALSE;
  if (!rt_directive_read_digits (text, seconds) || *seconds > RT_FRESHNESS_NEVER)
    *seconds = RT_FRESHNESS_NEVER;

  return TRUE;
}

gint64
rt_freshness_age (const RtCase *self)
{
  gint64 apparent, age;
  RtHttpDate date;

  apparent = rt_case_get_date (self, "Date", &date)
               ? MAX (0, rt_case_get_received (self) - date.time) : 0;
  if (!rt_freshness_read_age (self, &age))
    age = 0;

  return MAX (apparent, age);
}
