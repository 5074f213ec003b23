/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns which cookies go along, in what order, and the words for the others.
 * Every request counts as one of the same site: a person sends it.
 */

#include "config.h"

#include "cookie-choice.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cookie-match.h"
#include "cookie-words.h"

static char *
withhold_by_domain (RtCookie           *cookie,
                    const RtCookieSite *site)
{
  const char *domain = rt_cookie_get_domain (cookie);
  g_autofree char *shown = rt_cookie_dup_quoted (domain);

  if (rt_cookie_is_host_only (cookie))
    return strcmp (domain, site->host) == 0
             ? NULL
             : g_strdup_printf (_("It is for %s only, not for %s."), shown, site->host);

  if (!rt_cookie_match_domain (site->host, domain))
    return g_strdup_printf (_("Domain=%s does not cover %s."), shown, site->host);

  return NULL;
}

static char *
withhold_by_path (RtCookie           *cookie,
                  const RtCookieSite *site)
{
  g_autofree char *shown = NULL;
  g_autofree char *asked = NULL;

  if (rt_cookie_match_path (site->path, rt_cookie_get_path (cookie)))
    return NULL;

  shown = rt_cookie_dup_quoted (rt_cookie_get_path (cookie));
  asked = rt_cookie_dup_quoted (site->path);
  return g_strdup_printf (_("Path=%s does not match %s."), shown, asked);
}

static char *
withhold_by_scheme (RtCookie           *cookie,
                    const RtCookieSite *site)
{
  if (!rt_cookie_is_secure (cookie) || site->secure)
    return NULL;

  return g_strdup_printf (_("It is Secure, and %s is asked over plain http."), site->host);
}

static char *
withhold_by_time (RtCookie *cookie,
                  gint64    now)
{
  gint64 expires = rt_cookie_get_expires (cookie);
  g_autofree char *then = NULL;
  g_autofree char *today = NULL;

  if (expires < 0 || expires > now)
    return NULL;

  then = rt_cookie_dup_time_words (expires);
  today = rt_cookie_dup_time_words (now);
  return g_strdup_printf (_("It expired on %s; the time of sending was %s."), then, today);
}

char *
rt_cookie_choice_withhold (RtCookie           *cookie,
                           const RtCookieSite *site,
                           gint64              now)
{
  char *why;

  g_return_val_if_fail (RT_IS_COOKIE (cookie) && site != NULL, NULL);

  why = withhold_by_domain (cookie, site);
  if (why == NULL)
    why = withhold_by_path (cookie, site);
  if (why == NULL)
    why = withhold_by_scheme (cookie, site);
  if (why == NULL)
    why = withhold_by_time (cookie, now);

  return why;
}

gboolean
rt_cookie_choice_is_near (RtCookie           *cookie,
                          const RtCookieSite *site,
                          const RtSuffixList *suffixes)
{
  const char *domain;

  g_return_val_if_fail (RT_IS_COOKIE (cookie), FALSE);
  g_return_val_if_fail (site != NULL && suffixes != NULL, FALSE);

  domain = rt_cookie_get_domain (cookie);

  return rt_cookie_match_domain (site->host, domain) ||
         rt_cookie_match_domain (domain, site->host) ||
         rt_suffix_list_is_one_site (suffixes, site->host, domain);
}

char *
rt_cookie_choice_say_sent (RtCookie           *cookie,
                           const RtCookieSite *site)
{
  g_autofree char *domain = NULL;
  g_autofree char *path = NULL;
  g_autofree char *asked = NULL;

  g_return_val_if_fail (RT_IS_COOKIE (cookie) && site != NULL, NULL);

  domain = rt_cookie_dup_quoted (rt_cookie_get_domain (cookie));
  path = rt_cookie_dup_quoted (rt_cookie_get_path (cookie));
  asked = rt_cookie_dup_quoted (site->path);
  if (rt_cookie_is_host_only (cookie))
    return g_strdup_printf (_("It is for %s, and Path=%s matches %s."), domain, path, asked);

  return g_strdup_printf (_("Domain=%s covers %s, and Path=%s matches %s."), domain, site->host,
                          path, asked);
}

gint
rt_cookie_choice_compare (gconstpointer a,
                          gconstpointer b)
{
  RtCookie *left = *(RtCookie *const *) a;
  RtCookie *right = *(RtCookie *const *) b;
  gsize left_length = strlen (rt_cookie_get_path (left));
  gsize right_length = strlen (rt_cookie_get_path (right));
  gint64 left_created = rt_cookie_get_created (left);
  gint64 right_created = rt_cookie_get_created (right);

  if (left_length != right_length)
    return left_length > right_length ? -1 : 1;
  if (left_created != right_created)
    return left_created < right_created ? -1 : 1;

  return strcmp (rt_cookie_get_name (left), rt_cookie_get_name (right));
}

char *
rt_cookie_choice_serialize (GPtrArray *cookies)
{
  GString *field;

  g_return_val_if_fail (cookies != NULL, NULL);

  field = g_string_new (NULL);
  for (guint i = 0; i < cookies->len; i++)
    {
      RtCookie *cookie = g_ptr_array_index (cookies, i);

      if (i > 0)
        g_string_append (field, "; ");
      if (rt_cookie_get_name (cookie)[0] != '\0')
        g_string_append_printf (field, "%s=", rt_cookie_get_name (cookie));
      g_string_append (field, rt_cookie_get_value (cookie));
    }

  return g_string_free (field, FALSE);
}
