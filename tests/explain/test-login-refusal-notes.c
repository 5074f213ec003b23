/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "trail-cases.h"

#include <string.h>

#define DIGEST "Digest username=\"ada\", realm=\"x\", nonce=\"n\", uri=\"/\", response=\"r\""

static void
test_ids (void)
{
  static const struct { const char *request; const char *response; const char *ids; } cases[] = {
    { "GET", "401\nWWW-Authenticate: Basic realm=x", "login-needed" },
    { "GET\nAuthorization: Basic YTpi", "401\nWWW-Authenticate: Basic realm=x", "login-refused" },
    { "GET\nAuthorization: basic YTpi", "401\nWWW-Authenticate: BASIC realm=x", "login-refused" },
    { "GET\nAuthorization: Bearer abc", "401\nWWW-Authenticate: Basic realm=x",
      "login-other-scheme" },
    { "GET\nAuthorization: Basic !!!", "401\nWWW-Authenticate: Basic realm=x",
      "login-credentials-malformed" },
    { "GET\nAuthorization: " DIGEST,
      "401\nWWW-Authenticate: Digest realm=\"x\", nonce=\"m\", stale=TRUE", "login-stale-nonce" },
    { "GET\nAuthorization: " DIGEST,
      "401\nWWW-Authenticate: Digest realm=\"x\", nonce=\"m\", stale=false", "login-refused" },
    { "GET\nAuthorization: " DIGEST,
      "401\nWWW-Authenticate: Digest realm=\"y\", nonce=\"m\"", "login-other-realm" },
    /* 403. */
    { "GET", "403", "login-forbidden-without" },
    { "GET\nCookie: a=b", "403", "login-forbidden-without" },
    { "GET\nAuthorization: Basic YTpi", "403", "login-forbidden-with" },
    /* 404: only with evidence. */
    { "GET", "404", "" },
    { "GET\nAuthorization: Basic YTpi", "404", "login-hidden" },
    { "GET\nAuthorization: Basic YTpi", "200", "" },
    { "GET\nAuthorization: Basic YTpi", "500", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtTrail) trail = trail_cases_one ("https://a.example/", cases[i].request,
                                                  cases[i].response);

      g_test_message ("%s, %s", cases[i].request, cases[i].response);
      trail_cases_assert (trail, 0, "login-", cases[i].ids);
    }
}

static RtTrail *
redirected (const char *next,
            const char *response)
{
  RtTrail *trail = cases_new_trail ("https://a.example/");

  trail_cases_add (trail, "https://a.example/", "GET\nAuthorization: Basic YTpi",
                   "302\nLocation: https://b.example/", RT_NEXT_REDIRECT);
  trail_cases_add (trail, "https://b.example/", next, response, RT_NEXT_NONE);

  return trail;
}

static void
test_dropped (void)
{
  g_autoptr(RtTrail) refused = redirected ("GET", "401\nWWW-Authenticate: Basic realm=x");
  g_autoptr(RtTrail) forbidden = redirected ("GET", "403");
  g_autoptr(RtTrail) hidden = redirected ("GET", "404");
  g_autoptr(RtTrail) fine = redirected ("GET", "200");
  g_autoptr(RtTrail) sent = redirected ("GET\nAuthorization: Basic YTpi",
                                        "401\nWWW-Authenticate: Basic realm=x");
  g_autofree char *sentence = trail_cases_sentence (refused, 1, "login-dropped-by-redirect");
  g_autofree char *detail = trail_cases_detail (refused, 1, "login-dropped-by-redirect");

  trail_cases_assert (refused, 1, "login-", "login-dropped-by-redirect");
  trail_cases_assert (forbidden, 1, "login-", "login-dropped-by-redirect");
  trail_cases_assert (hidden, 1, "login-", "login-hidden");
  trail_cases_assert (fine, 1, "login-", "");
  trail_cases_assert (sent, 1, "login-", "login-refused");
  g_assert_cmpstr (sentence, ==, "A 401 without credentials: a redirect had dropped them.");
  g_assert_nonnull (strstr (detail, "Exchange 1 had Authorization, for https://a.example. Its "
                                    "redirect led to https://b.example,"));
}

/* Basic does not say which realm it is for; the challenge before it does. */
static void
test_realm_before (void)
{
  g_autoptr(RtTrail) trail = cases_new_trail ("https://a.example/");
  g_autofree char *first = NULL;
  g_autofree char *sentence = NULL;

  trail_cases_add (trail, "https://a.example/", "GET",
                   "401\nWWW-Authenticate: Basic realm=\"old\"", RT_NEXT_CHALLENGE);
  trail_cases_add (trail, "https://a.example/", "GET\nAuthorization: Basic YTpi",
                   "401\nWWW-Authenticate: Basic realm=\"new\"", RT_NEXT_NONE);
  first = trail_cases_detail (trail, 0, "login-needed");
  sentence = trail_cases_sentence (trail, 1, "login-other-realm");
  g_assert_nonnull (strstr (first, "asks for Basic, realm “old”;"));
  g_assert_nonnull (strstr (first, "The next exchange answers it."));
  g_assert_cmpstr (sentence, ==, "Another realm than before: “new”, not “old”.");
}

/* A 404 where the same URL asked for a login before. */
static void
test_hidden_after_login (void)
{
  g_autoptr(RtTrail) trail = cases_new_trail ("https://a.example/");
  g_autofree char *detail = NULL;

  trail_cases_add (trail, "https://a.example/", "GET", "401\nWWW-Authenticate: Basic realm=x",
                   RT_NEXT_CHALLENGE);
  trail_cases_add (trail, "https://a.example/", "GET\nAuthorization: Basic YTpi", "404",
                   RT_NEXT_NONE);
  detail = trail_cases_detail (trail, 1, "login-hidden");
  g_assert_true (g_str_has_prefix (detail, "Exchange 1 got a 401 for the same URL"));
}

/* A 404 where a login was given, but never asked for. */
static void
test_hidden_not_asked (void)
{
  static const struct { RtCredentialsKind kind; const char *url; const char *ids; } cases[] = {
    { RT_CREDENTIALS_USER, "https://a.example/", "login-hidden" },
    { RT_CREDENTIALS_BASIC, "https://a.example/", "login-hidden" },
    { RT_CREDENTIALS_DIGEST, "https://a.example/", "login-hidden" },
    { RT_CREDENTIALS_NONE, "https://a.example/", "" },
    { RT_CREDENTIALS_API_KEY, "https://a.example/", "" },
    /* There it must not go. */
    { RT_CREDENTIALS_USER, "https://b.example/", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtTrail) trail = cases_new_trail ("https://a.example/");

      rt_credentials_set_kind (rt_request_get_credentials (rt_trail_get_request (trail)),
                               cases[i].kind);
      trail_cases_add (trail, "https://a.example/", "GET", "302\nLocation: /",
                       RT_NEXT_REDIRECT);
      trail_cases_add (trail, cases[i].url, "GET", "404", RT_NEXT_NONE);
      trail_cases_assert (trail, 1, "login-", cases[i].ids);
    }
}

static void
test_no_secret (void)
{
  g_autoptr(RtTrail) trail = trail_cases_one ("http://a.example/",
                                              "GET\nAuthorization: Basic YWRhOlNFQ1JFVA==",
                                              "401\nWWW-Authenticate: Basic realm=x");
  g_autoptr(GPtrArray) notes = cases_explain (trail);
  g_autofree char *sentence = trail_cases_sentence (trail, 0, "login-refused");

  g_assert_cmpstr (sentence, ==, "The credentials were sent and refused: Basic for “ada”.");
  for (guint i = 0; i < notes->len; i++)
    {
      g_assert_null (strstr (rt_note_get_detail (notes->pdata[i]), "SECRET"));
      g_assert_null (strstr (rt_note_get_detail (notes->pdata[i]), "YWRhOlNFQ1JFVA"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/login-refusal-notes/ids", test_ids);
  g_test_add_func ("/login-refusal-notes/dropped", test_dropped);
  g_test_add_func ("/login-refusal-notes/realm-before", test_realm_before);
  g_test_add_func ("/login-refusal-notes/hidden-after-login", test_hidden_after_login);
  g_test_add_func ("/login-refusal-notes/hidden-not-asked", test_hidden_not_asked);
  g_test_add_func ("/login-refusal-notes/no-secret", test_no_secret);

  return g_test_run ();
}
