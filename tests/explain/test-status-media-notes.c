/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/status-media-notes.c. */

#include "rows.h"

static const Row rows[] = {
  { "status-406-without-accept", TRUE, "GET /a", "HTTP/1.1 406 Not Acceptable" },
  { "status-406-without-accept", FALSE, "GET /a\nAccept-Language: de",
    "HTTP/1.1 406 Not Acceptable" },
  { "status-406-choose", TRUE, "GET /a\nAccept: image/x", "HTTP/1.1 406 Not Acceptable", "list" },
  { "status-406-choose", FALSE, "GET /a\nAccept: image/x", "HTTP/1.1 406 Not Acceptable" },
  { "status-406-without-list", TRUE, "GET /a\nAccept: image/x", "HTTP/1.1 406 Not Acceptable" },
  { "status-406-without-list", FALSE, "GET /a\nAccept: image/x", "HTTP/1.1 406 Not Acceptable",
    "list" },
  { "status-415-offer", TRUE, "POST /a\nContent-Type: text/x",
    "HTTP/1.1 415 Unsupported Media Type\nAccept-Post: application/json" },
  { "status-415-offer", TRUE, "PATCH /a\nContent-Type: text/x",
    "HTTP/1.1 415 Unsupported Media Type\nAccept-Patch: application/merge-patch+json" },
  { "status-415-offer", TRUE, "PUT /a\nContent-Type: text/x",
    "HTTP/1.1 415 Unsupported Media Type\nAccept: application/json" },
  { "status-415-offer", FALSE, "PUT /a\nContent-Type: text/x",
    "HTTP/1.1 415 Unsupported Media Type\nAccept-Post: application/json" },
  { "status-415-contradicts", TRUE, "POST /a\nContent-Type: application/json;charset=utf-8",
    "HTTP/1.1 415 Unsupported Media Type\nAccept: text/xml, application/JSON" },
  { "status-415-contradicts", FALSE, "POST /a\nContent-Type: text/x",
    "HTTP/1.1 415 Unsupported Media Type\nAccept: text/xml" },
  { "status-415-coding", TRUE, "POST /a\nContent-Type: text/x\nContent-Encoding: br",
    "HTTP/1.1 415 Unsupported Media Type\nAccept-Encoding: gzip" },
  { "status-415-coding", FALSE, "POST /a\nContent-Type: text/x",
    "HTTP/1.1 415 Unsupported Media Type\nAccept-Encoding: gzip" },
  { "status-415-without-content", TRUE, "POST /a", "HTTP/1.1 415 Unsupported Media Type" },
  { "status-415-without-content", FALSE, "POST /a\nContent-Length: 4",
    "HTTP/1.1 415 Unsupported Media Type" },
  { "status-415-without-type", TRUE, "POST /a\nContent-Length: 4",
    "HTTP/1.1 415 Unsupported Media Type" },
  { "status-415-without-type", FALSE, "POST /a\nContent-Length: 4\nContent-Type: a/b",
    "HTTP/1.1 415 Unsupported Media Type" },
  { "status-415-without-offer", TRUE, "POST /a\nContent-Type: text/x",
    "HTTP/1.1 415 Unsupported Media Type" },
  { "status-415-without-offer", FALSE, "POST /a\nContent-Type: text/x",
    "HTTP/1.1 415 Unsupported Media Type\nAccept: text/xml" },
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
  g_test_add_func ("/status-media-notes/rows", test_rows);

  return g_test_run ();
}
