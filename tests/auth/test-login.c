/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/auth/login.c. */

#include "login.h"

#include "challenges.h"

#include <string.h>

static const RtLoginRequest get = {
  .method = "GET", .target = "/a?b=c", .host = "h", .content_known = TRUE,
};

static RtLogin *
make (RtCredentialsKind kind,
      const char       *user,
      const char       *secret,
      const char       *name)
{
  g_autoptr (RtCredentials) credentials =
    g_object_new (RT_TYPE_CREDENTIALS, "kind", kind, "user", user, "secret", secret, "name", name,
                  NULL);

  return rt_login_new (credentials, FALSE);
}

static RtLogin *
make_preemptive (void)
{
  g_autoptr (RtCredentials) credentials =
    g_object_new (RT_TYPE_CREDENTIALS, "kind", RT_CREDENTIALS_USER, "user", "u", "secret", "p",
                  "preemptive", TRUE, NULL);

  return rt_login_new (credentials, FALSE);
}

static RtLoginStep *
answer (RtLogin    *login,
        const char *lines,
        const char *sent)
{
  g_autoptr (RtChallengeList) list = challenges_of (lines);
  RtLoginStep *step = rt_login_answer (login, list, &get, sent);

  g_test_message ("%s", step->words);
  g_assert_nonnull (step->words);
  g_assert_cmpuint (g_strv_length (step->reasons), ==, list->challenges->len);
  g_assert_cmpint (step->value != NULL, ==, step->outcome == RT_LOGIN_ANSWERED);
  g_assert_cmpint (step->field != NULL, ==, step->outcome == RT_LOGIN_ANSWERED);
  g_assert_null (strstr (step->words, "zzsecret"));
  return step;
}

static void
assert_ahead (RtLogin    *login,
              const char *name,
              const char *value)
{
  g_autofree char *got_name = NULL;
  g_autofree char *got = rt_login_dup_ahead (login, &get, &got_name);

  g_assert_cmpstr (got, ==, value);
  g_assert_cmpstr (got_name, ==, name);
}

/* What goes along unasked, and what is wrong when nothing does. */
static void
test_ahead (void)
{
  static const struct
  {
    RtCredentialsKind kind;
    const char       *user;
    const char       *secret;
    const char       *name;
    RtKeyPlace        place;
    gboolean          preemptive;
    const char       *field;
    const char       *value;
    const char       *fault;
  } cases[] = {
    { RT_CREDENTIALS_NONE, "u", "p", "", 0, TRUE, NULL, NULL, NULL },
    { RT_CREDENTIALS_USER, "u", "p", "", 0, FALSE, NULL, NULL, NULL },
    { RT_CREDENTIALS_USER, "u", "p", "", 0, TRUE, "Authorization", "Basic dTpw", NULL },
    { RT_CREDENTIALS_BASIC, "u", "p", "", 0, FALSE, NULL, NULL, NULL },
    { RT_CREDENTIALS_BASIC, "", "", "", 0, TRUE, "Authorization", "Basic Og==", NULL },
    { RT_CREDENTIALS_BASIC, "a:b", "p", "", 0, TRUE, NULL, NULL, "colon" },
    { RT_CREDENTIALS_DIGEST, "a:b", "p", "", 0, TRUE, NULL, NULL, NULL },
    { RT_CREDENTIALS_NEGOTIATE, "", "", "", 0, TRUE, NULL, NULL, NULL },
    { RT_CREDENTIALS_BEARER, "", " t0k \n", "", 0, FALSE, "Authorization", "Bearer t0k", NULL },
    { RT_CREDENTIALS_BEARER, "", "", "", 0, FALSE, NULL, NULL, "empty" },
    { RT_CREDENTIALS_BEARER, "", "a\r\nX: y", "", 0, FALSE, NULL, NULL, "end of a line" },
    { RT_CREDENTIALS_API_KEY, "", "k", "X-Key", 0, FALSE, "X-Key", "k", NULL },
    { RT_CREDENTIALS_API_KEY, "", "k", "X-Key", RT_KEY_IN_QUERY, FALSE, NULL, NULL, NULL },
    { RT_CREDENTIALS_API_KEY, "", "k", "", 0, FALSE, NULL, NULL, "no name" },
    { RT_CREDENTIALS_API_KEY, "", "k", "X Key", 0, FALSE, NULL, NULL, "name of a field" },
    { RT_CREDENTIALS_API_KEY, "", "k\nl", "X", 0, FALSE, NULL, NULL, "end of a line" },
    { RT_CREDENTIALS_TYPED, "", "Token x=y", "", 0, FALSE, "Authorization", "Token x=y", NULL },
    { RT_CREDENTIALS_TYPED, "", " ", "", 0, FALSE, NULL, NULL, "empty" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtCredentials) credentials =
        g_object_new (RT_TYPE_CREDENTIALS, "kind", cases[i].kind, "user", cases[i].user,
                      "secret", cases[i].secret, "name", cases[i].name, "place", cases[i].place,
                      "preemptive", cases[i].preemptive, NULL);
      g_autoptr (RtLogin) login = rt_login_new (credentials, FALSE);
      g_autofree char *fault = rt_login_dup_fault (login);

      assert_ahead (login, cases[i].field, cases[i].value);
      g_assert_cmpint (fault == NULL, ==, cases[i].fault == NULL);
      if (fault != NULL)
        g_assert_nonnull (strstr (fault, cases[i].fault));
    }
}

static void
test_basic (void)
{
  g_autoptr (RtLogin) login = make (RT_CREDENTIALS_USER, "u", "zzsecret", "");
  g_autoptr (RtLoginStep) first = answer (login, "Basic realm=r", NULL);
  g_autoptr (RtLoginStep) second = NULL;

  g_assert_cmpint (first->outcome, ==, RT_LOGIN_ANSWERED);
  g_assert_cmpstr (first->field, ==, "Authorization");
  g_assert_cmpstr (first->value, ==, "Basic dTp6enNlY3JldA==");
  g_assert_cmpstr (first->chosen->scheme, ==, "Basic");
  g_assert_cmpstr (first->reasons[0], ==, "");
  assert_ahead (login, "Authorization", first->value);
  second = answer (login, "Basic realm=r", first->value);
  g_assert_cmpint (second->outcome, ==, RT_LOGIN_REFUSED);
  g_assert_cmpstr (second->chosen->scheme, ==, "Basic");
}

static void
test_proxy (void)
{
  g_autoptr (RtCredentials) credentials =
    g_object_new (RT_TYPE_CREDENTIALS, "kind", RT_CREDENTIALS_USER, "user", "u", "secret", "p",
                  "preemptive", TRUE, NULL);
  g_autoptr (RtLogin) login = rt_login_new (credentials, TRUE);
  g_autoptr (RtLoginStep) step = NULL;

  /* A copy: what is edited later does not change it. */
  rt_credentials_set_user (credentials, "v");
  assert_ahead (login, "Proxy-Authorization", "Basic dTpw");
  step = answer (login, "Basic", NULL);
  g_assert_cmpstr (step->field, ==, "Proxy-Authorization");
  g_assert_cmpstr (step->value, ==, "Basic dTpw");
}

#define DIGEST "Digest realm=\"r\", nonce=\"%s\", qop=\"auth\", algorithm=SHA-256%s"

static RtLoginStep *
answer_digest (RtLogin    *login,
               const char *nonce,
               const char *more,
               const char *sent)
{
  g_autofree char *text = g_strdup_printf (DIGEST, nonce, more);

  return answer (login, text, sent);
}

static void
test_digest (void)
{
  g_autoptr (RtLogin) login = make (RT_CREDENTIALS_USER, "u", "zzsecret", "");
  g_autoptr (RtLoginStep) first = answer_digest (login, "n1", "", NULL);
  g_autofree char *name = NULL;
  g_autofree char *ahead = NULL;
  g_autoptr (RtLoginStep) again = NULL;
  g_autoptr (RtLoginStep) refused = NULL;

  g_assert_cmpint (first->outcome, ==, RT_LOGIN_ANSWERED);
  g_assert_nonnull (strstr (first->value, "uri=\"/a?b=c\""));
  g_assert_nonnull (strstr (first->value, "nc=00000001"));
  ahead = rt_login_dup_ahead (login, &get, &name);
  g_assert_nonnull (strstr (ahead, "nc=00000002"));
  g_assert_nonnull (strstr (ahead, "nonce=\"n1\""));
  /* Not a word of stale, but another nonce: once. */
  again = answer_digest (login, "n2", "", ahead);
  g_assert_cmpint (again->outcome, ==, RT_LOGIN_ANSWERED);
  g_assert_nonnull (strstr (again->value, "nonce=\"n2\""));
  g_assert_nonnull (strstr (again->value, "nc=00000001"));
  refused = answer_digest (login, "n3", "", again->value);
  g_assert_cmpint (refused->outcome, ==, RT_LOGIN_REFUSED);
}

/* A refusal to a fresh nonce is one, with a new nonce or the same. */
static void
test_wrong_password (void)
{
  static const char * const nonces[] = { "n1", "n2" };

  for (gsize i = 0; i < G_N_ELEMENTS (nonces); i++)
    {
      g_autoptr (RtLogin) login = make (RT_CREDENTIALS_USER, "u", "zzsecret", "");
      g_autofree char *name = NULL;
      g_autofree char *ahead = rt_login_dup_ahead (login, &get, &name);
      g_autoptr (RtLoginStep) first = answer_digest (login, "n1", "", ahead);
      g_autoptr (RtLoginStep) second = answer_digest (login, nonces[i], "", first->value);

      g_assert_null (ahead);
      g_assert_cmpint (first->outcome, ==, RT_LOGIN_ANSWERED);
      g_assert_cmpint (second->outcome, ==, RT_LOGIN_REFUSED);
    }
}

/* A nonce of the server's own making, sent ahead, may be out of date as well;
 * the same one again is a refusal. */
static void
test_next_nonce (void)
{
  g_autoptr (RtLogin) login = make (RT_CREDENTIALS_USER, "u", "p", "");
  g_autoptr (RtLoginStep) first = answer_digest (login, "n1", "", NULL);
  g_autofree char *name = NULL;
  g_autofree char *ahead = NULL;
  g_autoptr (RtLoginStep) same = NULL;
  g_autoptr (RtLoginStep) again = NULL;

  rt_login_take_info (login, "nextnonce=n2", NULL);
  ahead = rt_login_dup_ahead (login, &get, &name);
  g_assert_nonnull (strstr (ahead, "nonce=\"n2\""));
  same = answer_digest (login, "n2", "", ahead);
  g_assert_cmpint (same->outcome, ==, RT_LOGIN_REFUSED);
  again = answer_digest (login, "n3", "", ahead);
  g_assert_cmpint (again->outcome, ==, RT_LOGIN_ANSWERED);
}

/* A stale nonce is no wrong password; but not for ever. */
static void
test_stale (void)
{
  g_autoptr (RtLogin) login = make (RT_CREDENTIALS_DIGEST, "u", "zzsecret", "");
  g_autofree char *sent = NULL;
  guint rounds = 0;

  for (;;)
    {
      g_autofree char *nonce = g_strdup_printf ("nonce%u", rounds);
      g_autoptr (RtLoginStep) step = answer_digest (login, nonce, rounds > 0 ? ", stale=true" : "",
                                                    sent);

      if (step->outcome == RT_LOGIN_REFUSED)
        {
          g_assert_nonnull (strstr (step->words, "asked again"));
          break;
        }
      g_assert_cmpint (step->outcome, ==, RT_LOGIN_ANSWERED);
      g_assert_nonnull (strstr (step->value, nonce));
      g_assert_nonnull (strstr (step->value, "nc=00000001"));
      g_assert_cmpint (strstr (step->words, "stale") != NULL, ==, rounds > 0);
      g_clear_pointer (&sent, g_free);
      sent = g_strdup (step->value);
      rounds++;
      g_assert_cmpuint (rounds, <, 20);
    }
  g_assert_cmpuint (rounds, >=, 3);

  /* The next request has all its rounds again. */
  {
    g_autofree char *name = NULL;
    g_autofree char *ahead = rt_login_dup_ahead (login, &get, &name);
    g_autoptr (RtLoginStep) step = answer_digest (login, "x", ", stale=true", ahead);

    g_assert_cmpint (step->outcome, ==, RT_LOGIN_ANSWERED);
  }
}

/* Another realm has not seen the password yet; so with another algorithm. */
static void
test_elsewhere (void)
{
  g_autoptr (RtLogin) login = make (RT_CREDENTIALS_USER, "u", "p", "");
  g_autoptr (RtLoginStep) first = answer_digest (login, "n", "", NULL);
  g_autoptr (RtLoginStep) realm = answer (login, "Digest realm=s, nonce=m, algorithm=SHA-256",
                                          first->value);
  g_autoptr (RtLoginStep) weaker = answer (login, "Digest realm=s, nonce=m", realm->value);

  g_assert_cmpint (realm->outcome, ==, RT_LOGIN_ANSWERED);
  g_assert_cmpint (weaker->outcome, ==, RT_LOGIN_ANSWERED);
}

/* Basic sent ahead: where Digest is wanted too, it is tried once, at its best. */
static void
test_preemptive (void)
{
  g_autoptr (RtLogin) login = make_preemptive ();
  g_autofree char *name = NULL;
  g_autofree char *sent = rt_login_dup_ahead (login, &get, &name);
  g_autoptr (RtLoginStep) digest = NULL;
  g_autoptr (RtLoginStep) refused = NULL;

  g_assert_cmpstr (sent, ==, "Basic dTpw");
  digest = answer (login, "Basic realm=r|Digest realm=r, nonce=n|Digest realm=r, nonce=n, "
                   "algorithm=SHA-256", sent);
  g_assert_cmpint (digest->outcome, ==, RT_LOGIN_ANSWERED);
  g_assert_nonnull (strstr (digest->value, "algorithm=SHA-256"));
  g_assert_nonnull (strstr (digest->words, "Basic was sent before"));
  refused = answer (login, "Basic realm=r|Digest realm=r, nonce=m|Digest realm=r, nonce=m, "
                    "algorithm=SHA-256", digest->value);
  g_assert_cmpint (refused->outcome, ==, RT_LOGIN_REFUSED);
  g_assert_nonnull (strstr (refused->words, "Digest SHA-256"));
}

/* Not after Basic was what was asked for. */
static void
test_basic_then_digest (void)
{
  g_autoptr (RtLogin) login = make (RT_CREDENTIALS_USER, "u", "p", "");
  g_autoptr (RtLoginStep) basic = answer (login, "Basic realm=r", NULL);
  g_autoptr (RtLoginStep) both = answer (login, "Basic realm=r|Digest realm=r, nonce=n",
                                         basic->value);

  g_assert_cmpint (basic->outcome, ==, RT_LOGIN_ANSWERED);
  g_assert_cmpint (both->outcome, ==, RT_LOGIN_REFUSED);
}

#define BOTH "Basic realm=r|Digest realm=r, nonce=%u|Digest realm=r, nonce=%u, algorithm=SHA-256"

/* A server that offers both, each time with other nonces and never content:
 * each request ends, and takes no more answers than the one before. */
static void
test_never_content (void)
{
  g_autoptr (RtLogin) login = make_preemptive ();
  guint nonce = 0;

  for (guint request = 0; request < 5; request++)
    {
      g_autofree char *name = NULL;
      g_autofree char *sent = rt_login_dup_ahead (login, &get, &name);
      guint rounds = 0;

      for (;;)
        {
          g_autofree char *text = g_strdup_printf (BOTH, nonce, nonce);
          g_autoptr (RtLoginStep) step = answer (login, text, sent);

          nonce++;
          if (step->outcome != RT_LOGIN_ANSWERED)
            {
              g_assert_cmpint (step->outcome, ==, RT_LOGIN_REFUSED);
              break;
            }
          g_clear_pointer (&sent, g_free);
          sent = g_strdup (step->value);
          rounds++;
          g_assert_cmpuint (rounds, <=, 1);
        }
      g_assert_cmpuint (rounds, ==, 1);
    }
}

static void
test_outcomes (void)
{
  static const struct
  {
    RtCredentialsKind kind;
    const char       *lines;
    const char       *sent;
    RtLoginOutcome    outcome;
    const char       *words;
  } cases[] = {
    { RT_CREDENTIALS_USER, ",", NULL, RT_LOGIN_NO_CHALLENGE, "cannot be read" },
    { RT_CREDENTIALS_USER, "Basic realm=\"", NULL, RT_LOGIN_NO_CHALLENGE, "cannot be read" },
    { RT_CREDENTIALS_BEARER, "@", "Bearer zzsecret", RT_LOGIN_NO_CHALLENGE, "cannot be read" },
    { RT_CREDENTIALS_NONE, "Basic", NULL, RT_LOGIN_UNANSWERABLE, "No login" },
    { RT_CREDENTIALS_USER, "NTLM", NULL, RT_LOGIN_UNANSWERABLE, "NTLM is not answered" },
    { RT_CREDENTIALS_USER, "NTLM, Negotiate", NULL, RT_LOGIN_UNANSWERABLE, "None of" },
    { RT_CREDENTIALS_BEARER, "Bearer", "Bearer zzsecret", RT_LOGIN_REFUSED, "token was sent" },
    { RT_CREDENTIALS_BEARER, "Basic", "Bearer zzsecret", RT_LOGIN_UNANSWERABLE, "Bearer token" },
    { RT_CREDENTIALS_BEARER, "Bearer", NULL, RT_LOGIN_ANSWERED, "Bearer is answered" },
    { RT_CREDENTIALS_API_KEY, "Basic", "zzsecret", RT_LOGIN_REFUSED, "API key was sent" },
    { RT_CREDENTIALS_TYPED, "Token", "token zzsecret", RT_LOGIN_REFUSED, "for Token were sent" },
    { RT_CREDENTIALS_USER, "Digest realm=r, nonce=n", "Basic enp6", RT_LOGIN_ANSWERED,
      "Digest is answered" },
    { RT_CREDENTIALS_NONE, "Basic", "Basic enp6", RT_LOGIN_REFUSED, "sent by Basic" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtLogin) login = make (cases[i].kind, "u", "zzsecret", "key");
      g_autoptr (RtLoginStep) step = answer (login, cases[i].lines, cases[i].sent);

      g_assert_cmpint (step->outcome, ==, cases[i].outcome);
      g_assert_nonnull (strstr (step->words, cases[i].words));
    }
}

static void
test_no_field (void)
{
  g_autoptr (RtLogin) login = make (RT_CREDENTIALS_USER, "u", "p", "");
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autoptr (RtChallengeList) list = rt_challenge_list_parse (values);
  g_autoptr (RtLoginStep) step = rt_login_answer (login, list, &get, NULL);

  g_assert_cmpint (step->outcome, ==, RT_LOGIN_NO_CHALLENGE);
  g_assert_nonnull (strstr (step->words, "it has no challenge"));
}

/* Whatever comes, it ends. */
static void
test_endless (void)
{
  g_autoptr (RtLogin) login = make (RT_CREDENTIALS_USER, "u", "p", "");
  guint rounds = 0;

  for (;;)
    {
      g_autofree char *text = g_strdup_printf ("Digest realm=%u, nonce=n", rounds);
      g_autoptr (RtLoginStep) step = answer (login, text, NULL);

      if (step->outcome != RT_LOGIN_ANSWERED)
        break;
      g_assert_cmpuint (rounds++, <, 20);
    }
}

static void
test_info (void)
{
  g_autoptr (RtLogin) basic = make (RT_CREDENTIALS_USER, "u", "p", "");
  g_autoptr (RtLogin) login = make (RT_CREDENTIALS_USER, "u", "p", "");
  g_autoptr (RtLoginStep) step = answer_digest (login, "n1", "", NULL);
  g_autofree char *name = NULL;
  g_autofree char *ahead = NULL;

  g_assert_cmpint (rt_login_take_info (basic, "rspauth=0", NULL), ==, RT_PROOF_NONE);
  g_assert_cmpint (rt_login_take_info (login, "rspauth=0", NULL), ==, RT_PROOF_WRONG);
  g_assert_cmpint (rt_login_take_info (login, "nextnonce=n2", NULL), ==, RT_PROOF_NONE);
  ahead = rt_login_dup_ahead (login, &get, &name);
  g_assert_nonnull (strstr (ahead, "nonce=\"n2\""));
  g_assert_nonnull (strstr (ahead, "nc=00000001"));
}

/* Without a ticket: the reason, and no crash in any order of calls. */
static void
test_negotiate (void)
{
  g_autoptr (RtLogin) login = make (RT_CREDENTIALS_NEGOTIATE, "", "", "");
  g_autoptr (RtLoginStep) first = answer (login, "Negotiate|Basic", NULL);
  g_autoptr (RtLoginStep) second = answer (login, "Negotiate YII=", "Negotiate YII=");

  g_assert_cmpint (first->outcome, ==, RT_LOGIN_UNANSWERABLE);
  g_assert_cmpint (second->outcome, ==, RT_LOGIN_REFUSED);
  g_assert_cmpint (rt_login_take_info (login, "Negotiate YII=", NULL), !=, RT_PROOF_RIGHT);
  assert_ahead (login, NULL, NULL);
}

static void
test_target (void)
{
  static const struct
  {
    const char *target;
    const char *name;
    const char *secret;
    const char *expected;
  } cases[] = {
    { "/", "key", "k", "/?key=k" },
    { "/a?b=c", "key", "k", "/a?b=c&key=k" },
    { "/a?", "key", "k", "/a?key=k" },
    { "/a?b&", "key", "k", "/a?b&key=k" },
    { "/a?b#f?", "key", "k", "/a?b&key=k#f?" },
    { "/a#f?", "key", "k", "/a?key=k#f?" },
    { "/", "a b", "ä&=+ x\n", "/?a%20b=%C3%A4%26%3D%2B%20x" },
    { "http://h/", "key", "", "http://h/?key=" },
    { "/", "", "k", NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtCredentials) credentials =
        g_object_new (RT_TYPE_CREDENTIALS, "kind", RT_CREDENTIALS_API_KEY, "name", cases[i].name,
                      "secret", cases[i].secret, "place", RT_KEY_IN_QUERY, NULL);
      g_autoptr (RtLogin) login = rt_login_new (credentials, FALSE);
      g_autofree char *target = rt_login_dup_target (login, cases[i].target);
      g_autofree char *none = NULL;
      g_autoptr (RtLogin) other = make (RT_CREDENTIALS_API_KEY, "", "k", "key");

      g_assert_cmpstr (target, ==, cases[i].expected);
      none = rt_login_dup_target (other, cases[i].target);
      g_assert_null (none);
    }
}

int
main (int    argc,
      char **argv)
{
  /* Nothing of this machine, and no name service. */
  g_setenv ("KRB5_CONFIG", "/dev/null", TRUE);
  g_setenv ("KRB5CCNAME", "MEMORY:none", TRUE);
  g_setenv ("KRB5_CLIENT_KTNAME", "/dev/null", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/auth/login/ahead", test_ahead);
  g_test_add_func ("/auth/login/basic", test_basic);
  g_test_add_func ("/auth/login/proxy", test_proxy);
  g_test_add_func ("/auth/login/digest", test_digest);
  g_test_add_func ("/auth/login/wrong-password", test_wrong_password);
  g_test_add_func ("/auth/login/next-nonce", test_next_nonce);
  g_test_add_func ("/auth/login/stale", test_stale);
  g_test_add_func ("/auth/login/elsewhere", test_elsewhere);
  g_test_add_func ("/auth/login/preemptive", test_preemptive);
  g_test_add_func ("/auth/login/basic-then-digest", test_basic_then_digest);
  g_test_add_func ("/auth/login/never-content", test_never_content);
  g_test_add_func ("/auth/login/outcomes", test_outcomes);
  g_test_add_func ("/auth/login/no-field", test_no_field);
  g_test_add_func ("/auth/login/endless", test_endless);
  g_test_add_func ("/auth/login/info", test_info);
  g_test_add_func ("/auth/login/negotiate", test_negotiate);
  g_test_add_func ("/auth/login/target", test_target);
  return g_test_run ();
}
