/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "visit.h"

static void
test_fails_then_answers (void)
{
  for (guint i = 0; i < 4; i++)
    {
      g_autoptr (Visit) visited = visit_get ("/flaky/a/2");

      g_assert_cmpint (visited->code, ==, i < 2 ? 503 : 200);
      g_assert_cmpuint (visit_count (visited, "Retry-After"), ==, 0);
    }
}

static void
test_keys (void)
{
  g_autoptr (Visit) one = visit_get ("/flaky/b/1");
  g_autoptr (Visit) other = visit_get ("/flaky/c/1?status=429");
  g_autoptr (Visit) none = visit_get ("/flaky/d/0");
  g_autoptr (Visit) bad = visit_get ("/flaky/d/x");
  g_autoptr (Visit) interim = visit_get ("/flaky/d/1?status=100");

  g_assert_cmpint (one->code, ==, 503);
  g_assert_cmpint (other->code, ==, 429);
  g_assert_cmpint (none->code, ==, 200);
  g_assert_cmpint (bad->code, ==, 400);
  g_assert_cmpint (interim->code, ==, 400);
}

static void
test_retry_after (void)
{
  g_autoptr (Visit) seconds = visit_get ("/flaky/e/1?retry-after=7");
  g_autoptr (Visit) date = visit_get ("/flaky/f/1?retry-at=7");
  g_autoptr (Visit) injected = visit_get ("/flaky/g/1?retry-after=7%0d%0aX:%20y");
  g_autofree char *number = visit_field (seconds, "Retry-After");
  g_autofree char *text = visit_field (date, "Retry-After");

  g_assert_cmpstr (number, ==, "7");
  g_assert_true (g_str_has_suffix (text, " GMT"));
  g_assert_cmpuint (visit_count (injected, "Retry-After"), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  int status;

  g_test_init (&argc, &argv, NULL);
  visit_open ();
  g_test_add_func ("/flaky/fails-then-answers", test_fails_then_answers);
  g_test_add_func ("/flaky/keys", test_keys);
  g_test_add_func ("/flaky/retry-after", test_retry_after);
  status = g_test_run ();
  visit_close ();
  return status;
}
