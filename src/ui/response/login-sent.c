/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What was sent to log in, read back from the request as it went out, and held
 * against what the server asks for.
 */

#include "config.h"

#include "login-sheet.h"

#include "challenge-words.h"
#include "login-sheet-private.h"
#include "response-words.h"
#include "sent-credentials.h"
#include "span.h"
#include "text.h"
#include "web-token.h"

#include <glib/gi18n-lib.h>

/* What the rows are made from. */
typedef struct
{
  GPtrArray         *facts;
  RtExchange        *exchange;
  RtHead            *request;
  RtSentCredentials *sent;
  RtChallengeList   *asked;
  const RtChallenge *same; /* the challenge that it answers; NULL when there is none */
  gint64             now;
} Reading;

static const char *
get_sent (const Reading *self,
          const char    *name)
{
  for (guint i = 0; i < self->sent->params->len; i++)
    {
      const RtChallengeParam *param = g_ptr_array_index (self->sent->params, i);

      if (g_strcmp0 (param->name, name) == 0)
        return param->value;
    }

  return NULL;
}

/* Of several with the same scheme the one with the same algorithm. */
static const RtChallenge *
find_same (const Reading *self)
{
  const char *algorithm = get_sent (self, "algorithm");
  const RtChallenge *found = NULL;

  for (guint i = 0; i < self->asked->challenges->len; i++)
    {
      const RtChallenge *challenge = g_ptr_array_index (self->asked->challenges, i);
      const char *own = rt_challenge_get (challenge, "algorithm");

      if (!rt_challenge_is (challenge, self->sent->scheme))
        continue;
      if (found == NULL || (algorithm != NULL && own != NULL &&
                            g_ascii_strcasecmp (algorithm, own) == 0))
        found = challenge;
    }

  return found;
}

static char *
dup_offered (const Reading *self)
{
  g_autoptr (GPtrArray) labels = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < self->asked->challenges->len; i++)
    {
      g_autofree char *label =
        rt_challenge_dup_label (g_ptr_array_index (self->asked->challenges, i));

      g_ptr_array_add (labels, rt_text_from_wire (label, -1));
    }
  g_ptr_array_add (labels, NULL);

  return rt_words_bound (g_strjoinv (", ", (char **) labels->pdata));
}

static void
add_scheme (Reading *self)
{
  gboolean none = *self->sent->scheme == '\0';
  RtLoginFact *fact = rt_login_sheet_add (self->facts, _("Scheme"),
                                          none ? _("none") : self->sent->scheme, "");

  if (self->same == NULL && self->asked->challenges->len > 0)
    {
      g_autofree char *offered = dup_offered (self);

      rt_login_fact_mark (fact, g_strdup_printf (_("Not what the server asks for: %s"), offered));
    }
  if (self->sent->fault != NULL)
    rt_login_fact_mark (fact, g_strdup (self->sent->fault));
}

/* A parameter that must be as the server has it. */
static void
check_same (Reading     *self,
            RtLoginFact *fact,
            const char  *name,
            const char  *value)
{
  const char *own = self->same != NULL ? rt_challenge_get (self->same, name) : NULL;

  if (own == NULL || g_strcmp0 (own, value) == 0)
    return;
  if (g_str_equal (name, "realm"))
    {
      g_autofree char *shown = rt_words_bound (rt_text_from_wire (own, -1));

      rt_login_fact_mark (fact, g_strdup_printf (_("The server's realm is “%s”"), shown));
    }
  else if (g_str_equal (name, "algorithm") && g_ascii_strcasecmp (own, value) != 0)
    {
      g_autofree char *shown = rt_words_bound (rt_text_from_wire (own, -1));

      rt_login_fact_mark (fact, g_strdup_printf (_("The server asks for %s"), shown));
    }
  else if (g_str_equal (name, "nonce") &&
           g_ascii_strcasecmp (rt_challenge_get (self->same, "stale") != NULL
                                 ? rt_challenge_get (self->same, "stale") : "", "true") == 0)
    rt_login_fact_mark (fact, g_strdup (_("Too old: the server gives a new one")));
}

/* "auth" of "auth, auth-int". */
static void
check_qop (Reading     *self,
           RtLoginFact *fact,
           const char  *value)
{
  const char *own = self->same != NULL ? rt_challenge_get (self->same, "qop") : NULL;
  g_auto (GStrv) offered = own != NULL ? g_strsplit_set (own, ", \t", -1) : NULL;

  for (guint i = 0; offered != NULL && offered[i] != NULL; i++)
    if (g_ascii_strcasecmp (offered[i], value) == 0)
      return;
  if (own != NULL)
    rt_login_fact_mark (fact, g_strdup (_("The server does not offer it")));
}

static void
check_target (Reading     *self,
              RtLoginFact *fact,
              const char  *value)
{
  g_autofree char *target = rt_head_dup_target (self->request);

  if (target != NULL && g_strcmp0 (target, value) != 0)
    rt_login_fact_mark (fact, g_strdup (_("Not the target of this request")));
}

static void
add_params (Reading *self)
{
  for (guint i = 0; i < self->sent->params->len; i++)
    {
      const RtChallengeParam *param = g_ptr_array_index (self->sent->params, i);
      g_autofree char *meaning =
        rt_challenge_words_meaning (self->sent->scheme, param->name, param->value);
      RtLoginFact *fact = rt_login_sheet_add (self->facts, param->name, param->value, meaning);

      fact->secret = g_str_equal (param->name, "response");
      check_same (self, fact, param->name, param->value);
      if (g_str_equal (param->name, "qop"))
        check_qop (self, fact, param->value);
      else if (g_str_equal (param->name, "uri"))
        check_target (self, fact, param->value);
    }
}

static void
add_basic (Reading *self)
{
  RtLoginFact *fact;

  if (self->sent->user != NULL)
    {
      fact = rt_login_sheet_add (self->facts, _("User"), self->sent->user, "");
      if (*self->sent->user == '\0')
        rt_login_fact_mark (fact, g_strdup (_("It is empty")));
    }
  if (self->sent->secret == NULL)
    return;
  fact = rt_login_sheet_add (self->facts, _("Password"), self->sent->secret,
                             _("In clear for whoever reads the field: Base64 hides nothing."));
  fact->secret = TRUE;
  if (*self->sent->secret == '\0')
    {
      fact->secret = FALSE;
      rt_login_fact_mark (fact, g_strdup (_("It is empty")));
    }
}

/* Lines stay lines: JSON, and what a hash is made of. */
static void
add_code (Reading    *self,
          const char *title,
          const char *text,
          const char *meaning)
{
  RtLoginFact *fact = rt_login_sheet_add (self->facts, title, "", meaning);

  g_free (fact->value);
  fact->value = rt_words_bound (rt_text_make_valid (text, -1));
  fact->code = TRUE;
}

static void
add_claim (Reading    *self,
           const char *title,
           const char *value)
{
  if (value != NULL)
    rt_login_sheet_add (self->facts, title, value, "");
}

static RtLoginFact *
add_moment (Reading    *self,
            const char *title,
            gint64      then)
{
  g_autofree char *moment = NULL;

  if (then < 0)
    return NULL;
  moment = rt_challenge_words_moment (then, self->now);

  return rt_login_sheet_add (self->facts, title, moment, "");
}

static void
add_token_times (Reading          *self,
                 const RtWebToken *token)
{
  RtLoginFact *expires = add_moment (self, _("Expires"), token->expires);
  RtLoginFact *not_before = add_moment (self, _("Not before"), token->not_before);

  add_moment (self, _("Issued"), token->issued);
  if (expires != NULL && token->expires <= self->now)
    {
      g_autofree char *ago = rt_span_from_now (token->expires, self->now);

      /* Translators: %s is "3 minutes ago" */
      rt_login_fact_mark (expires, g_strdup_printf (_("Expired %s"), ago));
    }
  if (not_before != NULL && token->not_before > self->now)
    {
      g_autofree char *when = rt_span_from_now (token->not_before, self->now);

      /* Translators: %s is "in 3 minutes" */
      rt_login_fact_mark (not_before, g_strdup_printf (_("Not valid yet: %s"), when));
    }
}

static void
add_bearer (Reading *self)
{
  RtLoginFact *fact;
  g_autoptr (RtWebToken) token = NULL;

  if (self->sent->secret == NULL)
    return;
  fact = rt_login_sheet_add (self->facts, _("Token"), self->sent->secret,
                             _("Whoever has it can use it."));
  fact->secret = TRUE;
  token = rt_web_token_parse (self->sent->secret);
  if (token == NULL)
    return;
  rt_login_sheet_add_head (self->facts, _("Inside the token"),
                           _("A JSON Web Token, read without checking its signature."));
  add_token_times (self, token);
  add_claim (self, _("Issuer"), token->issuer);
  add_claim (self, _("Subject"), token->subject);
  add_claim (self, _("Audience"), token->audience);
  add_claim (self, _("Scope"), token->scope);
  add_claim (self, _("Algorithm"), token->algorithm);
  add_code (self, _("Header"), token->header, "");
  add_code (self, _("Claims"), token->claims, "");
}

static void
add_digest (Reading *self)
{
  g_autofree char *method = rt_head_dup_method (self->request);
  g_autoptr (GBytes) content = rt_exchange_dup_request_content (self->exchange);
  g_autofree char *inputs =
    rt_digest_dup_inputs (self->sent, method != NULL ? method : "", content);

  add_params (self);
  if (inputs != NULL && *inputs != '\0')
    add_code (self, _("What was hashed"), inputs, _("Without the password."));
}

static void
add_other (Reading *self)
{
  RtLoginFact *fact;
  const char *data = self->sent->secret != NULL ? self->sent->secret : self->sent->token68;

  add_params (self);
  if (data == NULL)
    return;
  fact = rt_login_sheet_add (self->facts, _("Data"), data, "");
  fact->secret = TRUE;
}

static void
add_field (Reading *self,
           GBytes  *value)
{
  g_autoptr (RtSentCredentials) sent = rt_sent_credentials_parse (value);

  self->sent = sent;
  self->same = find_same (self);
  rt_login_sheet_add_head (self->facts, rt_login_sheet_sending (self->exchange), "");
  add_scheme (self);
  if (g_ascii_strcasecmp (sent->scheme, "Basic") == 0)
    add_basic (self);
  else if (g_ascii_strcasecmp (sent->scheme, "Bearer") == 0)
    add_bearer (self);
  else if (g_ascii_strcasecmp (sent->scheme, "Digest") == 0)
    add_digest (self);
  else
    add_other (self);
  self->sent = NULL;
}

static void
add_api_key (Reading       *self,
             RtCredentials *credentials)
{
  const char *name = rt_credentials_get_name (credentials);
  g_autoptr (GPtrArray) values = NULL;

  if (rt_credentials_get_place (credentials) == RT_KEY_IN_QUERY)
    {
      RtLoginFact *fact;

      rt_login_sheet_add_head (self->facts, _("API key in the query"), "");
      fact = rt_login_sheet_add (self->facts, name, rt_credentials_get_secret (credentials), "");
      fact->secret = TRUE;
      return;
    }
  values = rt_login_sheet_dup_values (self->request, name);
  for (guint i = 0; i < values->len; i++)
    {
      gsize size;
      const char *data = g_bytes_get_data (g_ptr_array_index (values, i), &size);
      g_autofree char *value = g_strndup (data, size);
      RtLoginFact *fact;

      rt_login_sheet_add_head (self->facts, _("API key in a field"), "");
      fact = rt_login_sheet_add (self->facts, name, value, "");
      fact->secret = TRUE;
    }
}

GPtrArray *
rt_login_sheet_sent (RtExchange    *exchange,
                     RtCredentials *credentials,
                     gint64         now)
{
  GPtrArray *facts = g_ptr_array_new_with_free_func ((GDestroyNotify) rt_login_fact_free);
  g_autoptr (RtHead) request = NULL;
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (RtChallengeList) asked = NULL;
  Reading self = { .facts = facts, .exchange = exchange, .now = now };

  g_return_val_if_fail (RT_IS_EXCHANGE (exchange), facts);

  self.request = request = rt_exchange_dup_request_head (exchange);
  self.asked = asked = rt_login_sheet_dup_challenges (exchange);
  values = rt_login_sheet_dup_values (request, rt_login_sheet_sending (exchange));
  for (guint i = 0; i < values->len; i++)
    add_field (&self, g_ptr_array_index (values, i));
  if (request != NULL && credentials != NULL &&
      rt_credentials_get_kind (credentials) == RT_CREDENTIALS_API_KEY &&
      *rt_credentials_get_name (credentials) != '\0')
    add_api_key (&self, credentials);
  if (facts->len == 0)
    rt_login_sheet_add_head (facts, _("No credentials"),
                             _("Nothing that logs in went out with this request."));

  return facts;
}
