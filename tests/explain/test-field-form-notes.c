/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of field-form-notes.c: each row says exactly which notes an exchange gets. */

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
    "HTTP/1.1 200 OK\nAllow: GET, HEAD\nAccept-Ranges: bytes\nConnection: keep-alive\n"
    "Access-Control-Allow-Headers: *\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nAllow: \n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nAllow: GET HEAD\n",
    "field-unreadable" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nAccess-Control-Expose-Headers: \"x-a\"\n",
    "field-unreadable" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nPriority: u=3, i\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nPriority: u=\n",
    "field-unreadable" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nPriority: u=high\n",
    "field-unreadable" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nPriority: u=3, u=4\n",
    "field-key-repeated" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nOrigin-Agent-Cluster: ?1\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nOrigin-Agent-Cluster: 1\n",
    "field-unreadable" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSpeculation-Rules: \"/rules.json\"\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSpeculation-Rules: /rules.json\n",
    "field-unreadable" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nUse-As-Dictionary: match=\"/a*\", match-dest=(\"script\"), id=\"1\"\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nUse-As-Dictionary: match=/a\n",
    "field-unreadable" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nUse-As-Dictionary: match=\"/a*\", match-dest=\"script\"\n",
    "field-unreadable" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSignature: sig=:AAAA:\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSignature: sig=\"AAAA\"\n",
    "field-unreadable" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nX-Name: Jörg\n",
    "field-not-ascii" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    cases_assert_ids (rows[i].url, rows[i].request, rows[i].response, "field-", rows[i].ids);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field-form-notes/rows", test_rows);

  return g_test_run ();
}
