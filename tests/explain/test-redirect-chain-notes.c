/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "trail-cases.h"

#include <string.h>

static void
assert_last (RtTrail    *trail,
             const char *ids)
{
  trail_cases_assert (trail, rt_trail_get_n_exchanges (trail) - 1, "redirect-", ids);
}

static void
test_chains (void)
{
  static const char *const cases[][2] = {
    { "http://a.example/", "" },
    { "302 http://a.example/|http://a.example/x", "" },
    { "301 http://a.example/|https://a.example/", "redirect-permanent" },
    { "308 http://a.example/|302 https://a.example/|https://b.example/", "redirect-permanent" },
    { "302 http://a.example/|301 http://a.example/x|http://b.example/", "" },
    { "302 http://a.example/|302 https://a.example/|https://www.a.example/",
      "redirect-chain-long" },
    { "302 http://a.example/1|302 http://a.example/2|302 http://a.example/3|http://a.example/4",
      "redirect-chain-long" },
    { "301 http://a.example/|301 https://a.example/|https://www.a.example/",
      "redirect-chain-long redirect-permanent" },
    { "302 http://a.example/|302 http://b.example/|http://c.example/", "" },
    { "302 http://a.example/|302 http://b.example/|http://a.example/back", "redirect-chain-long" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtTrail) trail = trail_cases_chain (cases[i][0]);

      g_test_message ("%s", cases[i][0]);
      assert_last (trail, cases[i][1]);
    }
}

/* A login by way of another site is no detour. */
static void
test_chain_with_cookie (void)
{
  g_autoptr(RtTrail) trail = cases_new_trail ("http://a.example/");

  trail_cases_add (trail, "http://a.example/", "GET", "302\nLocation: http://sso.example/",
                   RT_NEXT_REDIRECT);
  trail_cases_add (trail, "http://sso.example/", "GET",
                   "302\nLocation: http://a.example/in\nSet-Cookie: a=b", RT_NEXT_REDIRECT);
  trail_cases_add (trail, "http://a.example/in", "GET", "200", RT_NEXT_NONE);
  assert_last (trail, "");
}

static void
test_chain_text (void)
{
  g_autoptr(RtTrail) trail =
    trail_cases_chain ("302 http://a.example/1|302 http://a.example/2|302 http://a.example/3|"
                       "302 http://a.example/4|302 http://a.example/5|302 http://a.example/6|"
                       "302 http://a.example/7|http://a.example/8");
  g_autofree char *sentence = trail_cases_sentence (trail, 7, "redirect-chain-long");
  g_autofree char *detail = trail_cases_detail (trail, 7, "redirect-chain-long");

  g_assert_cmpstr (sentence, ==, "7 redirects where one would do.");
  g_assert_nonnull (strstr (detail, "“http://a.example/5” → … → “http://a.example/8”\n"));
  g_assert_null (strstr (detail, "/6"));
}

static void
test_loops (void)
{
  g_autoptr(RtTrail) self_loop = trail_cases_one ("http://a.example/x", "GET",
                                                  "302\nLocation: /x");
  g_autoptr(RtTrail) pair = cases_new_trail ("http://a.example/");
  g_autoptr(RtTrail) post = trail_cases_one ("http://a.example/x", "POST", "302\nLocation: /x");
  g_autofree char *sentence = NULL;
  g_autofree char *detail = NULL;

  assert_last (self_loop, "redirect-loop");
  trail_cases_add (pair, "http://a.example/", "GET", "302\nLocation: /1", RT_NEXT_REDIRECT);
  trail_cases_add (pair, "http://a.example/1", "GET", "302\nLocation: /2", RT_NEXT_REDIRECT);
  trail_cases_add (pair, "http://a.example/2", "GET", "302\nLocation: /1\nSet-Cookie: a=b",
                   RT_NEXT_NONE);
  assert_last (pair, "redirect-loop");
  sentence = trail_cases_sentence (pair, 2, "redirect-loop");
  detail = trail_cases_detail (pair, 2, "redirect-loop");
  g_assert_cmpstr (sentence, ==, "A loop: exchange 3 leads back to exchange 2.");
  g_assert_nonnull (strstr (detail, "“http://a.example/2” leads to “http://a.example/1”"));
  g_assert_nonnull (strstr (detail, "sets a cookie"));
  /* As GET it is another request. */
  assert_last (post, "redirect-relative");
}

static void
test_too_many (void)
{
  g_autoptr(RtTrail) trail = trail_cases_one ("http://a.example/1", "GET",
                                              "302\nLocation: http://a.example/2");

  assert_last (trail, "");
  trail_cases_end (trail, RT_TRAIL_END_TOO_MANY, "Stopped after 20 redirects.");
  assert_last (trail, "redirect-too-many");
}

/* Not followed: a permanent one still says what to do. */
static void
test_permanent_not_followed (void)
{
  g_autoptr(RtTrail) trail = trail_cases_one ("http://a.example/", "GET",
                                              "301\nLocation: http://b.example/");
  g_autofree char *sentence = trail_cases_sentence (trail, 0, "redirect-permanent");

  assert_last (trail, "redirect-permanent");
  g_assert_cmpstr (sentence, ==, "Moved for good: use http://b.example/ from now on.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/redirect-chain-notes/chains", test_chains);
  g_test_add_func ("/redirect-chain-notes/chain-with-cookie", test_chain_with_cookie);
  g_test_add_func ("/redirect-chain-notes/chain-text", test_chain_text);
  g_test_add_func ("/redirect-chain-notes/loops", test_loops);
  g_test_add_func ("/redirect-chain-notes/too-many", test_too_many);
  g_test_add_func ("/redirect-chain-notes/permanent-not-followed", test_permanent_not_followed);

  return g_test_run ();
}
