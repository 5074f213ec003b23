/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of guarding-notes.c: each row says exactly which notes an exchange gets. */

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
    "HTTP/1.1 200 OK\nX-Frame-Options: deny\nReferrer-Policy: no-referrer\n"
    "Cross-Origin-Opener-Policy: same-origin\nCross-Origin-Embedder-Policy: require-corp\n"
    "Cross-Origin-Resource-Policy: same-site\n",
    "security-guarded" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nX-Frame-Options: SAMEORIGIN\n",
    "security-guarded" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nCross-Origin-Opener-Policy: unsafe-none; report-to=\"x\"\n"
    "Reporting-Endpoints: x=\"https://a.example/\"\n",
    "security-left-open" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nCross-Origin-Embedder-Policy: unsafe-none\n",
    "security-left-open" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nCross-Origin-Resource-Policy: cross-origin\nX-Frame-Options: DENY\n",
    "security-guarded security-left-open" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nReferrer-Policy: origin, unsafe-url-2\n",
    "security-guarded" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nReferrer-Policy: no-referrer-when-downgrade\n",
    "security-left-open" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nX-Frame-Options: maybe\n",
    "security-frame-options" },
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
  g_test_add_func ("/guarding-notes/rows", test_rows);

  return g_test_run ();
}
