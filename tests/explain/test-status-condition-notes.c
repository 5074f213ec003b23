/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/status-condition-notes.c. */

#include "rows.h"

#include "exchange-private.h"

static void
with_extra_bytes (RtExchange *exchange)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("oops", 4);

  rt_exchange_set_extra_bytes (exchange, bytes);
}

static const Row rows[] = {
  { "status-304-matched", TRUE, "GET /a\nIf-None-Match: \"x\"",
    "HTTP/1.1 304 Not Modified\nETag: W/\"x\"" },
  { "status-304-matched", TRUE, "GET /a\nIf-None-Match: \"a\", W/\"b,c\"",
    "HTTP/1.1 304 Not Modified\nETag: \"b,c\"" },
  { "status-304-matched", TRUE, "GET /a\nIf-Modified-Since: Sun, 06 Nov 1994 08:49:37 GMT",
    "HTTP/1.1 304 Not Modified" },
  { "status-304-matched", FALSE, "GET /a\nIf-None-Match: \"x\"",
    "HTTP/1.1 304 Not Modified\nETag: \"y\"" },
  { "status-304-other-tag", TRUE, "GET /a\nIf-None-Match: \"x\"",
    "HTTP/1.1 304 Not Modified\nETag: \"y\"" },
  { "status-304-other-tag", FALSE, "GET /a\nIf-None-Match: *",
    "HTTP/1.1 304 Not Modified\nETag: \"y\"" },
  { "status-304-without-condition", TRUE, "GET /a", "HTTP/1.1 304 Not Modified" },
  { "status-304-without-condition", FALSE, "GET /a\nIf-None-Match: \"x\"",
    "HTTP/1.1 304 Not Modified" },
  { "status-304-method", TRUE, "POST /a\nIf-None-Match: \"x\"", "HTTP/1.1 304 Not Modified" },
  { "status-304-method", FALSE, "HEAD /a\nIf-None-Match: \"x\"", "HTTP/1.1 304 Not Modified" },
  { "status-304-fields", TRUE, "GET /a\nIf-None-Match: \"x\"",
    "HTTP/1.1 304 Not Modified\nContent-Encoding: gzip" },
  { "status-304-fields", FALSE, "GET /a\nIf-None-Match: \"x\"",
    "HTTP/1.1 304 Not Modified\nETag: \"x\"\nVary: a\nDate: x\nContent-Length: 4" },
  { "status-304-content", TRUE, "GET /a\nIf-None-Match: \"x\"", "HTTP/1.1 304 Not Modified", NULL,
    with_extra_bytes },
  { "status-304-content", FALSE, "GET /a\nIf-None-Match: \"x\"",
    "HTTP/1.1 304 Not Modified\nContent-Length: 4" },
  { "status-412-changed", TRUE, "PUT /a\nIf-Match: \"x\"",
    "HTTP/1.1 412 Precondition Failed\nETag: \"y\"" },
  { "status-412-changed", FALSE, "PUT /a\nIf-None-Match: *", "HTTP/1.1 412 Precondition Failed" },
  { "status-412-exists", TRUE, "PUT /a\nIf-None-Match: *", "HTTP/1.1 412 Precondition Failed" },
  { "status-412-exists", FALSE, "PUT /a\nIf-Match: \"x\"", "HTTP/1.1 412 Precondition Failed" },
  { "status-412-without-condition", TRUE, "PUT /a", "HTTP/1.1 412 Precondition Failed" },
  { "status-412-without-condition", FALSE, "PUT /a\nIf-Unmodified-Since: x",
    "HTTP/1.1 412 Precondition Failed" },
  { "status-428-add-condition", TRUE, "PUT /a", "HTTP/1.1 428 Precondition Required" },
  { "status-428-add-condition", FALSE, "PUT /a\nIf-Match: \"x\"",
    "HTTP/1.1 428 Precondition Required" },
  { "status-428-with-condition", TRUE, "PUT /a\nIf-Match: \"x\"",
    "HTTP/1.1 428 Precondition Required" },
  { "status-428-with-condition", FALSE, "PUT /a", "HTTP/1.1 428 Precondition Required" },
  { "status-300-preferred", TRUE, "GET /a", "HTTP/1.1 300 Multiple Choices\nLocation: /a.en" },
  { "status-300-preferred", FALSE, "GET /a", "HTTP/1.1 300 Multiple Choices", "list" },
  { "status-300-choose", TRUE, "GET /a", "HTTP/1.1 300 Multiple Choices", "list" },
  { "status-300-choose", TRUE, "GET /a",
    "HTTP/1.1 300 Multiple Choices\nLink: </b>;rel=alternate" },
  { "status-300-choose", FALSE, "GET /a", "HTTP/1.1 300 Multiple Choices\nLocation: /a.en",
    "list" },
  { "status-300-without-choices", TRUE, "GET /a",
    "HTTP/1.1 300 Multiple Choices\nContent-Length: 0" },
  { "status-300-without-choices", FALSE, "GET /a",
    "HTTP/1.1 300 Multiple Choices\nLocation: /a.en" },
};

static void
test_rows (void)
{
  rows_check (rows, G_N_ELEMENTS (rows));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/status-condition-notes/rows", test_rows);

  return g_test_run ();
}
