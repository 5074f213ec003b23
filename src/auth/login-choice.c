/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the order of schemes and the reasons against them. Remembers nothing
 * between requests, and says no secret.
 */

#include "config.h"

#include "login-choice.h"

#include "basic-credentials.h"
#include "digest-formula.h"
#include "digest-session.h"
#include "negotiate.h"
#include "sent-credentials.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Digest stands at its hash above the lowest of these. */
enum
{
  STRENGTH_BASIC = 1,
  STRENGTH_OTHER = 2,
  STRENGTH_DIGEST = 10,
  STRENGTH_NEGOTIATE = 100,
};

static const char *
name_kind (RtCredentialsKind kind)
{
  switch (kind)
    {
    case RT_CREDENTIALS_USER:
      return _("a user and a password");
    case RT_CREDENTIALS_BASIC:
      return _("for Basic");
    case RT_CREDENTIALS_DIGEST:
      return _("for Digest");
    case RT_CREDENTIALS_BEARER:
      return _("a Bearer token");
    case RT_CREDENTIALS_NEGOTIATE:
      return _("Negotiate");
    case RT_CREDENTIALS_API_KEY:
      return _("an API key");
    case RT_CREDENTIALS_TYPED:
      return _("a field typed by hand");
    case RT_CREDENTIALS_NONE:
    default:
      return _("none");
    }
}

static char *
judge_basic (RtCredentials *credentials)
{
  RtCredentialsKind kind = rt_credentials_get_kind (credentials);
  char *fault;

  if (kind == RT_CREDENTIALS_DIGEST)
    return g_strdup (_("Basic would send the password readable; the login given is for Digest "
                       "only."));
  if (kind != RT_CREDENTIALS_USER && kind != RT_CREDENTIALS_BASIC)
    /* Translators: %s is "a Bearer token", "Negotiate"… */
    return g_strdup_printf (_("It wants a user and a password; the login given is %s."),
                            name_kind (kind));
  fault = rt_basic_dup_fault (rt_credentials_get_user (credentials),
                              rt_credentials_get_secret (credentials));
  return fault != NULL ? fault : g_strdup ("");
}

static char *
judge_digest (RtCredentials        *credentials,
              const RtChallenge    *challenge,
              const RtLoginRequest *request)
{
  RtCredentialsKind kind = rt_credentials_get_kind (credentials);
  char *obstacle;

  if (kind == RT_CREDENTIALS_BASIC)
    return g_strdup (_("The login given is for Basic only."));
  if (kind != RT_CREDENTIALS_USER && kind != RT_CREDENTIALS_DIGEST)
    return g_strdup_printf (_("It wants a user and a password; the login given is %s."),
                            name_kind (kind));
  obstacle = rt_digest_dup_obstacle (challenge, request);
  return obstacle != NULL ? obstacle : g_strdup ("");
}

static char *
judge_bearer (RtCredentials *credentials)
{
  RtCredentialsKind kind = rt_credentials_get_kind (credentials);

  if (kind != RT_CREDENTIALS_BEARER)
    return g_strdup_printf (_("It wants a Bearer token; the login given is %s."),
                            name_kind (kind));
  return g_strdup ("");
}

static char *
judge_negotiate (RtCredentials *credentials)
{
  char *obstacle;

  if (rt_credentials_get_kind (credentials) != RT_CREDENTIALS_NEGOTIATE)
    return g_strdup (_("It wants the ticket of who is logged in on this machine, which goes out "
                       "only when Negotiate is the login given."));
  obstacle = rt_negotiate_dup_obstacle ();
  return obstacle != NULL ? obstacle : g_strdup ("");
}

static char *
judge_other (const RtChallenge *challenge)
{
  if (rt_challenge_is (challenge, "NTLM"))
    return g_strdup (_("NTLM is not answered: it is an old login of Windows that is bound to one "
                       "connection, and its hashes are easily broken."));
  /* Translators: %s is the name of a scheme. */
  return g_strdup_printf (_("The scheme “%s” is not known here; a field typed by hand can answer "
                            "it."), challenge->scheme);
}

/* The field is answered by whoever typed it. */
static char *
judge_typed (RtCredentials     *credentials,
             const RtChallenge *challenge)
{
  const char *text = rt_credentials_get_secret (credentials);
  g_autoptr (GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr (RtSentCredentials) typed = rt_sent_credentials_parse (bytes);

  if (rt_challenge_is (challenge, typed->scheme))
    return g_strdup ("");
  return g_strdup_printf (_("It wants %s; the field typed by hand is for something else."),
                          challenge->scheme);
}

char *
rt_login_choice_dup_reason (RtCredentials        *credentials,
                            const RtChallenge    *challenge,
                            const RtLoginRequest *request)
{
  RtCredentialsKind kind;

  g_return_val_if_fail (RT_IS_CREDENTIALS (credentials), NULL);
  g_return_val_if_fail (challenge != NULL && request != NULL, NULL);

  kind = rt_credentials_get_kind (credentials);
  if (kind == RT_CREDENTIALS_NONE)
    return g_strdup (_("No login is given."));
  if (kind == RT_CREDENTIALS_TYPED)
    return judge_typed (credentials, challenge);
  if (rt_challenge_is (challenge, "Basic"))
    return judge_basic (credentials);
  if (rt_challenge_is (challenge, "Digest"))
    return judge_digest (credentials, challenge, request);
  if (rt_challenge_is (challenge, "Bearer"))
    return judge_bearer (credentials);
  if (rt_challenge_is (challenge, "Negotiate"))
    return judge_negotiate (credentials);
  return judge_other (challenge);
}

static int
get_strength (const RtChallenge *challenge)
{
  RtDigestAlgorithm algorithm;

  if (rt_challenge_is (challenge, "Negotiate"))
    return STRENGTH_NEGOTIATE;
  if (rt_challenge_is (challenge, "Basic"))
    return STRENGTH_BASIC;
  if (rt_challenge_is (challenge, "Digest")
      && rt_digest_algorithm_parse (&algorithm, rt_challenge_get (challenge, "algorithm")))
    return STRENGTH_DIGEST + algorithm.hash;
  return STRENGTH_OTHER;
}

static gboolean
is_preferred (RtCredentials     *credentials,
              const RtChallenge *challenge)
{
  g_autofree char *label = rt_challenge_dup_label (challenge);

  return g_ascii_strcasecmp (label, rt_credentials_get_prefer (credentials)) == 0;
}

int
rt_login_choice_find (RtCredentials         *credentials,
                      const RtChallengeList *challenges,
                      GStrv                  reasons)
{
  int best = -1;
  int best_strength = 0;

  g_return_val_if_fail (RT_IS_CREDENTIALS (credentials), -1);
  g_return_val_if_fail (challenges != NULL && reasons != NULL, -1);

  for (guint i = 0; i < challenges->challenges->len; i++)
    {
      const RtChallenge *challenge = challenges->challenges->pdata[i];
      int strength = get_strength (challenge);

      if (*reasons[i] != '\0')
        continue;
      if (is_preferred (credentials, challenge))
        return i;
      if (strength > best_strength)
        {
          best = i;
          best_strength = strength;
        }
    }
  return best;
}

/* Whether credentials of Digest are for the algorithm and realm of @challenge. */
static gboolean
is_same_digest (const RtChallenge       *challenge,
                const RtSentCredentials *sent)
{
  RtDigestAlgorithm asked, used;

  return rt_digest_algorithm_parse (&asked, rt_challenge_get (challenge, "algorithm"))
         && rt_digest_algorithm_parse (&used, rt_sent_credentials_get (sent, "algorithm"))
         && asked.hash == used.hash && asked.session == used.session
         && g_strcmp0 (rt_challenge_get (challenge, "realm"),
                       rt_sent_credentials_get (sent, "realm")) == 0;
}

int
rt_login_choice_match (const RtChallengeList *challenges,
                       const char            *sent)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RtSentCredentials) read = NULL;

  g_return_val_if_fail (challenges != NULL && sent != NULL, -1);

  bytes = g_bytes_new_static (sent, strlen (sent));
  read = rt_sent_credentials_parse (bytes);
  for (guint i = 0; i < challenges->challenges->len; i++)
    {
      const RtChallenge *challenge = challenges->challenges->pdata[i];

      if (rt_challenge_is (challenge, read->scheme)
          && (!rt_challenge_is (challenge, "Digest") || is_same_digest (challenge, read)))
        return i;
    }
  return -1;
}

static guint
count_answerable (GStrv reasons)
{
  guint n = 0;

  for (guint i = 0; reasons[i] != NULL; i++)
    n += *reasons[i] == '\0';
  return n;
}

char *
rt_login_choice_dup_words (RtCredentials         *credentials,
                           const RtChallengeList *challenges,
                           GStrv                  reasons,
                           int                    index)
{
  const RtChallenge *challenge;
  g_autofree char *label = NULL;

  g_return_val_if_fail (RT_IS_CREDENTIALS (credentials), NULL);
  g_return_val_if_fail (challenges != NULL && reasons != NULL, NULL);

  challenge = g_ptr_array_index (challenges->challenges, index);
  label = rt_challenge_dup_label (challenge);
  /* Translators: in these four %s is "Basic", "Digest SHA-256"… */
  if (challenges->challenges->len == 1)
    return g_strdup_printf (_("%s is answered: it is what is asked for."), label);
  if (count_answerable (reasons) == 1)
    return g_strdup_printf (_("%s is answered: of the challenges it is the only one that can be."),
                            label);
  if (is_preferred (credentials, challenge))
    return g_strdup_printf (_("%s is answered, as chosen among the challenges."), label);
  return g_strdup_printf (_("%s is answered: of the challenges it is the strongest that can be."),
                          label);
}
