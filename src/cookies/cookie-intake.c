/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the reasons to refuse a cookie: one function each, asked in the order
 * of RFC 6265bis section 5.7. Keeps nothing.
 */

#include "config.h"

#include "cookie-intake.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "cookie-match.h"
#include "cookie-words.h"

#define SECURE_PREFIX "__Secure-"
#define HOST_PREFIX   "__Host-"

typedef struct
{
  const RtSetCookie  *set;
  RtCookie           *cookie;
  const RtCookieSite *site;
  const RtSuffixList *suffixes;
} Intake;

static gboolean
has_prefix (const char *text,
            const char *prefix)
{
  return g_ascii_strncasecmp (text, prefix, strlen (prefix)) == 0;
}

/* Canonical; "" when none is named. */
static char *
dup_asked_domain (const RtSetCookie *set)
{
  const RtCookieAttribute *domain = rt_set_cookie_find (set, RT_COOKIE_ATTRIBUTE_DOMAIN);
  const char *value = domain != NULL && domain->value != NULL ? domain->value : "";

  return g_ascii_strdown (value[0] == '.' ? value + 1 : value, -1);
}

static char *
dup_path (const RtSetCookie  *set,
          const RtCookieSite *site)
{
  const RtCookieAttribute *path = rt_set_cookie_find (set, RT_COOKIE_ATTRIBUTE_PATH);

  if (path != NULL && path->value != NULL && path->value[0] == '/')
    return g_strdup (path->value);

  return rt_cookie_dup_default_path (site->path);
}

RtCookie *
rt_cookie_intake_build (const RtSetCookie  *set,
                        const RtCookieSite *site,
                        const RtSuffixList *suffixes,
                        gint64              now,
                        gint64              created)
{
  RtCookieParts parts = { 0 };
  g_autofree char *domain = NULL;
  g_autofree char *path = NULL;

  g_return_val_if_fail (set != NULL && site != NULL && suffixes != NULL, NULL);

  domain = dup_asked_domain (set);
  path = dup_path (set, site);
  parts.name = set->name;
  parts.value = set->value;
  parts.host_only = domain[0] == '\0' || (strcmp (domain, site->host) == 0 &&
                                          rt_suffix_list_is_public (suffixes, domain));
  parts.domain = parts.host_only ? site->host : domain;
  parts.path = path;
  parts.expires = rt_set_cookie_get_expiry (set, now);
  parts.created = created;
  parts.secure = rt_set_cookie_find (set, RT_COOKIE_ATTRIBUTE_SECURE) != NULL;
  parts.http_only = rt_set_cookie_find (set, RT_COOKIE_ATTRIBUTE_HTTP_ONLY) != NULL;
  parts.partitioned = rt_set_cookie_find (set, RT_COOKIE_ATTRIBUTE_PARTITIONED) != NULL;
  parts.same_site = rt_set_cookie_get_same_site (set);

  return rt_cookie_new (&parts);
}

static char *
refuse_empty (const Intake *in)
{
  if (in->set->name[0] == '\0' && in->set->value[0] == '\0')
    return g_strdup (_("It has neither a name nor a value."));

  return NULL;
}

static char *
refuse_large (const Intake *in)
{
  gsize size = strlen (in->set->name) + strlen (in->set->value);

  if (size > RT_COOKIE_SIZE_LIMIT)
    return g_strdup_printf (_("Name and value together take %zu bytes; the limit is %d."),
                            size, RT_COOKIE_SIZE_LIMIT);

  return NULL;
}

static char *
refuse_domain (const Intake *in)
{
  const char *domain = rt_cookie_get_domain (in->cookie);
  g_autofree char *shown = NULL;

  if (rt_cookie_is_host_only (in->cookie))
    return NULL;

  shown = rt_cookie_dup_quoted (domain);
  if (!g_str_is_ascii (domain))
    return g_strdup_printf (_("Domain=%s holds characters that are not ASCII; international "
                              "names are written as “xn--…” there."),
                            shown);
  if (rt_suffix_list_is_public (in->suffixes, domain))
    return g_strdup_printf (_("Domain=%s is a public suffix: anyone can register a name "
                              "below it, so no cookie may be for all of them."),
                            shown);
  if (!rt_cookie_match_domain (in->site->host, domain))
    return g_strdup_printf (_("Domain=%s is neither %s, which sent it, nor above it."), shown,
                            in->site->host);

  return NULL;
}

static char *
refuse_insecure (const Intake *in)
{
  if (rt_cookie_is_secure (in->cookie) && !in->site->secure)
    return g_strdup_printf (_("It is Secure, but %s sent it over plain http."), in->site->host);

  return NULL;
}

static char *
refuse_same_site_none (const Intake *in)
{
  if (rt_cookie_get_same_site (in->cookie) == RT_SAME_SITE_NONE &&
      !rt_cookie_is_secure (in->cookie))
    return g_strdup (_("SameSite=None needs Secure beside it."));

  return NULL;
}

static char *
refuse_secure_prefix (const Intake *in)
{
  if (has_prefix (in->set->name, SECURE_PREFIX) && !rt_cookie_is_secure (in->cookie))
    return g_strdup (_("A name that begins with “__Secure-” needs Secure."));

  return NULL;
}

static char *
refuse_host_prefix (const Intake *in)
{
  if (!has_prefix (in->set->name, HOST_PREFIX))
    return NULL;
  if (!rt_cookie_is_secure (in->cookie))
    return g_strdup (_("A name that begins with “__Host-” needs Secure."));
  if (!rt_cookie_is_host_only (in->cookie))
    return g_strdup (_("A name that begins with “__Host-” may not come with Domain."));
  if (rt_set_cookie_find (in->set, RT_COOKIE_ATTRIBUTE_PATH) == NULL ||
      strcmp (rt_cookie_get_path (in->cookie), "/") != 0)
    return g_strdup (_("A name that begins with “__Host-” needs Path=/."));

  return NULL;
}

/* It would go out as if it had the name. */
static char *
refuse_prefix_as_value (const Intake *in)
{
  if (in->set->name[0] == '\0' && (has_prefix (in->set->value, SECURE_PREFIX) ||
                                   has_prefix (in->set->value, HOST_PREFIX)))
    return g_strdup (_("It has no name, and its value pretends to a name that begins with "
                       "“__Secure-” or “__Host-”."));

  return NULL;
}

static char *
refuse_partitioned (const Intake *in)
{
  if (rt_cookie_is_partitioned (in->cookie) && !rt_cookie_is_secure (in->cookie))
    return g_strdup (_("Partitioned needs Secure beside it."));

  return NULL;
}

static const struct
{
  char       *(*refuse) (const Intake *in);
  const char   *section;
} checks[] = {
  { refuse_empty, "5.7" },
  { refuse_large, "5.6" },
  { refuse_domain, "5.7" },
  { refuse_insecure, "5.7" },
  { refuse_same_site_none, "5.7" },
  { refuse_secure_prefix, "5.4" },
  { refuse_host_prefix, "5.4" },
  { refuse_prefix_as_value, "5.7" },
  { refuse_partitioned, "" },
};

char *
rt_cookie_intake_refuse (const RtSetCookie  *set,
                         RtCookie           *cookie,
                         const RtCookieSite *site,
                         const RtSuffixList *suffixes,
                         const char        **section)
{
  const Intake in = { set, cookie, site, suffixes };

  g_return_val_if_fail (set != NULL && RT_IS_COOKIE (cookie) && site != NULL, NULL);
  g_return_val_if_fail (suffixes != NULL && section != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (checks); i++)
    {
      char *why = checks[i].refuse (&in);

      if (why != NULL)
        {
          *section = checks[i].section;
          return why;
        }
    }

  return NULL;
}
