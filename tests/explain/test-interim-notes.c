/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/interim-notes.c. */

#include "rows.h"

#include <string.h>

#include "exchange-private.h"

static void
add_interim (RtExchange *exchange,
             const char *text)
{
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));

  rt_exchange_take_interim_head (exchange, rt_head_parse (RT_HEAD_RESPONSE, bytes));
}

static void
with_100 (RtExchange *exchange)
{
  add_interim (exchange, "HTTP/1.1 100 Continue\r\n\r\n");
}

static void
with_102_and_150 (RtExchange *exchange)
{
  add_interim (exchange, "HTTP/1.1 102 Processing\r\n\r\n");
  add_interim (exchange, "HTTP/1.1 102 Processing\r\n\r\n");
  add_interim (exchange, "HTTP/1.1 150 Odd\r\nContent-Length: 3\r\n\r\n");
}

static void
with_103 (RtExchange *exchange)
{
  add_interim (exchange, "HTTP/1.1 103 Early Hints\r\n"
                         "Link: </a.css>; rel=preload; as=style, </b>;rel=preconnect\r\n\r\n");
}

static void
with_bare_103 (RtExchange *exchange)
{
  add_interim (exchange, "HTTP/1.1 103 Early Hints\r\nLink: nonsense\r\n\r\n");
}

static const Row rows[] = {
  { "interim-continue", TRUE, "PUT /a\nExpect: 100-Continue\nContent-Length: 3", "HTTP/1.1 200 OK",
    NULL, with_100 },
  { "interim-continue", FALSE, "PUT /a\nContent-Length: 3", "HTTP/1.1 200 OK", NULL, with_100 },
  { "interim-continue-not-asked", TRUE, "GET /a", "HTTP/1.1 200 OK", NULL, with_100 },
  { "interim-continue-not-asked", FALSE, "PUT /a\nExpect: 100-continue", "HTTP/1.1 200 OK", NULL,
    with_100 },
  { "interim-continue-missing", TRUE, "PUT /a\nExpect: 100-continue", "HTTP/1.1 201 Created" },
  { "interim-continue-missing", FALSE, "PUT /a\nExpect: 100-continue", "HTTP/1.1 200 OK", NULL,
    with_100 },
  { "interim-continue-missing", FALSE, "PUT /a\nExpect: 100-continue", "HTTP/1.1 413 No" },
  { "interim-processing", TRUE, "GET /a", "HTTP/1.1 200 OK", NULL, with_102_and_150 },
  { "interim-processing", FALSE, "GET /a", "HTTP/1.1 200 OK", NULL, with_100 },
  { "interim-other", TRUE, "GET /a", "HTTP/1.1 200 OK", NULL, with_102_and_150 },
  { "interim-other", FALSE, "GET /a", "HTTP/1.1 200 OK", NULL, with_103 },
  { "interim-with-length", TRUE, "GET /a", "HTTP/1.1 200 OK", NULL, with_102_and_150 },
  { "interim-with-length", FALSE, "GET /a", "HTTP/1.1 200 OK\nContent-Length: 0", NULL, with_103 },
  { "interim-hints", TRUE, "GET /a", "HTTP/1.1 200 OK", NULL, with_103 },
  { "interim-hints", FALSE, "GET /a", "HTTP/1.1 200 OK\nLink: </a>;rel=preload", NULL, NULL },
  { "interim-hints-without-link", TRUE, "GET /a", "HTTP/1.1 200 OK", NULL, with_bare_103 },
  { "interim-hints-without-link", FALSE, "GET /a", "HTTP/1.1 200 OK", NULL, with_103 },
  { "status-101-not-asked", TRUE, "GET /a", "HTTP/1.1 101 Switching Protocols\nUpgrade: x" },
  { "status-101-not-asked", FALSE, "GET /a\nUpgrade: x",
    "HTTP/1.1 101 Switching Protocols\nUpgrade: x" },
  { "status-101-without-upgrade", TRUE, "GET /a\nUpgrade: x", "HTTP/1.1 101 Switching Protocols" },
  { "status-101-without-upgrade", FALSE, "GET /a\nUpgrade: x",
    "HTTP/1.1 101 Switching Protocols\nUpgrade: x" },
  { "status-101-switched", TRUE, "GET /a\nUpgrade: x",
    "HTTP/1.1 101 Switching Protocols\nUpgrade: x" },
  { "status-101-switched", FALSE, "GET /a\nUpgrade: x", "HTTP/1.1 200 OK\nUpgrade: x" },
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
  g_test_add_func ("/interim-notes/rows", test_rows);

  return g_test_run ();
}
