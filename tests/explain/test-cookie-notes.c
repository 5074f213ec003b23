/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of cookie-notes.c: each row says exactly which notes a head gets. */

#include "cases.h"
#include "exchange-private.h"

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
    "HTTP/1.1 200 OK\nSet-Cookie: a=b; Path=/; Secure; HttpOnly; SameSite=Lax\n",
    "cookie-guarded" },
  { "http://example.org/", NULL,
    "HTTP/1.1 200 OK\nSet-Cookie: theme=dark\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSet-Cookie: theme=dark\n",
    "cookie-not-secure" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSet-Cookie: session_id=1; Secure\n",
    "cookie-readable-by-scripts" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSet-Cookie: csrftoken=1; Secure\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSet-Cookie: a=b; SameSite=None\n",
    "cookie-none-without-secure" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSet-Cookie: a=b; SameSite=None; Secure\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSet-Cookie: a=b; Partitioned\n",
    "cookie-partitioned-without-secure" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSet-Cookie: __Secure-a=b\n",
    "cookie-prefix-secure cookie-not-secure" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSet-Cookie: __host-a=b; Secure; Path=/; Domain=example.org\n",
    "cookie-prefix-domain" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSet-Cookie: __Host-a=b; Secure\n",
    "cookie-prefix-path" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSet-Cookie: __Host-a=b; Secure; Path=/\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSet-Cookie: a=b; Secure; Colour=red\n",
    "cookie-unknown-attribute" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSet-Cookie: a=b; Secure; Expires=soon\n",
    "cookie-unreadable-attribute" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSet-Cookie: a=b; Secure; Max-Age=1h\n",
    "cookie-unreadable-attribute" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSet-Cookie: a=b; Secure; Path=/a; Path=/b\n",
    "cookie-repeated-attribute" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSet-Cookie: a=b; Secure; Max-Age=99999999\n",
    "cookie-lifetime" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSet-Cookie: a=b; Secure; Expires=Wed, 21 Nov 2040 12:00:00 GMT\n",
    "cookie-lifetime" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSet-Cookie: a=b; Secure; Max-Age=3600\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSet-Cookie: =b; Secure\n",
    "cookie-without-name" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSet-Cookie: a=b; Secure\nSet-Cookie: a=c; Secure\n",
    "cookie-repeated" },
  { "https://example.org/", NULL,
    "HTTP/1.1 200 OK\nSet-Cookie: a=b; Secure\n",
    "cookie-control" },
  { "https://e.example/", NULL,
    "HTTP/1.1 200 OK\nSet-Cookie: a=b; Secure; HttpOnly; SameSite=Lax\n"
    "Set-Cookie: c=d; Secure; HttpOnly; SameSite=Strict\n",
    "cookie-guarded" },
  { "https://e.example/", NULL,
    "HTTP/1.1 200 OK\nSet-Cookie: a=b; Secure; HttpOnly; SameSite=None\n",
    "" },
  { "https://e.example/", NULL,
    "HTTP/1.1 200 OK\nSet-Cookie: a=b; Secure; Domain=\n",
    "cookie-empty-domain" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    cases_assert_ids (rows[i].url, rows[i].request, rows[i].response, "cookie-", rows[i].ids);
}

static void
test_sizes (void)
{
  g_autofree char *filled = g_strnfill (4096, 'x');
  g_autofree char *attribute = g_strnfill (1025, 'x');
  g_autofree char *large =
    g_strdup_printf ("HTTP/1.1 200 OK\nSet-Cookie: a=%s; Secure\n", filled);
  g_autofree char *largest =
    g_strdup_printf ("HTTP/1.1 200 OK\nSet-Cookie: a=%s; Secure\n", filled + 1);
  g_autofree char *path =
    g_strdup_printf ("HTTP/1.1 200 OK\nSet-Cookie: a=b; Secure; Path=/%s\n", attribute);

  cases_assert_ids ("https://e.example/", NULL, large, "cookie-", "cookie-too-large");
  cases_assert_ids ("https://e.example/", NULL, largest, "cookie-", "cookie-large");
  cases_assert_ids ("https://e.example/", NULL, path, "cookie-", "cookie-long-attribute");
}

static void
test_verdicts (void)
{
  g_autoptr(RtTrail) trail = cases_one ("", "HTTP/1.1 200 OK\nSet-Cookie: a=b\n"
                                            "Set-Cookie: c=d; Domain=org");
  RtExchange *exchange = rt_trail_get_last (trail);
  g_autoptr(GPtrArray) notes = NULL;
  RtNote *note;

  rt_exchange_take_cookie_verdict (exchange, rt_cookie_verdict_new (RT_COOKIE_STORED, NULL, "a=b",
                                                                    "Kept.", ""));
  rt_exchange_take_cookie_verdict (exchange, rt_cookie_verdict_new (RT_COOKIE_REFUSED, NULL, "c=d",
                                                                    "Too wide.", "RFC 6265bis"));
  notes = cases_explain (trail);
  note = cases_find (notes, "cookie-refused");
  g_assert_nonnull (note);
  g_assert_cmpint (rt_note_get_field (note), ==, 1);
  g_assert_cmpstr (rt_note_get_detail (note), ==, "Too wide.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cookie-notes/rows", test_rows);
  g_test_add_func ("/cookie-notes/sizes", test_sizes);
  g_test_add_func ("/cookie-notes/verdicts", test_verdicts);

  return g_test_run ();
}
