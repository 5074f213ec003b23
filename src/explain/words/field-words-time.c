/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Values in words: instants in local time and relative to now, spans. */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "directives.h"
#include "field-words-private.h"
#include "http-date.h"
#include "span.h"
#include "structured-field.h"

static char *
tell_instant (gint64 time,
              gint64 now)
{
  g_autofree char *when = rt_span_from_now (time, now);
  g_autofree char *local = rt_span_local (time);

  /* Translators: "2 hours ago", and the local time */
  return *local != '\0' ? g_strdup_printf (_("%s (%s)"), when, local)
                        : g_steal_pointer (&when);
}

char *
rt_words_date (const char *value,
               gint64      now)
{
  RtHttpDate date;

  return rt_http_date_parse (value, -1, now, &date) ? tell_instant (date.time, now) : NULL;
}

static gboolean
read_seconds (const char *value,
              gint64     *seconds)
{
  g_autofree char *text = g_strstrip (g_strdup (value));

  return rt_directive_read_digits (text, seconds);
}

char *
rt_words_seconds (const char *value,
                  gint64      now)
{
  gint64 seconds;

  return read_seconds (value, &seconds) ? rt_span_words (seconds) : NULL;
}

char *
rt_words_retry_after (const char *value,
                      gint64      now)
{
  g_autofree char *words = NULL;
  gint64 seconds;

  if (!read_seconds (value, &seconds))
    return rt_words_date (value, now);

  words = rt_span_words (seconds);

  return g_strdup_printf (_("try again after %s"), words);
}

/* "@1688169599" (RFC 9745), or a date of old drafts. */
char *
rt_words_sf_date (const char *value,
                  gint64      now)
{
  g_autoptr(GPtrArray) item = rt_sf_parse (RT_SF_ITEM, value, -1, NULL);
  const RtSfValue *date = item != NULL ? g_ptr_array_index (item, 0) : NULL;

  if (date != NULL && date->type == RT_SF_DATE)
    return tell_instant (date->number, now);

  return rt_words_date (value, now);
}

char *
rt_words_keep_alive (const char *value,
                     gint64      now)
{
  g_autoptr(GPtrArray) parameters = rt_directives_parse (value, -1);
  const RtDirective *timeout = rt_directives_find (parameters, "timeout");
  const RtDirective *max = rt_directives_find (parameters, "max");
  g_autoptr(GString) words = g_string_new (NULL);
  gint64 number;

  if (timeout != NULL && rt_directive_get_seconds (timeout, &number))
    {
      g_autofree char *span = rt_span_words (number);

      rt_words_add (words, "; ", _("the connection stays open for %s without use"), span);
    }
  if (max != NULL && rt_directive_get_seconds (max, &number))
    rt_words_add (words, "; ", ngettext ("for %lu more request", "for %lu more requests",
                                         (gulong) number), (gulong) number);

  return rt_words_end (words);
}

char *
rt_words_transport_security (const char *value,
                             gint64      now)
{
  g_autoptr(GPtrArray) directives = rt_directives_parse_semicolons (value, -1);
  const RtDirective *age = rt_directives_find (directives, "max-age");
  g_autofree char *span = NULL;
  g_autoptr(GString) words = g_string_new (NULL);
  gint64 seconds;

  if (age == NULL || !rt_directive_get_seconds (age, &seconds))
    return NULL;

  span = rt_span_words (seconds);
  if (seconds == 0)
    rt_words_add (words, "; ", "%s", _("forget that this host is for https only"));
  else
    rt_words_add (words, "; ", _("only by https for %s"), span);
  if (rt_directives_find (directives, "includeSubDomains") != NULL)
    rt_words_add (words, "; ", "%s", _("with all subdomains"));
  if (rt_directives_find (directives, "preload") != NULL)
    rt_words_add (words, "; ", "%s", _("may be built into browsers"));

  return rt_words_end (words);
}
