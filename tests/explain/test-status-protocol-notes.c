/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/status-protocol-notes.c. */

#include "rows.h"

#include "exchange-private.h"

static void
with_reused (RtExchange *exchange)
{
  g_autoptr(RtConnection) connection = rt_connection_new ();

  connection->reused = TRUE;
  rt_exchange_set_connection (exchange, connection);
}

static const Row rows[] = {
  { "status-417-expect", TRUE, "PUT /a\nExpect: 100-continue", "HTTP/1.1 417 Expectation Failed" },
  { "status-417-expect", FALSE, "PUT /a", "HTTP/1.1 417 Expectation Failed" },
  { "status-417-without-expect", TRUE, "PUT /a", "HTTP/1.1 417 Expectation Failed" },
  { "status-417-without-expect", FALSE, "PUT /a\nExpect: x", "HTTP/1.1 417 Expectation Failed" },
  { "status-421-host", TRUE, "GET /a", "HTTP/1.1 421 Misdirected Request" },
  { "status-421-host", FALSE, "GET /a", "HTTP/1.1 421 Misdirected Request", NULL, with_reused },
  { "status-421-reused", TRUE, "GET /a", "HTTP/1.1 421 Misdirected Request", NULL, with_reused },
  { "status-421-reused", FALSE, "GET /a", "HTTP/1.1 421 Misdirected Request" },
  { "status-426-upgrade", TRUE, "GET /a", "HTTP/1.1 426 Upgrade Required\nUpgrade: TLS/1.2" },
  { "status-426-upgrade", FALSE, "GET /a", "HTTP/1.1 426 Upgrade Required" },
  { "status-426-without-upgrade", TRUE, "GET /a", "HTTP/1.1 426 Upgrade Required" },
  { "status-426-without-upgrade", FALSE, "GET /a",
    "HTTP/1.1 426 Upgrade Required\nUpgrade: websocket" },
  { "status-505-version", TRUE, "GET /a", "HTTP/1.0 505 HTTP Version Not Supported" },
  { "status-505-version", FALSE, "GET /a", "HTTP/1.0 500 Internal Server Error" },
  { "status-511-portal", TRUE, "GET /a",
    "HTTP/1.1 511 Network Authentication Required\nLocation: http://login/" },
  { "status-511-portal", FALSE, "GET /a", "HTTP/1.1 407 Proxy Authentication Required" },
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
  g_test_add_func ("/status-protocol-notes/rows", test_rows);

  return g_test_run ();
}
