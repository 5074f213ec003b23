/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cookies.h"

#include <string.h>

RtCookieVerdict *
rt_test_cookie_receive (RtCookieJar *jar,
                        const char  *host,
                        const char  *line)
{
  const RtCookieSite site = { host, "/", TRUE };
  g_autoptr (GBytes) bytes = g_bytes_new (line, strlen (line));

  return rt_cookie_jar_receive (jar, &site, bytes, g_get_real_time () / G_USEC_PER_SEC);
}

guint
rt_test_cookie_count (RtCookieJar *jar)
{
  g_autoptr (GPtrArray) cookies = rt_cookie_jar_dup_cookies (jar);

  return cookies->len;
}

RtCookie *
rt_test_cookie_find (RtCookieJar *jar,
                     const char  *name)
{
  g_autoptr (GPtrArray) cookies = rt_cookie_jar_dup_cookies (jar);

  for (guint i = 0; i < cookies->len; i++)
    if (strcmp (rt_cookie_get_name (g_ptr_array_index (cookies, i)), name) == 0)
      return g_object_ref (g_ptr_array_index (cookies, i));

  return NULL;
}
