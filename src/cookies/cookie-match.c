/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the matching of RFC 6265bis sections 5.1.3 and 5.1.4. Compares bytes:
 * nothing is decoded or normalised here.
 */

#include "cookie-match.h"

#include <gio/gio.h>
#include <string.h>

gboolean
rt_cookie_match_domain (const char *host,
                        const char *domain)
{
  gsize length;
  gsize suffix;

  g_return_val_if_fail (host != NULL && domain != NULL, FALSE);

  if (strcmp (host, domain) == 0)
    return TRUE;

  length = strlen (host);
  suffix = strlen (domain);

  return suffix > 0 && length > suffix && host[length - suffix - 1] == '.' &&
         strcmp (host + length - suffix, domain) == 0 &&
         !g_hostname_is_ip_address (host);
}

gboolean
rt_cookie_match_path (const char *path,
                      const char *cookie_path)
{
  gsize length;

  g_return_val_if_fail (path != NULL && cookie_path != NULL, FALSE);

  length = strlen (cookie_path);
  if (length == 0 || !g_str_has_prefix (path, cookie_path))
    return FALSE;

  return path[length] == '\0' || path[length] == '/' || cookie_path[length - 1] == '/';
}

char *
rt_cookie_dup_default_path (const char *path)
{
  const char *last;

  g_return_val_if_fail (path != NULL, NULL);

  last = strrchr (path, '/');
  if (path[0] != '/' || last == path)
    return g_strdup ("/");

  return g_strndup (path, last - path);
}
