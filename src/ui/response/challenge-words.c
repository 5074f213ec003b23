/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The table of authentication parameters. */

#include "config.h"

#include "challenge-words.h"

#include "response-words.h"
#include "span.h"

#include <glib/gi18n-lib.h>

#define DIGEST "Digest"
#define TOKENS "Bearer DPoP GNAP"

/* One line is one parameter, or one value of it. */
typedef struct
{
  const char *name;
  const char *value;   /* NULL: of any value */
  const char *schemes; /* those that it belongs to; NULL: all */
  const char *words;
} Meaning;

static const Meaning meanings[] = {
  { "realm", NULL, NULL,
    N_("The area that the credentials are for. The server made the name up.") },
  { "charset", NULL, "Basic " DIGEST,
    N_("How user and password become bytes. UTF-8 is the only value there is.") },

  { "nonce", NULL, DIGEST,
    N_("A value of the server that goes into the hash, to be used for a while.") },
  { "opaque", NULL, DIGEST, N_("A value of the server that is sent back as it is.") },
  { "stale", "true", DIGEST, N_("The password was right; only the nonce was too old.") },
  { "stale", NULL, DIGEST, N_("Not “true”: the nonce was not what was wrong.") },
  { "algorithm", "MD5", DIGEST, N_("The hash. MD5 is old and weak.") },
  { "algorithm", "MD5-sess", DIGEST, N_("MD5, old and weak, with a key for a session.") },
  { "algorithm", "SHA-256", DIGEST, N_("The hash: SHA-256, the strong one that most know.") },
  { "algorithm", "SHA-256-sess", DIGEST, N_("The hash: SHA-256, with a key for a session.") },
  { "algorithm", "SHA-512-256", DIGEST, N_("The hash: SHA-512/256, strong; few know it.") },
  { "algorithm", NULL, DIGEST, N_("The hash. This one is in no standard for Digest.") },
  { "qop", "auth", DIGEST, N_("What the hash protects: method and target.") },
  { "qop", "auth-int", DIGEST, N_("What the hash protects: method, target and content.") },
  { "qop", NULL, DIGEST,
    N_("What the hash can protect: auth is method and target, auth-int the content too.") },
  { "userhash", "true", DIGEST, N_("The user name can be sent hashed.") },
  { "userhash", NULL, DIGEST, N_("The user name is sent in clear.") },
  { "domain", NULL, DIGEST, N_("The URLs that the same credentials are for.") },
  { "username", NULL, DIGEST, N_("The user, in clear or hashed (userhash).") },
  { "username*", NULL, DIGEST, N_("The user, in a coding for letters outside ASCII (RFC 8187).") },
  { "uri", NULL, DIGEST, N_("The request target that the hash was made with.") },
  { "response", NULL, DIGEST, N_("The hash: proof that the password is known.") },
  { "cnonce", NULL, DIGEST, N_("A value of the client that goes into the hash.") },
  { "nc", NULL, DIGEST, N_("How often this nonce has been used, in hexadecimal.") },

  { "error", "invalid_request", TOKENS,
    N_("The request is malformed: a parameter is missing, wrong or repeated.") },
  { "error", "invalid_token", TOKENS,
    N_("The token is expired, revoked, malformed or otherwise not valid.") },
  { "error", "insufficient_scope", TOKENS, N_("The token is good but does not reach this far.") },
  { "error", NULL, TOKENS, N_("Why the token was not accepted, as a code.") },
  { "error_description", NULL, TOKENS, N_("Why, in words for developers.") },
  { "error_uri", NULL, TOKENS, N_("A page that explains the error.") },
  { "scope", NULL, TOKENS, N_("What the token must allow, names separated by spaces.") },
  { "resource_metadata", NULL, NULL,
    N_("Where it stands which authorization server gives tokens (RFC 9728).") },
  { "algs", NULL, "DPoP", N_("The signatures that the server accepts.") },
};

static gboolean
belongs (const Meaning *meaning,
         const char    *scheme)
{
  g_auto (GStrv) schemes = NULL;

  if (meaning->schemes == NULL)
    return TRUE;
  schemes = g_strsplit (meaning->schemes, " ", -1);
  for (guint i = 0; schemes[i] != NULL; i++)
    if (g_ascii_strcasecmp (schemes[i], scheme) == 0)
      return TRUE;

  return FALSE;
}

char *
rt_challenge_words_meaning (const char *scheme,
                            const char *name,
                            const char *value)
{
  gboolean elsewhere = FALSE;

  g_return_val_if_fail (scheme != NULL && name != NULL && value != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (meanings); i++)
    {
      if (g_strcmp0 (meanings[i].name, name) != 0)
        continue;
      if (!belongs (&meanings[i], scheme))
        elsewhere = TRUE;
      else if (meanings[i].value == NULL || g_ascii_strcasecmp (meanings[i].value, value) == 0)
        return g_strdup (_(meanings[i].words));
    }

  return g_strdup (elsewhere ? _("Has no meaning in this scheme.")
                             : _("Not a parameter that Roundtrip knows."));
}

char *
rt_challenge_words_moment (gint64 then,
                           gint64 now)
{
  g_autoptr (GDateTime) date = g_date_time_new_from_unix_utc (then);
  g_autofree char *words = NULL;
  g_autofree char *ago = rt_span_from_now (then, now);

  if (date == NULL)
    return g_strdup_printf ("%" G_GINT64_FORMAT, then);
  words = rt_words_for_date (date);

  return g_strdup_printf ("%s, %s", words, ago);
}
