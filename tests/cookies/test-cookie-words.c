/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of cookie-words.c. */

#include "cookie-words.h"

#include "cookie-samples.h"

static void
test_expiry (void)
{
  g_autoptr (RtCookie) never = sample_cookie ("a", "a.org", "/", TRUE, FALSE, -1);
  g_autoptr (RtCookie) later = sample_cookie ("a", "a.org", "/", TRUE, FALSE, NOW + 60);
  g_autoptr (RtCookie) past = sample_cookie ("a", "a.org", "/", TRUE, FALSE, NOW);
  g_autofree char *never_words = rt_cookie_dup_expiry_words (never, NOW);
  g_autofree char *later_words = rt_cookie_dup_expiry_words (later, NOW);
  g_autofree char *past_words = rt_cookie_dup_expiry_words (past, NOW);
  g_autofree char *time_words = rt_cookie_dup_time_words (NOW);

  g_assert_cmpstr (never_words, ==, "Expires when the window closes");
  g_assert_cmpstr (later_words, ==, "Expires in 1 minute");
  g_assert_cmpstr (past_words, ==, "Expired");
  g_assert_cmpstr (time_words, ==, "9 Sep 2001, 01:46:40 UTC");
}

static void
test_quoted (void)
{
  g_autofree char *sixty = g_strnfill (60, 'x');
  g_autofree char *more = g_strnfill (61, 'x');
  g_autofree char *same = rt_cookie_dup_quoted (sixty);
  g_autofree char *cut = rt_cookie_dup_quoted (more);
  g_autofree char *escaped = rt_cookie_dup_quoted ("a\377\nb");

  g_assert_cmpstr (same, ==, sixty);
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 60);
  g_assert_true (g_str_has_suffix (cut, "x…"));
  g_assert_cmpstr (escaped, ==, "a\\xFF\\nb");
}

static void
test_sections (void)
{
  g_autofree char *known = rt_cookie_dup_section ("5.7");
  g_autofree char *other = rt_cookie_dup_section ("");

  g_assert_cmpstr (known, ==, "RFC 6265bis, section 5.7");
  g_assert_cmpstr (other, ==, "draft on partitioned cookies (CHIPS)");
}

static void
test_shown (void)
{
  g_autoptr (RtCookie) cookie = rt_cookie_new (&(RtCookieParts) {
    .name = "n\351", .value = "v\377", .domain = "a.org", .path = "/", .expires = -1 });
  g_autofree char *name = rt_cookie_dup_escaped (rt_cookie_get_name (cookie));
  g_autofree char *value = rt_cookie_dup_escaped (rt_cookie_get_value (cookie));
  g_autofree char *scope = rt_cookie_dup_scope_words (cookie, NOW);

  g_assert_cmpstr (name, ==, "n\\xE9");
  g_assert_cmpstr (value, ==, "v\\xFF");
  g_assert_cmpstr (scope, ==,
                   "Goes to a.org and every host below it, path /, until the window closes.");
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cookies/words/expiry", test_expiry);
  g_test_add_func ("/cookies/words/quoted", test_quoted);
  g_test_add_func ("/cookies/words/sections", test_sections);
  g_test_add_func ("/cookies/words/shown", test_shown);

  return g_test_run ();
}
