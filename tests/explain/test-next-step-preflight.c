/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/next-step-preflight.c. */

#include "steps.h"

static const StepRow rows[] = {
  { "preflight", "PUT /a\nOrigin: https://app.org\nX-B: c\nContent-Type: application/json\n"
                 "Accept: d\nAuthorization: e\nx-b: f\nCookie: g", "HTTP/1.1 200 X", NULL,
    "OPTIONS http://example.org/a | -Origin: https://app.org | -X-B: c | -Content-Type: "
    "application/json | -Accept: d"
    " | -Authorization: e | -x-b: f | -Cookie: g | Origin: https://app.org | "
    "Access-Control-Request-Method: PUT"
    " | Access-Control-Request-Headers: authorization,content-type,x-b | no cookies" },
  { "preflight", "GET /a\nOrigin: null", "HTTP/1.1 200 X", NULL,
    "OPTIONS http://example.org/a | -Origin: null | Origin: null | Access-Control-Request-Method: "
    "GET | no cookies" },
  { "preflight", "POST /a\nContent-Type: text/plain;charset=utf-8\nOrigin: http://localhost:3000",
    "HTTP/1.1 403 X", NULL,
    "OPTIONS http://example.org/a | -Content-Type: text/plain;charset=utf-8 | -Origin: "
    "http://localhost:3000"
    " | Origin: http://localhost:3000 | Access-Control-Request-Method: POST | no cookies" },
  { "preflight", "GET /a", "HTTP/1.1 200 X\nAccess-Control-Allow-Origin: *", NULL,
    "OPTIONS http://example.org/a | Origin: https://example.com | Access-Control-Request-Method: "
    "GET | no cookies" },
  { "preflight", "GET /a", "HTTP/1.1 200 X\nVary: Origin", NULL, NULL },
  { "preflight", "OPTIONS /a\nOrigin: https://app.org",
    "HTTP/1.1 200 X\nAccess-Control-Allow-Origin: *", NULL, NULL },
};

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
  g_test_add_func ("/next-step-preflight/rows", test_rows);

  return g_test_run ();
}
