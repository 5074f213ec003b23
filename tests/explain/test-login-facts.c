/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "login-facts.h"

#include "trail-cases.h"

static void
test_facts (void)
{
  g_autoptr(RtTrail) trail =
    trail_cases_one ("https://a.example/", "GET\nAuthorization: Basic YWRhOlNFQ1JFVA==",
                     "401\nDate: Sat, 21 Nov 2026 11:00:00 GMT\nWWW-Authenticate: Basic realm=a\n"
                     "www-authenticate: Digest realm=b, algorithm=SHA-256, Basic realm=c");
  g_autoptr(RtCase) about = rt_case_new (trail, 0, cases_get_catalogue (), CASES_NOW);
  g_autoptr(RtLoginFacts) facts = rt_login_facts_new (about);
  g_autofree char *asked = rt_login_facts_dup_asked (facts);
  g_autofree char *sent = rt_login_facts_dup_sent (facts);

  g_assert_cmpstr (asked, ==, "Basic and Digest SHA-256");
  g_assert_cmpstr (sent, ==, "Basic for “ada”");
  g_assert_cmpint (facts->challenge_field, ==, 1);
  g_assert_cmpint (facts->sent_field, ==, 1);
  g_assert_cmpint (facts->server_time, ==, CASES_NOW - 3600);
  g_assert_true (facts->has_date);
  g_assert_null (facts->token);
  g_assert_nonnull (rt_login_facts_find (facts->challenges, "digest"));
  g_assert_null (rt_login_facts_find (facts->challenges, "Bearer"));
}

static void
test_proxy (void)
{
  g_autoptr(RtTrail) trail =
    trail_cases_one ("http://a.example/", "GET\nAuthorization: Basic YTpi\n"
                     "Proxy-Authorization: Basic Yjpj",
                     "407\nProxy-Authenticate: Basic realm=p\nWWW-Authenticate: Digest realm=x");
  g_autoptr(RtCase) about = rt_case_new (trail, 0, cases_get_catalogue (), CASES_NOW);
  g_autoptr(RtLoginFacts) facts = rt_login_facts_new (about);
  g_autofree char *asked = rt_login_facts_dup_asked (facts);
  g_autofree char *sent = rt_login_facts_dup_sent (facts);

  g_assert_true (facts->for_proxy);
  g_assert_cmpstr (asked, ==, "Basic");
  g_assert_cmpstr (sent, ==, "Basic for “b”");
  g_assert_cmpint (facts->server_time, ==, CASES_NOW);
}

/* Two redirects, the first drops. */
static void
test_drop (void)
{
  g_autoptr(RtTrail) trail = cases_new_trail ("http://a.example/");
  g_autoptr(RtCase) about = NULL;
  g_autoptr(RtLoginFacts) facts = NULL;

  trail_cases_add (trail, "http://a.example/", "GET\nAuthorization: Basic x",
                   "302\nLocation: http://b.example/", RT_NEXT_REDIRECT);
  trail_cases_add (trail, "http://b.example/", "GET", "302\nLocation: /c", RT_NEXT_REDIRECT);
  trail_cases_add (trail, "http://b.example/c", "GET", "401", RT_NEXT_NONE);
  about = rt_case_new (trail, 2, cases_get_catalogue (), CASES_NOW);
  facts = rt_login_facts_new (about);
  g_assert_cmpint (facts->dropped_at, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/login-facts/facts", test_facts);
  g_test_add_func ("/login-facts/proxy", test_proxy);
  g_test_add_func ("/login-facts/drop", test_drop);

  return g_test_run ();
}
