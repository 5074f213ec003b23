/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the phrases about cookies that are no verdicts. Decides nothing. */

#include "config.h"

#include "cookie-words.h"

#include <glib/gi18n-lib.h>

#include "span.h"
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
rt_cookie_dup_escaped (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  return rt_text_from_wire (text, -1);
}

char *
rt_cookie_dup_section (const char *number)
{
  g_return_val_if_fail (number != NULL, NULL);

  if (number[0] == '\0')
    return g_strdup (_("draft on partitioned cookies (CHIPS)"));

  return g_strdup_printf (_("RFC 6265bis, section %s"), number);
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
    return g_strdup (_("Expires when the window closes"));
  if (rt_cookie_is_expired (cookie, now))
    return g_strdup (_("Expired"));

  age = rt_span_rounded (expires - now);
  /* Translators: %s is "3 days" or so */
  return g_strdup_printf (_("Expires in %s"), age);
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

  age = rt_span_rounded (MAX (expires - now, 0));
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
