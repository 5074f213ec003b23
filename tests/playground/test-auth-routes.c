/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "visit.h"

static void
test_basic (void)
{
  g_autoptr (Visit) none = visit_get ("/basic-auth/user/secret");
  g_autoptr (Visit) right = visit ("GET", "/basic-auth/user/secret",
                                   "Authorization: Basic dXNlcjpzZWNyZXQ=\r\n");
  g_autoptr (Visit) wrong = visit ("GET", "/basic-auth/user/other",
                                   "Authorization: Basic dXNlcjpzZWNyZXQ=\r\n");
  g_autoptr (Visit) hidden = visit_get ("/hidden-basic-auth/user/secret");
  g_autoptr (Visit) found = visit ("GET", "/hidden-basic-auth/user/secret",
                                   "Authorization: basic dXNlcjpzZWNyZXQ=\r\n");
  g_autofree char *challenge = visit_field (none, "WWW-Authenticate");

  g_assert_cmpint (none->code, ==, 401);
  g_assert_cmpstr (challenge, ==, "Basic realm=\"playground\", charset=\"UTF-8\"");
  g_assert_cmpint (right->code, ==, 200);
  g_assert_cmpint (wrong->code, ==, 401);
  g_assert_cmpint (hidden->code, ==, 404);
  g_assert_cmpint (found->code, ==, 200);
}

static void
test_bearer (void)
{
  g_autoptr (Visit) none = visit_get ("/bearer");
  g_autoptr (Visit) right = visit ("GET", "/bearer", "Authorization: Bearer abc\r\n");

  g_assert_cmpint (none->code, ==, 401);
  g_assert_cmpuint (visit_count (none, "WWW-Authenticate"), ==, 1);
  g_assert_cmpint (right->code, ==, 200);
}

static void
test_bearer_token (void)
{
  g_autoptr (Visit) none = visit_get ("/bearer/abc");
  g_autoptr (Visit) right = visit ("GET", "/bearer/abc", "Authorization: bearer abc\r\n");
  g_autoptr (Visit) wrong = visit ("GET", "/bearer/abc", "Authorization: Bearer abd\r\n");
  g_autoptr (Visit) scope = visit ("GET", "/bearer/abc?scope", "Authorization: Bearer abc\r\n");
  g_autofree char *plain = visit_field (none, "WWW-Authenticate");
  g_autofree char *invalid = visit_field (wrong, "WWW-Authenticate");
  g_autofree char *more = visit_field (scope, "WWW-Authenticate");

  g_assert_cmpint (none->code, ==, 401);
  g_assert_null (strstr (plain, "error"));
  g_assert_cmpint (right->code, ==, 200);
  g_assert_cmpint (wrong->code, ==, 401);
  g_assert_nonnull (strstr (invalid, "error=\"invalid_token\", error_description=\"The access "
                            "token expired\""));
  g_assert_cmpint (scope->code, ==, 403);
  g_assert_nonnull (strstr (more, "insufficient_scope"));
}

static void
test_forbidden (void)
{
  g_autoptr (Visit) none = visit_get ("/forbidden-basic-auth/user/secret");
  g_autoptr (Visit) right = visit ("GET", "/forbidden-basic-auth/user/secret",
                                   "Authorization: Basic dXNlcjpzZWNyZXQ=\r\n");

  g_assert_cmpint (none->code, ==, 401);
  g_assert_cmpint (right->code, ==, 403);
}

static void
test_proxy (void)
{
  g_autoptr (Visit) none = visit ("GET", "/proxy-basic-auth/user/secret",
                                  "Authorization: Basic dXNlcjpzZWNyZXQ=\r\n");
  g_autoptr (Visit) right = visit ("GET", "/proxy-basic-auth/user/secret",
                                   "Proxy-Authorization: Basic dXNlcjpzZWNyZXQ=\r\n");

  g_assert_cmpint (none->code, ==, 407);
  g_assert_cmpuint (visit_count (none, "Proxy-Authenticate"), ==, 1);
  g_assert_cmpuint (visit_count (none, "WWW-Authenticate"), ==, 0);
  g_assert_cmpint (right->code, ==, 200);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/auth/basic", test_basic);
  g_test_add_func ("/auth/bearer", test_bearer);
  g_test_add_func ("/auth/bearer-token", test_bearer_token);
  g_test_add_func ("/auth/forbidden", test_forbidden);
  g_test_add_func ("/auth/proxy", test_proxy);
  visit_open ();
  result = g_test_run ();
  visit_close ();
  return result;
}
