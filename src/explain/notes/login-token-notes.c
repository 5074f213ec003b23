/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tokens: what the server says is wrong with one (RFC 6750), and what a JSON Web
 * Token says of its own time (RFC 7519). Signatures are not looked at.
 */

#include "config.h"

#include "login-topic.h"

#include <glib/gi18n-lib.h>

#include "http-date.h"
#include "sentence.h"
#include "span.h"

/* Seconds by which two clocks may differ without a word. */
#define CLOCK_SKEW 60

static char *
dup_time (gint64 time)
{
  g_autofree char *text = rt_http_date_to_string (time);

  return text != NULL ? g_steal_pointer (&text)
                      : g_strdup_printf ("%" G_GINT64_FORMAT, time);
}

/* Whose clock it was held against, and whether that can be trusted. */
static char *
describe_clock (const RtCase       *self,
                const RtLoginFacts *facts)
{
  g_autofree char *time = dup_time (facts->server_time);
  gint64 ahead = facts->server_time - self->now;
  g_autofree char *skew = NULL;

  if (!facts->has_date)
    return g_strdup_printf (_("By the clock of this machine it is %s; the response has no "
                              "Date."), time);
  if (ABS (ahead) <= CLOCK_SKEW)
    return g_strdup_printf (_("By the Date of the server it is %s."), time);
  skew = rt_span_rounded (ABS (ahead));

  return g_strdup_printf (ahead > 0
                            ? _("By the Date of the server it is %s. Its clock is %s ahead of this "
                                "machine’s: one of them is wrong.")
                            : _("By the Date of the server it is %s. Its clock is %s behind this "
                                "machine’s: one of them is wrong."), time, skew);
}

static void
explain_expired (RtCase             *self,
                 const RtLoginFacts *facts)
{
  g_autofree char *span = rt_span_rounded (facts->server_time - facts->token->expires);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, facts->token->expires);
  g_autofree char *when = dup_time (facts->token->expires);
  g_autofree char *clock = describe_clock (self, facts);

  rt_case_take (self, RT_NOTE_ON_REQUEST_FIELD, facts->sent_field, "login-token-expired",
                RT_NOTE_WARNING, "RFC 7519, section 4.1.4",
                g_strdup_printf (_("The token expired %s before this response."), span),
                /* Translators: a number, its date, and a sentence about the clocks */
                g_strdup_printf (_("The token says exp = %s, which is %s. %s\n\nGet a new one "
                                   "where this one came from."), number, when, clock));
}

static void
explain_not_yet_valid (RtCase             *self,
                       const RtLoginFacts *facts)
{
  g_autofree char *span = rt_span_rounded (facts->token->not_before - facts->server_time);
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, facts->token->not_before);
  g_autofree char *when = dup_time (facts->token->not_before);
  g_autofree char *clock = describe_clock (self, facts);

  rt_case_take (self, RT_NOTE_ON_REQUEST_FIELD, facts->sent_field, "login-token-not-yet-valid",
                RT_NOTE_WARNING, "RFC 7519, section 4.1.5",
                g_strdup_printf (_("The token is not valid yet, for another %s."), span),
                g_strdup_printf (_("The token says nbf = %s, which is %s. %s\n\nWho made it and "
                                   "who checks it may have clocks that "
                                   "differ."), number, when, clock));
}

/* Returns TRUE when there is a note. */
static gboolean
explain_times (RtCase             *self,
               const RtLoginFacts *facts)
{
  if (facts->token == NULL)
    return FALSE;
  if (facts->token->expires >= 0 && facts->token->expires <= facts->server_time)
    explain_expired (self, facts);
  else if (facts->token->not_before > facts->server_time)
    explain_not_yet_valid (self, facts);
  else
    return FALSE;

  return TRUE;
}

/* What the errors of RFC 6750 section 3.1 mean. */
static const struct
{
  const char *error;
  const char *id;
  const char *sentence;
  const char *words;
} errors[] = {
  { "invalid_token", "login-token-invalid",
    N_("The server says that the token is not valid."),
    N_("It is expired, taken back, malformed, or not meant for this server. A new one may work.") },
  { "insufficient_scope", "login-token-scope",
    N_("The token is good, but does not allow this."),
    N_("Its scope, what it was given for, does not reach so far. Ask for a token with the scope "
       "that "
       "is needed.") },
  { "invalid_request", "login-token-request",
    N_("The server says that the token was sent in a wrong way."),
    N_("Something is missing, repeated or malformed; for example a token in two places at once.") },
};

static void
append_param (GString           *text,
              const RtChallenge *challenge,
              const char        *name)
{
  const char *value = rt_challenge_get (challenge, name);
  g_autofree char *quoted = value != NULL ? rt_case_quote (value) : NULL;

  if (quoted != NULL)
    g_string_append_printf (text, "%s%s = %s", text->len > 0 ? "\n" : "", name, quoted);
}

static char *
list_params (const RtChallenge *challenge)
{
  g_autoptr(GString) text = g_string_new (NULL);

  append_param (text, challenge, "error");
  append_param (text, challenge, "error_description");
  append_param (text, challenge, "scope");
  append_param (text, challenge, "error_uri");

  return g_string_free (g_steal_pointer (&text), FALSE);
}

/* Returns TRUE when there is a note. */
static gboolean
explain_error (RtCase             *self,
               const RtLoginFacts *facts)
{
  RtChallenge *challenge = rt_login_facts_find (facts->challenges, "Bearer");
  const char *error = challenge != NULL ? rt_challenge_get (challenge, "error") : NULL;
  g_autofree char *params = NULL;
  g_autofree char *quoted = NULL;

  if (error == NULL)
    return FALSE;
  params = list_params (challenge);
  for (guint i = 0; i < G_N_ELEMENTS (errors); i++)
    if (g_str_equal (error, errors[i].error))
      {
        rt_case_take (self, RT_NOTE_ON_FIELD, facts->challenge_field, errors[i].id, RT_NOTE_WARNING,
                      "RFC 6750, section 3.1", g_strdup (_(errors[i].sentence)),
                      g_strdup_printf ("%s\n\n%s", params, _(errors[i].words)));
        return TRUE;
      }
  quoted = rt_case_quote (error);
  rt_case_take (self, RT_NOTE_ON_FIELD, facts->challenge_field, "login-token-error",
                RT_NOTE_WARNING, "RFC 6750, section 3",
                rt_sentence_fit (g_strdup_printf (_("The server refuses the token: %s."), quoted),
                                 _("The server refuses the token.")),
                g_strdup_printf (_("%s\n\nThis error is not one of the standard: its documentation "
                                   "says more."), params));

  return TRUE;
}

gboolean
rt_login_explain_token (RtCase             *self,
                        const RtLoginFacts *facts)
{
  if (facts->sent == NULL || facts->for_proxy)
    return FALSE;

  return explain_times (self, facts) || explain_error (self, facts);
}
