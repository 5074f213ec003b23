/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns what only a person can get wrong, such as a semicolon in a value; the
 * rest is asked of the intake, as if the cookie had come from its host.
 */

#include "config.h"

#include "cookie-check.h"

#include <glib/gi18n-lib.h>
#include <gio/gio.h>
#include <string.h>

#include "cookie-intake.h"

static gboolean
has_any (const char *text,
         const char *forbidden)
{
  for (; *text != '\0'; text++)
    if (((guchar) *text < 0x20 && *text != '\t') || *text == 0x7f ||
        strchr (forbidden, *text) != NULL)
      return TRUE;

  return FALSE;
}

static gboolean
has_blank_ends (const char *text)
{
  gsize length = strlen (text);

  return length > 0 && (strchr (" \t", text[0]) != NULL ||
                        strchr (" \t", text[length - 1]) != NULL);
}

static char *
check_name (const RtCookieParts *parts)
{
  if (has_any (parts->name, ";="))
    return g_strdup (_("A name cannot hold “;”, “=” or control characters."));
  if (has_blank_ends (parts->name))
    return g_strdup (_("A name cannot begin or end with a blank."));
  if (parts->name[0] == '\0' && parts->value[0] == '\0')
    return g_strdup (_("A cookie needs a name or a value."));

  return NULL;
}

static char *
check_value (const RtCookieParts *parts)
{
  if (has_any (parts->value, ";"))
    return g_strdup (_("A value cannot hold “;” or control characters."));
  if (has_blank_ends (parts->value))
    return g_strdup (_("A value cannot begin or end with a blank."));

  return NULL;
}

static char *
check_domain (const RtCookieParts *parts,
              const RtSuffixList  *suffixes)
{
  if (parts->domain[0] == '\0')
    return g_strdup (_("A cookie needs a host that it goes to."));
  if (parts->host_only)
    return NULL;
  if (g_hostname_is_ip_address (parts->domain))
    return g_strdup (_("An address has no hosts below it."));
  if (rt_suffix_list_is_public (suffixes, parts->domain))
    return g_strdup (_("This is a public suffix: a cookie cannot go to every host below it."));

  return NULL;
}

static char *
check_path (const RtCookieParts *parts)
{
  if (parts->path[0] != '/')
    return g_strdup (_("A path begins with “/”."));
  if (has_any (parts->path, ";") || has_blank_ends (parts->path))
    return g_strdup (_("A path cannot hold “;” or control characters, nor end with a blank."));

  return NULL;
}

static char *
check_expires (const RtCookieParts *parts,
               gint64               now)
{
  if (parts->expires >= 0 && parts->expires <= now)
    return g_strdup (_("This time has passed."));

  return NULL;
}

/* As a server would have to write it. */
static char *
check_whole (const RtCookieParts *parts,
             const RtSuffixList  *suffixes,
             gint64               now)
{
  const RtCookieSite site = { parts->domain, "/", TRUE };
  g_autofree char *line =
    g_strdup_printf ("%s=%s; Path=%s%s%s%s%s%s", parts->name, parts->value, parts->path,
                     parts->host_only ? "" : "; Domain=", parts->host_only ? "" : parts->domain,
                     parts->secure ? "; Secure" : "", parts->partitioned ? "; Partitioned" : "",
                     parts->same_site == RT_SAME_SITE_NONE ? "; SameSite=None" : "");
  gsize control;
  g_autoptr (RtSetCookie) set = rt_set_cookie_parse (line, strlen (line), &control);
  g_autoptr (RtCookie) cookie = NULL;
  const char *section;

  g_return_val_if_fail (set != NULL, NULL);

  cookie = rt_cookie_intake_build (set, &site, suffixes, now, 0);
  return rt_cookie_intake_refuse (set, cookie, &site, suffixes, &section);
}

char *
rt_cookie_check (const RtCookieParts *parts,
                 const RtSuffixList  *suffixes,
                 gint64               now,
                 RtCookiePart        *part)
{
  char *why;

  g_return_val_if_fail (parts != NULL && suffixes != NULL && part != NULL, NULL);

  *part = RT_COOKIE_PART_NAME;
  if ((why = check_name (parts)) != NULL)
    return why;
  *part = RT_COOKIE_PART_VALUE;
  if ((why = check_value (parts)) != NULL)
    return why;
  *part = RT_COOKIE_PART_DOMAIN;
  if ((why = check_domain (parts, suffixes)) != NULL)
    return why;
  *part = RT_COOKIE_PART_PATH;
  if ((why = check_path (parts)) != NULL)
    return why;
  *part = RT_COOKIE_PART_EXPIRES;
  if ((why = check_expires (parts, now)) != NULL)
    return why;
  *part = RT_COOKIE_PART_WHOLE;

  return check_whole (parts, suffixes, now);
}
