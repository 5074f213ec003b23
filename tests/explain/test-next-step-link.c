/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/next-step-link.c. */

#include "steps.h"

static const StepRow rows[] = {
  { "follow", "POST /a\nA: b\nContent-Type: x/y", "HTTP/1.1 302 X\nLocation: ../b?c#d", NULL,
    "GET http://example.org/b?c#d | A: b | -Content-Type: x/y" },
  { "follow", "POST /a", "HTTP/1.1 307 X\nLocation: /b", NULL,
    "POST http://example.org/b | text/plain abc" },
  { "follow", "PUT /a", "HTTP/1.1 301 X\nLocation: /b", NULL,
    "PUT http://example.org/b | text/plain abc" },
  { "follow", "PUT /a", "HTTP/1.1 303 X\nLocation: /b", NULL, "GET http://example.org/b" },
  { "follow", "HEAD /a", "HTTP/1.1 303 X\nLocation: /b", NULL, "HEAD http://example.org/b" },
  { "follow", "GET /a\nAuthorization: s\nCookie: c\nHost: example.org\nA: b",
    "HTTP/1.1 301 X\nLocation: //other.org/", NULL,
    "GET http://other.org/ | -Authorization: s | -Cookie: c | -Host: example.org | A: b" },
  { "follow", "GET /a\nAuthorization: s", "HTTP/1.1 301 X\nLocation: /\xc3\xa9", NULL,
    "GET http://example.org/%C3%A9 | Authorization: s" },
  { "follow", "POST /a", "HTTP/1.1 201 X\nLocation: /a/1", NULL, "GET http://example.org/a/1" },
  { "follow", "POST /a", "HTTP/1.1 202 X\nLocation: /jobs/1\nRetry-After: 5", NULL,
    "GET http://example.org/jobs/1" },
  { "follow", "GET /a", "HTTP/1.1 300 X\nLocation: /a.en", NULL, "GET http://example.org/a.en" },
  { "follow", "GET /a", "HTTP/1.1 301 X", NULL, NULL },
  { "follow", "GET /a", "HTTP/1.1 301 X\nLocation: javascript:alert(1)", NULL, NULL },
  { "follow", "GET /a", "HTTP/1.1 301 X\nLocation: /a\nLocation: /b", NULL, NULL },
  { "follow", "GET /a", "HTTP/1.1 301 X\nLocation: /a\x01" "b", NULL, NULL },
  { "follow", "GET /a", "HTTP/1.1 301 X\nLocation: /a\xff", NULL, NULL },
  { "follow", "GET /a", "HTTP/1.1 200 X\nLocation: /b", NULL, NULL },
  { "follow", "GET /a", "HTTP/1.1 304 X\nLocation: /b", NULL, NULL },
  { "next-page", "GET /a\nA: b", "HTTP/1.1 200 X\n"
                                 "Link: </a?page=2>; rel=\"next last\", </a>; rel=first", NULL,
    "GET http://example.org/a?page=2 | A: b" },
  { "next-page", "GET /a\nAuthorization: s", "HTTP/1.1 200 X\nLink: <https://evil.org/>; rel=next",
    NULL,
    "GET https://evil.org/ | -Authorization: s" },
  { "next-page", "GET /a", "HTTP/1.1 200 X\nLink: <file:///etc/passwd>; rel=next", NULL, NULL },
  { "next-page", "POST /a", "HTTP/1.1 200 X\nLink: </a?page=2>; rel=next", NULL, NULL },
  { "next-page", "GET /a", "HTTP/1.1 404 X\nLink: </a?page=2>; rel=next", NULL, NULL },
  { "next-page", "GET /a", "HTTP/1.1 200 X\nLink: </a?page=2>; rel=next; anchor=\"/b\"", NULL,
    NULL },
  { "previous-page", "GET /a?page=2", "HTTP/1.1 200 X\nLink: </a>; rel=prev", NULL,
    "GET http://example.org/a" },
  { "previous-page", "GET /a?page=2", "HTTP/1.1 200 X\nLink: </a>; rel=previous", NULL,
    "GET http://example.org/a" },
  { "previous-page", "GET /a?page=2", "HTTP/1.1 200 X\nLink: </a>; rel=first", NULL, NULL },
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
  g_test_add_func ("/next-step-link/rows", test_rows);

  return g_test_run ();
}
