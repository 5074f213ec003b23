/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of retirement-notes.c: each row says exactly which notes an exchange gets. */

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
    "HTTP/1.1 200 OK\nDeprecation: @1767225600\n",
    "retirement-deprecated" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nDeprecation: @1798761600\nLink: </doc>; rel=\"deprecation\"\n",
    "retirement-later" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nDeprecation: true\n",
    "retirement-deprecated" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nDeprecation: ?1\n",
    "retirement-deprecated" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nDeprecation: ?0\n",
    "retirement-unreadable" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nDeprecation: Thu, 01 Jan 2026 00:00:00 GMT\n",
    "retirement-deprecated" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nDeprecation: soon\n",
    "retirement-unreadable" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSunset: Thu, 01 Jan 2026 00:00:00 GMT\n",
    "retirement-sunset-past" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSunset: Fri, 01 Jan 2027 00:00:00 GMT\n",
    "retirement-sunset" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSunset: one day\n",
    "" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    cases_assert_ids (rows[i].url, rows[i].request, rows[i].response, "retirement-", rows[i].ids);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/retirement-notes/rows", test_rows);

  return g_test_run ();
}
