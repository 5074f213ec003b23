/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of request-notes.c: each row says exactly which notes an exchange gets. */

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
    "HTTP/1.1 200 OK\nServer: x\n",
    "" },
  { "https://example.org/", 
    "GET / HTTP/1.1\nHost: example.org\nUser-Agent: x\nAccept: */*\nCache-Control: no-cache\n",
    "HTTP/1.1 200 OK\nServer: x\n",
    "" },
  { "https://example.org/", 
    "GET / HTTP/1.1\nHost: example.org\nRetry-After: 5\nX-Own: 1\n",
    "HTTP/1.1 200 OK\nServer: x\n",
    "request-field-of-responses" },
  { "https://example.org/", 
    "POST / HTTP/1.1\nHost: example.org\nExpect: 100-continue\n",
    "HTTP/1.1 200 OK\nServer: x\n",
    "" },
  { "https://example.org/", 
    "GET / HTTP/1.1\nHost: example.org\nExpect: miracles\n",
    "HTTP/1.1 200 OK\nServer: x\n",
    "request-expect-unknown" },
  { "https://example.org/", 
    "GET / HTTP/1.1\nHost: example.org\nMax-Forwards: 3\n",
    "HTTP/1.1 200 OK\nServer: x\n",
    "request-max-forwards" },
  { "https://example.org/", 
    "OPTIONS / HTTP/1.1\nHost: example.org\nMax-Forwards: 3\n",
    "HTTP/1.1 200 OK\nServer: x\n",
    "" },
  { "https://example.org/", 
    "GET / HTTP/1.1\nHost: example.org\nReferer: https://example.org/a?b\n",
    "HTTP/1.1 200 OK\nServer: x\n",
    "" },
  { "https://example.org/", 
    "GET / HTTP/1.1\nHost: example.org\nReferer: https://other.example/a?b\n",
    "HTTP/1.1 200 OK\nServer: x\n",
    "request-referer-elsewhere" },
  { "http://example.org/", 
    "GET / HTTP/1.1\nHost: example.org\nReferer: https://example.org/a?b\n",
    "HTTP/1.1 200 OK\nServer: x\n",
    "request-referer-in-clear" },
  { "http://example.org/", 
    "GET / HTTP/1.1\nHost: example.org\nReferer: http://other.example/a?b\n",
    "HTTP/1.1 200 OK\nServer: x\n",
    "" },
  { "https://example.org/", 
    "GET / HTTP/1.1\nHost: example.org\nUser-Agent: x\n",
    "HTTP/1.1 403 No\n",
    "" },
  { "https://example.org/", NULL,
    "HTTP/1.1 403 No\n",
    "request-without-agent" },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    cases_assert_ids (rows[i].url, rows[i].request, rows[i].response, "request-", rows[i].ids);
}

/* What rows cannot say: content that was sent, and very long URLs. */
static gboolean
has_note (const char *method,
          const char *url,
          int         sent,
          const char *id)
{
  g_autoptr(RtTrail) trail = cases_new_trail (url);
  g_autofree char *request =
    g_strdup_printf ("%s /a HTTP/1.1\nHost: example.org\nContent-Length: %d\n", method, sent);
  RtExchange *exchange = cases_add (trail, url, request, "HTTP/1.1 200 OK\n", NULL);
  g_autoptr(GPtrArray) notes = NULL;
  RtSizes sizes;

  rt_exchange_get_sizes (exchange, &sizes);
  sizes.request_content = sent;
  rt_exchange_set_sizes (exchange, &sizes);
  notes = cases_explain (trail);
  cases_assert_well_formed (notes);

  return cases_find (notes, id) != NULL;
}

static void
test_content (void)
{
  static const struct { const char *method; int sent; const char *id; gboolean appears; } table[] = {
    { "GET", 5, "request-content-unusual", TRUE },
    { "GET", 0, "request-content-unusual", FALSE },
    { "DELETE", 5, "request-content-unusual", TRUE },
    { "POST", 5, "request-content-unusual", FALSE },
    { "OWN", 5, "request-content-unusual", FALSE },
    { "TRACE", 5, "request-content-forbidden", TRUE },
    { "TRACE", 0, "request-content-forbidden", FALSE },
    { "PUT", 5, "request-content-forbidden", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (table); i++)
    {
      g_test_message ("%s %d %s", table[i].method, table[i].sent, table[i].id);
      g_assert_cmpint (has_note (table[i].method, "https://example.org/a", table[i].sent,
                                 table[i].id), ==, table[i].appears);
    }
}

static void
test_long_url (void)
{
  g_autofree char *path = g_strnfill (8000, 'a');
  g_autofree char *url = g_strconcat ("https://example.org/", path, NULL);

  g_assert_true (has_note ("GET", url, 0, "request-url-long"));
  url[8000] = '\0';
  g_assert_false (has_note ("GET", url, 0, "request-url-long"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/request-notes/rows", test_rows);
  g_test_add_func ("/request-notes/content", test_content);
  g_test_add_func ("/request-notes/long-url", test_long_url);

  return g_test_run ();
}
