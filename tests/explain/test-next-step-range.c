/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/next-step-range.c. */

#include "steps.h"

#include "exchange-private.h"

static void
with_short (RtExchange *exchange)
{
  rt_exchange_take_fault (exchange, rt_fault_new (RT_FAULT_CONTENT_SHORT, "x"));
}

static const StepRow rows[] = {
  { "ask-part", "GET /a", "HTTP/1.1 200 X\nAccept-Ranges: bytes", "abcdef",
    "GET http://example.org/a | Range: bytes=0-2" },
  { "ask-part", "GET /a", "HTTP/1.1 200 X\nAccept-Ranges: none", "abcdef", NULL },
  { "ask-part", "GET /a", "HTTP/1.1 200 X\nAccept-Ranges: bytes\nContent-Encoding: gzip", "abcdef",
    NULL },
  { "ask-part", "GET /a", "HTTP/1.1 200 X\nAccept-Ranges: bytes", "a", NULL },
  { "ask-part", "POST /a", "HTTP/1.1 200 X\nAccept-Ranges: bytes", "abcdef", NULL },
  { "ask-rest", "GET /a", "HTTP/1.1 200 X\nETag: \"x\"\nContent-Length: 9", "abc",
    "GET http://example.org/a | Range: bytes=3- | If-Range: \"x\"", with_short },
  { "ask-rest", "GET /a\nIf-Range: \"old\"", "HTTP/1.1 200 X\nETag: W/\"x\"\nContent-Length: 9",
    "abc",
    "GET http://example.org/a | -If-Range: \"old\" | Range: bytes=3-", with_short },
  { "ask-rest", "GET /a\nRange: bytes=0-2", "HTTP/1.1 206 X\nContent-Range: bytes 0-2/9", "abc",
    "GET http://example.org/a | Range: bytes=3-" },
  { "ask-rest", "GET /a\nRange: bytes=5-", "HTTP/1.1 206 X\nContent-Range: bytes 5-8/9", "abc",
    "GET http://example.org/a | Range: bytes=8-", with_short },
  { "ask-rest", "GET /a\nRange: bytes=0-2", "HTTP/1.1 206 X\nContent-Range: bytes 0-2/*", "abc",
    "GET http://example.org/a | Range: bytes=3-" },
  { "ask-rest", "GET /a\nRange: bytes=6-8", "HTTP/1.1 206 X\nContent-Range: bytes 6-8/9", "abc",
    NULL },
  { "ask-rest", "GET /a", "HTTP/1.1 200 X", "abc", NULL },
  { "ask-rest", "GET /a", "HTTP/1.1 200 X\nContent-Encoding: gzip", "abc", NULL, with_short },
  { "ask-rest", "GET /a\nRange: bytes=6-8", "HTTP/1.1 206 X\nContent-Range: 6-8/9", "abc", NULL },
  { "ask-whole", "GET /a\nRange: bytes=60-80\nIf-Range: x", "HTTP/1.1 416 X", NULL,
    "GET http://example.org/a | -Range: bytes=60-80 | -If-Range: x" },
  { "ask-whole", "GET /a\nRange: bytes=0-0", "HTTP/1.1 206 X\nContent-Range: bytes 0-0/1", "a",
    "GET http://example.org/a | -Range: bytes=0-0" },
  { "ask-whole", "GET /a", "HTTP/1.1 416 X", NULL, NULL },
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
  g_test_add_func ("/next-step-range/rows", test_rows);

  return g_test_run ();
}
