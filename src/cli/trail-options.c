/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads the options of logins, retries, cookies and steps. */

#include "config.h"

#include "trail-options.h"

#include <glib/gi18n-lib.h>

#include "text.h"
#include "user-pass.h"

void
rt_trail_options_add (RtTrailOptions *self,
                      GOptionContext *context)
{
  const GOptionEntry entries[] = {
    { "user", 'u', 0, G_OPTION_ARG_FILENAME, &self->user,
      N_("Log in when the server asks, with the strongest scheme that it offers"),
      N_("NAME:SECRET") },
    { "auth", 0, 0, G_OPTION_ARG_STRING, &self->auth,
      N_("Use this scheme only: basic, digest, bearer, negotiate, or auto"), N_("SCHEME") },
    { "preemptive", 0, 0, G_OPTION_ARG_NONE, &self->preemptive,
      N_("Send the credentials of --user at once, as Basic"), NULL },
    { "token", 0, 0, G_OPTION_ARG_FILENAME, &self->token,
      N_("Send this Bearer token at once"), N_("TOKEN") },
    { "proxy-user", 0, 0, G_OPTION_ARG_FILENAME, &self->proxy_user,
      N_("Log in at the proxy when it asks"), N_("NAME:SECRET") },
    { "retry", 0, 0, G_OPTION_ARG_INT, &self->retry,
      N_("Try again up to N times, with growing pauses; without it never"), N_("N") },
    { "retry-on", 0, 0, G_OPTION_ARG_STRING, &self->retry_on,
      N_("After which outcomes: 429, 502, 503, 504, connect, timeout; without it all. "
         "\"any\" is for methods that are not idempotent, too"), N_("LIST") },
    { "no-cookies", 0, 0, G_OPTION_ARG_NONE, &self->no_cookies,
      N_("Neither keep nor send cookies"), NULL },
    { "step", 0, 0, G_OPTION_ARG_NONE, &self->step,
      N_("Ask at each redirect how it goes on; needs a terminal"), NULL },
    G_OPTION_ENTRY_NULL
  };

  g_option_context_add_main_entries (context, entries, RT_GETTEXT_DOMAIN);
}

static gboolean
refuse (GError     **error,
        const char  *words)
{
  g_set_error_literal (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE, words);
  return FALSE;
}

static gboolean
take_user (RtCredentials  *credentials,
           const char     *option,
           const char     *text,
           GError        **error)
{
  g_autofree char *user = NULL;
  g_autofree char *secret = NULL;

  if (!rt_user_pass_split (option, text, &user, &secret, error))
    return FALSE;
  rt_credentials_set_user (credentials, user);
  rt_credentials_set_secret (credentials, secret);
  rt_credentials_set_kind (credentials, RT_CREDENTIALS_USER);
  return TRUE;
}

typedef struct
{
  const char       *name;
  RtCredentialsKind kind;
  gboolean          needs_user;
} Scheme;

static const Scheme schemes[] = {
  { "auto", RT_CREDENTIALS_USER, TRUE },
  { "basic", RT_CREDENTIALS_BASIC, TRUE },
  { "digest", RT_CREDENTIALS_DIGEST, TRUE },
  { "bearer", RT_CREDENTIALS_BEARER, FALSE },
  { "negotiate", RT_CREDENTIALS_NEGOTIATE, FALSE },
};

static const Scheme *
find_scheme (const char  *name,
             GError     **error)
{
  g_autofree char *shown = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (schemes); i++)
    if (g_ascii_strcasecmp (schemes[i].name, name) == 0)
      return &schemes[i];

  shown = rt_text_from_wire (name, -1);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--auth is basic, digest, bearer, negotiate or auto, not “%s”."), shown);
  return NULL;
}

/* What contradicts itself, or has no use, is a slip. */
static gboolean
check_login (const RtTrailOptions  *self,
             const Scheme          *scheme,
             GError               **error)
{
  if (self->user != NULL && self->token != NULL)
    return refuse (error, _("--user and --token contradict each other."));
  if (self->preemptive && self->user == NULL)
    return refuse (error, _("--preemptive needs --user."));
  if (scheme == NULL)
    return TRUE;
  if (scheme->needs_user && self->user == NULL)
    return refuse (error, _("--auth with this scheme needs --user."));
  if (!scheme->needs_user && self->user != NULL)
    return refuse (error, _("--auth with this scheme takes no --user."));
  if (self->token != NULL && scheme->kind != RT_CREDENTIALS_BEARER)
    return refuse (error, _("--token is for --auth=bearer only."));
  if (self->token == NULL && scheme->kind == RT_CREDENTIALS_BEARER)
    return refuse (error, _("--auth=bearer needs --token."));
  if (self->preemptive && scheme->kind == RT_CREDENTIALS_DIGEST)
    return refuse (error, _("Digest cannot be sent before the server asks: it needs its nonce."));
  return TRUE;
}

static gboolean
apply_login (const RtTrailOptions  *self,
             RtRequest             *request,
             GError               **error)
{
  RtCredentials *credentials = rt_request_get_credentials (request);
  const Scheme *scheme = self->auth != NULL ? find_scheme (self->auth, error) : NULL;

  if ((self->auth != NULL && scheme == NULL) || !check_login (self, scheme, error))
    return FALSE;
  if (self->user != NULL && !take_user (credentials, "--user", self->user, error))
    return FALSE;
  if (self->token != NULL)
    {
      rt_credentials_set_secret (credentials, self->token);
      rt_credentials_set_kind (credentials, RT_CREDENTIALS_BEARER);
    }
  if (scheme != NULL)
    rt_credentials_set_kind (credentials, scheme->kind);
  rt_credentials_set_preemptive (credentials, self->preemptive);
  return self->proxy_user == NULL
         || take_user (rt_request_get_proxy_credentials (request), "--proxy-user",
                       self->proxy_user, error);
}

static const struct { const char *name; RtRetryOutcomes outcome; } outcomes[] = {
  { "429", RT_RETRY_ON_429 },         { "502", RT_RETRY_ON_502 },
  { "503", RT_RETRY_ON_503 },         { "504", RT_RETRY_ON_504 },
  { "connect", RT_RETRY_ON_CONNECT }, { "timeout", RT_RETRY_ON_TIMEOUT },
};

static gboolean
take_outcome (RtRetryPolicy  *policy,
              const char     *name,
              GError        **error)
{
  g_autofree char *shown = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (outcomes); i++)
    if (g_str_equal (outcomes[i].name, name))
      {
        policy->outcomes |= outcomes[i].outcome;
        return TRUE;
      }
  if (g_str_equal (name, "any"))
    {
      policy->any_method = TRUE;
      return TRUE;
    }

  shown = rt_text_from_wire (name, -1);
  g_set_error (error, G_OPTION_ERROR, G_OPTION_ERROR_BAD_VALUE,
               _("--retry-on knows 429, 502, 503, 504, connect, timeout and any, not “%s”."),
               shown);
  return FALSE;
}

/* "any" alone is about methods, not about outcomes. */
static gboolean
take_outcomes (RtRetryPolicy  *policy,
               const char     *list,
               GError        **error)
{
  g_auto (GStrv) names = g_strsplit (list, ",", -1);
  RtRetryOutcomes all = policy->outcomes;

  if (names[0] == NULL)
    return refuse (error, _("--retry-on needs an outcome."));
  policy->outcomes = RT_RETRY_ON_NOTHING;
  for (guint i = 0; names[i] != NULL; i++)
    if (!take_outcome (policy, g_strstrip (names[i]), error))
      return FALSE;
  if (policy->any_method && policy->outcomes == RT_RETRY_ON_NOTHING)
    policy->outcomes = all;
  return TRUE;
}

static gboolean
apply_retry (const RtTrailOptions  *self,
             RtRequest             *request,
             GError               **error)
{
  RtRetryPolicy policy = rt_retry_policy_default;

  if (self->retry < 0)
    return refuse (error, _("--retry must not be negative."));
  if (self->retry_on != NULL && self->retry == 0)
    return refuse (error, _("--retry-on needs --retry."));

  policy.tries = self->retry;
  if (self->retry_on != NULL && !take_outcomes (&policy, self->retry_on, error))
    return FALSE;
  rt_request_set_retry (request, &policy);
  return TRUE;
}

gboolean
rt_trail_options_apply (const RtTrailOptions  *self,
                        RtRequest             *request,
                        GError               **error)
{
  g_return_val_if_fail (self != NULL && RT_IS_REQUEST (request), FALSE);

  rt_request_set_use_cookies (request, !self->no_cookies);
  rt_request_set_step (request, self->step);
  return apply_login (self, request, error) && apply_retry (self, request, error);
}

void
rt_trail_options_clear (RtTrailOptions *self)
{
  g_clear_pointer (&self->user, g_free);
  g_clear_pointer (&self->auth, g_free);
  g_clear_pointer (&self->token, g_free);
  g_clear_pointer (&self->proxy_user, g_free);
  g_clear_pointer (&self->retry_on, g_free);
}
