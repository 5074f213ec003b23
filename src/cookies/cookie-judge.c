/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns what becomes of one cookie that came, and the words for it. Reads no
 * bytes and takes no lock.
 */

#include "config.h"

#include "cookie-judge.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cookie-intake.h"
#include "cookie-match.h"
#include "cookie-words.h"

/* A copy that is as old as the one in whose place it goes. */
static RtCookie *
copy_with_created (RtCookie *cookie,
                   gint64    created)
{
  const RtCookieParts parts = {
    .name = rt_cookie_get_name (cookie),
    .value = rt_cookie_get_value (cookie),
    .domain = rt_cookie_get_domain (cookie),
    .path = rt_cookie_get_path (cookie),
    .expires = rt_cookie_get_expires (cookie),
    .created = created,
    .host_only = rt_cookie_is_host_only (cookie),
    .secure = rt_cookie_is_secure (cookie),
    .http_only = rt_cookie_is_http_only (cookie),
    .partitioned = rt_cookie_is_partitioned (cookie),
    .same_site = rt_cookie_get_same_site (cookie),
  };

  return rt_cookie_new (&parts);
}

static RtCookieVerdict *
make_verdict (RtCookieFate  fate,
              RtCookie     *cookie,
              const char   *line,
              const char   *why,
              const char   *number)
{
  g_autofree char *section = rt_cookie_dup_section (number);

  return rt_cookie_verdict_new (fate, cookie, line, why, section);
}

/* A cookie of a plain connection may not hide a Secure one (section 5.7). */
static char *
refuse_overlay (RtCookieStore      *self,
                RtCookie           *cookie,
                const RtCookieSite *site,
                gint64              now)
{
  const char *domain = rt_cookie_get_domain (cookie);

  for (guint i = 0; !site->secure && i < rt_cookie_store_get_length (self); i++)
    {
      RtCookie *kept = rt_cookie_store_get (self, i);
      const char *other = rt_cookie_get_domain (kept);
      g_autofree char *shown = NULL;

      if (!rt_cookie_is_secure (kept) || rt_cookie_is_expired (kept, now) ||
          strcmp (rt_cookie_get_name (kept), rt_cookie_get_name (cookie)) != 0 ||
          (!rt_cookie_match_domain (other, domain) && !rt_cookie_match_domain (domain, other)) ||
          !rt_cookie_match_path (rt_cookie_get_path (cookie), rt_cookie_get_path (kept)))
        continue;

      shown = rt_cookie_dup_quoted (other);
      return g_strdup_printf (_("A Secure cookie of that name is kept for %s, and one that "
                                "comes over plain http may not take its place."),
                              shown);
    }

  return NULL;
}

static RtCookieVerdict *
remove_past (RtCookieStore *self,
             RtCookie      *cookie,
             const char    *line,
             gint64         now,
             gboolean      *changed)
{
  RtCookie *kept = rt_cookie_store_find (self, cookie);
  gboolean was_kept = kept != NULL && !rt_cookie_is_expired (kept, now);

  *changed = rt_cookie_store_remove (self, cookie);

  return make_verdict (RT_COOKIE_REMOVED, cookie, line,
                       was_kept ? _("It came with a time that has passed, which removed the one "
                                    "that was kept.")
                                : _("It came with a time that has passed; there was none to "
                                    "remove."),
                       "5.7");
}

/* What became of those that were too many. */
static char *
say_pushed_out (RtCookie *gone,
                RtCookie *cookie)
{
  g_autofree char *name = rt_cookie_dup_quoted (rt_cookie_get_name (gone));
  g_autofree char *domain = rt_cookie_dup_quoted (rt_cookie_get_domain (gone));

  if (gone == cookie)
    return g_strdup_printf (_("%s has %d Secure cookies, the most that are kept, and this one "
                              "is not Secure."),
                            domain, RT_COOKIE_STORE_DOMAIN_LIMIT);
  if (strcmp (rt_cookie_get_domain (gone), rt_cookie_get_domain (cookie)) == 0)
    return g_strdup_printf (_("“%s” was dropped for it: %d are kept for %s."), name,
                            RT_COOKIE_STORE_DOMAIN_LIMIT, domain);

  return g_strdup_printf (_("“%s” of %s was dropped for it: %d are kept in all."), name, domain,
                          RT_COOKIE_STORE_LIMIT);
}

static RtCookieVerdict *
keep (RtCookieStore *self,
      RtCookie      *cookie,
      const char    *line,
      gint64         now)
{
  RtCookie *old = rt_cookie_store_find (self, cookie);
  RtCookieFate fate =
    old != NULL && !rt_cookie_is_expired (old, now) ? RT_COOKIE_REPLACED : RT_COOKIE_STORED;
  g_autoptr (RtCookie) kept = fate == RT_COOKIE_REPLACED
                                ? copy_with_created (cookie, rt_cookie_get_created (old))
                                : g_object_ref (cookie);
  g_autofree char *why = rt_cookie_dup_scope_words (kept, now);
  g_autofree char *pushed = NULL;
  g_autofree char *both = NULL;
  g_autoptr (RtCookie) gone = NULL;

  rt_cookie_store_put (self, kept);
  gone = rt_cookie_store_push_out (self, rt_cookie_get_domain (kept), now);
  if (gone == NULL)
    return make_verdict (fate, kept, line, why, "5.7");

  pushed = say_pushed_out (gone, kept);
  if (gone == kept)
    return make_verdict (RT_COOKIE_REFUSED, kept, line, pushed, "5.7");

  both = g_strdup_printf ("%s %s", why, pushed);
  return make_verdict (fate, kept, line, both, "5.7");
}

RtCookieVerdict *
rt_cookie_judge (RtCookieStore      *store,
                 const RtSuffixList *suffixes,
                 const RtSetCookie  *set,
                 const char         *line,
                 const RtCookieSite *site,
                 gint64              now,
                 gint64              created,
                 gboolean           *changed)
{
  g_autoptr (RtCookie) cookie = NULL;
  g_autofree char *why = NULL;
  const char *section = "5.7";

  g_return_val_if_fail (store != NULL && suffixes != NULL && set != NULL, NULL);
  g_return_val_if_fail (site != NULL && changed != NULL, NULL);

  *changed = FALSE;
  cookie = rt_cookie_intake_build (set, site, suffixes, now, created);
  why = rt_cookie_intake_refuse (set, cookie, site, suffixes, &section);
  if (why == NULL)
    why = refuse_overlay (store, cookie, site, now);
  if (why != NULL)
    return make_verdict (RT_COOKIE_REFUSED, cookie, line, why, section);
  if (rt_cookie_is_expired (cookie, now))
    return remove_past (store, cookie, line, now, changed);

  *changed = TRUE;
  return keep (store, cookie, line, now);
}
