/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of cookie-verdict.c. */

#include "cookie-samples.h"

static void
test_counted (void)
{
  RtCookie *cookie = sample_cookie ("a", "a.org", "/", TRUE, FALSE, -1);
  g_autofree char *why = g_strdup ("Because.");
  RtCookieVerdict *verdict =
    rt_cookie_verdict_new (RT_COOKIE_REFUSED, cookie, "a=v", why, "section 1");
  g_autoptr (RtCookieVerdict) other = rt_cookie_verdict_ref (verdict);

  why[0] = 'X';
  rt_cookie_verdict_unref (verdict);
  g_assert_cmpint (other->fate, ==, RT_COOKIE_REFUSED);
  g_assert_true (other->cookie == cookie);
  g_assert_cmpstr (other->line, ==, "a=v");
  g_assert_cmpstr (other->why, ==, "Because.");
  g_assert_cmpstr (other->section, ==, "section 1");

  g_clear_pointer (&other, rt_cookie_verdict_unref);
  g_assert_finalize_object (cookie);
}

static void
test_without (void)
{
  g_autoptr (RtCookieVerdict) verdict =
    rt_cookie_verdict_new (RT_COOKIE_REFUSED, NULL, NULL, "Because.", "");

  g_assert_null (verdict->cookie);
  g_assert_null (verdict->line);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cookies/verdict/counted", test_counted);
  g_test_add_func ("/cookies/verdict/without", test_without);

  return g_test_run ();
}
