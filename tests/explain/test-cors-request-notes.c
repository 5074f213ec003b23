/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of cors-request-notes.c: each row says exactly which notes an exchange gets. */

#include "cases.h"

static const struct
{
  const char *url;
  const char *request; /* NULL for a plain GET */
  const char *response;
  const char *ids;
} rows[] = {
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nServer: x\n",
    "" },
  { "https://example.org/", 
    "GET / HTTP/1.1\nHost: example.org\nOrigin: https://a.example:8443\n",
    "HTTP/1.1 200 OK\nServer: x\n",
    "" },
  { "https://example.org/", 
    "GET / HTTP/1.1\nHost: example.org\nOrigin: null\n",
    "HTTP/1.1 200 OK\nServer: x\n",
    "" },
  { "https://example.org/", 
    "GET / HTTP/1.1\nHost: example.org\nOrigin: https://a.example/\n",
    "HTTP/1.1 200 OK\nServer: x\n",
    "cors-request-origin-malformed" },
  { "https://example.org/", 
    "GET / HTTP/1.1\nHost: example.org\nOrigin: a.example\n",
    "HTTP/1.1 200 OK\nServer: x\n",
    "cors-request-origin-malformed" },
  { "https://example.org/", 
    "GET / HTTP/1.1\nHost: example.org\nOrigin: https://a.example https://b.example\n",
    "HTTP/1.1 200 OK\nServer: x\n",
    "cors-request-origins" },
  { "https://example.org/", 
    "OPTIONS / HTTP/1.1\nHost: example.org\nOrigin: https://a.example\n"
    "Access-Control-Request-Method: PUT\n",
    "HTTP/1.1 200 OK\nServer: x\n",
    "" },
  { "https://example.org/", 
    "GET / HTTP/1.1\nHost: example.org\nOrigin: https://a.example\n"
    "Access-Control-Request-Method: PUT\n",
    "HTTP/1.1 200 OK\nServer: x\n",
    "cors-request-not-options" },
  { "https://example.org/", 
    "OPTIONS / HTTP/1.1\nHost: example.org\nOrigin: https://a.example\n"
    "Access-Control-Request-Headers: x-a\n",
    "HTTP/1.1 200 OK\nServer: x\n",
    "cors-request-without-method" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    cases_assert_ids (rows[i].url, rows[i].request, rows[i].response, "cors-request-", rows[i].ids);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cors-request-notes/rows", test_rows);

  return g_test_run ();
}
