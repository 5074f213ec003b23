/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "ladder.h"

#include <string.h>

#include "cases.h"
#include "exchange-private.h"
#include "trail-private.h"

static RtTrail *
make_trail (void)
{
  RtTrail *trail = cases_new_trail ("http://a.example/");
  RtNext *next = g_new0 (RtNext, 1);
  RtExchange *first =
    cases_add (trail, "http://u:SECRET@a.example/?token=SECRET&a=`*b*`",
               "GET /?token=SECRET HTTP/1.1\nHost: a.example\nAuthorization: Basic SECRET",
               "HTTP/1.1 302 *Found* <b>`x`\033[2J @ada\nLocation: http://b.example/", NULL);

  next->reason = RT_NEXT_REDIRECT;
  next->rule = g_strdup ("302 after GET: sent again as GET");
  next->section = g_strdup ("RFC 9110, section 15.4.3");
  rt_exchange_take_next (first, next);
  cases_add (trail, "http://b.example/", "GET / HTTP/1.1\nHost: b.example",
             "HTTP/1.1 302\nLocation: /", "xyz");
  rt_trail_finish (trail, RT_TRAIL_END_LOOP,
                   "A loop: GET http://b.example/?api_key=SECRET\n was asked for already.");
  while (rt_trail_is_running (trail))
    g_main_context_iteration (NULL, TRUE);

  return trail;
}

static void
test_text (void)
{
  g_autoptr(RtTrail) trail = make_trail ();
  g_autofree char *text = rt_ladder_to_text (trail, cases_get_catalogue ());
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_null (strstr (text, "SECRET"));
  g_assert_null (strchr (text, '\033'));
  g_assert_cmpstr (lines[0], ==, "1. GET http://u:***@a.example/?token=***&a=`*b*`");
  g_assert_true (g_str_has_prefix (lines[1], "   302 *Found* <b>`x`\\x1B[2J @ada, "));
  g_assert_cmpstr (lines[2], ==,
                   "   ↓ 302 after GET: sent again as GET (RFC 9110, section 15.4.3)");
  g_assert_cmpstr (lines[3], ==, "   │ URL: host and query changed.");
  g_assert_nonnull (strstr (text, "\n2. GET http://b.example/\n   302 (Found), "));
  g_assert_nonnull (strstr (text, ", 3 bytes\n"));
  g_assert_true (g_str_has_suffix (text, "\nA loop: GET http://b.example/?api_key=*** was asked "
                                         "for already.\n"));
}

static void
test_markdown (void)
{
  g_autoptr(RtTrail) trail = make_trail ();
  g_autofree char *text = rt_ladder_to_markdown (trail, cases_get_catalogue ());
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);

  g_assert_null (strstr (text, "SECRET"));
  g_assert_true (g_str_has_prefix (lines[0], "1. `` GET http://u:***@a.example/?token=***&a=`*b*` "
                                             "`` → **302 \\*Found\\* \\<b\\>\\`x\\`"));
  g_assert_nonnull (strstr (lines[0], " `@ada`**, "));
  g_assert_cmpstr (lines[1], ==,
                   "   - 302 after GET\\: sent again as GET \\(RFC 9110, section 15\\.4\\.3\\)");
  g_assert_true (g_str_has_suffix (text, "\n\nA loop\\: GET `http://b.example/?api_key=***` was "
                                         "asked for already\\.\n"));
}

static void
test_failure (void)
{
  g_autoptr(RtTrail) trail = cases_new_trail ("http://a.example/");
  RtExchange *exchange = cases_add (trail, "http://a.example/", "GET / HTTP/1.1", NULL, NULL);
  g_autofree char *text = NULL;

  rt_exchange_take_failure (exchange, rt_failure_new (RT_FAILURE_CLOSED_EARLY, RT_PHASE_WAIT,
                                                      "Nothing came.", NULL));
  text = rt_ladder_to_text (trail, cases_get_catalogue ());
  g_assert_true (g_str_has_prefix (text, "1. GET http://a.example/\n   ! "));
  g_assert_true (g_str_has_suffix (text, ": Nothing came.\n"));
}

/* The key that the request has in its query is known by its name. */
static void
test_key_in_query (void)
{
  g_autoptr(RtTrail) trail = cases_new_trail ("http://a.example/");
  RtCredentials *credentials = rt_request_get_credentials (rt_trail_get_request (trail));
  g_autofree char *text = NULL;

  rt_credentials_set_kind (credentials, RT_CREDENTIALS_API_KEY);
  rt_credentials_set_name (credentials, "mine");
  g_object_set (credentials, "place", RT_KEY_IN_QUERY, NULL);
  cases_add (trail, "http://a.example/?a=b&mine=SECRET#f", "GET / HTTP/1.1", "HTTP/1.1 200 OK",
             NULL);
  text = rt_ladder_to_text (trail, cases_get_catalogue ());
  g_assert_true (g_str_has_prefix (text, "1. GET http://a.example/?a=b&mine=***#f\n"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ladder/text", test_text);
  g_test_add_func ("/ladder/markdown", test_markdown);
  g_test_add_func ("/ladder/failure", test_failure);
  g_test_add_func ("/ladder/key-in-query", test_key_in_query);

  return g_test_run ();
}
