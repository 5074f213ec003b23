/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/answered-notes.c. */

#include "rows.h"

static const Row rows[] = {
  { "answered-in-the-middle", TRUE, "GET /a",
    "HTTP/1.1 522 Connection Timed Out\nServer: cloudflare\nCF-Ray: 8a-FRA" },
  { "answered-in-the-middle", TRUE, "GET /a",
    "HTTP/1.1 502 Bad Gateway\nX-Cache: Error from cloudfront" },
  { "answered-in-the-middle", TRUE, "GET /a",
    "HTTP/1.1 503 Service Unavailable\nServer: awselb/2.0" },
  { "answered-in-the-middle", TRUE, "GET /a",
    "HTTP/1.1 503 Service Unavailable\nServer: squid/5.7\nX-Squid-Error: ERR_DNS_FAIL 0" },
  { "answered-in-the-middle", FALSE, "GET /a",
    "HTTP/1.1 404 Not Found\nServer: cloudflare\nCF-Ray: 8a-FRA" },
  { "answered-in-the-middle", FALSE, "GET /a",
    "HTTP/1.1 500 Internal Server Error\nServer: nginx" },
  { "answered-in-the-middle", FALSE, "GET /a", "HTTP/1.1 200 OK\nServer: Varnish" },
  { "answered-proxy-status", TRUE, "GET /a",
    "HTTP/1.1 502 Bad Gateway\nProxy-Status: p.example; error=dns_timeout" },
  { "answered-proxy-status", FALSE, "GET /a",
    "HTTP/1.1 502 Bad Gateway\nProxy-Status: p.example; next-hop=a" },
  { "answered-by-cache", TRUE, "GET /a", "HTTP/1.1 200 OK\nAge: 25" },
  { "answered-by-cache", TRUE, "GET /a", "HTTP/1.1 200 OK\nX-Cache: MISS, HIT" },
  { "answered-by-cache", TRUE, "GET /a", "HTTP/1.1 200 OK\nCF-Cache-Status: HIT" },
  { "answered-by-cache", TRUE, "GET /a", "HTTP/1.1 200 OK\nAge: 100, 200" },
  { "answered-by-cache", FALSE, "GET /a", "HTTP/1.1 200 OK\nAge: 5 minutes" },
  { "answered-by-cache", FALSE, "GET /a", "HTTP/1.1 200 OK\nX-Cache: HIT, MISS\nAge: 0" },
  { "answered-by-way-of", TRUE, "GET /a", "HTTP/1.1 200 OK\nVia: 1.1 varnish" },
  { "answered-by-way-of", TRUE, "GET /a", "HTTP/1.1 200 OK\nCF-Ray: 8a-FRA" },
  { "answered-by-way-of", TRUE, "GET /a",
    "HTTP/1.1 200 OK\nX-Served-By: cache-fra-1\nVia: 1.1 x\nX-Amz-Cf-Id: x\nX-Varnish: 1\n"
    "Fly-Request-Id: 2\nX-Vercel-Id: 3\nX-Akamai-Request-ID: 4\nX-NF-Request-ID: 5" },
  { "answered-by-way-of", FALSE, "GET /a", "HTTP/1.1 200 OK\nServer: nginx\nX-Served-By: web1" },
  { "answered-by-gateway", TRUE, "GET /a", "HTTP/1.1 502 Bad Gateway\nServer: nginx" },
  { "answered-by-gateway", FALSE, "GET /a", "HTTP/1.1 500 Internal Server Error\nServer: nginx" },
  { "answered-by-gateway", FALSE, "GET /a", "HTTP/1.1 502 Bad Gateway\nServer: awselb/2.0" },
  { "answered-by-unknown", TRUE, "GET /a", "HTTP/1.1 504 Gateway Timeout" },
  { "answered-by-unknown", FALSE, "GET /a", "HTTP/1.1 504 Gateway Timeout\nVia: 1.1 p" },
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
  g_test_add_func ("/answered-notes/rows", test_rows);

  return g_test_run ();
}
