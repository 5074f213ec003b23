/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the phrases about cookies that are no verdicts. Decides nothing. */

#include "config.h"

#include "cookie-words.h"

#include <glib/gi18n-lib.h>

#include "text.h"

#define QUOTE_LIMIT 60 /* characters */

char *
rt_cookie_dup_quoted (const char *text)
{
  g_autofree char *shown = NULL;
  g_autofree char *cut = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  shown = rt_text_from_wire (text, -1);
  if (g_utf8_strlen (shown, -1) <= QUOTE_LIMIT)
    return g_steal_pointer (&shown);

  cut = g_utf8_substring (shown, 0, QUOTE_LIMIT - 1);
  return g_strconcat (cut, "…", NULL);
}

char *
rt_cookie_dup_name_shown (RtCookie *cookie)
{
  g_return_val_if_fail (RT_IS_COOKIE (cookie), NULL);

  return rt_text_from_wire (rt_cookie_get_name (cookie), -1);
}

char *
rt_cookie_dup_value_shown (RtCookie *cookie)
{
  g_return_val_if_fail (RT_IS_COOKIE (cookie), NULL);

  return rt_text_from_wire (rt_cookie_get_value (cookie), -1);
}

char *
rt_cookie_dup_section (const char *number)
{
  g_return_val_if_fail (number != NULL, NULL);

  return g_strdup_printf (_("RFC 6265bis, section %s"), number);
}

static gint64
count_units (gint64 seconds,
             gint64 unit)
{
  return seconds / unit + (seconds % unit * 2 >= unit ? 1 : 0);
}

/* The largest unit of which there are two, or that fits exactly. */
static gboolean
suits (gint64 seconds,
       gint64 unit)
{
  return seconds >= 2 * unit || (seconds >= unit && seconds % unit == 0);
}

char *
rt_cookie_dup_age_words (gint64 seconds)
{
  gint64 n;

  g_return_val_if_fail (seconds >= 0, NULL);

  if (suits (seconds, 24 * 3600))
    {
      n = count_units (seconds, 24 * 3600);
      return g_strdup_printf (ngettext ("%" G_GINT64_FORMAT " day",
                                        "%" G_GINT64_FORMAT " days", n), n);
    }
  if (suits (seconds, 3600))
    {
      n = count_units (seconds, 3600);
      return g_strdup_printf (ngettext ("%" G_GINT64_FORMAT " hour",
                                        "%" G_GINT64_FORMAT " hours", n), n);
    }
  if (suits (seconds, 60))
    {
      n = count_units (seconds, 60);
      return g_strdup_printf (ngettext ("%" G_GINT64_FORMAT " minute",
                                        "%" G_GINT64_FORMAT " minutes", n), n);
    }

  return g_strdup_printf (ngettext ("%" G_GINT64_FORMAT " second",
                                    "%" G_GINT64_FORMAT " seconds", seconds), seconds);
}

char *
rt_cookie_dup_expiry_words (RtCookie *cookie,
                            gint64    now)
{
  gint64 expires;
  g_autofree char *age = NULL;

  g_return_val_if_fail (RT_IS_COOKIE (cookie), NULL);

  expires = rt_cookie_get_expires (cookie);
  if (expires < 0)
    return g_strdup (_("When the window closes"));
  if (expires <= now)
    return g_strdup (_("Expired"));

  age = rt_cookie_dup_age_words (expires - now);
  /* Translators: when a cookie expires: "In 3 days" */
  return g_strdup_printf (_("In %s"), age);
}

char *
rt_cookie_dup_time_words (gint64 seconds)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (seconds);

  if (date == NULL)
    return g_strdup_printf ("%" G_GINT64_FORMAT, seconds);

  /* Translators: a date and a time, as strftime() writes them */
  return g_date_time_format (date, _("%-d %b %Y, %H:%M:%S UTC"));
}

static char *
dup_hosts (RtCookie *cookie)
{
  g_autofree char *domain = rt_cookie_dup_quoted (rt_cookie_get_domain (cookie));

  /* Translators: where a cookie goes to; %s is a host */
  return g_strdup_printf (rt_cookie_is_host_only (cookie) ? _("%s only")
                                                          : _("%s and every host below it"),
                          domain);
}

static char *
dup_time (RtCookie *cookie,
          gint64    now)
{
  gint64 expires = rt_cookie_get_expires (cookie);
  g_autofree char *age = NULL;

  if (expires < 0)
    return g_strdup (_("until the window closes"));

  age = rt_cookie_dup_age_words (MAX (expires - now, 0));
  /* Translators: how long a cookie is kept: "for 3 days" */
  return g_strdup_printf (_("for %s"), age);
}

char *
rt_cookie_dup_scope_words (RtCookie *cookie,
                           gint64    now)
{
  g_autofree char *hosts = NULL;
  g_autofree char *path = NULL;
  g_autofree char *kept = NULL;

  g_return_val_if_fail (RT_IS_COOKIE (cookie), NULL);

  hosts = dup_hosts (cookie);
  path = rt_cookie_dup_quoted (rt_cookie_get_path (cookie));
  kept = dup_time (cookie, now);
  if (rt_cookie_is_secure (cookie))
    /* Translators: host, path, time: "Goes to example.org only, path /, for 3 days, …" */
    return g_strdup_printf (_("Goes to %s, path %s, %s, over a secure connection only."),
                            hosts, path, kept);

  return g_strdup_printf (_("Goes to %s, path %s, %s."), hosts, path, kept);
}
