/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/retry.c: which outcomes, which methods, how long. */

#include "retry.h"

#include <string.h>

static const RtRetryPolicy three = {
  .tries = 3,
  .base_delay = 500,
  .max_delay = 30000,
  .outcomes = RT_RETRY_ON_429 | RT_RETRY_ON_502 | RT_RETRY_ON_503 | RT_RETRY_ON_504 |
              RT_RETRY_ON_CONNECT | RT_RETRY_ON_TIMEOUT,
  .heed_retry_after = TRUE,
  .retry_after_limit = 120,
};

static RtRetryCase
make_case (const RtRetryPolicy *policy)
{
  return (RtRetryCase) {
    .policy = policy,
    .method = "GET",
    .tries = 1,
    .status = 503,
    .now = 784111777,
    .random = 0.5,
    .left = G_MAXINT64,
  };
}

static void
check (const RtRetryCase *c,
       RtRetryVerdict     verdict)
{
  g_autoptr(RtRetry) retry = rt_retry_decide (c);

  g_assert_cmpint (retry->verdict, ==, verdict);
  g_assert_cmpint (retry->words == NULL, ==, verdict == RT_RETRY_NO);
  g_assert_cmpint (retry->rule == NULL, ==, verdict != RT_RETRY_YES);
  g_assert_cmpint (retry->section == NULL, ==, verdict != RT_RETRY_YES);
}

static void
test_statuses (void)
{
  static const struct { int status; RtRetryOutcomes outcome; } rows[] = {
    { 429, RT_RETRY_ON_429 }, { 502, RT_RETRY_ON_502 },
    { 503, RT_RETRY_ON_503 }, { 504, RT_RETRY_ON_504 },
  };
  RtRetryPolicy policy = three;
  RtRetryCase c = make_case (&policy);

  for (int status = 100; status < 600; status++)
    {
      gboolean listed = FALSE;

      for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
        listed |= rows[i].status == status;
      c.status = status;
      check (&c, listed ? RT_RETRY_YES : RT_RETRY_NO);
    }

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      c.status = rows[i].status;
      policy.outcomes = rows[i].outcome;
      check (&c, RT_RETRY_YES);
      policy.outcomes = ~rows[i].outcome;
      check (&c, RT_RETRY_NO);
    }

  policy = three;
  policy.tries = 0;
  check (&c, RT_RETRY_NO);
}

static void
test_failures (void)
{
  static const struct
  {
    RtFailureKind  kind;
    RtPhase        phase;
    RtRetryVerdict get, post;
  } rows[] = {
    { RT_FAILURE_NAME_NOT_FOUND, RT_PHASE_NAME, RT_RETRY_YES, RT_RETRY_YES },
    { RT_FAILURE_REFUSED, RT_PHASE_CONNECT, RT_RETRY_YES, RT_RETRY_YES },
    { RT_FAILURE_UNREACHABLE, RT_PHASE_CONNECT, RT_RETRY_YES, RT_RETRY_YES },
    { RT_FAILURE_PROXY, RT_PHASE_PROXY, RT_RETRY_YES, RT_RETRY_YES },
    { RT_FAILURE_PROXY_REFUSED, RT_PHASE_PROXY, RT_RETRY_YES, RT_RETRY_YES },
    { RT_FAILURE_TLS_HANDSHAKE, RT_PHASE_TLS, RT_RETRY_YES, RT_RETRY_YES },
    { RT_FAILURE_TLS_EXPIRED, RT_PHASE_TLS, RT_RETRY_NO, RT_RETRY_NO },
    { RT_FAILURE_TLS_UNKNOWN_ISSUER, RT_PHASE_TLS, RT_RETRY_NO, RT_RETRY_NO },
    { RT_FAILURE_TLS_CERTIFICATE_REQUIRED, RT_PHASE_TLS, RT_RETRY_NO, RT_RETRY_NO },
    { RT_FAILURE_IDLE_TIMED_OUT, RT_PHASE_CONNECT, RT_RETRY_YES, RT_RETRY_YES },
    { RT_FAILURE_IDLE_TIMED_OUT, RT_PHASE_WAIT, RT_RETRY_YES, RT_RETRY_UNSAFE },
    { RT_FAILURE_TIMED_OUT, RT_PHASE_WAIT, RT_RETRY_YES, RT_RETRY_UNSAFE },
    { RT_FAILURE_RESET, RT_PHASE_WAIT, RT_RETRY_NO, RT_RETRY_NO },
    { RT_FAILURE_CLOSED_EARLY, RT_PHASE_WAIT, RT_RETRY_NO, RT_RETRY_NO },
    { RT_FAILURE_CANCELLED, RT_PHASE_CONNECT, RT_RETRY_NO, RT_RETRY_NO },
    { RT_FAILURE_INVALID_REQUEST, RT_PHASE_NAME, RT_RETRY_NO, RT_RETRY_NO },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(RtFailure) failure = rt_failure_new (rows[i].kind, rows[i].phase, "m", NULL);
      RtRetryCase c = make_case (&three);

      g_test_message ("%s", rt_failure_kind_to_id (rows[i].kind));
      c.failure = failure;
      c.status = 0;
      check (&c, rows[i].get);
      c.method = "POST";
      check (&c, rows[i].post);
      /* a response that was cut is no answer either, whatever its code */
      c.status = 503;
      check (&c, rows[i].post);
    }
}

static void
test_methods (void)
{
  static const char *const fine[] = { "GET", "HEAD", "OPTIONS", "TRACE", "PUT", "DELETE",
                                      "PROPFIND", "QUERY" };
  static const char *const not_fine[] = { "POST", "PATCH", "LOCK", "get", "CUSTOM", "" };
  RtRetryPolicy any = three;

  any.any_method = TRUE;
  for (gsize i = 0; i < G_N_ELEMENTS (fine); i++)
    {
      RtRetryCase c = make_case (&three);

      c.method = fine[i];
      check (&c, RT_RETRY_YES);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (not_fine); i++)
    {
      RtRetryCase c = make_case (&three);

      c.method = not_fine[i];
      check (&c, RT_RETRY_UNSAFE);
      c.policy = &any;
      check (&c, RT_RETRY_YES);
    }
}

static void
test_tries (void)
{
  RtRetryCase c = make_case (&three);

  for (c.tries = 1; c.tries <= 3; c.tries++)
    check (&c, RT_RETRY_YES);
  check (&c, RT_RETRY_USED_UP);
}

/* By a fixed source of chance. */
static void
test_backoff (void)
{
  static const struct { guint tries; double random; gint64 milliseconds; } rows[] = {
    { 1, 0, 500 }, { 1, 0.5, 750 }, { 1, 1, 1000 },
    { 2, 0, 500 }, { 2, 0.5, 1250 }, { 2, 1, 2000 },
    { 3, 1, 4000 }, { 5, 1, 16000 }, { 6, 1, 30000 }, { 7, 1, 30000 },
    { 31, 1, 30000 }, { 32, 1, 30000 }, { 4000000, 1, 30000 }, { 4000000, 0, 500 },
    { 1, 7, 1000 }, { 1, -1, 500 },
  };
  RtRetryPolicy upside_down = three;

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    g_assert_cmpint (rt_retry_get_backoff (&three, rows[i].tries, rows[i].random), ==,
                     rows[i].milliseconds * 1000);

  upside_down.base_delay = 9000;
  upside_down.max_delay = 100;
  g_assert_cmpint (rt_retry_get_backoff (&upside_down, 3, 1), ==, 100000);
  upside_down.base_delay = G_MAXUINT;
  upside_down.max_delay = G_MAXUINT;
  g_assert_cmpint (rt_retry_get_backoff (&upside_down, 31, 1), ==, G_MAXUINT * 1000LL);
}

static void
test_retry_after (void)
{
  static const struct
  {
    const char    *value;
    RtRetryVerdict verdict;
    gint64         seconds; /* -1: the backoff */
  } rows[] = {
    { "2", RT_RETRY_YES, 2 },
    { "120", RT_RETRY_YES, 120 },
    { "121", RT_RETRY_TOO_LONG, 0 },
    { "99999999999999999999999", RT_RETRY_TOO_LONG, 0 },
    { "0", RT_RETRY_YES, -1 },
    { "Sun, 06 Nov 1994 08:49:40 GMT", RT_RETRY_YES, 3 },
    { "Sun, 06 Nov 1994 09:49:40 GMT", RT_RETRY_TOO_LONG, 0 },
    { "nonsense", RT_RETRY_YES, -1 },
  };
  RtRetryPolicy deaf = three;

  deaf.heed_retry_after = FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      RtRetryCase c = make_case (&three);
      g_autoptr(RtRetry) retry = NULL;

      c.retry_after = rows[i].value;
      check (&c, rows[i].verdict);
      retry = rt_retry_decide (&c);
      if (rows[i].verdict == RT_RETRY_YES)
        g_assert_cmpint (retry->delay, ==,
                         rows[i].seconds < 0 ? 750000 : rows[i].seconds * G_USEC_PER_SEC);
      else
        g_assert_nonnull (strstr (retry->words, "Retry-After"));
      c.policy = &deaf;
      check (&c, RT_RETRY_YES);
    }
}

static void
test_whole_time (void)
{
  RtRetryCase c = make_case (&three);

  c.left = 749999;
  check (&c, RT_RETRY_TOO_LONG);
  c.left = 750001;
  check (&c, RT_RETRY_YES);
  c.left = 0;
  check (&c, RT_RETRY_NO);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/retry/statuses", test_statuses);
  g_test_add_func ("/retry/failures", test_failures);
  g_test_add_func ("/retry/methods", test_methods);
  g_test_add_func ("/retry/tries", test_tries);
  g_test_add_func ("/retry/backoff", test_backoff);
  g_test_add_func ("/retry/retry-after", test_retry_after);
  g_test_add_func ("/retry/whole-time", test_whole_time);

  return g_test_run ();
}
