/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/auth/login-again.c. */

#include "login-again.h"

#include "challenges.h"
#include "login-choice.h"

#include <string.h>

static const RtLoginRequest get = {
  .method = "GET", .target = "/", .host = "h", .content_known = TRUE,
};

#define BASIC "Basic dTpw"
#define SENT "Digest username=u, realm=r, nonce=n, nc=00000002, uri=\"/\""

static const struct
{
  RtCredentialsKind kind;
  const char       *prefer;
  const char       *lines;
  const char       *sent;
  gboolean          ahead;
  gboolean          negotiating;
  int               index;
  const char       *words;
} cases[] = {
  /* A nonce of before. */
  { RT_CREDENTIALS_USER, "", "Digest realm=r, nonce=m", SENT, TRUE, FALSE, 0, "new one" },
  { RT_CREDENTIALS_DIGEST, "", "Basic|Digest realm=r, nonce=m", SENT, TRUE, FALSE, 1, "new one" },
  { RT_CREDENTIALS_USER, "", "Digest realm=r, nonce=N", SENT, TRUE, FALSE, 0, "new one" },
  { RT_CREDENTIALS_USER, "", "Digest realm=r, nonce=m, stale=false", SENT, TRUE, FALSE, 0,
    "new one" },
  { RT_CREDENTIALS_USER, "", "Digest realm=r, nonce=m", SENT, FALSE, FALSE, -1, NULL },
  { RT_CREDENTIALS_USER, "", "Digest realm=r, nonce=n", SENT, TRUE, FALSE, -1, NULL },
  { RT_CREDENTIALS_USER, "", "Digest realm=r, nonce=\"n\"", SENT, TRUE, FALSE, -1, NULL },
  { RT_CREDENTIALS_USER, "", "Digest realm=r", SENT, TRUE, FALSE, -1, NULL },
  /* The server says that it is stale. */
  { RT_CREDENTIALS_USER, "", "Digest realm=r, nonce=m, stale=TRUE", SENT, FALSE, FALSE, 0,
    "stale" },
  { RT_CREDENTIALS_USER, "", "Digest realm=r, nonce=n, stale=true", SENT, TRUE, FALSE, 0,
    "stale" },
  /* Not with these credentials. */
  { RT_CREDENTIALS_BASIC, "", "Digest realm=r, nonce=m, stale=true", SENT, TRUE, FALSE, -1, NULL },
  /* Basic was ahead. */
  { RT_CREDENTIALS_USER, "", "Basic|Digest realm=r, nonce=n", BASIC, TRUE, FALSE, 1,
    "Digest is answered: Basic was sent before" },
  { RT_CREDENTIALS_USER, "", "Digest realm=r, nonce=n|Basic|Digest realm=r, nonce=n, "
    "algorithm=SHA-256|Basic", BASIC, TRUE, FALSE, 2, "Digest SHA-256" },
  { RT_CREDENTIALS_USER, "Digest MD5", "Digest realm=r, nonce=n, algorithm=SHA-256|Basic|"
    "Digest realm=r, nonce=n, algorithm=MD5", BASIC, TRUE, FALSE, 2, "Digest MD5" },
  { RT_CREDENTIALS_USER, "Basic", "Basic|Digest realm=r, nonce=n", BASIC, TRUE, FALSE, -1, NULL },
  { RT_CREDENTIALS_BASIC, "", "Basic|Digest realm=r, nonce=n", BASIC, TRUE, FALSE, -1, NULL },
  { RT_CREDENTIALS_USER, "", "Basic|Digest realm=r, nonce=n", BASIC, FALSE, FALSE, -1, NULL },
  { RT_CREDENTIALS_USER, "", "Basic|Digest realm=r, nonce=n, algorithm=X", BASIC, TRUE, FALSE, -1,
    NULL },
  { RT_CREDENTIALS_USER, "", "Basic|NTLM|Bearer", BASIC, TRUE, FALSE, -1, NULL },
  { RT_CREDENTIALS_USER, "", "Basic|Basic realm=s", BASIC, TRUE, FALSE, -1, NULL },
  /* Others. */
  { RT_CREDENTIALS_BEARER, "", "Bearer|Digest realm=r, nonce=n", "Bearer t", TRUE, FALSE, -1,
    NULL },
  { RT_CREDENTIALS_TYPED, "", "Token", "Token t", TRUE, FALSE, -1, NULL },
  { RT_CREDENTIALS_NEGOTIATE, "", "Negotiate", "Negotiate YII=", FALSE, TRUE, -1, NULL },
  { RT_CREDENTIALS_NEGOTIATE, "", "Negotiate YII=", "Negotiate YII=", TRUE, FALSE, -1, NULL },
};

static void
test_find (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtCredentials) credentials =
        g_object_new (RT_TYPE_CREDENTIALS, "kind", cases[i].kind, "user", "u", "secret",
                      "Token zzsecret", "prefer", cases[i].prefer, NULL);
      g_autoptr (RtChallengeList) list = challenges_of (cases[i].lines);
      g_auto (GStrv) reasons = g_new0 (char *, list->challenges->len + 1);
      g_autofree char *words = NULL;
      RtLoginAgain again = {
        .credentials = credentials, .challenges = list, .reasons = reasons,
        .match = rt_login_choice_match (list, cases[i].sent), .sent = cases[i].sent,
        .ahead = cases[i].ahead, .negotiating = cases[i].negotiating,
      };

      g_test_message ("%s after %s", cases[i].lines, cases[i].sent);
      for (guint n = 0; n < list->challenges->len; n++)
        reasons[n] = rt_login_choice_dup_reason (credentials, list->challenges->pdata[n], &get);
      g_assert_cmpint (again.match, >=, 0);
      g_assert_cmpint (rt_login_again_find (&again, &words), ==, cases[i].index);
      g_assert_cmpint (words != NULL, ==, cases[i].words != NULL);
      if (words != NULL)
        {
          g_assert_nonnull (strstr (words, cases[i].words));
          g_assert_null (strstr (words, "zzsecret"));
        }
    }
}

/* It needs a ticket to be open; where it is, its part is answered. */
static void
test_negotiate (void)
{
  g_autoptr (RtCredentials) credentials =
    g_object_new (RT_TYPE_CREDENTIALS, "kind", RT_CREDENTIALS_NEGOTIATE, NULL);
  g_autoptr (RtChallengeList) list = challenges_of ("Basic|Negotiate YII=");
  g_auto (GStrv) reasons = g_strsplit ("no|", "|", -1);
  g_autofree char *words = NULL;
  RtLoginAgain again = {
    .credentials = credentials, .challenges = list, .reasons = reasons, .match = 1,
    .sent = "Negotiate YII=", .negotiating = TRUE,
  };

  g_assert_cmpint (rt_login_again_find (&again, &words), ==, 1);
  g_assert_nonnull (strstr (words, "goes on"));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/auth/login-again/find", test_find);
  g_test_add_func ("/auth/login-again/negotiate", test_negotiate);
  return g_test_run ();
}
