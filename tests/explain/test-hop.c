/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hop.h"

#include <string.h>

#include "cases.h"
#include "exchange-private.h"
#include "trail-private.h"

/* A link with a reason and a rule; what else there is to it is set after. */
static RtNext *
link_of (RtNextReason  reason,
         const char   *rule,
         const char   *section)
{
  RtNext *next = g_new0 (RtNext, 1);

  next->reason = reason;
  next->rule = g_strdup (rule);
  next->section = g_strdup (section);
  next->dropped = g_new0 (char *, 1);
  next->credentials = g_new0 (char *, 1);

  return next;
}

static char *
join (RtHop *hop)
{
  return g_strjoinv ("\n", hop->lines);
}

static RtTrail *
post_to_other_origin (void)
{
  RtTrail *trail = cases_new_trail ("http://a.example/x");
  RtExchange *first =
    cases_add (trail, "http://a.example/x",
               "POST /x HTTP/1.1\nHost: a.example\nAuthorization: Basic SECRET\n"
               "Content-Type: text/plain\nX-Api-Key: SECRET\nA: b\nContent-Length: 3",
               "HTTP/1.1 302 Found\nLocation: https://b.example/y?q", NULL);

  rt_exchange_take_next (first, link_of (RT_NEXT_REDIRECT, "302 after POST: sent again as GET",
                                         "RFC 9110, section 15.4.3"));
  cases_add (trail, "https://b.example/y?q",
             "GET /y?q HTTP/1.1\nHost: b.example\nX-Api-Key: SECRET\na: b",
             "HTTP/1.1 200 OK", NULL);

  return trail;
}

static void
test_redirect (void)
{
  g_autoptr(RtTrail) trail = post_to_other_origin ();
  g_autoptr(RtHop) hop = rt_hop_new (trail, 0);
  g_autofree char *lines = join (hop);

  g_assert_cmpstr (hop->rule, ==,
                   "302 after POST: sent again as GET (RFC 9110, section 15.4.3)");
  g_assert_cmpstr (hop->method_before, ==, "POST");
  g_assert_cmpstr (hop->method_after, ==, "GET");
  g_assert_cmpint (hop->changed, ==, RT_URL_SCHEME | RT_URL_HOST | RT_URL_PATH | RT_URL_QUERY);
  g_assert_cmpstr (lines, ==,
                   "Left out: the content, Authorization and Content-Type.\n"
                   "Kept: X-Api-Key and A.\n"
                   "Authorization was withheld: it was given for http://a.example, and "
                   "https://b.example is another origin.\n"
                   "X-Api-Key went on to https://b.example, though it was given for "
                   "http://a.example.");
  g_assert_nonnull (strstr (hop->others, "curl -L would send Content-Type along."));
  g_assert_null (strstr (lines, "SECRET"));
}

static void
test_all_lines (void)
{
  g_autoptr(RtTrail) trail = post_to_other_origin ();
  g_autoptr(RtHop) hop = rt_hop_new (trail, 0);
  g_auto(GStrv) lines = rt_hop_dup_all_lines (hop);

  g_assert_cmpstr (lines[0], ==, hop->rule);
  g_assert_cmpstr (lines[1], ==, "URL: scheme, host, path and query changed.");
  g_assert_cmpstr (lines[2], ==, hop->lines[0]);
  g_assert_cmpuint (g_strv_length (lines), ==, g_strv_length (hop->lines) + 3);
}

/* What the engine says of credentials is not said a second time. */
static void
test_challenge (void)
{
  g_autoptr(RtTrail) trail = cases_new_trail ("http://a.example/");
  RtExchange *first = cases_add (trail, "http://a.example/", "GET / HTTP/1.1\nHost: a.example",
                                 "HTTP/1.1 401 No\nWWW-Authenticate: Basic realm=x", NULL);
  RtNext *next = link_of (RT_NEXT_CHALLENGE, NULL, "");
  g_autoptr(RtHop) hop = NULL;
  g_autofree char *lines = NULL;

  g_strfreev (next->credentials);
  next->credentials = g_strsplit ("Basic was sent.\033[2J", "|", -1);
  next->waited = 1500000;
  rt_exchange_take_next (first, next);
  cases_add (trail, "http://a.example/",
             "GET / HTTP/1.1\nHost: a.example\nAuthorization: Basic SECRET", "HTTP/1.1 200 OK",
             NULL);
  hop = rt_hop_new (trail, 0);
  lines = join (hop);
  g_assert_cmpstr (hop->rule, ==, "Sent again with credentials");
  g_assert_cmpstr (lines, ==, "Added: Authorization.\nBasic was sent.\\x1B[2J\n"
                              "Waited 1.50 s before it.");
  g_assert_cmpint (hop->changed, ==, 0);
  g_assert_null (hop->others);
}

/* What the engine says of a field, the heads do not say again. */
static void
test_said_once (void)
{
  g_autoptr(RtTrail) trail = cases_new_trail ("http://a.example/");
  RtExchange *first = cases_add (trail, "http://a.example/",
                                 "GET / HTTP/1.1\nAuthorization: Basic x\nCookie: a=b",
                                 "HTTP/1.1 302 Found\nLocation: http://b.example/", NULL);
  RtNext *next = link_of (RT_NEXT_REDIRECT, "302", "");
  g_autoptr(RtHop) hop = NULL;
  g_autofree char *lines = NULL;

  g_strfreev (next->credentials);
  next->credentials = g_strsplit ("Cookie is withheld.", "|", -1);
  rt_exchange_take_next (first, next);
  cases_add (trail, "http://b.example/", "GET / HTTP/1.1", "HTTP/1.1 200 OK", NULL);
  hop = rt_hop_new (trail, 0);
  lines = join (hop);
  g_assert_cmpstr (lines, ==, "Left out: Authorization and Cookie.\nCookie is withheld.\n"
                              "Authorization was withheld: it was given for http://a.example, and "
                              "http://b.example is another origin.");
}

static void
test_nothing_followed (void)
{
  g_autoptr(RtTrail) trail = cases_one ("", "HTTP/1.1 200 OK");

  g_assert_null (rt_hop_new (trail, 0));
  cases_add (trail, "http://example.org/", "GET / HTTP/1.1", "HTTP/1.1 200 OK", NULL);
  g_assert_null (rt_hop_new (trail, 0));
  g_assert_null (rt_hop_new (trail, 1));
  g_assert_null (rt_hop_new (trail, 9));
}

/* The next request never went out: what was meant is all that can be said. */
static void
test_without_next_head (void)
{
  g_autoptr(RtTrail) trail = cases_new_trail ("http://a.example/");
  RtExchange *first = cases_add (trail, "http://a.example/",
                                 "POST / HTTP/1.1\nContent-Length: 1\nA: b",
                                 "HTTP/1.1 303 See Other\nLocation: http://gone.example/", NULL);
  g_autoptr(RtExchange) second = rt_exchange_new (NULL, "GET", "http://gone.example/");
  RtNext *next = link_of (RT_NEXT_REDIRECT, "303", "");
  g_autoptr(RtHop) hop = NULL;
  g_autofree char *lines = NULL;

  g_strfreev (next->dropped);
  next->dropped = g_strsplit ("content Content-Type", " ", -1);
  rt_exchange_take_next (first, next);
  rt_trail_append (trail, second);
  rt_exchange_finish (second);
  while (rt_trail_get_n_exchanges (trail) < rt_trail_count (trail))
    g_main_context_iteration (NULL, TRUE);
  hop = rt_hop_new (trail, 0);
  lines = join (hop);
  g_assert_cmpstr (lines, ==, "Left out: the content and Content-Type.");
  g_assert_cmpint (hop->changed, ==, RT_URL_HOST);
}

/* A tunnel's head is another request's: nothing is compared. */
static void
test_tunnel (void)
{
  g_autoptr(RtTrail) trail = cases_new_trail ("https://a.example/");
  RtExchange *first = cases_add (trail, "http://proxy.example/",
                                 "CONNECT a.example:443 HTTP/1.1\nProxy-Authorization: Basic x",
                                 "HTTP/1.1 200 OK", NULL);
  g_autoptr(RtHop) hop = NULL;

  rt_exchange_take_next (first, link_of (RT_NEXT_TUNNEL, "", ""));
  cases_add (trail, "https://a.example/", "GET / HTTP/1.1\nA: b", "HTTP/1.1 200 OK", NULL);
  hop = rt_hop_new (trail, 0);
  g_assert_cmpstr (hop->rule, ==, "The proxy made the way for the next request");
  g_assert_cmpuint (g_strv_length (hop->lines), ==, 0);
  g_assert_cmpint (hop->changed, ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hop/redirect", test_redirect);
  g_test_add_func ("/hop/all-lines", test_all_lines);
  g_test_add_func ("/hop/challenge", test_challenge);
  g_test_add_func ("/hop/said-once", test_said_once);
  g_test_add_func ("/hop/nothing-followed", test_nothing_followed);
  g_test_add_func ("/hop/without-next-head", test_without_next_head);
  g_test_add_func ("/hop/tunnel", test_tunnel);

  return g_test_run ();
}
