/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/auth/login-choice.c. */

#include "login-choice.h"

#include "challenges.h"
#include "negotiate.h"

#include <string.h>

static const RtLoginRequest get = {
  .method = "GET", .target = "/", .host = "h", .content_known = TRUE,
};

static RtCredentials *
make (RtCredentialsKind kind,
      const char       *prefer)
{
  return g_object_new (RT_TYPE_CREDENTIALS, "kind", kind, "user", "u", "secret", "zzsecret",
                       "prefer", prefer, NULL);
}

static GStrv
judge (RtCredentials   *credentials,
       RtChallengeList *list)
{
  GStrv reasons = g_new0 (char *, list->challenges->len + 1);

  for (guint i = 0; i < list->challenges->len; i++)
    reasons[i] = rt_login_choice_dup_reason (credentials, list->challenges->pdata[i], &get);
  return reasons;
}

#define DIGEST(algorithm) "Digest realm=r, nonce=n, qop=auth, algorithm=" algorithm

static void
test_choices (void)
{
  static const struct
  {
    RtCredentialsKind kind;
    const char       *prefer;
    const char       *lines;
    int               index;
    const char       *words;  /* a part of them */
  } cases[] = {
    /* Basic first is no reason to answer it. */
    { RT_CREDENTIALS_USER, "", "Basic realm=r|" DIGEST ("MD5"), 1, "strongest" },
    { RT_CREDENTIALS_USER, "", "Basic realm=r, " DIGEST ("MD5") ", Basic realm=s", 1, "strongest" },
    { RT_CREDENTIALS_USER, "", DIGEST ("MD5") "|" DIGEST ("SHA-256") "|" DIGEST ("SHA-512-256"), 2,
      "Digest SHA-512-256 is answered" },
    { RT_CREDENTIALS_USER, "", DIGEST ("SHA-256") "|" DIGEST ("MD5"), 0, "strongest" },
    { RT_CREDENTIALS_USER, "", DIGEST ("SHA-1") "|" DIGEST ("MD5"), 1, "only one" },
    { RT_CREDENTIALS_USER, "", DIGEST ("MD5") "|" DIGEST ("MD5-sess"), 0, "strongest" },
    { RT_CREDENTIALS_USER, "", "Digest realm=r, nonce=n|" DIGEST ("SHA-256-sess"), 1, "strongest" },
    { RT_CREDENTIALS_USER, "", "Basic", 0, "what the server asks for" },
    { RT_CREDENTIALS_USER, "", "Negotiate|NTLM|Basic realm=r", 2, "only one" },
    { RT_CREDENTIALS_USER, "", "Negotiate|NTLM", -1, NULL },
    { RT_CREDENTIALS_USER, "", "Bearer", -1, NULL },
    { RT_CREDENTIALS_USER, "Digest MD5", DIGEST ("SHA-256") "|" DIGEST ("MD5"), 1, "as chosen" },
    { RT_CREDENTIALS_USER, "basic", DIGEST ("SHA-256") "|Basic realm=r", 1, "as chosen" },
    { RT_CREDENTIALS_USER, "Digest SHA-1", DIGEST ("SHA-1") "|Basic realm=r", 1, "only one" },
    { RT_CREDENTIALS_USER, "Digest", DIGEST ("MD5") "|Basic realm=r", 0, "strongest" },
    { RT_CREDENTIALS_BASIC, "", DIGEST ("MD5") "|Basic realm=r", 1, "only one" },
    { RT_CREDENTIALS_BASIC, "", DIGEST ("MD5"), -1, NULL },
    { RT_CREDENTIALS_DIGEST, "", "Basic realm=r|" DIGEST ("MD5"), 1, "only one" },
    { RT_CREDENTIALS_DIGEST, "", "Basic realm=r", -1, NULL },
    { RT_CREDENTIALS_DIGEST, "Basic", "Basic realm=r|" DIGEST ("MD5"), 1, "only one" },
    { RT_CREDENTIALS_BEARER, "", "Basic realm=r, Bearer error=x", 1, "only one" },
    { RT_CREDENTIALS_BEARER, "", "Basic realm=r", -1, NULL },
    { RT_CREDENTIALS_API_KEY, "", "Basic realm=r", -1, NULL },
    { RT_CREDENTIALS_NONE, "", "Basic realm=r", -1, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtCredentials) credentials = make (cases[i].kind, cases[i].prefer);
      g_autoptr (RtChallengeList) list = challenges_of (cases[i].lines);
      g_auto (GStrv) reasons = judge (credentials, list);
      g_autofree char *words = NULL;
      int index = rt_login_choice_find (credentials, list, reasons);

      g_test_message ("%s", cases[i].lines);
      g_assert_cmpint (index, ==, cases[i].index);
      for (guint j = 0; reasons[j] != NULL; j++)
        g_assert_null (strstr (reasons[j], "zzsecret"));
      if (index < 0)
        continue;
      words = rt_login_choice_dup_words (credentials, list, reasons, index);
      g_assert_nonnull (strstr (words, cases[i].words));
    }
}

static void
test_reasons (void)
{
  static const struct
  {
    RtCredentialsKind kind;
    const char       *challenge;
    const char       *words;    /* a part of them; "" when it can be answered */
  } cases[] = {
    { RT_CREDENTIALS_NONE, "Basic", "No login is given" },
    { RT_CREDENTIALS_USER, "Basic", "" },
    { RT_CREDENTIALS_USER, "NTLM", "NTLM is not answered" },
    { RT_CREDENTIALS_NEGOTIATE, "ntlm TlRM", "NTLM is not answered" },
    { RT_CREDENTIALS_USER, "Negotiate", "only when Negotiate is the login given" },
    { RT_CREDENTIALS_USER, "HOBA challenge=x", "“HOBA” is not known" },
    { RT_CREDENTIALS_USER, "Bearer", "a user and a password" },
    { RT_CREDENTIALS_USER, "Digest realm=r", "nonce" },
    { RT_CREDENTIALS_USER, "Digest realm=r, nonce=n, algorithm=X", "“X” is not known" },
    { RT_CREDENTIALS_DIGEST, "Basic", "readable" },
    { RT_CREDENTIALS_BASIC, "Digest realm=r, nonce=n", "Basic only" },
    { RT_CREDENTIALS_BEARER, "Basic", "a Bearer token" },
    { RT_CREDENTIALS_API_KEY, "Digest realm=r, nonce=n", "an API key" },
    { RT_CREDENTIALS_NEGOTIATE, "Basic", "Negotiate" },
    { RT_CREDENTIALS_TYPED, "Basic", "for something else" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtCredentials) credentials = make (cases[i].kind, "");
      g_autoptr (RtChallengeList) list = challenges_of (cases[i].challenge);
      g_auto (GStrv) reasons = judge (credentials, list);

      g_test_message ("%s: %s", cases[i].challenge, reasons[0]);
      g_assert_nonnull (strstr (reasons[0], cases[i].words));
      g_assert_cmpint (*reasons[0] == '\0', ==, *cases[i].words == '\0');
    }
}

/* What this one login cannot say. */
static void
test_special (void)
{
  g_autoptr (RtCredentials) colon = make (RT_CREDENTIALS_USER, "");
  g_autoptr (RtCredentials) typed = make (RT_CREDENTIALS_TYPED, "");
  g_autoptr (RtCredentials) ticket = make (RT_CREDENTIALS_NEGOTIATE, "");
  g_autoptr (RtChallengeList) list = challenges_of ("Basic|Digest realm=r, nonce=n|Newauth|Negotiate");
  g_autofree char *obstacle = rt_negotiate_dup_obstacle ();
  g_auto (GStrv) of_colon = NULL;
  g_auto (GStrv) of_typed = NULL;
  g_auto (GStrv) of_ticket = NULL;

  rt_credentials_set_user (colon, "a:b");
  rt_credentials_set_secret (typed, "newauth x=y");
  of_colon = judge (colon, list);
  of_typed = judge (typed, list);
  of_ticket = judge (ticket, list);
  g_assert_nonnull (strstr (of_colon[0], "colon"));
  g_assert_cmpstr (of_colon[1], ==, "");
  g_assert_cmpstr (of_typed[2], ==, "");
  g_assert_cmpstr (of_typed[0], !=, "");
  g_assert_cmpstr (of_ticket[3], ==, obstacle != NULL ? obstacle : "");
}

static void
test_match (void)
{
  static const struct
  {
    const char *sent;
    int         index;
  } cases[] = {
    { "basic dTpw", 0 },
    { "Digest username=u, realm=r, algorithm=md5, nonce=x, uri=\"/\", response=0", 1 },
    { "Digest username=u, realm=r, nonce=x, uri=\"/\", response=0", 1 },
    { "Digest username=u, realm=r, algorithm=SHA-256", 2 },
    { "Digest username=u, realm=r, algorithm=SHA-256-sess", -1 },
    { "Digest username=u, realm=s, algorithm=MD5", -1 },
    { "Bearer x", 3 },
    { "Token x", -1 },
    { "Basic:", -1 },
    { "", -1 },
  };
  g_autoptr (RtChallengeList) list =
    challenges_of ("Basic realm=r|" DIGEST ("MD5") "|" DIGEST ("SHA-256") "|Bearer");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (rt_login_choice_match (list, cases[i].sent), ==, cases[i].index);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/auth/login-choice/choices", test_choices);
  g_test_add_func ("/auth/login-choice/reasons", test_reasons);
  g_test_add_func ("/auth/login-choice/special", test_special);
  g_test_add_func ("/auth/login-choice/match", test_match);
  return g_test_run ();
}
