/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of server-timing-notes.c: each row says exactly which notes an exchange gets. */

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
    "HTTP/1.1 200 OK\nServer-Timing: \n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nServer-Timing: db;dur=53.2;desc=\"The store\", cache;desc=hit, miss\n",
    "server-timing" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nServer-Timing: db;dur=53ms, app;dur=\n",
    "server-timing-number server-timing" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    cases_assert_ids (rows[i].url, rows[i].request, rows[i].response, "server-timing", rows[i].ids);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/server-timing-notes/rows", test_rows);

  return g_test_run ();
}
