/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns what is remembered of a login from request to request: which scheme was
 * answered, its nonces or context, and how often in a row. Never says a secret.
 */

#include "config.h"

#include "login.h"

#include "basic-credentials.h"
#include "digest-session.h"
#include "grammar.h"
#include "login-again.h"
#include "login-choice.h"
#include "negotiate.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Answers to one request: against servers that call every nonce stale. */
#define MAX_ROUNDS 8

struct _RtLogin
{
  RtCredentials   *credentials;
  gboolean         for_proxy;

  guint            rounds;         /* challenges answered since the last request: with none, what
                                    * was sent went ahead of them */
  gboolean         basic_answered;
  gboolean         basic_composed; /* its charset was UTF-8 */
  RtDigestSession *digest;         /* (nullable) */
  RtNegotiate     *negotiate;      /* (nullable) */
};

RtLogin *
rt_login_new (RtCredentials *credentials,
              gboolean       for_proxy)
{
  RtLogin *self;

  g_return_val_if_fail (RT_IS_CREDENTIALS (credentials), NULL);

  self = g_new0 (RtLogin, 1);
  self->credentials = rt_credentials_copy (credentials);
  self->for_proxy = for_proxy;
  return self;
}

void
rt_login_free (RtLogin *self)
{
  g_clear_object (&self->credentials);
  g_clear_pointer (&self->digest, rt_digest_session_free);
  g_clear_pointer (&self->negotiate, rt_negotiate_free);
  g_free (self);
}

static const char *
field_name (RtLogin *self)
{
  return self->for_proxy ? "Proxy-Authorization" : "Authorization";
}

/* What was typed, without the white space that comes along with pasting. */
static char *
dup_stripped_secret (RtLogin *self)
{
  return g_strstrip (g_strdup (rt_credentials_get_secret (self->credentials)));
}

static char *
fault_of_key (RtLogin *self)
{
  const char *name = rt_credentials_get_name (self->credentials);

  if (*name == '\0')
    return g_strdup (_("The API key has no name: say which field or parameter it goes in."));
  if (rt_credentials_get_place (self->credentials) == RT_KEY_IN_FIELD
      && !rt_grammar_is_token (name, -1))
    return g_strdup (_("The name of the API key cannot be the name of a field: it has characters "
                       "that RFC 9110 section 5.6.2 does not allow."));
  return NULL;
}

char *
rt_login_dup_fault (RtLogin *self)
{
  RtCredentialsKind kind;
  g_autofree char *secret = NULL;
  char *fault = NULL;

  g_return_val_if_fail (self != NULL, NULL);

  kind = rt_credentials_get_kind (self->credentials);
  secret = dup_stripped_secret (self);
  /* A user that Basic cannot send may be fine for Digest. */
  if (kind == RT_CREDENTIALS_BASIC
      || (kind == RT_CREDENTIALS_USER && rt_credentials_get_preemptive (self->credentials)))
    return rt_basic_dup_fault (rt_credentials_get_user (self->credentials),
                               rt_credentials_get_secret (self->credentials));
  if (kind == RT_CREDENTIALS_API_KEY)
    fault = fault_of_key (self);
  else if (kind != RT_CREDENTIALS_BEARER && kind != RT_CREDENTIALS_TYPED)
    return NULL;
  if (fault != NULL)
    return fault;
  if (kind == RT_CREDENTIALS_API_KEY
      && rt_credentials_get_place (self->credentials) == RT_KEY_IN_QUERY)
    return NULL;
  if (*secret == '\0' && kind != RT_CREDENTIALS_API_KEY)
    return g_strdup (kind == RT_CREDENTIALS_BEARER ? _("The token is empty.")
                                                   : _("The typed field is empty."));
  if (rt_grammar_find_breaking_byte (secret, -1) >= 0)
    return g_strdup (_("There is the end of a line inside, which would break the field."));
  return NULL;
}

static char *
dup_basic (RtLogin *self,
           gboolean composed)
{
  return rt_basic_dup_value (rt_credentials_get_user (self->credentials),
                             rt_credentials_get_secret (self->credentials), composed);
}

/* What goes with any request, asked for or not; NULL when there is a fault. */
static char *
dup_unasked (RtLogin *self)
{
  g_autofree char *fault = rt_login_dup_fault (self);
  g_autofree char *secret = dup_stripped_secret (self);

  if (fault != NULL)
    return NULL;
  switch (rt_credentials_get_kind (self->credentials))
    {
    case RT_CREDENTIALS_USER:
    case RT_CREDENTIALS_BASIC:
      return rt_credentials_get_preemptive (self->credentials) ? dup_basic (self, FALSE) : NULL;
    case RT_CREDENTIALS_BEARER:
      return g_strconcat ("Bearer ", secret, NULL);
    case RT_CREDENTIALS_API_KEY:
      return rt_credentials_get_place (self->credentials) == RT_KEY_IN_FIELD
             ? g_steal_pointer (&secret) : NULL;
    case RT_CREDENTIALS_TYPED:
      return g_steal_pointer (&secret);
    case RT_CREDENTIALS_NONE:
    case RT_CREDENTIALS_DIGEST:
    case RT_CREDENTIALS_NEGOTIATE:
    default:
      return NULL;
    }
}

char *
rt_login_dup_ahead (RtLogin               *self,
                    const RtLoginRequest  *request,
                    char                 **name)
{
  g_autofree char *value = NULL;

  g_return_val_if_fail (self != NULL && request != NULL && name != NULL, NULL);

  self->rounds = 0;
  /* A token of a round that was left behind answers nothing any more. */
  g_clear_pointer (&self->negotiate, rt_negotiate_free);
  *name = NULL;
  if (self->digest != NULL)
    value = rt_digest_session_dup_value (self->digest, request);
  else if (self->basic_answered)
    value = dup_basic (self, self->basic_composed);
  else
    value = dup_unasked (self);
  if (value != NULL)
    *name = g_strdup (rt_credentials_get_kind (self->credentials) == RT_CREDENTIALS_API_KEY
                      ? rt_credentials_get_name (self->credentials) : field_name (self));
  return g_steal_pointer (&value);
}

static RtLoginStep *
step_new (RtLogin               *self,
          const RtChallengeList *challenges,
          const RtLoginRequest  *request)
{
  RtLoginStep *step = g_new0 (RtLoginStep, 1);
  guint n = challenges->challenges->len;

  step->reasons = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    step->reasons[i] = rt_login_choice_dup_reason (self->credentials,
                                                   challenges->challenges->pdata[i], request);
  return step;
}

void
rt_login_step_free (RtLoginStep *step)
{
  g_clear_pointer (&step->field, g_free);
  g_clear_pointer (&step->value, g_free);
  g_clear_pointer (&step->chosen, rt_challenge_free);
  g_clear_pointer (&step->words, g_free);
  g_clear_pointer (&step->reasons, g_strfreev);
  g_free (step);
}

static void
find_no_challenge (RtLoginStep           *step,
                   const RtChallengeList *challenges)
{
  step->outcome = RT_LOGIN_NO_CHALLENGE;
  step->words = g_strdup (challenges->valid
                          ? _("The response does not say how to log in: it has no challenge.")
                          : _("The response does not say how to log in: its challenge cannot be "
                              "read."));
}

static void
refuse (RtLoginStep       *step,
        const RtChallenge *challenge)
{
  g_autofree char *label = rt_challenge_dup_label (challenge);

  step->outcome = RT_LOGIN_REFUSED;
  step->chosen = rt_challenge_copy (challenge);
  if (rt_challenge_is (challenge, "Basic") || rt_challenge_is (challenge, "Digest"))
    /* Translators: %s is "Basic", "Digest SHA-256"… */
    step->words = g_strdup_printf (_("User and password were sent by %s and are not accepted."),
                                   label);
  else if (rt_challenge_is (challenge, "Bearer"))
    step->words = g_strdup (_("The token was sent and is not accepted."));
  else if (rt_challenge_is (challenge, "Negotiate"))
    step->words = g_strdup (_("The ticket was sent and is not accepted."));
  else
    step->words = g_strdup_printf (_("The credentials for %s were sent and are not accepted."),
                                   label);
}

/* A server that is never content, whatever it is answered. */
static void
give_up (RtLoginStep       *step,
         const RtChallenge *challenge)
{
  g_clear_pointer (&step->words, g_free);
  refuse (step, challenge);
  g_clear_pointer (&step->words, g_free);
  /* Translators: %d is a number of exchanges, eight or so. */
  step->words = g_strdup_printf (_("The server asked again after each of %d answers; this is the "
                                   "end of it."), MAX_ROUNDS);
}

static void
find_unanswerable (RtLoginStep *step)
{
  step->outcome = RT_LOGIN_UNANSWERABLE;
  if (step->reasons[1] == NULL)
    step->words = g_strdup (step->reasons[0]);
  else
    step->words = g_strdup (_("None of the challenges can be answered with the login given."));
}

/* (transfer full) (nullable): NULL with *@fault. */
static char *
dup_answer (RtLogin               *self,
            const RtChallenge     *challenge,
            const RtLoginRequest  *request,
            char                 **fault)
{
  if (rt_challenge_is (challenge, "Negotiate")
      && rt_credentials_get_kind (self->credentials) == RT_CREDENTIALS_NEGOTIATE)
    {
      if (self->negotiate == NULL)
        self->negotiate = rt_negotiate_new (request->host);
      return rt_negotiate_step (self->negotiate, challenge->token68, fault);
    }
  g_clear_pointer (&self->digest, rt_digest_session_free);
  self->basic_answered = FALSE;
  if (rt_credentials_get_kind (self->credentials) == RT_CREDENTIALS_BEARER
      || rt_credentials_get_kind (self->credentials) == RT_CREDENTIALS_TYPED)
    {
      *fault = rt_login_dup_fault (self);
      return dup_unasked (self);
    }
  if (rt_challenge_is (challenge, "Basic"))
    {
      const char *charset = rt_challenge_get (challenge, "charset");

      self->basic_answered = TRUE;
      self->basic_composed = charset != NULL && g_ascii_strcasecmp (charset, "UTF-8") == 0;
      return dup_basic (self, self->basic_composed);
    }
  self->digest = rt_digest_session_new (challenge, rt_credentials_get_user (self->credentials),
                                        rt_credentials_get_secret (self->credentials));
  return rt_digest_session_dup_value (self->digest, request);
}

static void
answer (RtLogin               *self,
        RtLoginStep           *step,
        const RtChallengeList *challenges,
        const RtLoginRequest  *request,
        int                    index)
{
  const RtChallenge *challenge = challenges->challenges->pdata[index];
  char *fault = NULL;

  step->chosen = rt_challenge_copy (challenge);
  step->value = dup_answer (self, challenge, request, &fault);
  if (step->value == NULL)
    {
      g_clear_pointer (&step->words, g_free);
      step->words = fault != NULL ? fault : g_strdup (_("The answer cannot be computed."));
      g_clear_pointer (&step->reasons[index], g_free);
      step->reasons[index] = g_strdup (step->words);
      step->outcome = RT_LOGIN_UNANSWERABLE;
      return;
    }
  self->rounds++;
  step->outcome = RT_LOGIN_ANSWERED;
  step->field = g_strdup (field_name (self));
}

/* The challenge of what was sent came again. -1 when that refuses it. */
static int
find_again (RtLogin               *self,
            const RtLoginStep     *step,
            const RtChallengeList *challenges,
            const char            *sent,
            int                    match,
            char                 **words)
{
  RtLoginAgain again = {
    .credentials = self->credentials,
    .challenges = challenges,
    .reasons = step->reasons,
    .match = match,
    .sent = sent,
    .ahead = self->rounds == 0,
    .negotiating = self->negotiate != NULL,
  };

  return rt_login_again_find (&again, words);
}

static void
answer_best (RtLogin               *self,
             RtLoginStep           *step,
             const RtChallengeList *challenges,
             const RtLoginRequest  *request)
{
  int index = rt_login_choice_find (self->credentials, challenges, step->reasons);

  if (index < 0)
    {
      find_unanswerable (step);
      return;
    }
  /* Without an answer on its way there is no context to go on with. */
  g_clear_pointer (&self->negotiate, rt_negotiate_free);
  step->words = rt_login_choice_dup_words (self->credentials, challenges, step->reasons, index);
  answer (self, step, challenges, request, index);
}

static void
answer_again (RtLogin               *self,
              RtLoginStep           *step,
              const RtChallengeList *challenges,
              const RtLoginRequest  *request,
              int                    index)
{
  answer (self, step, challenges, request, index);
  if (step->outcome != RT_LOGIN_ANSWERED)
    step->outcome = RT_LOGIN_REFUSED;
}

/* Nothing but to be refused is left, as the key went along. */
static gboolean
is_key_refused (RtLogin     *self,
                RtLoginStep *step)
{
  g_autofree char *fault = NULL;

  if (rt_credentials_get_kind (self->credentials) != RT_CREDENTIALS_API_KEY)
    return FALSE;
  fault = rt_login_dup_fault (self);
  step->outcome = fault != NULL ? RT_LOGIN_UNANSWERABLE : RT_LOGIN_REFUSED;
  step->words = fault != NULL ? g_steal_pointer (&fault)
                : g_strdup (_("The API key was sent and is not accepted."));
  return TRUE;
}

RtLoginStep *
rt_login_answer (RtLogin               *self,
                 const RtChallengeList *challenges,
                 const RtLoginRequest  *request,
                 const char            *sent)
{
  RtLoginStep *step;
  const RtChallenge *challenge;
  int match = -1;
  int again = -1;

  g_return_val_if_fail (self != NULL && challenges != NULL && request != NULL, NULL);

  step = step_new (self, challenges, request);
  if (challenges->challenges->len == 0)
    {
      find_no_challenge (step, challenges);
      return step;
    }
  if (is_key_refused (self, step))
    return step;
  if (sent != NULL)
    match = rt_login_choice_match (challenges, sent);
  challenge = g_ptr_array_index (challenges->challenges, MAX (match, 0));
  if (match >= 0)
    again = find_again (self, step, challenges, sent, match, &step->words);
  if (match >= 0 && again < 0)
    refuse (step, challenge);
  else if (self->rounds >= MAX_ROUNDS)
    give_up (step, challenge);
  else if (match < 0)
    answer_best (self, step, challenges, request);
  else
    answer_again (self, step, challenges, request, again);
  return step;
}

RtProof
rt_login_take_info (RtLogin    *self,
                    const char *value,
                    GBytes     *content)
{
  g_autoptr (GPtrArray) values = NULL;
  g_autoptr (RtChallengeList) list = NULL;

  g_return_val_if_fail (self != NULL && value != NULL, RT_PROOF_NONE);

  if (self->digest != NULL)
    return rt_digest_session_take_info (self->digest, value, content);
  if (self->negotiate == NULL)
    return RT_PROOF_NONE;
  values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_ptr_array_add (values, g_bytes_new (value, strlen (value)));
  list = rt_challenge_list_parse (values);
  for (guint i = 0; i < list->challenges->len; i++)
    {
      const RtChallenge *challenge = list->challenges->pdata[i];

      if (rt_challenge_is (challenge, "Negotiate") && challenge->token68 != NULL)
        return rt_negotiate_finish (self->negotiate, challenge->token68);
    }
  return RT_PROOF_NONE;
}

char *
rt_login_dup_target (RtLogin    *self,
                     const char *target)
{
  g_autofree char *name = NULL;
  g_autofree char *typed = NULL;
  g_autofree char *secret = NULL;
  gsize length;
  const char *divider;

  g_return_val_if_fail (self != NULL && target != NULL, NULL);

  if (rt_credentials_get_kind (self->credentials) != RT_CREDENTIALS_API_KEY
      || rt_credentials_get_place (self->credentials) != RT_KEY_IN_QUERY
      || *rt_credentials_get_name (self->credentials) == '\0')
    return NULL;
  name = g_uri_escape_string (rt_credentials_get_name (self->credentials), NULL, FALSE);
  typed = dup_stripped_secret (self);
  secret = g_uri_escape_string (typed, NULL, FALSE);
  length = strcspn (target, "#");
  divider = memchr (target, '?', length) == NULL ? "?"
            : target[length - 1] == '?' || target[length - 1] == '&' ? "" : "&";
  return g_strdup_printf ("%.*s%s%s=%s%s", (int) length, target, divider, name, secret,
                          target + length);
}
