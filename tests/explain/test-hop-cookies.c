/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "hop-cookies.h"

#include <string.h>

#include "cases.h"
#include "exchange-private.h"

static RtCookie *
cookie_of (const char *name)
{
  const RtCookieParts parts = {
    .name = name, .value = "SECRET", .domain = "a.example", .path = "/", .expires = -1,
  };

  return rt_cookie_new (&parts);
}

static void
take (RtExchange   *exchange,
      RtCookieFate  fate,
      const char   *name,
      const char   *why)
{
  g_autoptr(RtCookie) cookie = name != NULL ? cookie_of (name) : NULL;

  rt_exchange_take_cookie_verdict (exchange,
                                   rt_cookie_verdict_new (fate, cookie, "line", why, "RFC"));
}

static RtTrail *
two (const char *cookie_here,
     const char *set,
     const char *cookie_there)
{
  RtTrail *trail = cases_new_trail ("http://a.example/");
  g_autofree char *here = g_strconcat ("GET / HTTP/1.1\n", cookie_here, NULL);
  g_autofree char *there = g_strconcat ("GET /2 HTTP/1.1\n", cookie_there, NULL);
  g_autofree char *response = g_strconcat ("HTTP/1.1 302 Found\nLocation: /2\n", set, NULL);
  RtNext *next = g_new0 (RtNext, 1);

  next->reason = RT_NEXT_REDIRECT;
  rt_exchange_take_next (cases_add (trail, "http://a.example/", here, response, NULL), next);
  cases_add (trail, "http://a.example/2", there, "HTTP/1.1 200 OK", NULL);

  return trail;
}

static void
assert_lines (RtTrail    *trail,
              const char *expected)
{
  g_autoptr(RtHopSides) sides = rt_hop_sides_new (trail, 0);
  g_autoptr(GPtrArray) lines = g_ptr_array_new_with_free_func (g_free);
  g_autofree char *text = NULL;

  rt_hop_cookies_say (lines, sides);
  g_ptr_array_add (lines, NULL);
  text = g_strjoinv ("\n", (char **) lines->pdata);
  g_assert_cmpstr (text, ==, expected);
}

static void
test_heads (void)
{
  g_autoptr(RtTrail) trail = two ("", "Set-Cookie: a=1; Path=/\nset-cookie: b = 2\n"
                                      "Set-Cookie: c=3", "Cookie: x=y; a=1;b=2; c=4");
  g_autoptr(RtTrail) quiet = two ("Cookie: a=1", "", "Cookie: a=1");

  assert_lines (trail, "Cookies set here and sent there: a and b.\n"
                       "Cookie set here and not sent there: c.");
  assert_lines (quiet, "");
}

static void
test_verdicts (void)
{
  g_autoptr(RtTrail) trail = two ("", "", "");
  RtExchange *here = rt_trail_get_exchange (trail, 0);
  RtExchange *there = rt_trail_get_exchange (trail, 1);

  take (here, RT_COOKIE_SENT, "old", "It matches.");
  take (here, RT_COOKIE_STORED, "sid", "Kept.");
  take (here, RT_COOKIE_STORED, "admin", "Kept.");
  take (here, RT_COOKIE_REFUSED, "bad", "Domain=com is a public suffix.");
  take (here, RT_COOKIE_REFUSED, NULL, "It is too long.");
  take (here, RT_COOKIE_REMOVED, "gone", "Its time has passed.");
  take (there, RT_COOKIE_SENT, "sid", "It matches.");
  take (there, RT_COOKIE_WITHHELD, "admin", "Path=/admin does not match /2.");
  take (there, RT_COOKIE_WITHHELD, "old", "It is for https.");
  assert_lines (trail, "Cookie set here and sent there: sid.\n"
                       "Cookie admin was set here and not sent there: Path=/admin does not match /2.\n"
                       "Cookie bad came here and was refused: Domain=com is a public suffix.\n"
                       "A cookie that came here was refused: It is too long.\n"
                       "Cookie gone was removed here.\n"
                       "Cookie old was withheld: It is for https.");
}

/* Of what a head says twice, the last counts; what the jar is silent about is
 * told in one line. */
static void
test_many (void)
{
  g_autoptr(RtTrail) trail = two ("", "", "");
  RtExchange *here = rt_trail_get_exchange (trail, 0);
  RtExchange *there = rt_trail_get_exchange (trail, 1);

  take (here, RT_COOKIE_STORED, "sid", "Kept.");
  take (here, RT_COOKIE_REPLACED, "sid", "Kept.");
  take (here, RT_COOKIE_STORED, "gone", "Kept.");
  take (here, RT_COOKIE_REMOVED, "gone", "Its time has passed.");
  take (here, RT_COOKIE_STORED, "one", "Kept.");
  take (here, RT_COOKIE_STORED, "two", "Kept.");
  take (there, RT_COOKIE_SENT, "sid", "It matches.");
  assert_lines (trail, "Cookie set here and sent there: sid.\n"
                       "Cookies set here and not sent there: one and two.\n"
                       "Set here more than once, so that the last one counts: sid and gone.\n"
                       "Cookie gone was removed here.");
}

static void
test_other_host (void)
{
  g_autoptr(RtTrail) trail = cases_new_trail ("http://a.example/");
  RtNext *next = g_new0 (RtNext, 1);
  RtExchange *here = cases_add (trail, "http://a.example/", "GET / HTTP/1.1\n",
                                "HTTP/1.1 302 Found\nLocation: http://b.example/", NULL);

  next->reason = RT_NEXT_REDIRECT;
  rt_exchange_take_next (here, next);
  cases_add (trail, "http://b.example/", "GET / HTTP/1.1\n", "HTTP/1.1 200 OK", NULL);
  take (here, RT_COOKIE_STORED, "sid", "Kept.");
  assert_lines (trail, "Cookie set here and not sent there, as it is not for b.example: sid.");
}

static void
test_typed (void)
{
  g_autoptr(RtTrail) typed = two ("Cookie: a=1", "", "");
  g_autoptr(RtTrail) jar = two ("Cookie: a=1", "", "");
  g_autoptr(RtTrail) none = two ("", "", "Cookie: a=1");
  g_autoptr(RtHopSides) typed_sides = rt_hop_sides_new (typed, 0);
  g_autoptr(RtHopSides) jar_sides = rt_hop_sides_new (jar, 0);
  g_autoptr(RtHopSides) none_sides = rt_hop_sides_new (none, 0);

  take (rt_trail_get_exchange (jar, 0), RT_COOKIE_SENT, "a", "");
  g_assert_true (rt_hop_cookies_are_typed (typed_sides));
  g_assert_false (rt_hop_cookies_are_typed (jar_sides));
  g_assert_false (rt_hop_cookies_are_typed (none_sides));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/hop-cookies/heads", test_heads);
  g_test_add_func ("/hop-cookies/verdicts", test_verdicts);
  g_test_add_func ("/hop-cookies/many", test_many);
  g_test_add_func ("/hop-cookies/other-host", test_other_host);
  g_test_add_func ("/hop-cookies/typed", test_typed);

  return g_test_run ();
}
