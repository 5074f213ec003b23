/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "trail-cases.h"

#include "exchange-private.h"

static void
test_in_clear (void)
{
  static const struct { const char *url; const char *request; const char *ids; } cases[] = {
    { "http://a.example/", "GET\nAuthorization: Basic YTpi", "login-basic-in-clear" },
    { "https://a.example/", "GET\nAuthorization: Basic YTpi", "" },
    { "http://127.0.0.1:8080/", "GET\nAuthorization: Basic YTpi", "" },
    { "http://127.9.9.9/", "GET\nAuthorization: Basic YTpi", "" },
    { "http://[::1]/", "GET\nAuthorization: Basic YTpi", "" },
    { "http://localhost/", "GET\nAuthorization: Basic YTpi", "" },
    { "http://x.localhost/", "GET\nAuthorization: Basic YTpi", "" },
    { "http://192.168.1.1/", "GET\nAuthorization: Basic YTpi", "login-basic-in-clear" },
    { "http://notlocalhost/", "GET\nAuthorization: bearer abc", "login-token-in-clear" },
    { "https://a.example/", "GET\nAuthorization: Bearer abc", "" },
    { "http://a.example/", "GET\nAuthorization: Digest username=a", "" },
    { "http://a.example/", "GET", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtTrail) trail = trail_cases_one (cases[i].url, cases[i].request, "200");

      g_test_message ("%s %s", cases[i].url, cases[i].request);
      trail_cases_assert (trail, 0, "login-", cases[i].ids);
    }
}

/* Nothing came back, and yet it went out. */
static void
test_without_response (void)
{
  g_autoptr(RtTrail) trail = trail_cases_one ("http://a.example/",
                                              "GET\nAuthorization: Basic YTpi", NULL);

  trail_cases_assert (trail, 0, "login-", "login-basic-in-clear");
}

static void
test_proof (void)
{
  g_autoptr(RtTrail) trail = trail_cases_one ("https://a.example/", "GET", "200");
  RtExchange *exchange = rt_trail_get_exchange (trail, 0);

  trail_cases_assert (trail, 0, "login-", "");
  rt_exchange_set_proof (exchange, RT_PROOF_RIGHT);
  trail_cases_assert (trail, 0, "login-", "login-proof-right");
  rt_exchange_set_proof (exchange, RT_PROOF_WRONG);
  trail_cases_assert (trail, 0, "login-", "login-proof-wrong");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/login-secret-notes/in-clear", test_in_clear);
  g_test_add_func ("/login-secret-notes/without-response", test_without_response);
  g_test_add_func ("/login-secret-notes/proof", test_proof);

  return g_test_run ();
}
