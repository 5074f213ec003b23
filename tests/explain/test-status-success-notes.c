/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/status-success-notes.c. */

#include "rows.h"

#include "exchange-private.h"

static void
with_extra_bytes (RtExchange *exchange)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("oops", 4);

  rt_exchange_set_extra_bytes (exchange, bytes);
  rt_exchange_take_fault (exchange, rt_fault_new (RT_FAULT_EXTRA_BYTES, "4 bytes"));
}

static const Row rows[] = {
  { "status-201-location", TRUE, "POST /a", "HTTP/1.1 201 Created\nLocation: /a/1" },
  { "status-201-location", FALSE, "POST /a", "HTTP/1.1 200 OK\nLocation: /a/1" },
  { "status-201-without-location", TRUE, "POST /a", "HTTP/1.1 201 Created" },
  { "status-201-without-location", FALSE, "PUT /a", "HTTP/1.1 201 Created" },
  { "status-201-without-location", FALSE, "POST /a", "HTTP/1.1 201 Created\nlocation: /x" },
  { "status-201-safe-method", TRUE, "GET /a", "HTTP/1.1 201 Created\nLocation: /a/1" },
  { "status-201-safe-method", FALSE, "POST /a", "HTTP/1.1 201 Created\nLocation: /a/1" },
  { "status-202-monitor", TRUE, "POST /a", "HTTP/1.1 202 Accepted\nOperation-Location: /jobs/1" },
  { "status-202-monitor", FALSE, "POST /a", "HTTP/1.1 202 Accepted" },
  { "status-202-without-monitor", TRUE, "POST /a", "HTTP/1.1 202 Accepted" },
  { "status-202-without-monitor", FALSE, "POST /a", "HTTP/1.1 202 Accepted\nLocation: /jobs/1" },
  { "status-203-via", TRUE, "GET /a", "HTTP/1.1 203 Non-Authoritative Information\nVia: 1.1 p" },
  { "status-203-via", FALSE, "GET /a", "HTTP/1.1 200 OK\nVia: 1.1 p" },
  { "status-203-without-via", TRUE, "GET /a", "HTTP/1.1 203 Non-Authoritative Information" },
  { "status-203-without-via", FALSE, "GET /a", "HTTP/1.1 203 X\nVia: 1.1 p" },
  { "status-204-content", TRUE, "PUT /a", "HTTP/1.1 204 No Content", NULL, with_extra_bytes },
  { "status-204-content", FALSE, "PUT /a", "HTTP/1.1 204 No Content" },
  { "fault-extra-bytes", FALSE, "PUT /a", "HTTP/1.1 204 No Content", NULL, with_extra_bytes },
  { "fault-extra-bytes", TRUE, "PUT /a", "HTTP/1.1 200 OK", NULL, with_extra_bytes },
  { "status-204-length", TRUE, "PUT /a", "HTTP/1.1 204 No Content\nContent-Length: 3" },
  { "status-204-length", TRUE, "PUT /a", "HTTP/1.1 204 No Content\nTransfer-Encoding: chunked" },
  { "status-204-length", FALSE, "PUT /a", "HTTP/1.1 204 No Content\nContent-Length: 0" },
  { "status-205-content", TRUE, "POST /a", "HTTP/1.1 205 Reset Content\nContent-Length: 2", "ab" },
  { "status-205-content", FALSE, "POST /a", "HTTP/1.1 205 Reset Content\nContent-Length: 0" },
  { "status-207-inside", TRUE, "PROPFIND /a",
    "HTTP/1.1 207 Multi-Status\nContent-Type: application/xml", "<a/>" },
  { "status-207-inside", FALSE, "PROPFIND /a",
    "HTTP/1.1 207 Multi-Status\nContent-Type: application/json", "[]" },
  { "status-207-without-xml", TRUE, "PROPFIND /a",
    "HTTP/1.1 207 Multi-Status\nContent-Type: application/json", "[]" },
  { "status-207-without-xml", FALSE, "PROPFIND /a",
    "HTTP/1.1 207 Multi-Status\nContent-Type: text/xml", "<a/>" },
  { "status-226-not-asked", TRUE, "GET /a", "HTTP/1.1 226 IM Used\nIM: diffe", "x" },
  { "status-226-not-asked", FALSE, "GET /a\nA-IM: diffe", "HTTP/1.1 226 IM Used\nIM: diffe", "x" },
  { "status-226-applied", TRUE, "GET /a\nA-IM: diffe", "HTTP/1.1 226 IM Used\nIM: diffe", "x" },
  { "status-226-applied", FALSE, "GET /a\nA-IM: diffe", "HTTP/1.1 200 OK", "x" },
  { "status-options-allow", TRUE, "OPTIONS /a", "HTTP/1.1 204 No Content\nAllow: GET, HEAD" },
  { "status-options-allow", FALSE, "GET /a", "HTTP/1.1 200 OK\nAllow: GET, HEAD" },
  { "status-head-content", TRUE, "HEAD /a", "HTTP/1.1 200 OK\nContent-Length: 4", NULL,
    with_extra_bytes },
  { "status-head-content", TRUE, "HEAD /a", "HTTP/1.1 404 Not Found\nContent-Length: 4", NULL,
    with_extra_bytes },
  { "status-head-content", FALSE, "HEAD /a", "HTTP/1.1 200 OK\nContent-Length: 4" },
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
  g_test_add_func ("/status-success-notes/rows", test_rows);

  return g_test_run ();
}
