/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/logins.c: where credentials may go. How they are spelt is
 * tested with src/auth, how it goes on with a server in test-run-login.c.
 */

#include "logins.h"

#include <string.h>

static RtRequest *
make_request (const char        *url,
              RtCredentialsKind  kind)
{
  RtRequest *request = rt_request_new ();
  RtCredentials *credentials = rt_request_get_credentials (request);

  rt_request_set_url (request, url);
  rt_credentials_set_user (credentials, "u");
  rt_credentials_set_secret (credentials, "s");
  rt_credentials_set_name (credentials, "X-Key");
  rt_credentials_set_preemptive (credentials, TRUE);
  rt_credentials_set_kind (credentials, kind);

  return request;
}

static RtOutgoing *
make_outgoing (const char *url)
{
  g_autoptr(RtRequest) request = rt_request_new ();

  rt_request_set_url (request, url);

  return rt_outgoing_new (request, NULL);
}

static void
test_origins (void)
{
  static const struct { const char *url; gboolean granted; } cases[] = {
    { "http://a.example/", TRUE },
    { "http://a.example:80/x?y", TRUE },
    { "http://A.example/", TRUE },
    { "https://a.example/", FALSE },
    { "http://a.example:81/", FALSE },
    { "http://b.a.example/", FALSE },
    { "http://example/", FALSE },
    { "http://a.example.b/", FALSE },
    { "http://a.example@b/", FALSE },
  };
  g_autoptr(RtRequest) request = make_request ("http://a.example/", RT_CREDENTIALS_BASIC);
  g_autoptr(RtUrl) home = rt_url_parse ("http://a.example/", NULL);
  g_autoptr(RtLogins) logins = rt_logins_new (request, home);

  g_assert_true (rt_logins_exist (logins));
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtOutgoing) outgoing = make_outgoing (cases[i].url);
      g_autofree char *words = NULL;

      g_assert_cmpint (rt_logins_are_for (logins, outgoing->url), ==, cases[i].granted);
      rt_logins_dress (logins, outgoing);
      g_assert_cmpint (rt_outgoing_find_field (outgoing, "Authorization") != NULL, ==,
                       cases[i].granted);
      words = rt_logins_describe (logins, outgoing);
      g_assert_cmpint (strstr (words, "withheld") == NULL, ==, cases[i].granted);
    }
}

/* What a person grants is granted; what is withheld goes nowhere. */
static void
test_decisions (void)
{
  g_autoptr(RtRequest) request = make_request ("http://a/", RT_CREDENTIALS_BASIC);
  g_autoptr(RtOutgoing) here = make_outgoing ("http://a/");
  g_autoptr(RtOutgoing) there = make_outgoing ("http://b/x");
  g_autoptr(RtOutgoing) elsewhere = make_outgoing ("http://c/");
  g_autoptr(RtLogins) logins = rt_logins_new (request, here->url);
  g_autofree char *words = NULL;

  rt_logins_grant (logins, there->url);
  g_assert_true (rt_logins_are_for (logins, there->url));
  g_assert_false (rt_logins_are_for (logins, elsewhere->url));
  rt_logins_dress (logins, there);
  words = rt_logins_describe (logins, there);
  g_assert_nonnull (strstr (words, "as you chose"));

  rt_logins_set_withheld (logins, TRUE);
  g_assert_false (rt_logins_are_for (logins, here->url));
  rt_logins_dress (logins, here);
  g_assert_null (rt_outgoing_find_field (here, "Authorization"));
  rt_logins_set_withheld (logins, FALSE);
  rt_logins_dress (logins, here);
  g_assert_nonnull (rt_outgoing_find_field (here, "Authorization"));
}

static void
test_key_in_query (void)
{
  g_autoptr(RtRequest) request = make_request ("http://a/", RT_CREDENTIALS_API_KEY);
  g_autoptr(RtOutgoing) outgoing = make_outgoing ("http://a/p?q#f");
  g_autoptr(RtLogins) logins = NULL;

  rt_credentials_set_place (rt_request_get_credentials (request), RT_KEY_IN_QUERY);
  logins = rt_logins_new (request, outgoing->url);
  rt_logins_dress (logins, outgoing);
  g_assert_cmpstr (rt_url_get_target (outgoing->url), ==, "/p?q&X-Key=s");
  g_assert_cmpstr (rt_url_get_text (outgoing->url), ==, "http://a/p?q&X-Key=s#f");
  g_assert_null (rt_outgoing_find_field (outgoing, "X-Key"));
  g_assert_true (rt_logins_were_sent (logins, outgoing));
}

static void
test_none (void)
{
  g_autoptr(RtRequest) request = make_request ("http://a/", RT_CREDENTIALS_NONE);
  g_autoptr(RtOutgoing) outgoing = make_outgoing ("http://a/");
  g_autoptr(RtLogins) logins = rt_logins_new (request, outgoing->url);
  guint n = outgoing->fields->len;
  g_autofree char *words = rt_logins_describe (logins, outgoing);

  g_assert_false (rt_logins_exist (logins));
  g_assert_false (rt_logins_know_proxy (logins));
  rt_logins_dress (logins, outgoing);
  g_assert_cmpuint (outgoing->fields->len, ==, n);
  g_assert_null (words);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/logins/origins", test_origins);
  g_test_add_func ("/logins/decisions", test_decisions);
  g_test_add_func ("/logins/key-in-query", test_key_in_query);
  g_test_add_func ("/logins/none", test_none);

  return g_test_run ();
}
