/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of csp-notes.c: each row says exactly which notes a head gets. */

#include "cases.h"

static const struct
{
  const char *url;
  const char *request; /* NULL for a plain GET */
  const char *response;
  const char *ids;
} rows[] = {
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\n"
    "Content-Security-Policy: script-src 'nonce-abc' 'strict-dynamic' https: 'unsafe-inline'\n",
    "csp-scripts" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Security-Policy: script-src 'strict-dynamic' 'unsafe-eval'\n",
    "csp-strict-alone csp-unsafe-eval" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Security-Policy: default-src 'self' 'strict-dynamic' https:\n",
    "csp-strict-alone" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Security-Policy: script-src 'strict-dynamic' 'SHA256-abc='\n",
    "csp-scripts" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Security-Policy: default-src self\n",
    "csp-unquoted" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\n"
    "Content-Security-Policy: img-src 'self'; object-src NONE; frame-ancestors none\n",
    "csp-unquoted" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Security-Policy: script-src-elem unsafe-inline\n",
    "csp-unquoted" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Security-Policy: script-src nonce-abc\n",
    "csp-unquoted" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Security-Policy: script-src self.example nonce.example; "
    "report-to self; trusted-types none; sandbox\nReporting-Endpoints: self=\"/r\"\n",
    "csp-scripts" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Security-Policy: default-src 'self'; script-src 'self' cdn.example\n",
    "csp-scripts" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Security-Policy: default-src 'none'\n",
    "csp-scripts" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Security-Policy: img-src 'self'\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Security-Policy: \n",
    "csp-empty" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Security-Policy: defualt-src 'self'\n",
    "csp-unknown" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Security-Policy: script-src 'self'; SCRIPT-SRC *\n",
    "csp-repeated" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Security-Policy: script-src https:\n",
    "csp-any-script" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Security-Policy: default-src *\n",
    "csp-any-script" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Security-Policy: script-src 'self' 'unsafe-inline'\n",
    "csp-unsafe-inline" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Security-Policy: script-src 'nonce-abc' 'unsafe-inline'\n",
    "csp-scripts" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Security-Policy: script-src 'self' 'unsafe-eval'\n",
    "csp-unsafe-eval" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Security-Policy: default-src 'self'; report-to main\n",
    "csp-report-to-nowhere" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nReporting-Endpoints: main=\"/r\"\n"
    "Content-Security-Policy: default-src 'self'; report-to main\n",
    "csp-scripts" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Security-Policy: default-src 'self'\n"
    "Content-Security-Policy: img-src *; nonsense\n",
    "csp-scripts csp-unknown" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Security-Policy: default-src 'self'; img-src http://a.example\n",
    "csp-clear" },
  { "http://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Security-Policy: default-src 'self'; img-src http://a.example\n",
    "csp-scripts" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Security-Policy: default-src 'self'; report-uri /r\n",
    "csp-report-uri" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\n"
    "Content-Security-Policy: default-src 'self'; report-uri http://a.example/; report-to e\n"
    "Reporting-Endpoints: e=\"https://a.example\"\n",
    "csp-scripts" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Security-Policy: default-src 'self'; report-to f\n"
    "Reporting-Endpoints: e=\"https://a.example\"\n",
    "csp-report-to-nowhere" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    cases_assert_ids (rows[i].url, rows[i].request, rows[i].response, "csp-", rows[i].ids);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/csp-notes/rows", test_rows);

  return g_test_run ();
}
