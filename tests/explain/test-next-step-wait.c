/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/next-step-wait.c. */

#include "steps.h"

static const StepRow rows[] = {
  { "wait", "GET /a", "HTTP/1.1 429 X\nRetry-After: 120", NULL, "GET http://example.org/a" },
  { "wait", "POST /a\nA: b", "HTTP/1.1 503 X\nRetry-After: Sat, 21 Nov 2026 12:05:00 GMT", NULL,
    "POST http://example.org/a | A: b | text/plain abc" },
  { "wait", "GET /a", "HTTP/1.1 429 X\nRetry-After: 0", NULL, NULL },
  { "wait", "GET /a", "HTTP/1.1 429 X\nRetry-After: soon", NULL, NULL },
  { "wait", "GET /a", "HTTP/1.1 429 X\nRetry-After: 86401", NULL, NULL },
  { "wait", "GET /a", "HTTP/1.1 429 X\nRetry-After: 99999999999999999999999", NULL, NULL },
  { "wait", "GET /a", "HTTP/1.1 404 X\nRetry-After: 5", NULL, NULL },
  { "wait", "GET /a", NULL, NULL, NULL },
  { "answer-challenge", "GET /a", "HTTP/1.1 401 X\nWWW-Authenticate: Basic realm=\"x\"", NULL,
    "GET http://example.org/a" },
  { "answer-challenge", "GET /a", "HTTP/1.1 407 X\nProxy-Authenticate: <b>\"x", NULL,
    "GET http://example.org/a" },
  { "answer-challenge", "GET /a", "HTTP/1.1 401 X", NULL, NULL },
  { "answer-challenge", "GET /a", "HTTP/1.1 407 X\nWWW-Authenticate: Basic realm=\"x\"", NULL,
    NULL },
  { "answer-challenge", "GET /a", "HTTP/1.1 403 X\nWWW-Authenticate: Basic realm=\"x\"", NULL,
    NULL },
};

static void
test_facts (void)
{
  g_autoptr(RtTrail) limited = cases_one ("", "HTTP/1.1 429 X\nRetry-After: 125");
  g_autoptr(RtTrail) closed = cases_one ("", "HTTP/1.1 401 X\nWWW-Authenticate: Digest realm=a");
  g_autoptr(GPtrArray) waits = steps_of (limited);
  g_autoptr(GPtrArray) logins = steps_of (closed);

  g_assert_cmpuint (rt_next_step_get_wait (waits->pdata[0]), ==, 125);
  g_assert_cmpstr (rt_next_step_get_label (waits->pdata[0]), ==,
                   "Send Again in 2 minutes and 5 seconds");
  g_assert_false (rt_next_step_wants_credentials (waits->pdata[0]));
  g_assert_true (rt_next_step_wants_credentials (logins->pdata[0]));
  g_assert_cmpstr (rt_next_step_get_label (logins->pdata[0]), ==, "Log In with Digest…");
}

static void
test_rows (void)
{
  steps_check (rows, G_N_ELEMENTS (rows));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/next-step-wait/rows", test_rows);
  g_test_add_func ("/next-step-wait/facts", test_facts);

  return g_test_run ();
}
