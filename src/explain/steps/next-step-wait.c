/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Next steps about time and logins: wait as Retry-After says, and answer a
 * challenge. */

#include "config.h"

#include "next-step-private.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "grammar.h"
#include "span.h"
#include "wait.h"

/* Nobody watches a countdown longer than a day. */
#define WAIT_MAX (24 * 60 * 60)
#define SCHEME_MAX 20

static gboolean
is_about_waiting (int status)
{
  return status == 429 || status == 503 || status == 413 || status == 408 || status == 425
         || status == 502 || status == 504;
}

void
rt_steps_find_waits (RtStepCase *self)
{
  gint64 seconds = self->response != NULL ? rt_wait_read (self->response, self->now) : -1;
  g_autofree char *time = NULL;
  g_autofree char *label = NULL;
  g_autofree char *words = NULL;

  if (!is_about_waiting (self->status) || seconds <= 0 || seconds > WAIT_MAX)
    return;

  time = rt_span_words (seconds);
  label = g_strdup_printf (_("Send Again in %s"), time);
  words = g_strdup_printf (_("Changes nothing, and waits %s, as Retry-After says."), time);
  rt_next_step_set_wait (rt_step_case_add (self, "wait", label, words), seconds);
}

/* The name of the first scheme, when it is one. */
static char *
dup_scheme (const RtStepCase *self,
            const char       *name)
{
  g_autofree char *value = rt_step_case_dup_response (self, name);
  gsize length = value != NULL ? strcspn (value, " ,") : 0;

  if (length == 0 || length > SCHEME_MAX || !rt_grammar_is_token (value, length))
    return NULL;

  return g_strndup (value, length);
}

void
rt_steps_find_logins (RtStepCase *self)
{
  const char *name = self->status == 401 ? "WWW-Authenticate" : "Proxy-Authenticate";
  g_autofree char *scheme = NULL;
  g_autofree char *label = NULL;
  g_autofree char *words = NULL;

  if ((self->status != 401 && self->status != 407) || self->response == NULL
      || rt_head_find_field (self->response, name, 0) < 0)
    return;

  scheme = dup_scheme (self, name);
  label = scheme != NULL ? g_strdup_printf (_("Log In with %s…"), scheme)
                         : g_strdup (_("Log In…"));
  words = g_strdup_printf (self->status == 401
                             ? _("Opens the login of this request: the server asks for %s.")
                             : _("Opens the login for the proxy, which asks for %s."),
                           scheme != NULL ? scheme : _("credentials"));
  rt_next_step_set_wants_credentials (rt_step_case_add (self, "answer-challenge", label, words));
}
