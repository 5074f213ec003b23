/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The topic "caching": who may store the response (RFC 9111 section 3). */

#include "config.h"

#include <glib/gi18n-lib.h>

#include "caching-private.h"
#include "directives.h"
#include "freshness.h"
#include "saying.h"
#include "topics.h"

gboolean
rt_caching_has (const RtCase *self,
                const char   *name)
{
  g_autofree char *control = rt_case_dup_response (self, "Cache-Control");
  g_autoptr(GPtrArray) directives = rt_directives_parse (control, -1);

  return rt_directives_find (directives, name) != NULL;
}

static gboolean
says_lifetime (const RtCase *self)
{
  return rt_caching_has (self, "max-age") || rt_caching_has (self, "s-maxage") ||
         rt_case_find_response (self, "Expires") >= 0;
}

static gboolean
is_cacheable_method (const RtCase *self)
{
  if (rt_case_is_method (self, "GET") || rt_case_is_method (self, "HEAD"))
    return TRUE;

  return rt_case_is_method (self, "POST") && says_lifetime (self) &&
         rt_case_find_response (self, "Content-Location") >= 0;
}

static gboolean
explain_method (RtCase *self)
{
  g_autofree char *quoted = NULL;

  if (is_cacheable_method (self))
    return FALSE;

  quoted = rt_case_quote (self->method);
  if (rt_case_find_response (self, "Cache-Control") >= 0 &&
      !rt_caching_has (self, "no-store") && says_lifetime (self))
    rt_say_response (self, "Cache-Control", "caching-method", RT_NOTE_INFO,
                     "RFC 9110, section 9.2.3", _("Caches do not store the answer to this method."),
                     _("The request used %s. Only answers to GET and HEAD are stored in practice, "
                       "and to POST when it has a lifetime and a Content-Location. What the "
                       "caching fields of this response say has no effect."), quoted);

  return TRUE;
}

static gboolean
explain_no_store (RtCase *self)
{
  if (!rt_caching_has (self, "no-store"))
    return FALSE;

  rt_say_response (self, "Cache-Control", "caching-no-store", RT_NOTE_INFO,
                   "RFC 9111, section 5.2.2.5", _("No cache may store this response."),
                   _("Cache-Control says “no-store”: neither the browser nor any cache on the way "
                     "may keep it. Every use asks the server again and transfers everything again. "
                     "To store it but ask before each use, “no-cache” is meant."));

  return TRUE;
}

static gboolean
explain_unstorable (RtCase *self)
{
  gboolean knows = rt_freshness_is_heuristic_status (self->status);

  if (knows || says_lifetime (self) || rt_caching_has (self, "public") ||
      rt_caching_has (self, "private"))
    return FALSE;

  if (self->status < 400)
    rt_say (self, RT_NOTE_ON_STATUS, "caching-not-storable", RT_NOTE_INFO, "RFC 9111, section 3",
            _("Caches do not store this response."),
            _("A response with status %d is stored only when it says so: by max-age, s-maxage, "
              "Expires, public or private. This one says none of them."), self->status);

  return TRUE;
}

/* Shared caches must be told when the request carried credentials. */
static gboolean
is_kept_from_shared (const RtCase *self)
{
  return rt_case_find_request (self, "Authorization") >= 0 &&
         !rt_caching_has (self, "public") && !rt_caching_has (self, "s-maxage") &&
         !rt_caching_has (self, "must-revalidate");
}

static void
explain_authorised (RtCase *self)
{
  if (rt_case_find_request (self, "Authorization") < 0 || rt_caching_has (self, "private"))
    return;

  if (is_kept_from_shared (self))
    rt_say_request (self, "Authorization", "caching-authorized-private", RT_NOTE_INFO,
                    "RFC 9111, section 3.5", _("Shared caches may not store this response."),
                    _("The request carried Authorization, and Cache-Control has none of public, "
                      "s-maxage and must-revalidate, which would allow it. The browser's own "
                      "cache may store it."));
  else
    rt_say_request (self, "Authorization", "caching-authorized-shared", RT_NOTE_INFO,
                    "RFC 9111, section 3.5",
                    _("Shared caches may store it, although you sent credentials."),
                    _("Cache-Control has public, s-maxage or must-revalidate, which allows a cache "
                      "that many people share to store the answer to a request with Authorization. "
                      "That is right only when everybody gets the same answer."));
}

static void
explain_private (RtCase *self)
{
  g_autofree char *control = rt_case_dup_response (self, "Cache-Control");
  g_autoptr(GPtrArray) directives = rt_directives_parse (control, -1);
  const RtDirective *directive = rt_directives_find (directives, "private");

  if (directive == NULL)
    return;

  if (directive->value != NULL && *directive->value != '\0')
    {
      g_autofree char *fields = rt_case_quote (directive->value);

      rt_say_response (self, "Cache-Control", "caching-private-fields", RT_NOTE_INFO,
                       "RFC 9111, section 5.2.2.7",
                       _("Shared caches may store it without the fields that it names."),
                       _("“private” names fields here: %s. A shared cache should leave these out. "
                         "Many caches do not know this form and treat the whole response as "
                         "private."), fields);
      return;
    }

  rt_say_response (self, "Cache-Control", "caching-private", RT_NOTE_INFO,
                   "RFC 9111, section 5.2.2.7", _("Only the browser's own cache may store it."),
                   _("Cache-Control says “private”: the response is for one person. A proxy or a "
                     "CDN, which serve many, must not store it."));
}

static void
explain_public (RtCase *self)
{
  if (!rt_caching_has (self, "public") || rt_caching_has (self, "private") ||
      rt_case_find_request (self, "Authorization") >= 0)
    return;

  if (rt_freshness_is_heuristic_status (self->status) || says_lifetime (self))
    rt_say_response (self, "Cache-Control", "caching-public-needless", RT_NOTE_INFO,
                     "RFC 9111, section 5.2.2.9", _("Here “public” changes nothing."),
                     _("Caches may store this response without it. “public” matters only for the "
                       "answer to a request with Authorization, or for a status that is not "
                       "stored by itself."));
}

/* Who may store it. FALSE when nobody may. */
static gboolean
explain_storage (RtCase *self)
{
  if (explain_method (self) || explain_no_store (self) || explain_unstorable (self))
    return FALSE;

  explain_private (self);
  explain_authorised (self);
  explain_public (self);
  if (!rt_caching_has (self, "private") && !is_kept_from_shared (self) &&
      says_lifetime (self))
    rt_say (self, RT_NOTE_ON_STATUS, "caching-stored", RT_NOTE_INFO, "RFC 9111, section 3",
            _("Any cache may store this response."),
            _("Method and status allow it, and nothing in Cache-Control forbids it: the browser "
              "may keep it, and so may proxies and CDNs on the way."));

  return TRUE;
}

void
rt_explain_caching (RtCase *self)
{
  if (self->response == NULL || self->status < 200 || self->status > 599)
    return;

  if (self->status == 304 || explain_storage (self))
    {
      rt_caching_explain_freshness (self);
      rt_caching_explain_vary (self);
    }
  rt_caching_explain_directives (self);
  rt_caching_explain_others (self);
}
