/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of challenge-words.c: parameters and moments in words. */

#include "config.h"

#include "challenge-words.h"

#include <string.h>

static void
test_meaning (void)
{
  static const struct
  {
    const char *scheme;
    const char *name;
    const char *value;
    const char *part;
  } cases[] = {
    { "Basic", "realm", "x", "area" },
    { "Weird", "realm", "x", "area" },
    { "basic", "charset", "UTF-8", "bytes" },
    { "DIGEST", "stale", "TRUE", "password was right" },
    { "Digest", "stale", "false", "Not “true”" },
    { "Digest", "algorithm", "md5", "weak" },
    { "Digest", "algorithm", "ROT13", "no standard" },
    { "Digest", "qop", "auth,auth-int", "can protect" },
    { "Digest", "opaque", "x", "sent back" },
    { "Digest", "userhash", "true", "hashed" },
    { "Digest", "nonce", "x", "goes into the hash" },
    { "Bearer", "error", "invalid_token", "expired" },
    { "Bearer", "error", "else", "as a code" },
    { "Bearer", "error_description", "x", "developers" },
    { "Bearer", "scope", "a b", "allow" },
    { "Bearer", "resource_metadata", "x", "RFC 9728" },
    { "Basic", "qop", "auth", "no meaning in this scheme" },
    { "Basic", "x-own", "1", "Not a parameter" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *meaning =
        rt_challenge_words_meaning (cases[i].scheme, cases[i].name, cases[i].value);

      if (strstr (meaning, cases[i].part) == NULL)
        g_error ("%s %s: %s", cases[i].scheme, cases[i].name, meaning);
    }
}

/* Numbers of a token are anything. */
static void
test_extremes (void)
{
  static const gint64 values[] = { G_MININT64, -1, 0, 1, G_MAXINT64 };

  for (gsize i = 0; i < G_N_ELEMENTS (values); i++)
    for (gsize j = 0; j < G_N_ELEMENTS (values); j++)
      {
        g_autofree char *moment = rt_challenge_words_moment (values[i], values[j]);

        g_assert_cmpuint (strlen (moment), >, 0);
      }
}

static void
test_moment (void)
{
  g_autofree char *moment = rt_challenge_words_moment (1790000000, 1790000180);

  g_assert_cmpstr (moment, ==, "21 Sep 2026, 14:13 UTC, 3 minutes ago");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/challenge-words/meaning", test_meaning);
  g_test_add_func ("/challenge-words/extremes", test_extremes);
  g_test_add_func ("/challenge-words/moment", test_moment);

  return g_test_run ();
}
