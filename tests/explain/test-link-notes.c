/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of link-notes.c: each row says exactly which notes a head gets. */

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
    "HTTP/1.1 200 OK\nLink: </s.css>; rel=stylesheet\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nLink: </?page=2>; rel=\"next\", </?page=9>; rel=\"last\"\n",
    "link-pages" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nLink: </?page=1>; rel=\"prev\"\n",
    "link-pages" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nLink: </a>; rel=preload; as=script\n",
    "link-hints" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nLink: </a>; rel=preload\n",
    "link-preload-without-as" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nLink: </a>; title=x\n",
    "link-without-rel" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nLink: </a>; rev=made\n",
    "link-rev" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nLink: /a; rel=next\n",
    "link-unreadable" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nLink: <//a.example>; rel=preconnect, </b>; rel=\"x dns-prefetch\"\n",
    "link-hints" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nLink: <data:,a>; rel=preload; as=style\n",
    "link-hint-target" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nLink: </a>; rel=author; type=\"text/html\"; anchor=\"#top\"\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nLink: </a>; rel=author; type=html\n",
    "link-type" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nLink: </a>; rel=author; anchor=\"http://[\"\n",
    "link-anchor" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    cases_assert_ids (rows[i].url, rows[i].request, rows[i].response, "link-", rows[i].ids);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/link-notes/rows", test_rows);

  return g_test_run ();
}
