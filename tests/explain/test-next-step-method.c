/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/next-step-method.c. */

#include "steps.h"

#include "exchange-private.h"

static void
with_large_content (RtExchange *exchange)
{
  RtSizes sizes;

  rt_exchange_get_sizes (exchange, &sizes);
  sizes.content_encoded = 1024 * 1024;
  rt_exchange_set_sizes (exchange, &sizes);
}

static void
with_cut_content (RtExchange *exchange)
{
  rt_exchange_take_failure (exchange,
                            rt_failure_new (RT_FAILURE_TIMED_OUT, RT_PHASE_CONTENT, "x", NULL));
}

static const StepRow rows[] = {
  { "use-allowed-method", "POST /a\nA: b\nContent-Type: x/y\nexpect: 100-continue",
    "HTTP/1.1 405 X\nAllow: HEAD, GET, PUT", NULL,
    "GET http://example.org/a | A: b | -Content-Type: x/y | -expect: 100-continue" },
  { "use-allowed-method", "POST /a", "HTTP/1.1 405 X\nAllow: OPTIONS,PUT", NULL,
    "PUT http://example.org/a | text/plain abc" },
  { "use-allowed-method", "GET /a", "HTTP/1.1 405 X\nAllow: b{d, PO ST, <b>, POST", NULL,
    "POST http://example.org/a" },
  { "use-allowed-method", "GET /a", "HTTP/1.1 405 X\nAllow: GET, CONNECT, TRACE", NULL, NULL },
  { "use-allowed-method", "GET /a", "HTTP/1.1 405 X\nAllow: AMETHODTHATISFARTOOLONGFORABUTTON",
    NULL, NULL },
  { "use-allowed-method", "GET /a", "HTTP/1.1 200 X\nAllow: POST", NULL, NULL },
  { "ask-options", "POST /a", "HTTP/1.1 405 X", NULL, "OPTIONS http://example.org/a" },
  { "ask-options", "POST /a", "HTTP/1.1 501 X", NULL, "OPTIONS http://example.org/a" },
  { "ask-options", "POST /a", "HTTP/1.1 405 X\nAllow: GET", NULL, NULL },
  { "ask-options", "OPTIONS /a", "HTTP/1.1 405 X", NULL, NULL },
  { "get-current", "PUT /a\nIf-Match: \"x\"\nif-match: \"y\"\nA: b", "HTTP/1.1 412 X", NULL,
    "GET http://example.org/a | -If-Match: \"x\" | -if-match: \"y\" | A: b" },
  { "get-current", "PUT /a", "HTTP/1.1 428 X", NULL, "GET http://example.org/a" },
  { "get-current", "GET /a\nIf-Match: \"x\"", "HTTP/1.1 412 X", NULL, NULL },
  { "head-instead", "GET /a", "HTTP/1.1 200 X", NULL, "HEAD http://example.org/a",
    with_large_content },
  { "head-instead", "GET /a", "HTTP/1.1 200 X\nContent-Length: 99999999", NULL,
    "HEAD http://example.org/a", with_cut_content },
  { "head-instead", "GET /a", "HTTP/1.1 200 X", "small", NULL },
  { "head-instead", "POST /a", "HTTP/1.1 200 X", NULL, NULL, with_large_content },
};

/* Four at most, each once, the harmless one first. */
static void
test_order (void)
{
  g_autoptr(RtTrail) trail =
    cases_one ("", "HTTP/1.1 405 X\nAllow: HEAD, PUT, PUT, POST, A, B, C\nAllow: OPTIONS");
  g_autoptr(GPtrArray) steps = steps_of (trail);

  g_assert_cmpuint (steps->len, ==, 4);
  g_assert_cmpstr (rt_next_step_get_label (steps->pdata[0]), ==, "Send with PUT");
  g_assert_cmpstr (rt_next_step_get_label (steps->pdata[1]), ==, "Send with POST");
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
  g_test_add_func ("/next-step-method/rows", test_rows);
  g_test_add_func ("/next-step-method/order", test_order);

  return g_test_run ();
}
