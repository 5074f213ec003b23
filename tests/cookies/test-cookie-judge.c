/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of cookie-judge.c: what becomes of a cookie beside those that are kept. */

#include "cookie-judge.h"

#include "cookie-samples.h"

typedef struct
{
  RtCookieStore *store;
  RtSuffixList  *suffixes;
} Fixture;

static void
set_up (Fixture      *fixture,
        gconstpointer data)
{
  fixture->store = rt_cookie_store_new ();
  fixture->suffixes = rt_suffix_list_new (NULL);
}

static void
tear_down (Fixture      *fixture,
           gconstpointer data)
{
  rt_cookie_store_free (fixture->store);
  rt_suffix_list_free (fixture->suffixes);
}

/* Judges @line, and wants @fate, @why as a part of the reason, and the number
 * of cookies that are kept after it. */
static void
check (Fixture     *fixture,
       const char  *host,
       gboolean     secure,
       const char  *line,
       RtCookieFate fate,
       const char  *why,
       guint        kept)
{
  const RtCookieSite site = { host, "/", secure };
  gsize control;
  g_autoptr (RtSetCookie) set = rt_set_cookie_parse (line, strlen (line), &control);
  g_autoptr (RtCookieVerdict) verdict = NULL;
  gboolean changed;
  static gint64 created;

  verdict = rt_cookie_judge (fixture->store, fixture->suffixes, set, line, &site, NOW,
                             ++created, &changed);
  g_test_message ("%s: %s", line, verdict->why);
  g_assert_cmpint (verdict->fate, ==, fate);
  g_assert_nonnull (strstr (verdict->why, why));
  g_assert_cmpstr (verdict->line, ==, line);
  g_assert_nonnull (verdict->cookie);
  g_assert_cmpuint (rt_cookie_store_get_length (fixture->store), ==, kept);
}

static void
test_replace (Fixture      *fixture,
              gconstpointer data)
{
  gint64 created;

  check (fixture, "a.org", FALSE, "a=1", RT_COOKIE_STORED,
         "Goes to a.org only, path /, until the window closes.", 1);
  created = rt_cookie_get_created (rt_cookie_store_get (fixture->store, 0));
  check (fixture, "a.org", FALSE, "a=2; Max-Age=60; HttpOnly", RT_COOKIE_REPLACED,
         "Goes to a.org only, path /, for 1 minute.", 1);
  g_assert_cmpint (rt_cookie_get_created (rt_cookie_store_get (fixture->store, 0)), ==, created);
  g_assert_cmpstr (rt_cookie_get_value (rt_cookie_store_get (fixture->store, 0)), ==, "2");
  g_assert_true (rt_cookie_is_http_only (rt_cookie_store_get (fixture->store, 0)));
  check (fixture, "a.org", TRUE, "a=3; Domain=a.org; Secure", RT_COOKIE_STORED,
         "Goes to a.org and every host below it, path /, until the window closes, over a "
         "secure connection only.", 2);
}

static void
test_remove (Fixture      *fixture,
             gconstpointer data)
{
  check (fixture, "a.org", FALSE, "a=1; Max-Age=0", RT_COOKIE_REMOVED, "none to remove", 0);
  check (fixture, "a.org", FALSE, "a=1", RT_COOKIE_STORED, "", 1);
  check (fixture, "a.org", FALSE, "a=; Path=/x; Max-Age=0", RT_COOKIE_REMOVED, "none to", 1);
  check (fixture, "a.org", FALSE, "a=; Expires=1 Jan 1970 00:00:00", RT_COOKIE_REMOVED,
         "removed the one that was kept", 0);
}

/* One that has expired is not there any more: the new one starts anew. */
static void
test_after_expiry (Fixture      *fixture,
                   gconstpointer data)
{
  g_autoptr (RtCookie) expired = sample_cookie ("a", "a.org", "/", TRUE, TRUE, NOW);

  rt_cookie_store_put (fixture->store, expired);
  check (fixture, "a.org", FALSE, "a=1", RT_COOKIE_STORED, "", 1);
}

static void
test_overlay (Fixture      *fixture,
              gconstpointer data)
{
  const char *why = "A Secure cookie of that name is kept for www.a.org";

  check (fixture, "www.a.org", TRUE, "a=1; Secure; Path=/login", RT_COOKIE_STORED, "", 1);
  check (fixture, "www.a.org", FALSE, "a=2; Path=/login", RT_COOKIE_REFUSED, why, 1);
  check (fixture, "www.a.org", FALSE, "a=2; Path=/login/x", RT_COOKIE_REFUSED, why, 1);
  check (fixture, "www.a.org", FALSE, "a=2; Path=/login; Domain=a.org", RT_COOKIE_REFUSED, why, 1);
  check (fixture, "x.www.a.org", FALSE, "a=2; Path=/login", RT_COOKIE_REFUSED, why, 1);
  check (fixture, "www.a.org", FALSE, "a=; Path=/login; Max-Age=0", RT_COOKIE_REFUSED, why, 1);
  check (fixture, "www.a.org", FALSE, "a=2; Path=/logins", RT_COOKIE_STORED, "", 2);
  check (fixture, "www.a.org", FALSE, "a=2; Path=/", RT_COOKIE_STORED, "", 3);
  check (fixture, "api.a.org", FALSE, "a=2; Path=/login", RT_COOKIE_STORED, "", 4);
  check (fixture, "www.a.org", FALSE, "b=2; Path=/login", RT_COOKIE_STORED, "", 5);
  check (fixture, "www.a.org", TRUE, "a=2; Path=/login", RT_COOKIE_REPLACED, "", 5);
}

static void
test_limits (Fixture      *fixture,
             gconstpointer data)
{
  for (guint i = 0; i < RT_COOKIE_STORE_DOMAIN_LIMIT; i++)
    {
      g_autofree char *line = g_strdup_printf ("n%u=1", i);

      check (fixture, "a.org", FALSE, line, RT_COOKIE_STORED, "", i + 1);
    }
  check (fixture, "a.org", FALSE, "new=1", RT_COOKIE_STORED,
         "“n0” was dropped for it: 50 are kept for a.org.", 50);

  for (guint i = 0; i < RT_COOKIE_STORE_DOMAIN_LIMIT; i++)
    {
      g_autofree char *line = g_strdup_printf ("s%u=1; Secure", i);

      check (fixture, "b.org", TRUE, line, RT_COOKIE_STORED, "", 51 + i);
    }
  check (fixture, "b.org", TRUE, "new=1", RT_COOKIE_REFUSED, "b.org has 50 Secure cookies", 100);
}

#define ADD(name, function) \
  g_test_add ("/cookies/judge/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  ADD ("replace", test_replace);
  ADD ("remove", test_remove);
  ADD ("after-expiry", test_after_expiry);
  ADD ("overlay", test_overlay);
  ADD ("limits", test_limits);

  return g_test_run ();
}
