/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of security-notes.c: each row says exactly which notes a head gets. */

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
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nStrict-Transport-Security: max-age=31536000; includeSubDomains\n",
    "security-hsts" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nStrict-Transport-Security: max-age=\"31536000\"\n",
    "security-hsts" },
  { "http://example.org/", NULL,
    "HTTP/1.1 200 OK\nStrict-Transport-Security: max-age=31536000\n",
    "security-hsts-over-http" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nStrict-Transport-Security: includeSubDomains\n",
    "security-hsts-no-age" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nStrict-Transport-Security: max-age=a year\n",
    "security-hsts-bad-age" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nStrict-Transport-Security: max-age=0\n",
    "security-hsts-off" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nStrict-Transport-Security: max-age=3600\n",
    "security-hsts-short" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nStrict-Transport-Security: max-age=31536000; preload\n",
    "security-hsts-preload" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nStrict-Transport-Security: max-age=63072000; includeSubDomains; preload\n",
    "security-hsts" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nX-Frame-Options: sameorigin\n",
    "security-guarded" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nX-Frame-Options: ALLOW-FROM https://a.example\n",
    "security-frame-options" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nCross-Origin-Opener-Policy: same-origin; report-to=\"x\"\n",
    "security-guarded" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nCross-Origin-Opener-Policy: same\n",
    "security-opener-policy" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nCross-Origin-Embedder-Policy: require-corp\n",
    "security-guarded" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nCross-Origin-Embedder-Policy: yes\n",
    "security-embedder-policy" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nCross-Origin-Resource-Policy: cross-origin\n",
    "security-left-open" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nCross-Origin-Resource-Policy: *\n",
    "security-resource-policy" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nReferrer-Policy: no-referrer, strict-origin-when-cross-origin\n",
    "security-guarded" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nReferrer-Policy: never\n",
    "security-referrer-policy" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nReferrer-Policy: unsafe-url\n",
    "security-referrer-unsafe" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nPermissions-Policy: camera=(), geolocation=(self \"https://a.example\")\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nPermissions-Policy: camera 'none'; microphone 'none'\n",
    "security-permissions-policy" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nClear-Site-Data: \"cookies\", \"storage\"\n",
    "security-clear" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nClear-Site-Data: cookies\n",
    "security-clear-unquoted" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nX-XSS-Protection: 1; mode=block\nExpect-CT: max-age=0\n",
    "security-given-up security-given-up" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nStrict-Transport-Security: max-age=31536000; max-age=0\n",
    "security-hsts security-hsts-repeated" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nStrict-Transport-Security: max-age=31536000; includeSubDomains=1\n",
    "security-hsts security-hsts-value" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nStrict-Transport-Security: max-age=31536000;\n",
    "security-hsts" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nClear-Site-Data: \n",
    "security-clear-empty" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nClear-Site-Data: \"cookies\", \"biscuits\"\n",
    "security-clear-unknown" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nReferrer-Policy: \n",
    "security-referrer-policy" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nReferrer-Policy: no-referrer, unsafe-url\n",
    "security-referrer-unsafe" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    cases_assert_ids (rows[i].url, rows[i].request, rows[i].response, "security-", rows[i].ids);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/security-notes/rows", test_rows);

  return g_test_run ();
}
