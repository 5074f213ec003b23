/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/status-method-notes.c. */

#include "rows.h"

static const Row rows[] = {
  { "status-405-allow", TRUE, "POST /a", "HTTP/1.1 405 Method Not Allowed\nAllow: GET, HEAD" },
  { "status-405-allow", TRUE, "AVERYLONGMETHODNAME-THAT-NOBODY-HAS-EVER-SEEN /a",
    "HTTP/1.1 405 Method Not Allowed\nAllow: GET\nAllow: HEAD,PUT,POST,DELETE,PATCH,OPTIONS,TRACE" },
  { "status-405-allow", FALSE, "POST /a", "HTTP/1.1 405 Method Not Allowed" },
  { "status-405-allow-empty", TRUE, "POST /a", "HTTP/1.1 405 Method Not Allowed\nAllow:" },
  { "status-405-allow-empty", FALSE, "POST /a", "HTTP/1.1 405 Method Not Allowed\nAllow: GET" },
  { "status-405-without-allow", TRUE, "POST /a", "HTTP/1.1 405 Method Not Allowed" },
  { "status-405-without-allow", FALSE, "POST /a", "HTTP/1.1 404 Not Found" },
  { "status-405-contradicts", TRUE, "POST /a", "HTTP/1.1 405 Method Not Allowed\nAllow: GET,POST" },
  { "status-405-contradicts", FALSE, "post /a",
    "HTTP/1.1 405 Method Not Allowed\nAllow: GET,POST" },
  { "status-501-general-method", TRUE, "GET /a", "HTTP/1.1 501 Not Implemented" },
  { "status-501-general-method", FALSE, "PURGE /a", "HTTP/1.1 501 Not Implemented" },
  { "status-501-method", TRUE, "PURGE /a", "HTTP/1.1 501 Not Implemented" },
  { "status-501-method", FALSE, "HEAD /a", "HTTP/1.1 501 Not Implemented" },
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
  g_test_add_func ("/status-method-notes/rows", test_rows);

  return g_test_run ();
}
