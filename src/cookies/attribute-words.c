/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the sentence for each attribute of Set-Cookie. Decides nothing: what
 * counts was decided by the reader.
 */

#include "config.h"

#include "cookie-words.h"
#include "span.h"

#include <glib/gi18n-lib.h>

static const char *sections[] = {
  [RT_COOKIE_ATTRIBUTE_EXPIRES] = "5.6.1",
  [RT_COOKIE_ATTRIBUTE_MAX_AGE] = "5.6.2",
  [RT_COOKIE_ATTRIBUTE_DOMAIN] = "5.6.3",
  [RT_COOKIE_ATTRIBUTE_PATH] = "5.6.4",
  [RT_COOKIE_ATTRIBUTE_SECURE] = "5.6.5",
  [RT_COOKIE_ATTRIBUTE_HTTP_ONLY] = "5.6.6",
  [RT_COOKIE_ATTRIBUTE_SAME_SITE] = "5.6.7",
  /* Of the draft on partitioned cookies, not of this one. */
  [RT_COOKIE_ATTRIBUTE_PARTITIONED] = "",
  [RT_COOKIE_ATTRIBUTE_OTHER] = "5.6",
};

static char *
say_max_age (gint64 seconds)
{
  g_autofree char *asked = NULL;
  g_autofree char *limit = NULL;

  if (seconds <= 0)
    return g_strdup (_("Removes the cookie: a lifetime of zero or less has passed already."));

  asked = rt_span_rounded (seconds);
  if (seconds <= RT_COOKIE_AGE_LIMIT)
    return g_strdup_printf (_("Keeps it for %s after the response came."), asked);

  limit = rt_span_rounded (RT_COOKIE_AGE_LIMIT);
  return g_strdup_printf (_("Asks for %s; no cookie is kept for more than %s."), asked, limit);
}

static char *
say_expires (gint64 seconds,
             gint64 now)
{
  g_autofree char *date = rt_cookie_dup_time_words (seconds);
  g_autofree char *limit = NULL;

  if (seconds <= now)
    return g_strdup_printf (_("Removes the cookie: %s has passed."), date);
  if (seconds <= now + RT_COOKIE_AGE_LIMIT)
    return g_strdup_printf (_("Keeps it until %s."), date);

  limit = rt_span_rounded (RT_COOKIE_AGE_LIMIT);
  return g_strdup_printf (_("Asks for %s; no cookie is kept for more than %s."), date, limit);
}

static char *
say_domain (const char *value)
{
  g_autofree char *domain = NULL;

  if (value[0] == '.')
    value++;
  if (value[0] == '\0')
    return g_strdup (_("Names no domain, so only the host that set it gets it back."));

  domain = rt_cookie_dup_quoted (value);
  return g_strdup_printf (_("Goes to %s and every host below it."), domain);
}

static char *
say_path (const char *value)
{
  g_autofree char *path = NULL;

  if (value[0] != '/')
    return g_strdup (_("Does not begin with “/”, so the folder of the request is its path."));
  if (value[1] == '\0')
    return g_strdup (_("Goes to every path of the host."));

  path = rt_cookie_dup_quoted (value);
  return g_strdup_printf (_("Goes to %s and what is below it."), path);
}

static char *
say_same_site (const char *value)
{
  if (g_ascii_strcasecmp (value, "Strict") == 0)
    return g_strdup (_("A browser sends it only from pages of the same site. Here a person "
                       "sends, which counts as the same site."));
  if (g_ascii_strcasecmp (value, "Lax") == 0)
    return g_strdup (_("A browser sends it from other sites only when a link is followed. "
                       "Here a person sends, which counts as the same site."));
  if (g_ascii_strcasecmp (value, "None") == 0)
    return g_strdup (_("A browser sends it from pages of every site; it must be Secure for that."));

  return g_strdup (_("Not Strict, Lax or None, so it counts as not said: browsers take Lax."));
}

static char *
say_what_counts (const RtCookieAttribute *attribute,
                 gint64                   now)
{
  const char *value = attribute->value != NULL ? attribute->value : "";

  switch (attribute->kind)
    {
    case RT_COOKIE_ATTRIBUTE_EXPIRES:
      return say_expires (attribute->number, now);
    case RT_COOKIE_ATTRIBUTE_MAX_AGE:
      return say_max_age (attribute->number);
    case RT_COOKIE_ATTRIBUTE_DOMAIN:
      return say_domain (value);
    case RT_COOKIE_ATTRIBUTE_PATH:
      return say_path (value);
    case RT_COOKIE_ATTRIBUTE_SECURE:
      return g_strdup (_("Goes over https only, and to this computer itself."));
    case RT_COOKIE_ATTRIBUTE_HTTP_ONLY:
      return g_strdup (_("In a browser, scripts of the page cannot read it."));
    case RT_COOKIE_ATTRIBUTE_SAME_SITE:
      return say_same_site (value);
    case RT_COOKIE_ATTRIBUTE_PARTITIONED:
      return g_strdup (_("A browser keeps it apart for each site that embeds this one."));
    case RT_COOKIE_ATTRIBUTE_OTHER:
    default:
      g_return_val_if_reached (NULL);
    }
}

static char *
say_unreadable (const RtCookieAttribute *attribute)
{
  if (attribute->kind == RT_COOKIE_ATTRIBUTE_MAX_AGE)
    return g_strdup (_("Ignored: not a whole number of seconds."));

  return g_strdup (_("Ignored: not a date."));
}

char *
rt_cookie_dup_attribute_words (const RtCookieAttribute *attribute,
                               gint64                   now,
                               const char             **section)
{
  g_return_val_if_fail (attribute != NULL && section != NULL, NULL);

  *section = sections[attribute->kind];
  switch (attribute->state)
    {
    case RT_COOKIE_ATTRIBUTE_COUNTS:
      return say_what_counts (attribute, now);
    case RT_COOKIE_ATTRIBUTE_OVERRIDDEN:
      return g_strdup (attribute->kind == RT_COOKIE_ATTRIBUTE_EXPIRES
                         ? _("Does not count: Max-Age or a later Expires does.")
                         : _("Does not count: a later one of the same name does."));
    case RT_COOKIE_ATTRIBUTE_UNREADABLE:
      return say_unreadable (attribute);
    case RT_COOKIE_ATTRIBUTE_TOO_LONG:
      *section = "5.6";
      return g_strdup_printf (_("Ignored: its value is longer than %d bytes."),
                              RT_COOKIE_ATTRIBUTE_LIMIT);
    case RT_COOKIE_ATTRIBUTE_UNKNOWN:
    default:
      return g_strdup (_("Not an attribute of cookies: ignored."));
    }
}
