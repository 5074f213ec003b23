/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The request's side of CORS: Origin, and the fields of a preflight where there
 * is none. What the response makes of them is another topic.
 */

#include "config.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "saying.h"
#include "tell.h"
#include "topics.h"

/* scheme "://" host [ ":" port ], or "null" (RFC 6454 section 7.1). */
static gboolean
is_origin (const char *text)
{
  const char *host = strstr (text, "://");

  if (g_str_equal (text, "null"))
    return TRUE;

  return host != NULL && host > text && host[3] != '\0' && strpbrk (host + 3, "/?#@ ") == NULL &&
         strspn (text, "abcdefghijklmnopqrstuvwxyz0123456789+-.") == (gsize) (host - text);
}

static gboolean
are_origins (char **words)
{
  for (guint i = 0; words[i] != NULL; i++)
    if (!is_origin (words[i]))
      return FALSE;

  return words[0] != NULL;
}

static void
check_origin (RtCase *self)
{
  g_autofree char *value = rt_case_dup_request (self, "Origin");
  g_auto(GStrv) words = value != NULL ? g_strsplit (value, " ", -1) : NULL;
  g_autofree char *quoted = NULL;

  if (value == NULL)
    return;

  quoted = rt_case_quote (value);
  if (!are_origins (words))
    rt_say_request (self, "Origin", "cors-request-origin-malformed", RT_NOTE_WARNING,
                    "RFC 6454, section 7.1", _("What stands in Origin is not an origin."),
                    _("It is %s. An origin is scheme, host and port in small letters, without a "
                      "path or a slash at the end: https://example.org. Servers compare it letter "
                      "by letter."), quoted);
  else if (words[1] != NULL)
    rt_say_request (self, "Origin", "cors-request-origins", RT_NOTE_WARNING,
                    "Fetch standard, section 3.2", _("Origin has more than one value."),
                    _("It is %s. Browsers send one; what servers make of more differs."), quoted);
}

static void
check_preflight (RtCase *self)
{
  static const char *const names[] = { "Access-Control-Request-Method",
                                       "Access-Control-Request-Headers", NULL };
  const char *name = rt_case_first_sent (self, names);

  if (name == NULL)
    return;

  if (!rt_case_is_method (self, "OPTIONS"))
    rt_say_request (self, name, "cors-request-not-options", RT_NOTE_INFO,
                    "Fetch standard, section 3.2.2",
                    _("Only an OPTIONS request is a preflight."),
                    _("%s asks beforehand whether another request is allowed, with the method "
                      "OPTIONS. With %s it asks nothing."), name, rt_case_peek_method (self));
  else if (rt_case_find_request (self, "Access-Control-Request-Method") < 0)
    rt_say_request (self, name, "cors-request-without-method", RT_NOTE_WARNING,
                    "Fetch standard, section 3.2.2",
                    _("The preflight does not name the method that it asks for."),
                    _("Access-Control-Request-Headers is there, but no "
                      "Access-Control-Request-Method: servers do not take it for a "
                      "preflight."));
}

void
rt_explain_cors_request (RtCase *self)
{
  if (self->request == NULL)
    return;

  check_origin (self);
  check_preflight (self);
}
