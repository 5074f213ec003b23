/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/next-step-connection.c. */

#include "steps.h"

#include "exchange-private.h"

static void
with_closed (RtExchange *exchange)
{
  rt_exchange_take_failure (exchange,
                            rt_failure_new (RT_FAILURE_CLOSED_EARLY, RT_PHASE_WAIT, "x", NULL));
}

static void
with_timeout (RtExchange *exchange)
{
  rt_exchange_take_failure (exchange,
                            rt_failure_new (RT_FAILURE_IDLE_TIMED_OUT, RT_PHASE_WAIT, "x", NULL));
}

static const StepRow rows[] = {
  { "use-https", "GET /a?b\nA: b\nAuthorization: s", "HTTP/1.1 426 X\nUpgrade: TLS/1.2, HTTP/1.1",
    NULL,
    "GET https://example.org/a?b | A: b | -Authorization: s" },
  { "use-https", "GET http://h.org:8443/", "HTTP/1.1 400 X", NULL, "GET https://h.org:8443/" },
  { "use-https", "GET http://h.org/", NULL, NULL, "GET https://h.org/", with_closed },
  { "use-https", "GET https://h.org/", NULL, NULL, NULL, with_closed },
  { "use-https", "GET /a", "HTTP/1.1 426 X\nUpgrade: websocket", NULL, NULL },
  { "use-https", "GET /a", "HTTP/1.1 400 X", NULL, NULL },
  { "use-https", "GET /a", "HTTP/1.1 200 X", NULL, NULL, with_closed },
  { "without-expect", "PUT /a\nExpect: 100-continue", "HTTP/1.1 417 X", NULL,
    "PUT http://example.org/a | -Expect: 100-continue | text/plain abc" },
  { "without-expect", "PUT /a\nExpect: 100-continue", NULL, NULL,
    "PUT http://example.org/a | -Expect: 100-continue | text/plain abc", with_timeout },
  { "without-expect", "PUT /a", "HTTP/1.1 417 X", NULL, NULL },
  { "without-expect", "PUT /a\nExpect: 100-continue", "HTTP/1.1 200 X", NULL, NULL },
  { "send-length", "PUT /a\nTransfer-Encoding: chunked", "HTTP/1.1 411 X", NULL,
    "PUT http://example.org/a | -Transfer-Encoding: chunked | text/plain abc" },
  { "send-length", "PUT /a", "HTTP/1.1 411 X", NULL, NULL },
  { "drop-field", "GET /a\nCookie: abcdefghijkl\nA: b", "HTTP/1.1 431 X", NULL,
    "GET http://example.org/a | -Cookie: abcdefghijkl | A: b" },
  { "drop-field", "GET /a", "HTTP/1.1 431 X", NULL, NULL },
  { "drop-field", "GET /a\nA: b", "HTTP/1.1 400 X", NULL, NULL },
};

/* What is sent without being typed is switched off where it comes from. */
static void
test_untyped (void)
{
  static const struct { const char *field; const char *expected; } cases[] = {
    { "Cookie: abcdefghijkl\n", "GET http://example.org/ | no cookies | u" },
    { "Authorization: abcdefghijkl\n", "GET http://example.org/" },
    { "User-Agent: abcdefghijkl\n", "GET http://example.org/ | u | no User-Agent" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtTrail) trail = cases_one (cases[i].field, "HTTP/1.1 431 X");
      g_autoptr(GPtrArray) steps = steps_of (trail);
      g_autoptr(RtRequest) request = steps_new_request ("GET /");
      g_autofree char *dump = NULL;

      rt_credentials_set_kind (rt_request_get_credentials (request), RT_CREDENTIALS_BASIC);
      rt_credentials_set_user (rt_request_get_credentials (request), "u");
      rt_next_step_apply (steps_find (steps, "drop-field"), request);
      dump = steps_dump (request);
      g_assert_cmpstr (dump, ==, cases[i].expected);
    }
}

static void
test_http1 (void)
{
  g_autoptr(RtTrail) trail = cases_one ("", "HTTP/1.1 505 X");
  g_autoptr(GPtrArray) before = steps_of (trail);
  g_autoptr(GPtrArray) steps = NULL;
  g_autoptr(RtRequest) request = steps_new_request ("GET /");

  g_assert_null (steps_find (before, "use-http1"));
  rt_request_set_protocol (rt_trail_get_request (trail), RT_PROTOCOL_HTTP2);
  rt_request_set_protocol (request, RT_PROTOCOL_HTTP2);
  steps = steps_of (trail);
  rt_next_step_apply (steps_find (steps, "use-http1"), request);
  g_assert_cmpint (rt_request_get_protocol (request), ==, RT_PROTOCOL_HTTP1);
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
  g_test_add_func ("/next-step-connection/rows", test_rows);
  g_test_add_func ("/next-step-connection/untyped", test_untyped);
  g_test_add_func ("/next-step-connection/http1", test_http1);

  return g_test_run ();
}
