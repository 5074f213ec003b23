/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of cors-notes.c: each row says exactly which notes a head gets. */

#include "cases.h"

static const struct
{
  const char *url;
  const char *request; /* NULL for a plain GET */
  const char *response;
  const char *ids;
} rows[] = {
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\n",
    "cors-open" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://a.example\n",
    "cors-open" },
  { "https://example.org/", "GET / HTTP/1.1\nOrigin: https://a.example\n",
    "HTTP/1.1 200 OK\n",
    "cors-not-let-in" },
  { "https://example.org/", "GET / HTTP/1.1\nOrigin: https://a.example\n",
    "HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\n",
    "cors-let-in" },
  { "https://example.org/", "GET / HTTP/1.1\nOrigin: https://a.example\n",
    "HTTP/1.1 200 OK\nVary: Origin\nAccess-Control-Allow-Origin: https://a.example\n"
    "Access-Control-Allow-Credentials: true\n",
    "cors-let-in" },
  { "https://example.org/", "GET / HTTP/1.1\nOrigin: https://a.example\n",
    "HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://a.example\n",
    "cors-let-in cors-vary-missing" },
  { "https://example.org/", "GET / HTTP/1.1\nOrigin: https://a.example\n",
    "HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://a.example\nCache-Control: no-store\n",
    "cors-let-in" },
  { "https://example.org/", "GET / HTTP/1.1\nOrigin: https://a.example\n",
    "HTTP/1.1 200 OK\nVary: Origin\nAccess-Control-Allow-Origin: https://b.example\n",
    "cors-other-origin" },
  { "https://example.org/", "GET / HTTP/1.1\nOrigin: https://a.example\n",
    "HTTP/1.1 200 OK\nVary: Origin\nAccess-Control-Allow-Origin: https://A.example\n",
    "cors-other-origin" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: null\n",
    "cors-open cors-null" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://a.example/\n",
    "cors-origin-with-path" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: a.example\n",
    "cors-no-origin" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://a.example, https://b.example\n",
    "cors-several-origins" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\nAccess-Control-Allow-Credentials: true\n",
    "cors-open cors-star-with-credentials" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: https://a.example\n"
    "Access-Control-Allow-Credentials: TRUE\n",
    "cors-open cors-credentials-not-true" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nAccess-Control-Allow-Methods: PUT\n",
    "cors-methods-alone" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\nAccess-Control-Max-Age: 600\n",
    "cors-open" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nAccess-Control-Allow-Origin: *\nAccess-Control-Max-Age: 10 min\n",
    "cors-open cors-max-age" },
  { "https://example.org/", "OPTIONS / HTTP/1.1\nOrigin: https://a.example\n"
                            "Access-Control-Request-Method: PUT\n"
                            "Access-Control-Request-Headers: content-type, x-a\n",
    "HTTP/1.1 204 No Content\nAccess-Control-Allow-Origin: *\n"
    "Access-Control-Allow-Methods: PUT, DELETE\nAccess-Control-Allow-Headers: Content-Type, X-A\n",
    "cors-preflight-passes" },
  { "https://example.org/", "OPTIONS / HTTP/1.1\nOrigin: https://a.example\n"
                            "Access-Control-Request-Method: PUT\n"
                            "Access-Control-Request-Headers: content-type, x-a\n",
    "HTTP/1.1 204 No Content\nAccess-Control-Allow-Origin: *\nAccess-Control-Allow-Methods: *\n"
    "Access-Control-Allow-Headers: *\n",
    "cors-preflight-passes" },
  { "https://example.org/", "OPTIONS / HTTP/1.1\nOrigin: https://a.example\n"
                            "Access-Control-Request-Method: PUT\n"
                            "Access-Control-Request-Headers: content-type, x-a\n",
    "HTTP/1.1 204 No Content\nAccess-Control-Allow-Origin: *\nAccess-Control-Allow-Methods: put\n"
    "Access-Control-Allow-Headers: *\n",
    "cors-preflight-refused" },
  { "https://example.org/", "OPTIONS / HTTP/1.1\nOrigin: https://a.example\n"
                            "Access-Control-Request-Method: PUT\n"
                            "Access-Control-Request-Headers: content-type, x-a\n",
    "HTTP/1.1 204 No Content\nAccess-Control-Allow-Origin: *\nAccess-Control-Allow-Methods: PUT\n"
    "Access-Control-Allow-Headers: content-type\n",
    "cors-preflight-refused" },
  { "https://example.org/", "OPTIONS / HTTP/1.1\nOrigin: https://a.example\n"
                            "Access-Control-Request-Method: PUT\n"
                            "Access-Control-Request-Headers: content-type, x-a\n",
    "HTTP/1.1 204 No Content\nAccess-Control-Allow-Methods: PUT\n",
    "cors-preflight-refused cors-methods-alone" },
  { "https://example.org/", "OPTIONS / HTTP/1.1\nOrigin: https://a.example\n"
                            "Access-Control-Request-Method: PUT\n"
                            "Access-Control-Request-Headers: content-type, x-a\n",
    "HTTP/1.1 405 No\nAccess-Control-Allow-Origin: *\nAccess-Control-Allow-Methods: *\n"
    "Access-Control-Allow-Headers: *\n",
    "cors-preflight-refused" },
  { "https://example.org/", "OPTIONS / HTTP/1.1\nOrigin: https://a.example\n"
                            "Access-Control-Request-Method: PUT\n"
                            "Access-Control-Request-Headers: authorization\n",
    "HTTP/1.1 204 No Content\nAccess-Control-Allow-Origin: *\nAccess-Control-Allow-Methods: *\n"
    "Access-Control-Allow-Headers: *\n",
    "cors-preflight-refused" },
  { "https://example.org/", "OPTIONS / HTTP/1.1\nOrigin: https://a.example\n"
                            "Access-Control-Request-Method: PUT\n"
                            "Access-Control-Request-Headers: authorization\n",
    "HTTP/1.1 204 No Content\nAccess-Control-Allow-Origin: *\nAccess-Control-Allow-Methods: *\n"
    "Access-Control-Allow-Headers: *, Authorization\n",
    "cors-preflight-passes" },
  { "https://example.org/", "OPTIONS / HTTP/1.1\nAccess-Control-Request-Method: PUT\n",
    "HTTP/1.1 204 No Content\n",
    "cors-preflight-without-origin" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    cases_assert_ids (rows[i].url, rows[i].request, rows[i].response, "cors-", rows[i].ids);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cors-notes/rows", test_rows);

  return g_test_run ();
}
