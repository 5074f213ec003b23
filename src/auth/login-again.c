/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the cases in which a challenge after an answer is no refusal. Each of
 * them can happen once to what was sent, so that no server asks for ever.
 */

#include "config.h"

#include "login-again.h"

#include "digest-session.h"
#include "login-choice.h"
#include "sent-credentials.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* RFC 7616 section 3.3 wants "stale" there, but many servers never say it. That
 * the nonce of before was refused says nothing of the password. */
static gboolean
has_new_nonce (const RtChallenge *challenge,
               const char        *sent)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (sent, strlen (sent));
  g_autoptr (RtSentCredentials) read = rt_sent_credentials_parse (bytes);
  const char *nonce = rt_challenge_get (challenge, "nonce");

  return nonce != NULL && g_strcmp0 (nonce, rt_sent_credentials_get (read, "nonce")) != 0;
}

static char *
dup_digest_words (const RtChallenge *challenge,
                  gboolean           stale)
{
  g_autofree char *label = rt_challenge_dup_label (challenge);

  if (stale)
    /* Translators: %s is "Digest SHA-256"… */
    return g_strdup_printf (_("%s is answered again: the server says that only the nonce was out "
                              "of date (stale)."), label);
  /* Translators: %s is "Digest SHA-256"… */
  return g_strdup_printf (_("%s is answered once more: what was sent used the nonce of a request "
                            "before, and the server gave a new one."), label);
}

/* Of what is not Basic. The login is for any scheme, and Basic was not chosen
 * for this request but only sent without knowing what it wants. */
static int
find_stronger (const RtLoginAgain *self)
{
  g_auto (GStrv) reasons = g_strdupv (self->reasons);
  const char *prefer = rt_credentials_get_prefer (self->credentials);

  if (!self->ahead || rt_credentials_get_kind (self->credentials) != RT_CREDENTIALS_USER
      || g_ascii_strcasecmp (prefer, "Basic") == 0)
    return -1;
  for (guint i = 0; i < self->challenges->challenges->len; i++)
    if (rt_challenge_is (self->challenges->challenges->pdata[i], "Basic"))
      {
        g_clear_pointer (&reasons[i], g_free);
        reasons[i] = g_strdup ("tried");
      }
  return rt_login_choice_find (self->credentials, self->challenges, reasons);
}

static int
find_after_basic (const RtLoginAgain  *self,
                  char               **words)
{
  int index = find_stronger (self);
  g_autofree char *label = NULL;

  if (index < 0)
    return -1;
  label = rt_challenge_dup_label (self->challenges->challenges->pdata[index]);
  /* Translators: %s is "Digest SHA-256"… */
  *words = g_strdup_printf (_("%s is answered: Basic was sent before the server asked, and is not "
                              "accepted."), label);
  return index;
}

int
rt_login_again_find (const RtLoginAgain  *again,
                     char               **words)
{
  const RtChallenge *challenge;
  gboolean stale;

  g_return_val_if_fail (again != NULL && again->sent != NULL && again->match >= 0, -1);
  g_return_val_if_fail (words != NULL, -1);

  *words = NULL;
  challenge = g_ptr_array_index (again->challenges->challenges, again->match);
  if (*again->reasons[again->match] != '\0')
    return -1;
  if (rt_challenge_is (challenge, "Basic"))
    return find_after_basic (again, words);
  if (rt_challenge_is (challenge, "Negotiate"))
    {
      if (challenge->token68 == NULL || !again->negotiating)
        return -1;
      *words = g_strdup (_("Negotiate goes on: the server answered with its part."));
      return again->match;
    }
  if (!rt_challenge_is (challenge, "Digest"))
    return -1;
  stale = rt_digest_is_stale (challenge);
  if (!stale && (!again->ahead || !has_new_nonce (challenge, again->sent)))
    return -1;
  *words = dup_digest_words (challenge, stale);
  return again->match;
}
