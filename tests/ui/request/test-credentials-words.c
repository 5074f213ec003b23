/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of credentials-words.c: what is said of each kind. */

#include "config.h"

#include "credentials-words.h"

#include <string.h>

static RtCredentials *
create (RtCredentialsKind  kind,
        const char        *user,
        const char        *secret)
{
  RtCredentials *credentials = rt_credentials_new ();

  rt_credentials_set_kind (credentials, kind);
  rt_credentials_set_user (credentials, user);
  rt_credentials_set_secret (credentials, secret);

  return credentials;
}

/* @part stands in @words; NULL: there are no words. */
static void
assert_part (const char *words,
             const char *part)
{
  if (part == NULL)
    g_assert_cmpstr (words, ==, NULL);
  else if (words == NULL || strstr (words, part) == NULL)
    g_error ("“%s” is not in “%s”", part, words);
}

static void
test_explain (void)
{
  static const struct
  {
    RtCredentialsKind kind;
    gboolean          preemptive;
    gboolean          for_proxy;
    const char       *part;
  } cases[] = {
    { RT_CREDENTIALS_NONE, FALSE, FALSE, "401" },
    { RT_CREDENTIALS_NONE, FALSE, TRUE, "407" },
    { RT_CREDENTIALS_USER, FALSE, FALSE, "Digest where it offers that" },
    { RT_CREDENTIALS_USER, FALSE, TRUE, "proxy asks for it (407)" },
    { RT_CREDENTIALS_USER, TRUE, FALSE, "first request already, as Basic" },
    { RT_CREDENTIALS_USER, TRUE, TRUE, "proxy" },
    { RT_CREDENTIALS_BASIC, FALSE, FALSE, "asks for Basic (401)" },
    { RT_CREDENTIALS_BASIC, FALSE, TRUE, "asks for Basic (407)" },
    { RT_CREDENTIALS_BASIC, TRUE, FALSE, "first request" },
    { RT_CREDENTIALS_DIGEST, FALSE, FALSE, "never goes out" },
    { RT_CREDENTIALS_DIGEST, FALSE, TRUE, "407" },
    { RT_CREDENTIALS_BEARER, FALSE, FALSE, "each request" },
    { RT_CREDENTIALS_NEGOTIATE, FALSE, FALSE, "Kerberos" },
    { RT_CREDENTIALS_NEGOTIATE, FALSE, TRUE, "407" },
    { RT_CREDENTIALS_TYPED, FALSE, FALSE, "Authorization" },
    { RT_CREDENTIALS_TYPED, FALSE, TRUE, "Proxy-Authorization" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtCredentials) credentials = create (cases[i].kind, "ada", "hush");
      g_autofree char *words = NULL;

      rt_credentials_set_preemptive (credentials, cases[i].preemptive);
      words = rt_credentials_words_explain (credentials, cases[i].for_proxy);
      assert_part (words, cases[i].part);
      g_assert_null (strstr (words, "hush"));
    }
}

static void
test_key (void)
{
  g_autoptr(RtCredentials) credentials = create (RT_CREDENTIALS_API_KEY, "", "k");
  g_autofree char *nameless = rt_credentials_words_explain (credentials, FALSE);
  g_autofree char *field = NULL;
  g_autofree char *query = NULL;

  assert_part (nameless, "the server expects");
  rt_credentials_set_name (credentials, "X-Key");
  field = rt_credentials_words_explain (credentials, FALSE);
  assert_part (field, "field X-Key");
  rt_credentials_set_place (credentials, RT_KEY_IN_QUERY);
  query = rt_credentials_words_explain (credentials, FALSE);
  assert_part (query, "X-Key=");
  assert_part (query, "logs");
}

static void
test_warn (void)
{
  static const struct
  {
    RtCredentialsKind kind;
    gboolean          preemptive;
    const char       *url;
    const char       *part;
  } cases[] = {
    { RT_CREDENTIALS_BASIC, FALSE, "http://example.org/", "password" },
    { RT_CREDENTIALS_BASIC, FALSE, "https://example.org/", NULL },
    { RT_CREDENTIALS_BASIC, FALSE, "http://127.0.0.1:8080/", NULL },
    { RT_CREDENTIALS_BASIC, FALSE, "http://127.9.9.9/", NULL },
    { RT_CREDENTIALS_BASIC, FALSE, "http://[::1]/", NULL },
    { RT_CREDENTIALS_BASIC, FALSE, "http://localhost/", NULL },
    { RT_CREDENTIALS_BASIC, FALSE, "http://LocalHost:1/", NULL },
    { RT_CREDENTIALS_BASIC, FALSE, "http://a.localhost/", NULL },
    { RT_CREDENTIALS_BASIC, FALSE, "http://notlocalhost/", "password" },
    { RT_CREDENTIALS_BASIC, FALSE, "http://localhost.example.org/", "password" },
    { RT_CREDENTIALS_BASIC, FALSE, "http://192.168.1.1/", "password" },
    /* A guessed scheme counts as well. */
    { RT_CREDENTIALS_BASIC, FALSE, "192.168.1.1/", "password" },
    { RT_CREDENTIALS_BASIC, FALSE, "example.org", NULL },
    { RT_CREDENTIALS_BASIC, FALSE, "http://", NULL },
    { RT_CREDENTIALS_BASIC, FALSE, NULL, NULL },
    { RT_CREDENTIALS_USER, FALSE, "http://example.org/", "if Basic is all" },
    { RT_CREDENTIALS_USER, TRUE, "http://example.org/", "everyone on the way can read" },
    { RT_CREDENTIALS_BEARER, FALSE, "http://example.org/", "token" },
    { RT_CREDENTIALS_API_KEY, FALSE, "http://example.org/", "key" },
    { RT_CREDENTIALS_TYPED, FALSE, "http://example.org/", "value" },
    { RT_CREDENTIALS_DIGEST, FALSE, "http://example.org/", NULL },
    { RT_CREDENTIALS_NEGOTIATE, FALSE, "http://example.org/", NULL },
    { RT_CREDENTIALS_NONE, FALSE, "http://example.org/", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtCredentials) credentials = create (cases[i].kind, "ada", "hush");
      g_autofree char *words = NULL;

      g_test_message ("%s", cases[i].url != NULL ? cases[i].url : "no URL");
      rt_credentials_set_preemptive (credentials, cases[i].preemptive);
      words = rt_credentials_words_warn (credentials, cases[i].url);
      assert_part (words, cases[i].part);
    }
}

static void
test_fault (void)
{
  static const struct
  {
    RtCredentialsKind kind;
    const char       *user;
    const char       *secret;
    const char       *part;
  } cases[] = {
    { RT_CREDENTIALS_BASIC, "ada", "pass:word", NULL },
    { RT_CREDENTIALS_BASIC, "", "", NULL },
    { RT_CREDENTIALS_BASIC, "a:da", "x", "colon" },
    { RT_CREDENTIALS_BASIC, ":", "", "RFC 7617" },
    { RT_CREDENTIALS_BASIC, "ada", "x\n", "control character" },
    { RT_CREDENTIALS_USER, "a:da", "x", "as Digest, but not as Basic" },
    { RT_CREDENTIALS_DIGEST, "a:da", "x", NULL },
    { RT_CREDENTIALS_BEARER, "", "", "The token is empty" },
    { RT_CREDENTIALS_BEARER, "", "  ", "The token is empty" },
    { RT_CREDENTIALS_BEARER, "", "a\nb", "end of a line" },
    { RT_CREDENTIALS_BEARER, "", "abc.DEF-1_2~+/==", NULL },
    { RT_CREDENTIALS_BEARER, "", " abc\n", NULL },
    { RT_CREDENTIALS_BEARER, "", "ab=c", "position 4" },
    { RT_CREDENTIALS_BEARER, "", "a b", "position 2" },
    { RT_CREDENTIALS_BEARER, "", "é", "position 1" },
    { RT_CREDENTIALS_BEARER, "", "bearer abc", "“Bearer” out" },
    { RT_CREDENTIALS_TYPED, "", "", "empty" },
    { RT_CREDENTIALS_TYPED, "", "Basic abc", NULL },
    { RT_CREDENTIALS_TYPED, "", "a\nb", "end of a line" },
    { RT_CREDENTIALS_TYPED, "", "authorization: Basic x", "name of the field out" },
    { RT_CREDENTIALS_NONE, "a:b", "", NULL },
    { RT_CREDENTIALS_NEGOTIATE, "a:b", "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtCredentials) credentials = create (cases[i].kind, cases[i].user,
                                                     cases[i].secret);
      g_autofree char *words = rt_credentials_words_fault (credentials);

      g_test_message ("%u: “%s” “%s”", i, cases[i].user, cases[i].secret);
      assert_part (words, cases[i].part);
    }
}

static void
test_fault_of_key (void)
{
  static const struct
  {
    const char *name;
    const char *secret;
    RtKeyPlace  place;
    const char *part;
  } cases[] = {
    { "X-Key", "k", RT_KEY_IN_FIELD, NULL },
    { "", "k", RT_KEY_IN_FIELD, "no name" },
    { "", "k", RT_KEY_IN_QUERY, "no name" },
    { "X Key", "k", RT_KEY_IN_FIELD, "cannot be the name of a field" },
    { "X:Key", "k", RT_KEY_IN_FIELD, "RFC 9110" },
    { "X-Key", "k\nl", RT_KEY_IN_FIELD, "end of a line" },
    { "X Key", "k\nl", RT_KEY_IN_QUERY, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtCredentials) credentials = create (RT_CREDENTIALS_API_KEY, "", cases[i].secret);
      g_autofree char *words = NULL;

      rt_credentials_set_name (credentials, cases[i].name);
      rt_credentials_set_place (credentials, cases[i].place);
      words = rt_credentials_words_fault (credentials);
      assert_part (words, cases[i].part);
    }
}

static void
test_empty (void)
{
  static const struct
  {
    RtCredentialsKind kind;
    const char       *user;
    const char       *secret;
    const char       *part;
  } cases[] = {
    { RT_CREDENTIALS_BASIC, "a", "b", NULL },
    { RT_CREDENTIALS_BASIC, "", "b", "The user is empty" },
    { RT_CREDENTIALS_BASIC, "a", "", "The password is empty" },
    { RT_CREDENTIALS_DIGEST, "", "", "User and password are empty" },
    { RT_CREDENTIALS_BEARER, "", "", NULL },
    { RT_CREDENTIALS_NONE, "", "", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtCredentials) credentials = create (cases[i].kind, cases[i].user,
                                                     cases[i].secret);
      g_autofree char *words = rt_credentials_words_empty (credentials);

      assert_part (words, cases[i].part);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/credentials-words/explain", test_explain);
  g_test_add_func ("/credentials-words/key", test_key);
  g_test_add_func ("/credentials-words/warn", test_warn);
  g_test_add_func ("/credentials-words/fault", test_fault);
  g_test_add_func ("/credentials-words/fault-of-key", test_fault_of_key);
  g_test_add_func ("/credentials-words/empty", test_empty);

  return g_test_run ();
}
