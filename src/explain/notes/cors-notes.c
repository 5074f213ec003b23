/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cross-origin requests (Fetch standard, section 3.2): whether a page of
 * another origin may read this response, and whether a preflight lets its
 * request through.
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "directives.h"
#include "topics.h"

#define SECTION "Fetch standard, section 3.2"

typedef struct
{
  RtCase *c;
  char   *origin;      /* the request's; NULL when it has none */
  char   *allowed;     /* Access-Control-Allow-Origin; NULL when there is none */
  int     field;       /* its position */
  char   *credentials; /* Access-Control-Allow-Credentials */
} Cors;

static gboolean
is_preflight (const RtCase *c)
{
  return rt_case_is_method (c, "OPTIONS") &&
         rt_case_find_request (c, "Access-Control-Request-Method") >= 0;
}

static gboolean
lets_in (const Cors *self)
{
  return self->allowed != NULL && (g_str_equal (self->allowed, "*") ||
                                   g_strcmp0 (self->allowed, self->origin) == 0);
}

/* The form of Access-Control-Allow-Origin: one origin, "*" or "null". */
static void
check_form (const Cors *self)
{
  g_autofree char *quoted = rt_case_quote (self->allowed);
  const char *host = strstr (self->allowed, "://");

  if (strchr (self->allowed, ',') != NULL || strchr (self->allowed, ' ') != NULL)
    rt_case_take (self->c, RT_NOTE_ON_FIELD, self->field, "cors-several-origins", RT_NOTE_FAULT,
                  SECTION, g_strdup (_("Access-Control-Allow-Origin must be one origin.")),
                  g_strdup_printf (_("%s is equal to no origin, so no page is let in. A server "
                                     "that knows several names the one that asked, with Vary: "
                                     "Origin."),
                                   quoted));
  else if (g_str_equal (self->allowed, "null"))
    rt_case_add_on_field (self->c, self->field, "cors-null", RT_NOTE_WARNING, SECTION,
                          _("Every sandboxed page is let in as the origin “null”."),
                          _("Anybody can make a page whose origin is “null”. It does not mean "
                            "“nobody”."));
  else if (host != NULL && strchr (host + 3, '/') != NULL)
    rt_case_take (self->c, RT_NOTE_ON_FIELD, self->field, "cors-origin-with-path", RT_NOTE_FAULT,
                  SECTION, g_strdup (_("An origin ends behind its port: no path, no slash.")),
                  g_strdup_printf (_("%s is equal to no origin, so no page is let in."), quoted));
  else if (host == NULL && !g_str_equal (self->allowed, "*"))
    rt_case_take (self->c, RT_NOTE_ON_FIELD, self->field, "cors-no-origin", RT_NOTE_FAULT,
                  SECTION, g_strdup (_("Access-Control-Allow-Origin names no origin.")),
                  g_strdup_printf (_("%s lacks a scheme; an origin is, for instance, "
                                     "https://example.org."), quoted));
}

static void
check_credentials (const Cors *self)
{
  int field = rt_case_find_response (self->c, "Access-Control-Allow-Credentials");
  g_autofree char *quoted = NULL;

  if (field < 0)
    return;

  quoted = rt_case_quote (self->credentials);
  if (!g_str_equal (self->credentials, "true"))
    rt_case_take (self->c, RT_NOTE_ON_FIELD, field, "cors-credentials-not-true", RT_NOTE_WARNING,
                  SECTION, g_strdup (_("Access-Control-Allow-Credentials knows only “true”.")),
                  g_strdup_printf (_("%s counts as no permission. Leave the field out to refuse."),
                                   quoted));
  else if (g_strcmp0 (self->allowed, "*") == 0)
    rt_case_add_on_field (self->c, field, "cors-star-with-credentials", RT_NOTE_WARNING, SECTION,
                          _("“*” and credentials exclude each other."),
                          _("A page that sends cookies or a login is not let in by “*”: the server "
                            "must name its origin."));
}

/* The answer depends on who asks, and a cache does not know that. */
static void
check_vary (const Cors *self)
{
  if (self->origin == NULL || strstr (self->allowed, "://") == NULL ||
      rt_head_has_token (self->c->response, "Vary", "Origin") ||
      rt_head_has_token (self->c->response, "Vary", "*") ||
      rt_head_has_token (self->c->response, "Cache-Control", "no-store"))
    return;

  rt_case_add_on_field (self->c, self->field, "cors-vary-missing", RT_NOTE_INFO,
                        "Fetch standard, section 3.2.5",
                        _("The origin is named, but Vary: Origin is missing."),
                        _("A cache may give this response to a page of another origin, which is "
                          "then refused. If the field is the same for everybody, nothing is "
                          "wrong."));
}

static void
judge_asked (const Cors *self)
{
  g_autofree char *origin = rt_case_quote (self->origin);
  g_autofree char *allowed = rt_case_quote (self->allowed != NULL ? self->allowed : "");

  if (lets_in (self))
    rt_case_take (self->c, RT_NOTE_ON_FIELD, self->field, "cors-let-in", RT_NOTE_GOOD, SECTION,
                  g_strdup (_("A page of the asking origin may read this response.")),
                  g_strdup_printf (g_strcmp0 (self->credentials, "true") == 0 &&
                                   !g_str_equal (self->allowed, "*")
                                     ? _("Origin %s is let in, with cookies and login.")
                                     : _("Origin %s is let in, without cookies and "
                                         "login."), origin));
  else if (self->allowed == NULL)
    rt_case_take (self->c, RT_NOTE_ON_REQUEST, 0, "cors-not-let-in", RT_NOTE_INFO, SECTION,
                  g_strdup (_("A page of the asking origin may not read this response.")),
                  g_strdup_printf (_("The request said Origin: %s, and the response has no "
                                     "Access-Control-Allow-Origin. A browser would hide it from "
                                     "the page; this program is none and shows it."), origin));
  else
    rt_case_take (self->c, RT_NOTE_ON_FIELD, self->field, "cors-other-origin", RT_NOTE_WARNING,
                  SECTION,
                  g_strdup (_("Another origin than the asking one is let in.")),
                  g_strdup_printf (_("Access-Control-Allow-Origin is %s, and the request came from "
                                     "%s. They are compared letter by letter."), allowed, origin));
}

/* Letter by letter what a browser can send as Origin, or "*" or "null". */
static gboolean
can_match (const char *allowed)
{
  g_autoptr(RtUrl) url = NULL;
  g_autofree char *origin = NULL;

  if (g_str_equal (allowed, "*") || g_str_equal (allowed, "null"))
    return TRUE;
  url = rt_url_parse (allowed, NULL);
  origin = url != NULL ? rt_url_dup_origin (url) : NULL;

  return g_strcmp0 (origin, allowed) == 0;
}

static void
judge_unasked (const Cors *self)
{
  g_autofree char *allowed = rt_case_quote (self->allowed);

  if (!can_match (self->allowed))
    return;

  rt_case_take (self->c, RT_NOTE_ON_FIELD, self->field, "cors-open", RT_NOTE_INFO, SECTION,
                g_strdup (g_str_equal (self->allowed, "*")
                            ? _("Pages of every origin may read this, without credentials.")
                            : _("Pages of one other origin may read this.")),
                g_strdup_printf (self->c->request != NULL
                                   ? _("Access-Control-Allow-Origin: %s. The request named no "
                                       "Origin, as a browser would have done.")
                                   : _("Access-Control-Allow-Origin: %s."), allowed));
}

/* Preflights. */

static gboolean
list_allows (const RtCase *c,
             const char   *name,
             const char   *wanted,
             gboolean      any_case)
{
  g_autofree char *value = rt_case_dup_response (c, name);
  g_autoptr(GPtrArray) members = rt_directives_parse (value, -1);

  for (guint i = 0; i < members->len; i++)
    {
      const char *member = ((RtDirective *) g_ptr_array_index (members, i))->text;

      /* "*" does not cover Authorization (Fetch: CORS non-wildcard request-header name). */
      if (g_str_equal (member, wanted) ||
          (g_str_equal (member, "*") && g_ascii_strcasecmp (wanted, "Authorization") != 0) ||
          (any_case && g_ascii_strcasecmp (member, wanted) == 0))
        return TRUE;
    }

  return FALSE;
}

/* GET, HEAD and POST need no permission (Fetch: CORS-safelisted method). */
static gboolean
is_method_allowed (const RtCase *c,
                   const char   *method)
{
  return g_str_equal (method, "GET") || g_str_equal (method, "HEAD") ||
         g_str_equal (method, "POST") ||
         list_allows (c, "Access-Control-Allow-Methods", method, FALSE);
}

/* The first wanted field that is not allowed; NULL when all are. */
static char *
dup_refused_field (const RtCase *c)
{
  g_autofree char *wanted = rt_case_dup_request (c, "Access-Control-Request-Headers");
  g_autoptr(GPtrArray) members = rt_directives_parse (wanted, -1);

  for (guint i = 0; i < members->len; i++)
    {
      const char *name = ((RtDirective *) g_ptr_array_index (members, i))->text;

      if (!list_allows (c, "Access-Control-Allow-Headers", name, TRUE))
        return g_strdup (name);
    }

  return NULL;
}

static void
refuse_preflight (RtCase *c,
                  char   *why)
{
  rt_case_take (c, RT_NOTE_ON_STATUS, 0, "cors-preflight-refused", RT_NOTE_WARNING,
                "Fetch standard, section 3.2.3",
                g_strdup (_("The preflight fails: a browser would not send the request.")), why);
}

static void
judge_preflight (const Cors *self)
{
  RtCase *c = self->c;
  g_autofree char *method = rt_case_dup_request (c, "Access-Control-Request-Method");
  g_autofree char *field = dup_refused_field (c);
  g_autofree char *quoted = rt_case_quote (field != NULL ? field : method);

  if (self->origin == NULL)
    rt_case_add (c, "cors-preflight-without-origin", RT_NOTE_WARNING, RT_NOTE_ON_REQUEST,
                 "Fetch standard, section 3.2.2",
                 _("A preflight without Origin is no preflight."),
                 _("Servers tell a preflight by Origin and Access-Control-Request-Method "
                   "together."));
  else if (c->status < 200 || c->status > 299)
    refuse_preflight (c, g_strdup_printf (_("Its status is %d; it must be one of 200 to 299."),
                                          c->status));
  else if (!lets_in (self))
    refuse_preflight (c, g_strdup (_("Access-Control-Allow-Origin does not name the asking "
                                     "origin.")));
  else if (!is_method_allowed (c, method))
    refuse_preflight (c, g_strdup_printf (_("Access-Control-Allow-Methods does not name %s. Its "
                                            "case counts."), quoted));
  else if (field != NULL)
    refuse_preflight (c, g_strdup_printf (_("Access-Control-Allow-Headers does not name %s."),
                                          quoted));
  else
    rt_case_take (c, RT_NOTE_ON_STATUS, 0, "cors-preflight-passes", RT_NOTE_GOOD,
                  "Fetch standard, section 3.2.3",
                  g_strdup (_("The preflight passes: a browser would send the request.")),
                  g_strdup_printf (_("Origin, method %s and every field are allowed."), quoted));
}

static void
check_max_age (const Cors *self)
{
  int field = rt_case_find_response (self->c, "Access-Control-Max-Age");
  g_autofree char *value = rt_case_dup_response (self->c, "Access-Control-Max-Age");
  g_autofree char *quoted = NULL;
  gint64 seconds;

  if (field < 0 || rt_directive_read_digits (value, &seconds) || g_str_equal (value, "-1"))
    return;

  quoted = rt_case_quote (value);
  rt_case_take (self->c, RT_NOTE_ON_FIELD, field, "cors-max-age", RT_NOTE_WARNING,
                "Fetch standard, section 3.2.3",
                g_strdup (_("Access-Control-Max-Age is not a number of seconds.")),
                g_strdup_printf (_("%s is ignored: the preflight is kept for 5 seconds."), quoted));
}

/* What only a preflight's answer may say. */
static void
check_preflight_only (const Cors *self)
{
  int field = rt_case_find_response (self->c, "Access-Control-Allow-Methods");

  if (field < 0 || self->allowed != NULL)
    return;

  rt_case_add_on_field (self->c, field, "cors-methods-alone", RT_NOTE_INFO, SECTION,
                        _("Access-Control-Allow-Methods alone lets nobody in."),
                        _("It counts in the answer to a preflight, and only together with "
                          "Access-Control-Allow-Origin."));
}

void
rt_explain_cors (RtCase *c)
{
  Cors self = { c };

  if (c->response == NULL)
    return;

  self.origin = rt_case_dup_request (c, "Origin");
  self.allowed = rt_case_dup_response (c, "Access-Control-Allow-Origin");
  self.field = rt_case_find_response (c, "Access-Control-Allow-Origin");
  self.credentials = rt_case_dup_response (c, "Access-Control-Allow-Credentials");

  if (is_preflight (c))
    judge_preflight (&self);
  else if (self.origin != NULL)
    judge_asked (&self);
  else if (self.allowed != NULL)
    judge_unasked (&self);
  if (self.allowed != NULL)
    {
      check_form (&self);
      check_vary (&self);
    }
  check_credentials (&self);
  check_max_age (&self);
  check_preflight_only (&self);

  g_clear_pointer (&self.origin, g_free);
  g_clear_pointer (&self.allowed, g_free);
  g_clear_pointer (&self.credentials, g_free);
}
