/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of cookie.c. */

#include "cookie-samples.h"

static void
test_parts (void)
{
  g_autofree char *name = g_strdup ("sid");
  const RtCookieParts parts = { name, "1", "example.org", "/a", 7, 8, TRUE, TRUE, TRUE, TRUE,
                                RT_SAME_SITE_LAX };
  RtCookie *cookie = rt_cookie_new (&parts);

  name[0] = 'x';
  g_assert_cmpstr (rt_cookie_get_name (cookie), ==, "sid");
  g_assert_cmpstr (rt_cookie_get_value (cookie), ==, "1");
  g_assert_cmpstr (rt_cookie_get_domain (cookie), ==, "example.org");
  g_assert_cmpstr (rt_cookie_get_path (cookie), ==, "/a");
  g_assert_cmpint (rt_cookie_get_expires (cookie), ==, 7);
  g_assert_cmpint (rt_cookie_get_created (cookie), ==, 8);
  g_assert_true (rt_cookie_is_host_only (cookie));
  g_assert_true (rt_cookie_is_secure (cookie));
  g_assert_true (rt_cookie_is_http_only (cookie));
  g_assert_true (rt_cookie_is_partitioned (cookie));
  g_assert_cmpint (rt_cookie_get_same_site (cookie), ==, RT_SAME_SITE_LAX);
  g_assert_finalize_object (cookie);
}

static void
test_expired (void)
{
  g_autoptr (RtCookie) kept = sample_cookie ("a", "a.org", "/", TRUE, FALSE, -1);
  g_autoptr (RtCookie) short_lived = sample_cookie ("a", "a.org", "/", TRUE, FALSE, 10);

  g_assert_false (rt_cookie_is_expired (kept, G_MAXINT64));
  g_assert_false (rt_cookie_is_expired (short_lived, 9));
  g_assert_true (rt_cookie_is_expired (short_lived, 10));
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cookies/cookie/parts", test_parts);
  g_test_add_func ("/cookies/cookie/expired", test_expired);

  return g_test_run ();
}
