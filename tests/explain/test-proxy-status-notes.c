/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of proxy-status-notes.c: each row says exactly which notes an exchange gets. */

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
    "HTTP/1.1 200 OK\nProxy-Status: a.example; next-hop=b.example; received-status=200\n",
    "answered-proxy-handled" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nProxy-Status: \"a b\"\n",
    "answered-proxy-handled" },
  { "https://example.org/", NULL,
    "HTTP/1.1 504 No\nProxy-Status: a; error=connection_timeout; details=\"no\"\n",
    "answered-proxy-status" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nProxy-Status: a; colour=red\n",
    "answered-proxy-parameter answered-proxy-handled" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nProxy-Status: a; received-status=\"200\"\n",
    "answered-proxy-parameter answered-proxy-handled" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nProxy-Status: 1\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nProxy-Status: ;\n",
    "" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    cases_assert_ids (rows[i].url, rows[i].request, rows[i].response, "answered-", rows[i].ids);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/proxy-status-notes/rows", test_rows);

  return g_test_run ();
}
