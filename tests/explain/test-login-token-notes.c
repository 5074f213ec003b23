/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "trail-cases.h"

#include <string.h>

/* A token with these claims, unsigned. (transfer full) */
static char *
token_of (const char *claims)
{
  g_autofree char *header = g_base64_encode ((const guchar *) "{\"alg\":\"none\"}", 14);
  g_autofree char *body = g_base64_encode ((const guchar *) claims, strlen (claims));
  char *token = g_strdup_printf ("%s.%s.eA", header, body);

  g_strdelimit (token, "+", '-');
  g_strdelimit (token, "/", '_');
  for (char *equals = strchr (token, '='); equals != NULL; equals = strchr (token, '='))
    memmove (equals, equals + 1, strlen (equals));

  return token;
}

static RtTrail *
send (const char *claims,
      const char *response)
{
  g_autofree char *token = token_of (claims);
  g_autofree char *request = g_strdup_printf ("GET\nAuthorization: Bearer %s", token);

  return trail_cases_one ("https://a.example/", request, response);
}

/* 1795262400 is the time of the cases. */
static void
test_times (void)
{
  static const struct { const char *claims; const char *response; const char *ids; } cases[] = {
    { "{\"exp\":1795262399}", "401\nWWW-Authenticate: Bearer", "login-token-expired" },
    { "{\"exp\":1795262500}", "401\nWWW-Authenticate: Bearer", "login-refused" },
    { "{\"exp\":1795262399}", "403", "login-token-expired" },
    { "{\"exp\":1795262399}", "400", "login-token-expired" },
    { "{\"exp\":1795262399}", "200", "" },
    { "{\"exp\":1795262399}", "401\nWWW-Authenticate: Basic realm=x", "login-other-scheme" },
    { "{\"nbf\":1795262500,\"exp\":1795263000}", "401\nWWW-Authenticate: Bearer",
      "login-token-not-yet-valid" },
    { "{\"nbf\":1795262300,\"exp\":1795263000}", "401\nWWW-Authenticate: Bearer",
      "login-refused" },
    { "{}", "401\nWWW-Authenticate: Bearer", "login-refused" },
    /* The Date of the server decides. */
    { "{\"exp\":1795262500}", "401\nWWW-Authenticate: Bearer\nDate: Sat, 21 Nov 2026 13:00:00 GMT",
      "login-token-expired" },
    { "{\"exp\":1795262399}", "401\nWWW-Authenticate: Bearer\nDate: Sat, 21 Nov 2026 11:00:00 GMT",
      "login-refused" },
    { "{\"exp\":1795262399}", "401\nWWW-Authenticate: Bearer error=\"invalid_token\"",
      "login-token-expired" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtTrail) trail = send (cases[i].claims, cases[i].response);

      g_test_message ("%s, %s", cases[i].claims, cases[i].response);
      trail_cases_assert (trail, 0, "login-", cases[i].ids);
    }
}

static void
test_clock (void)
{
  g_autoptr(RtTrail) trail =
    send ("{\"exp\":1795262280}", "401\nWWW-Authenticate: Bearer\n"
                                  "Date: Sat, 21 Nov 2026 12:00:00 GMT");
  g_autoptr(RtTrail) skewed =
    send ("{\"exp\":1795262280}", "401\nWWW-Authenticate: Bearer\n"
                                  "Date: Tue, 24 Nov 2026 12:00:00 GMT");
  g_autofree char *sentence = trail_cases_sentence (trail, 0, "login-token-expired");
  g_autofree char *detail = trail_cases_detail (trail, 0, "login-token-expired");
  g_autofree char *skew = trail_cases_detail (skewed, 0, "login-token-expired");

  g_assert_cmpstr (sentence, ==, "The token expired 2 minutes before this response.");
  g_assert_nonnull (strstr (detail, "exp = 1795262280, which is Sat, 21 Nov 2026 11:58:00 GMT. By "
                                    "the "
                                    "Date of the server it is Sat, 21 Nov 2026 12:00:00 GMT."));
  g_assert_null (strstr (detail, "wrong"));
  g_assert_nonnull (strstr (skew, "Its clock is 3 days ahead of this machine’s"));
}

static void
test_errors (void)
{
  static const struct { const char *request; const char *response; const char *ids; } cases[] = {
    { "GET\nAuthorization: Bearer abc", "401\nWWW-Authenticate: Bearer error=\"invalid_token\"",
      "login-token-invalid" },
    { "GET\nAuthorization: Bearer abc",
      "403\nWWW-Authenticate: Bearer error=\"insufficient_scope\", scope=\"write\"",
      "login-token-scope" },
    { "GET\nAuthorization: Bearer abc", "400\nWWW-Authenticate: Bearer error=invalid_request",
      "login-token-request" },
    { "GET\nAuthorization: Bearer abc", "401\nWWW-Authenticate: Bearer error=\"of_our_own\"",
      "login-token-error" },
    { "GET\nAuthorization: Bearer abc", "401\nWWW-Authenticate: Bearer realm=x", "login-refused" },
    { "GET", "401\nWWW-Authenticate: Bearer error=\"invalid_token\"", "login-needed" },
    { "GET\nAuthorization: Bearer abc", "400", "" },
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
test_error_words (void)
{
  g_autoptr(RtTrail) trail =
    trail_cases_one ("https://a.example/", "GET\nAuthorization: Bearer abc",
                     "403\nWWW-Authenticate: Bearer error=\"insufficient_scope\", scope=\"a b\", "
                     "error_description=\"<b>no</b>\"");
  g_autofree char *detail = trail_cases_detail (trail, 0, "login-token-scope");

  g_assert_true (g_str_has_prefix (detail, "error = “insufficient_scope”\n"
                                           "error_description = “<b>no</b>”\nscope = “a b”\n\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/login-token-notes/times", test_times);
  g_test_add_func ("/login-token-notes/clock", test_clock);
  g_test_add_func ("/login-token-notes/errors", test_errors);
  g_test_add_func ("/login-token-notes/error-words", test_error_words);

  return g_test_run ();
}
