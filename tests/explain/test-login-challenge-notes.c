/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "trail-cases.h"

#include <string.h>

static void
test_ids (void)
{
  static const struct { const char *request; const char *response; const char *ids; } cases[] = {
    { "GET", "401", "login-no-challenge" },
    { "GET\nAuthorization: Basic YTpi", "401", "login-refused login-no-challenge" },
    { "GET", "401\nWWW-Authenticate: Basic realm=x", "login-needed" },
    { "GET", "401\nProxy-Authenticate: Basic realm=x", "login-no-challenge" },
    { "GET", "401\nWWW-Authenticate: Basic realm=\"x", "login-challenge-malformed" },
    { "GET", "401\nWWW-Authenticate: Basic realm=x\nWWW-Authenticate: =",
      "login-needed login-challenge-malformed" },
    { "GET", "401\nWWW-Authenticate: Basic realm=x, Digest realm=x, nonce=a",
      "login-needed login-strongest" },
    { "GET", "401\nWWW-Authenticate: Digest realm=x, nonce=a, algorithm=MD5\n"
      "WWW-Authenticate: Digest realm=x, nonce=a, algorithm=SHA-256",
      "login-needed login-strongest" },
    { "GET", "401\nWWW-Authenticate: Basic realm=x, Basic realm=y", "login-needed" },
    { "GET", "401\nWWW-Authenticate: Basic realm=x, Bearer realm=y", "login-needed" },
    { "GET", "401\nWWW-Authenticate: NTLM", "login-needed login-ntlm" },
    { "GET", "401\nWWW-Authenticate: Negotiate\nWWW-Authenticate: NTLM",
      "login-needed login-ntlm login-negotiate" },
    { "GET", "407\nProxy-Authenticate: Basic realm=x", "login-needed login-proxy-unexpected" },
    { "GET", "407", "login-proxy-unexpected login-no-challenge" },
    { "GET", "200", "" },
    { "GET", "200\nWWW-Authenticate: NTLM", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtTrail) trail = trail_cases_one ("https://a.example/", cases[i].request,
                                                  cases[i].response);

      g_test_message ("%s, %s", cases[i].request, cases[i].response);
      trail_cases_assert (trail, 0, "login-", cases[i].ids);
    }
}

static void
test_proxy (void)
{
  g_autoptr(RtTrail) trail = cases_new_trail ("http://a.example/");

  rt_request_set_proxy (rt_trail_get_request (trail), "http://p.example:3128");
  trail_cases_add (trail, "http://a.example/", "GET", "407\nProxy-Authenticate: Basic realm=x",
                   RT_NEXT_NONE);
  trail_cases_assert (trail, 0, "login-", "login-needed login-proxy");
}

/* The place of the fault, in the line that it is in. */
static void
test_place (void)
{
  g_autoptr(RtTrail) trail = trail_cases_one ("https://a.example/", "GET",
                                              "401\nA: b\nWWW-Authenticate: Basic realm=x\n"
                                              "WWW-Authenticate: Digest <realm>");
  g_autoptr(GPtrArray) notes = cases_explain (trail);
  RtNote *note = cases_find (notes, "login-challenge-malformed");

  g_assert_nonnull (note);
  g_assert_cmpint (rt_note_get_field (note), ==, 2);
  g_assert_cmpstr (rt_note_get_sentence (note), ==, "WWW-Authenticate is malformed at byte 7.");
  g_assert_nonnull (strstr (rt_note_get_detail (note), "“Digest ”, and then “<realm>”."));
}

static void
test_empty (void)
{
  g_autoptr(RtTrail) trail = trail_cases_one ("https://a.example/", "GET",
                                              "401\nWWW-Authenticate:");
  g_autoptr(GPtrArray) notes = cases_explain (trail);
  RtNote *note = cases_find (notes, "login-challenge-malformed");

  g_assert_nonnull (note);
  g_assert_nonnull (strstr (rt_note_get_detail (note), "The field is empty."));
}

static void
test_strongest (void)
{
  g_autoptr(RtTrail) trail =
    trail_cases_one ("https://a.example/", "GET",
                     "401\nWWW-Authenticate: Basic realm=x, Digest realm=x, nonce=a, "
                     "algorithm=SHA-256, Digest realm=x, nonce=b");
  g_autofree char *sentence = trail_cases_sentence (trail, 0, "login-strongest");

  g_assert_cmpstr (sentence, ==, "Several ways to log in; the strongest is Digest SHA-256.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/login-challenge-notes/ids", test_ids);
  g_test_add_func ("/login-challenge-notes/proxy", test_proxy);
  g_test_add_func ("/login-challenge-notes/place", test_place);
  g_test_add_func ("/login-challenge-notes/empty", test_empty);
  g_test_add_func ("/login-challenge-notes/strongest", test_strongest);

  return g_test_run ();
}
