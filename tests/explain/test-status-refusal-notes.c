/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/status-refusal-notes.c. */

#include "rows.h"

#include "exchange-private.h"

static void
with_bad_json (RtExchange *exchange)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("{\"a\": 1,}", 9);

  rt_exchange_set_request_content (exchange, bytes);
}

static void
with_good_json (RtExchange *exchange)
{
  g_autoptr(GBytes) bytes = g_bytes_new_static ("{\"a\": [1, {}]}", 14);

  rt_exchange_set_request_content (exchange, bytes);
}

#define JSON_POST "POST /a\nContent-Type: application/json\nContent-Length: 9"

static void
with_large_head (RtExchange *exchange)
{
  RtSizes sizes;

  rt_exchange_get_sizes (exchange, &sizes);
  sizes.request_head = 9000;
  rt_exchange_set_sizes (exchange, &sizes);
}

static const Row rows[] = {
  { "status-400", TRUE, "GET /a", "HTTP/1.1 400 Bad Request" },
  { "status-400", TRUE, JSON_POST, "HTTP/1.1 400 Bad Request", "no", with_good_json },
  { "status-400", FALSE, JSON_POST, "HTTP/1.1 400 Bad Request", NULL, with_bad_json },
  { "status-400-json", TRUE, JSON_POST, "HTTP/1.1 400 Bad Request", NULL, with_bad_json },
  { "status-400-json", FALSE, "POST /a\nContent-Type: text/plain", "HTTP/1.1 400 Bad Request", NULL,
    with_bad_json },
  { "status-400-json", FALSE, JSON_POST, "HTTP/1.1 400 Bad Request", NULL, with_good_json },
  { "status-400-host", TRUE, "GET /a\nHost: a\nHost: b", "HTTP/1.1 400 Bad Request" },
  { "status-400-host", FALSE, "GET /a", "HTTP/1.1 400 Bad Request" },
  { "status-400-large-head", TRUE, "GET /a", "HTTP/1.1 400 Bad Request", NULL, with_large_head },
  { "status-400-large-head", FALSE, "GET /a", "HTTP/1.1 400 Bad Request" },
  { "status-402", TRUE, "GET /a", "HTTP/1.1 402 Payment Required" },
  { "status-402", FALSE, "GET /a", "HTTP/1.1 403 Forbidden" },
  { "status-403", TRUE, "GET /a", "HTTP/1.1 403 Forbidden" },
  { "status-403", FALSE, "GET /a", "HTTP/1.1 404 Not Found" },
  { "status-404", TRUE, "GET /a", "HTTP/1.1 404 Not Found" },
  { "status-404", TRUE, "GET /a//b{id}%20/).?x=//", "HTTP/1.1 404 Not Found", "x" },
  { "status-404", FALSE, "GET /a", "HTTP/1.1 410 Gone" },
  { "status-409", TRUE, "PUT /a", "HTTP/1.1 409 Conflict" },
  { "status-409", FALSE, "PUT /a", "HTTP/1.1 412 Precondition Failed" },
  { "status-410", TRUE, "GET /a", "HTTP/1.1 410 Gone" },
  { "status-410", FALSE, "GET /a", "HTTP/1.1 404 Not Found" },
  { "status-422", TRUE, "POST /a\nContent-Length: 9", "HTTP/1.1 422 Unprocessable Content" },
  { "status-422", FALSE, "POST /a", "HTTP/1.1 422 Unprocessable Content" },
  { "status-422-without-content", TRUE, "POST /a", "HTTP/1.1 422 Unprocessable Content" },
  { "status-422-without-content", FALSE, "POST /a\nContent-Length: 9",
    "HTTP/1.1 422 Unprocessable Content" },
  { "status-422-json", TRUE, JSON_POST, "HTTP/1.1 422 Unprocessable Content", NULL, with_bad_json },
  { "status-422-json", FALSE, JSON_POST, "HTTP/1.1 422 Unprocessable Content", NULL,
    with_good_json },
  { "status-423-with-token", TRUE, "PUT /a\nIf: (<urn:x>)", "HTTP/1.1 423 Locked" },
  { "status-423-with-token", FALSE, "PUT /a", "HTTP/1.1 423 Locked" },
  { "status-423-without-token", TRUE, "PUT /a", "HTTP/1.1 423 Locked" },
  { "status-423-without-token", FALSE, "PUT /a\nIf: (<urn:x>)", "HTTP/1.1 423 Locked" },
  { "status-424", TRUE, "PROPPATCH /a", "HTTP/1.1 424 Failed Dependency" },
  { "status-424", FALSE, "PROPPATCH /a", "HTTP/1.1 423 Locked" },
  { "status-451-blocked-by", TRUE, "GET /a",
    "HTTP/1.1 451 Unavailable For Legal Reasons\nLink: <https://isp.example/>; rel=\"blocked-by\"" },
  { "status-451-blocked-by", FALSE, "GET /a",
    "HTTP/1.1 451 Unavailable For Legal Reasons\nLink: <https://isp.example/>; rel=help" },
  { "status-451-without-link", TRUE, "GET /a", "HTTP/1.1 451 Unavailable For Legal Reasons" },
  { "status-451-without-link", FALSE, "GET /a",
    "HTTP/1.1 451 X\nLink: <https://isp.example/>; rel=blocked-by" },
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
  g_test_add_func ("/status-refusal-notes/rows", test_rows);

  return g_test_run ();
}
