/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/status-server-notes.c. */

#include "rows.h"

static const Row rows[] = {
  { "status-500", TRUE, "GET /a", "HTTP/1.1 500 Internal Server Error" },
  { "status-500", TRUE, "POST /a", "HTTP/1.1 500 Internal Server Error", "Traceback" },
  { "status-500", FALSE, "GET /a", "HTTP/1.1 502 Bad Gateway" },
  { "status-502-gateway", TRUE, "GET /a", "HTTP/1.1 502 Bad Gateway" },
  { "status-502-gateway", FALSE, "GET /a", "HTTP/1.1 504 Gateway Timeout" },
  { "status-504-gateway", TRUE, "POST /a", "HTTP/1.1 504 Gateway Timeout" },
  { "status-504-gateway", FALSE, "POST /a", "HTTP/1.1 502 Bad Gateway" },
  { "status-506", TRUE, "GET /a", "HTTP/1.1 506 Variant Also Negotiates" },
  { "status-506", FALSE, "GET /a", "HTTP/1.1 508 Loop Detected" },
  { "status-508", TRUE, "GET /a", "HTTP/1.1 508 Loop Detected" },
  { "status-508", FALSE, "GET /a", "HTTP/1.1 506 Variant Also Negotiates" },
  { "status-510", TRUE, "GET /a", "HTTP/1.1 510 Not Extended" },
  { "status-510", FALSE, "GET /a", "HTTP/1.1 511 Network Authentication Required" },
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
  g_test_add_func ("/status-server-notes/rows", test_rows);

  return g_test_run ();
}
