/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/next-step-condition.c. */

#include "steps.h"

static const StepRow rows[] = {
  { "only-if-changed", "GET /a\nA: b",
    "HTTP/1.1 200 X\nETag: W/\"x\"\nLast-Modified: Sun, 06 Nov 1994 08:49:37 GMT", NULL,
    "GET http://example.org/a | A: b | If-None-Match: W/\"x\"" },
  { "only-if-changed", "GET /a\nif-none-match: \"old\"", "HTTP/1.1 200 X\nETag: \"x\"", NULL,
    "GET http://example.org/a | if-none-match: \"x\"" },
  { "only-if-changed", "GET /a", "HTTP/1.1 200 X\nLast-Modified: Sunday, 06-Nov-94 08:49:37 GMT",
    NULL,
    "GET http://example.org/a | If-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT" },
  { "only-if-changed", "GET /a", "HTTP/1.1 200 X\nETag: x\nLast-Modified: now", NULL, NULL },
  { "only-if-changed", "GET /a", "HTTP/1.1 200 X\nETag: \"a\"b\"", NULL, NULL },
  { "only-if-changed", "GET /a", "HTTP/1.1 200 X\nETag: \"\xc3\xa9\"", NULL, NULL },
  { "only-if-changed", "GET /a", "HTTP/1.1 200 X\nETag: \"a\"\nETag: \"b\"", NULL, NULL },
  { "only-if-changed", "POST /a", "HTTP/1.1 200 X\nETag: \"x\"", NULL, NULL },
  { "only-if-changed", "GET /a", "HTTP/1.1 404 X\nETag: \"x\"", NULL, NULL },
  { "lose-race", "PUT /a\nIf-Match: \"x\"", "HTTP/1.1 204 X\nETag: \"y\"", NULL,
    "PUT http://example.org/a | If-Match: \"not-the-current-version\" | text/plain abc" },
  { "lose-race", "GET /a", "HTTP/1.1 200 X\nETag: \"y\"", NULL,
    "GET http://example.org/a | If-Match: \"not-the-current-version\"" },
  { "lose-race", "PUT /a", "HTTP/1.1 204 X", NULL, NULL },
  { "lose-race", "POST /a", "HTTP/1.1 201 X\nETag: \"y\"", NULL, NULL },
  { "without-condition", "GET /a\nIf-None-Match: \"x\"\nIf-Modified-Since: y\nA: b",
    "HTTP/1.1 304 X", NULL,
    "GET http://example.org/a | -If-None-Match: \"x\" | -If-Modified-Since: y | A: b" },
  { "without-condition", "GET /a\nIf-Match: \"x\"", "HTTP/1.1 412 X", NULL,
    "GET http://example.org/a | -If-Match: \"x\"" },
  { "without-condition", "PUT /a\nIf-Match: \"x\"", "HTTP/1.1 412 X", NULL, NULL },
  { "without-condition", "GET /a", "HTTP/1.1 304 X", NULL, NULL },
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
  g_test_add_func ("/next-step-condition/rows", test_rows);

  return g_test_run ();
}
