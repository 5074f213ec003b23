/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Logins against the playground, whose server half was written apart from
 * src/auth and shares no code with it: each is the witness of the other.
 */

#include "login.h"
#include "visit.h"

#include <string.h>

/* The lines of the field @name, from the head as it came. */
static GPtrArray *
list_lines (Visit      *visited,
            const char *name)
{
  GPtrArray *values = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_auto (GStrv) lines = g_strsplit (visited->head, "\r\n", -1);
  gsize length = strlen (name);

  for (guint i = 0; lines[i] != NULL; i++)
    if (g_ascii_strncasecmp (lines[i], name, length) == 0 && lines[i][length] == ':')
      {
        char *value = g_strstrip (g_strdup (lines[i] + length + 1));

        g_ptr_array_add (values, g_bytes_new_take (value, strlen (value)));
      }
  return values;
}

/* One login, as it goes from exchange to exchange. */
typedef struct
{
  RtLogin        *login;
  gboolean        for_proxy;
  RtLoginRequest  request;
  RtLoginOutcome  outcome; /* the last one */
  char           *words;
  guint           exchanges;
  RtProof         proof;
} Errand;

static Visit *
go (Errand     *errand,
    const char *name,
    const char *value)
{
  g_autoptr (GString) fields = g_string_new (NULL);

  if (value != NULL)
    g_string_append_printf (fields, "%s: %s\r\n", name, value);
  if (errand->request.content != NULL)
    g_string_append_printf (fields, "Content-Length: %zu\r\n\r\n%s",
                            g_bytes_get_size (errand->request.content),
                            (char *) g_bytes_get_data (errand->request.content, NULL));
  errand->exchanges++;
  return visit (errand->request.method, errand->request.target, fields->str);
}

static void
take_info (Errand *errand,
           Visit  *visited)
{
  g_autofree char *info = visit_field (visited, errand->for_proxy ? "Proxy-Authentication-Info"
                                                                  : "Authentication-Info");
  g_autoptr (GBytes) content = g_bytes_new (visited->body, visited->body_length);

  errand->proof = info != NULL ? rt_login_take_info (errand->login, info, content) : RT_PROOF_NONE;
}

/* Sends until it is let in or gives up; the last code. */
static int
send (Errand *errand)
{
  g_autofree char *name = NULL;
  g_autofree char *value = rt_login_dup_ahead (errand->login, &errand->request, &name);
  g_autoptr (Visit) visited = go (errand, name, value);

  while (visited->code == 401 || visited->code == 407)
    {
      g_autoptr (GPtrArray) lines = list_lines (visited, errand->for_proxy ? "Proxy-Authenticate"
                                                                           : "WWW-Authenticate");
      g_autoptr (RtChallengeList) list = rt_challenge_list_parse (lines);
      g_autoptr (RtLoginStep) step = rt_login_answer (errand->login, list, &errand->request, value);

      errand->outcome = step->outcome;
      g_clear_pointer (&errand->words, g_free);
      errand->words = g_strdup (step->words);
      if (step->outcome != RT_LOGIN_ANSWERED)
        break;
      g_clear_pointer (&value, g_free);
      value = g_strdup (step->value);
      g_clear_pointer (&visited, visit_free);
      visited = go (errand, step->field, value);
    }
  take_info (errand, visited);
  return visited->code;
}

static void
errand_begin (Errand            *errand,
              RtCredentialsKind  kind,
              const char        *user,
              const char        *secret,
              const char        *target)
{
  g_autoptr (RtCredentials) credentials =
    g_object_new (RT_TYPE_CREDENTIALS, "kind", kind, "user", user, "secret", secret, NULL);

  memset (errand, 0, sizeof *errand);
  errand->for_proxy = strstr (target, "proxy") != NULL;
  errand->login = rt_login_new (credentials, errand->for_proxy);
  errand->request = (RtLoginRequest) {
    .method = "GET", .target = target, .host = "127.0.0.1", .content_known = TRUE,
  };
}

static void
errand_clear (Errand *errand)
{
  g_clear_pointer (&errand->login, rt_login_free);
  g_clear_pointer (&errand->words, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Errand, errand_clear)

/* Two requests: the first is let in after one challenge, the second at once. */
static void
log_in (const char *target,
        const char *user,
        const char *method,
        GBytes     *content,
        gboolean    proves)
{
  g_auto (Errand) errand = { 0 };

  g_test_message ("%s %s", method, target);
  errand_begin (&errand, RT_CREDENTIALS_USER, user, "se\"c:r\303\251t", target);
  errand.request.method = method;
  errand.request.content = content;
  g_assert_cmpint (send (&errand), ==, 200);
  g_assert_cmpuint (errand.exchanges, ==, 2);
  g_assert_cmpint (errand.proof, ==, proves ? RT_PROOF_RIGHT : RT_PROOF_NONE);
  for (guint i = 0; i < 2; i++)
    {
      g_assert_cmpint (send (&errand), ==, 200);
      g_assert_cmpuint (errand.exchanges, ==, 3 + i);
    }
}

#define SECRET "se%22c%3Ar%C3%A9t"

/* Every algorithm with every qop, and what servers do differently. */
static void
test_digest (void)
{
  static const char * const algorithms[] = {
    "MD5", "MD5-sess", "SHA-256", "SHA-256-sess", "SHA-512-256", "SHA-512-256-sess",
  };
  static const char * const qops[] = { "none", "auth", "auth-int", "auth,auth-int" };
  static const char * const queries[] = {
    "", "?next", "?userhash", "?spelling=lower", "?spelling=quoted", "?join&basic",
    "?realm=a,%20%22b%22%5C&q=%3D", "?next&userhash&x=a,b",
  };
  g_autoptr (GBytes) content = g_bytes_new_static ("Hello", 5);

  for (guint i = 0; i < G_N_ELEMENTS (algorithms); i++)
    for (guint j = 0; j < G_N_ELEMENTS (qops); j++)
      for (guint k = 0; k < G_N_ELEMENTS (queries); k++)
        {
          g_autofree char *target = g_strconcat ("/digest-auth/", qops[j], "/us%20er/" SECRET "/",
                                                 algorithms[i], queries[k], NULL);

          log_in (target, "us er", "GET", NULL, j > 0);
          if (k < 2)
            log_in (target, "us er", "POST", content, j > 0);
        }
}

static void
test_users (void)
{
  log_in ("/digest-auth/auth/J%C3%A4s%C3%B8n%20Doe/" SECRET "/SHA-256", "Jäsøn Doe", "GET", NULL,
          TRUE);
  log_in ("/digest-auth/auth/J%C3%A4s%C3%B8n%20Doe/" SECRET "/SHA-512-256?userhash", "Jäsøn Doe",
          "GET", NULL, TRUE);
  log_in ("/digest-auth/auth/a%22%5C%3Ab/" SECRET "/MD5", "a\"\\:b", "GET", NULL, TRUE);
  log_in ("/digest-auth/auth/u/" SECRET "/MD5?spelling=absent", "u", "GET", NULL, TRUE);
  log_in ("/basic-auth/J%C3%A4s%C3%B8n/" SECRET, "Jäsøn", "GET", NULL, FALSE);
  log_in ("/proxy-basic-auth/u/" SECRET, "u", "GET", NULL, FALSE);
  log_in ("/proxy-digest-auth/auth/u/" SECRET "/SHA-256", "u", "GET", NULL, TRUE);
}

static const struct
{
  RtCredentialsKind kind;
  const char       *secret;
  const char       *target;
  int               code;
  guint             exchanges;
  RtLoginOutcome    outcome;
} ends[] = {
  { RT_CREDENTIALS_USER, "wrong", "/basic-auth/u/p", 401, 2, RT_LOGIN_REFUSED },
  { RT_CREDENTIALS_USER, "wrong", "/digest-auth/auth/u/p/MD5,SHA-256", 401, 2, RT_LOGIN_REFUSED },
  { RT_CREDENTIALS_USER, "wrong", "/digest-auth/auth/u/p/MD5?stale", 401, 2, RT_LOGIN_REFUSED },
  { RT_CREDENTIALS_USER, "p", "/digest-auth/auth/u/p/MD5?stale", 200, 3, RT_LOGIN_ANSWERED },
  { RT_CREDENTIALS_USER, "p", "/digest-auth/auth/u/p/MD5?stale=always", 401, 9, RT_LOGIN_REFUSED },
  { RT_CREDENTIALS_USER, "p", "/forbidden-basic-auth/u/p", 403, 2, RT_LOGIN_ANSWERED },
  { RT_CREDENTIALS_BASIC, "p", "/digest-auth/auth/u/p/MD5", 401, 1, RT_LOGIN_UNANSWERABLE },
  { RT_CREDENTIALS_BASIC, "p", "/digest-auth/auth/u/p/MD5?basic", 200, 2, RT_LOGIN_ANSWERED },
  { RT_CREDENTIALS_DIGEST, "p", "/basic-auth/u/p", 401, 1, RT_LOGIN_UNANSWERABLE },
  { RT_CREDENTIALS_USER, "p", "/many-challenges", 401, 2, RT_LOGIN_REFUSED },
  { RT_CREDENTIALS_USER, "p", "/no-challenge", 401, 1, RT_LOGIN_NO_CHALLENGE },
  { RT_CREDENTIALS_USER, "p", "/malformed-challenge/unterminated", 401, 1, RT_LOGIN_NO_CHALLENGE },
  { RT_CREDENTIALS_USER, "p", "/challenge?value=NTLM", 401, 1, RT_LOGIN_UNANSWERABLE },
  { RT_CREDENTIALS_BEARER, "abc", "/bearer/abc", 200, 1, 0 },
  { RT_CREDENTIALS_BEARER, "old", "/bearer/abc", 401, 1, RT_LOGIN_REFUSED },
  { RT_CREDENTIALS_TYPED, "Basic dTpw", "/basic-auth/u/p", 200, 1, 0 },
};

static void
test_ends (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      g_auto (Errand) errand = { 0 };

      errand_begin (&errand, ends[i].kind, "u", ends[i].secret, ends[i].target);
      g_assert_cmpint (send (&errand), ==, ends[i].code);
      g_test_message ("%s: %s", ends[i].target, errand.words);
      g_assert_cmpuint (errand.exchanges, ==, ends[i].exchanges);
      g_assert_cmpint (errand.outcome, ==, ends[i].outcome);
    }
}

static void
test_proofs (void)
{
  static const struct
  {
    const char *target;
    RtProof     proof;
  } cases[] = {
    { "/digest-auth/auth/u/p/SHA-256", RT_PROOF_RIGHT },
    { "/digest-auth/auth-int/u/p/SHA-256", RT_PROOF_RIGHT },
    { "/digest-auth/auth/u/p/SHA-256?proof=wrong", RT_PROOF_WRONG },
    { "/digest-auth/auth-int/u/p/MD5-sess?proof=wrong", RT_PROOF_WRONG },
    { "/digest-auth/auth/u/p/SHA-256?proof=none", RT_PROOF_NONE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (Errand) errand = { 0 };

      errand_begin (&errand, RT_CREDENTIALS_DIGEST, "u", "p", cases[i].target);
      g_assert_cmpint (send (&errand), ==, 200);
      g_assert_cmpint (errand.proof, ==, cases[i].proof);
    }
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/auth/witness/digest", test_digest);
  g_test_add_func ("/auth/witness/users", test_users);
  g_test_add_func ("/auth/witness/ends", test_ends);
  g_test_add_func ("/auth/witness/proofs", test_proofs);
  visit_open ();
  result = g_test_run ();
  visit_close ();
  return result;
}
