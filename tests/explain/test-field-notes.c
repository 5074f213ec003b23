/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of field-notes.c: each row says exactly which notes a head gets. */

#include "cases.h"

#include <string.h>

#include "exchange-private.h"

static const struct
{
  const char *url;
  const char *request; /* NULL for a plain GET */
  const char *response;
  const char *ids;
} rows[] = {
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Type: text/plain\nX-Powered-By: x\nX-Request-Id: 1\nMy-Own: 2\n"
    "Date: x\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 302 Found\nLocation: /a\nLocation: /b\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nAccept-Charset: utf-8\n",
    "field-deprecated field-of-requests" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nUser-Agent: x\n",
    "field-of-requests" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nCache-Contrl: no-store\n",
    "field-misspelt" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nConten-Tpye: text/plain\n",
    "field-misspelt" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nX-Cache-Contrl: no-store\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Type: a/b\nContent-Type: a/b\n",
    "field-repeated-same" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nContent-Type: a/b\ncontent-type: a/c\n",
    "field-repeated" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nVary: a\nVary: b\nSet-Cookie: a=b\nSet-Cookie: c=d\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nProxy-Status: Nginx; next-hop=a\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nProxy-Status: \"unfinished\n",
    "field-unreadable" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nPriority: u=3, i\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nTransfer-Encoding: chunked\n",
    "" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    cases_assert_ids (rows[i].url, rows[i].request, rows[i].response, "field-", rows[i].ids);
}

static void
test_sizes (void)
{
  g_autofree char *filled = g_strnfill (8192, 'x');
  g_autofree char *one = g_strdup_printf ("HTTP/1.1 200 OK\nMy-Own: %s\n", filled);
  g_autofree char *two = g_strdup_printf ("HTTP/1.1 200 OK\nA: %s\nB: %s\n", filled, filled);

  cases_assert_ids ("https://e.example/", NULL, one, "field-", "field-large");
  cases_assert_ids ("https://e.example/", NULL, two, "field-",
                    "field-large field-large field-section-large");
}

static GBytes *
bytes (const char *text)
{
  return g_bytes_new_static (text, strlen (text));
}

static void
test_http2 (void)
{
  g_autoptr(RtTrail) trail = cases_new_trail ("https://e.example/");
  g_autoptr(GPtrArray) pairs = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_autoptr(GPtrArray) notes = NULL;
  RtExchange *exchange = cases_add (trail, "https://e.example/", "GET / HTTP/1.1\n", NULL, NULL);
  static const char *const texts[] = { ":status", "200", "connection", "close" };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    g_ptr_array_add (pairs, bytes (texts[i]));
  rt_exchange_take_response_head (exchange, rt_head_new_http2 (RT_HEAD_RESPONSE, pairs, 20));
  notes = cases_explain (trail);
  g_assert_nonnull (cases_find (notes, "field-of-http1"));
  g_assert_null (cases_find (notes, "field-misspelt"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field-notes/rows", test_rows);
  g_test_add_func ("/field-notes/sizes", test_sizes);
  g_test_add_func ("/field-notes/http2", test_http2);

  return g_test_run ();
}
