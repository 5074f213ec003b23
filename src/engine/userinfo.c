/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* User information: taken apart, and out of a URL. */

#include "userinfo.h"

#include <string.h>

static char *
decode (const char *text,
        gssize      length)
{
  g_autofree char *raw = length < 0 ? g_strdup (text) : g_strndup (text, length);
  char *decoded = g_uri_unescape_string (raw, NULL);

  if (decoded != NULL && g_utf8_validate (decoded, -1, NULL))
    return decoded;

  g_clear_pointer (&decoded, g_free);

  return g_steal_pointer (&raw);
}

void
rt_userinfo_split (const char  *userinfo,
                   char       **user,
                   char       **secret)
{
  const char *colon;

  g_return_if_fail (userinfo != NULL && user != NULL && secret != NULL);

  colon = strchr (userinfo, ':');
  *user = decode (userinfo, colon != NULL ? colon - userinfo : -1);
  *secret = colon != NULL ? decode (colon + 1, -1) : g_strdup ("");
}

/* Nothing before it in a URL has an "@", so that the first place where it
 * stands with one behind it is its own. */
char *
rt_userinfo_remove (const char *url,
                    const char *userinfo)
{
  g_autofree char *with_at = NULL;
  const char *place;

  g_return_val_if_fail (url != NULL && userinfo != NULL, NULL);

  with_at = g_strconcat (userinfo, "@", NULL);
  place = strstr (url, with_at);
  if (place == NULL)
    return g_strdup (url);

  return g_strdup_printf ("%.*s%s", (int) (place - url), url, place + strlen (with_at));
}
