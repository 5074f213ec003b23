/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Resources on their way out: Deprecation (RFC 9745) says that one should not
 * be used any more, Sunset (RFC 8594) when it will be gone.
 */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "link-list.h"
#include "saying.h"
#include "span.h"
#include "structured-field.h"
#include "topics.h"

#define DEPRECATION "RFC 9745, section 2.1"
#define SUNSET "RFC 8594, section 3"

/* "Sat 21 Nov 2026, 13:00:00 +01, 2 hours ago". */
static char *
describe_time (const RtCase *self,
               gint64        time)
{
  g_autofree char *local = rt_span_local (time);
  g_autofree char *distance = rt_span_from_now (time, self->now);

  return g_strdup_printf ("%s, %s", local, distance);
}

/* What Link says of it: where to read on, and what to use instead. */
static char *
describe_links (const RtCase *self)
{
  static const char *const relations[] = { "deprecation", "sunset", "successor-version" };
  g_autofree char *value = rt_case_dup_response (self, "Link");
  g_autoptr(GPtrArray) links = value != NULL ? rt_link_list_parse (value) : NULL;
  g_autoptr(GString) words = g_string_new (NULL);

  for (guint i = 0; links != NULL && i < G_N_ELEMENTS (relations); i++)
    {
      const RtLink *link = rt_link_list_find (links, relations[i]);
      g_autofree char *target = link != NULL ? rt_case_quote (link->target) : NULL;

      if (link != NULL)
        g_string_append_printf (words, "%s%s: %s", words->len > 0 ? "\n" : "\n\n", relations[i],
                                target);
    }

  return g_string_free (g_steal_pointer (&words), FALSE);
}

static void
say_deprecated (RtCase *self,
                gint64  since)
{
  g_autofree char *when = describe_time (self, since);
  g_autofree char *links = describe_links (self);

  if (since > self->now)
    rt_say_response (self, "Deprecation", "retirement-later", RT_NOTE_INFO, DEPRECATION,
                     _("This resource will be deprecated."),
                     _("From %s on it should not be used any more. Until then nothing "
                       "changes.%s"), when, links);
  else
    rt_say_response (self, "Deprecation", "retirement-deprecated", RT_NOTE_WARNING, DEPRECATION,
                     _("This resource is deprecated: it should not be used any more."),
                     rt_case_find_response (self, "Sunset") >= 0
                       ? _("That is so since %s. Sunset says until when it answers.%s")
                       : _("That is so since %s. It still answers; Sunset would say until when.%s"),
                     when, links);
}

/* Drafts of RFC 9745 had "true" and the date of the other fields. */
static void
explain_deprecation (RtCase *self)
{
  g_autofree char *value = rt_case_dup_response (self, "Deprecation");
  g_autoptr(GPtrArray) items = value != NULL ? rt_sf_parse (RT_SF_ITEM, value, -1, NULL) : NULL;
  const RtSfValue *item = items != NULL ? g_ptr_array_index (items, 0) : NULL;
  g_autofree char *quoted = NULL;
  g_autofree char *links = NULL;
  RtHttpDate date;

  if (value == NULL)
    return;

  quoted = rt_case_quote (value);
  links = describe_links (self);
  if (item != NULL && item->type == RT_SF_DATE)
    say_deprecated (self, item->number);
  else if (rt_case_get_date (self, "Deprecation", &date))
    say_deprecated (self, date.time);
  else if (rt_sf_is_text (item, RT_SF_TOKEN, "true") ||
           (item != NULL && item->type == RT_SF_BOOLEAN && item->number == 1))
    rt_say_response (self, "Deprecation", "retirement-deprecated", RT_NOTE_WARNING, DEPRECATION,
                     _("This resource is deprecated: it should not be used any more."),
                     _("Deprecation is %s, as in a draft; today it names a time, such as "
                       "@1767225600. It still answers as before.%s"), quoted, links);
  else
    rt_say_response (self, "Deprecation", "retirement-unreadable", RT_NOTE_WARNING, DEPRECATION,
                     _("Deprecation is there, but not in a form that can be read."),
                     _("It is %s. It names the time since when, in seconds since 1970 behind an "
                       "@, such as @1767225600."), quoted);
}

static void
explain_sunset (RtCase *self)
{
  g_autofree char *when = NULL;
  g_autofree char *links = NULL;
  RtHttpDate date;

  if (!rt_case_get_date (self, "Sunset", &date))
    return;

  when = describe_time (self, date.time);
  links = describe_links (self);
  if (date.time > self->now)
    rt_say_response (self, "Sunset", "retirement-sunset", RT_NOTE_INFO, SUNSET,
                     _("This resource is expected to go away."),
                     _("Sunset names %s. After that it may answer with an error, such as 410, or "
                       "not at all.%s"), when, links);
  else
    rt_say_response (self, "Sunset", "retirement-sunset-past", RT_NOTE_WARNING, SUNSET,
                     _("This resource is past its end, and may stop to answer at any time."),
                     _("Sunset names %s. What uses it should have moved on.%s"), when, links);
}

void
rt_explain_retirement (RtCase *self)
{
  if (self->response == NULL)
    return;

  explain_deprecation (self);
  explain_sunset (self);
}
