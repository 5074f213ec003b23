/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of cookie-item.c. */

#include "config.h"

#include "cookie-item.h"

static void
test_value (void)
{
  g_autoptr (RtCookie) cookie = rt_cookie_new (&(RtCookieParts) {
    .name = "a", .value = "b", .domain = "example.org", .path = "/", .expires = -1 });
  RtCookieItem *stays = rt_cookie_item_new (cookie, RT_COOKIE_STAYS, "Because.");
  g_autoptr (RtCookieItem) same = rt_cookie_item_new (cookie, RT_COOKIE_STAYS, "Because.");
  g_autoptr (RtCookieItem) why = rt_cookie_item_new (cookie, RT_COOKIE_STAYS, "Else.");
  g_autoptr (RtCookieItem) goes = rt_cookie_item_new (cookie, RT_COOKIE_GOES, NULL);

  g_assert_true (rt_cookie_item_get_cookie (stays) == cookie);
  g_assert_cmpint (rt_cookie_item_get_place (stays), ==, RT_COOKIE_STAYS);
  g_assert_cmpstr (rt_cookie_item_get_why (stays), ==, "Because.");
  g_assert_null (rt_cookie_item_get_why (goes));
  g_assert_true (rt_cookie_item_equal (stays, same));
  g_assert_false (rt_cookie_item_equal (stays, why));
  g_assert_false (rt_cookie_item_equal (stays, goes));
  g_assert_finalize_object (stays);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cookie-item/value", test_value);

  return g_test_run ();
}
