/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/caching-*.c. */

#include <string.h>

#include "exchange-private.h"
#include "topic-rows.h"
#include "trail-private.h"

#define DATE "Date: Sat, 21 Nov 2026 12:00:00 GMT\n"
#define CC "Cache-Control: "

static const TopicRow rows[] = {
  { "caching-method", 200, NULL, CC "max-age=60", NULL, "PUT" },
  { "!caching-method", 200, NULL, CC "max-age=60", NULL, "GET" },
  { "!caching-method", 200, NULL, NULL, NULL, "DELETE" },
  { "!caching-method", 200, NULL, CC "max-age=60\nContent-Location: /a", NULL, "POST" },
  { "caching-no-store", 200, NULL, CC "no-store" },
  { "caching-no-store", 200, NULL, CC "No-Store" },
  { "!caching-no-store", 200, NULL, CC "no-storex" },
  { "!caching-fresh", 200, NULL, CC "no-store, max-age=60" },
  { "caching-not-storable", 302, NULL, "Location: /b" },
  { "!caching-not-storable", 302, NULL, "Location: /b\nCache-Control: max-age=60" },
  { "!caching-not-storable", 301, NULL, "Location: /b" },
  { "!caching-not-storable", 500, NULL, NULL },
  { "caching-authorized-private", 200, "Authorization: Basic x\n", CC "max-age=60" },
  { "!caching-authorized-private", 200, NULL, CC "max-age=60" },
  { "!caching-authorized-private", 200, "Authorization: Basic x\n", CC "private, max-age=60" },
  { "caching-authorized-shared", 200, "Authorization: Basic x\n", CC "public, max-age=60" },
  { "caching-authorized-shared", 200, "Authorization: Basic x\n", CC "s-maxage=60" },
  { "!caching-authorized-shared", 200, NULL, CC "public, max-age=60" },
  { "caching-private-fields", 200, NULL, CC "private=\"set-cookie\", max-age=60" },
  { "!caching-private-fields", 200, NULL, CC "private, max-age=60" },
  { "caching-private", 200, NULL, CC "private, max-age=60" },
  { "!caching-private", 200, NULL, CC "private=\"set-cookie\"" },
  { "caching-public-needless", 200, NULL, CC "public, max-age=60" },
  { "!caching-public-needless", 200, "Authorization: x\n", CC "public, max-age=60" },
  { "!caching-public-needless", 302, NULL, CC "public\nLocation: /" },
  { "caching-stored", 200, NULL, CC "max-age=60" },
  { "!caching-stored", 200, NULL, CC "private, max-age=60" },
  { "!caching-stored", 200, NULL, CC "no-store" },
  /* freshness */
  { "caching-fresh", 200, NULL, DATE CC "max-age=60" },
  { "caching-fresh", 200, NULL, DATE CC "max-age=60\nAge: 59" },
  { "caching-fresh", 200, NULL, DATE "Expires: Sat, 21 Nov 2026 13:00:00 GMT" },
  { "caching-fresh", 200, NULL, DATE CC "s-maxage=60" },
  { "!caching-fresh", 200, NULL, DATE CC "max-age=60\nAge: 60" },
  { "caching-fresh", 200, NULL, DATE CC "max-age=60\nAge: 59, 100" },
  { "!caching-fresh", 200, NULL, DATE CC "max-age=\"60\", max-age=10, max-age=-1" },
  { "!caching-stale-at-once", 200, NULL, DATE CC "max-age=60, max-age=10" },
  { "!caching-stale-at-once", 200, NULL, DATE CC "max-age=x" },
  { "!caching-shared-lifetime", 200, NULL, DATE CC "max-age=60, s-maxage=x" },
  { "caching-fresh", 200, NULL, DATE CC "max-age=60, s-maxage=x" },
  { "!caching-fresh", 200, NULL, DATE "Expires: Sat, 21 Nov 2026 13:00:00 GMT\nExpires: Sat, 21 Nov 2026 14:00:00 GMT" },
  { "caching-fresh", 200, NULL, DATE "Expires: Sat, 21 Nov 2026 13:00:00 GMT\nExpires: Sat, 21 Nov 2026 13:00:00 GMT" },
  { "!caching-fresh", 200, NULL, DATE CC "max-age=0\nExpires: Sat, 21 Nov 2026 13:00:00 GMT" },
  { "caching-stale", 200, NULL, DATE CC "max-age=60\nAge: 61" },
  { "caching-stale", 200, NULL, "Date: Sat, 21 Nov 2026 11:00:00 GMT\n" CC "max-age=60" },
  { "!caching-stale", 200, NULL, DATE CC "max-age=60" },
  { "caching-stale-at-once", 200, NULL, DATE CC "max-age=0" },
  { "caching-stale-at-once", 200, NULL, DATE "Expires: 0" },
  { "caching-stale-at-once", 200, NULL, DATE "Expires: Thu, 19 Nov 1981 08:52:00 GMT" },
  { "!caching-stale-at-once", 200, NULL, DATE CC "max-age=1" },
  { "caching-heuristic", 200, NULL, DATE "Last-Modified: Wed, 11 Nov 2026 12:00:00 GMT" },
  { "!caching-heuristic", 200, NULL, DATE CC "max-age=5\nLast-Modified: Wed, 11 Nov 2026 12:00:00 GMT" },
  { "!caching-heuristic", 302, NULL, DATE "Last-Modified: Wed, 11 Nov 2026 12:00:00 GMT" },
  { "caching-shared-lifetime", 200, NULL, DATE CC "max-age=5, s-maxage=60" },
  { "!caching-shared-lifetime", 200, NULL, DATE CC "max-age=60, s-maxage=60" },
  { "!caching-shared-lifetime", 200, NULL, DATE CC "private, max-age=6, s-maxage=60" },
  { "caching-age", 200, NULL, DATE CC "max-age=600\nAge: 100" },
  { "caching-age", 404, NULL, DATE CC "max-age=600\nAge: 100\nServer: Varnish" },
  { "!caching-age", 200, NULL, DATE CC "max-age=600\nAge: 0" },
  { "!caching-age", 200, NULL, DATE CC "max-age=600" },
  { "caching-revalidation", 200, NULL, DATE CC "no-cache\nETag: \"a\"" },
  { "caching-revalidation", 200, NULL, DATE "Last-Modified: Wed, 11 Nov 2026 12:00:00 GMT" },
  { "caching-revalidation", 200, NULL, DATE "ETag: abc\nLast-Modified: Wed, 11 Nov 2026 12:00:00 GMT" },
  { "!caching-revalidation", 200, NULL, DATE CC "max-age=5" },
  { "!caching-revalidation", 200, NULL, DATE "ETag: abc" },
  { "!caching-revalidation", 200, NULL, DATE "ETag: W/'x'" },
  { "!caching-revalidation", 200, NULL, DATE "Last-Modified: 0" },
  { "!caching-no-validator", 200, NULL, DATE CC "no-cache\nETag: abc" },
  { "!caching-revalidation", 200, NULL, DATE CC "no-store\nETag: \"a\"" },
  { "caching-no-validator", 200, NULL, CC "no-cache" },
  { "!caching-no-validator", 200, NULL, CC "no-cache\nETag: \"a\"" },
  { "caching-no-cache-fields", 200, NULL, CC "no-cache=\"set-cookie\"" },
  { "!caching-no-cache-fields", 200, NULL, CC "no-cache" },
  { "caching-no-cache", 200, NULL, CC "no-cache" },
  { "!caching-no-cache", 200, NULL, CC "max-age=1" },
  { "caching-must-revalidate", 200, NULL, CC "max-age=5, must-revalidate" },
  { "!caching-must-revalidate", 200, NULL, CC "max-age=5, proxy-revalidate" },
  { "caching-proxy-revalidate", 200, NULL, CC "max-age=5, proxy-revalidate" },
  { "!caching-proxy-revalidate", 200, NULL, CC "max-age=5" },
  { "caching-stale-allowed", 200, NULL, CC "max-age=5, stale-while-revalidate=9" },
  { "caching-stale-allowed", 200, NULL, CC "max-age=5, stale-if-error=9" },
  { "!caching-stale-allowed", 200, NULL, CC "max-age=5" },
  { "caching-immutable", 200, NULL, CC "max-age=5, immutable" },
  { "!caching-immutable", 200, NULL, CC "max-age=5" },
  /* the grammar */
  { "caching-misspelt", 200, NULL, CC "no_cache" },
  { "caching-misspelt", 200, NULL, CC "maxage=5" },
  { "caching-misspelt", 200, NULL, CC "max_age=5" },
  { "caching-misspelt", 200, NULL, CC "nostore" },
  { "caching-misspelt", 200, NULL, CC "pubilc" },
  { "caching-misspelt", 200, NULL, CC "s-max-age=5" },
  { "caching-misspelt", 200, NULL, CC "must-revalidation" },
  { "!caching-misspelt", 200, NULL, CC "community=\"x\"" },
  { "!caching-misspelt", 200, NULL, CC "max-age=5, no-transform, must-understand" },
  { "caching-unknown-directive", 200, NULL, CC "community=\"x\"" },
  { "!caching-unknown-directive", 200, NULL, CC "no_cache" },
  { "caching-request-directive", 200, NULL, CC "only-if-cached" },
  { "!caching-request-directive", 200, NULL, CC "no-transform" },
  { "caching-obsolete-directive", 200, NULL, CC "no-store, post-check=0, pre-check=0" },
  { "!caching-obsolete-directive", 200, NULL, CC "no-store" },
  { "caching-bad-number", 200, NULL, CC "max-age=abc" },
  { "caching-bad-number", 200, NULL, CC "max-age" },
  { "caching-bad-number", 200, NULL, CC "max-age=-1" },
  { "caching-bad-number", 200, NULL, CC "s-maxage=1.5" },
  { "!caching-bad-number", 200, NULL, CC "max-age=\"60\"" },
  { "!caching-bad-number", 200, NULL, CC "max-age=60" },
  { "caching-needless-argument", 200, NULL, CC "no-store=1" },
  { "!caching-needless-argument", 200, NULL, CC "no-cache=\"x\"" },
  { "caching-capitals", 200, NULL, CC "Max-Age=5" },
  { "!caching-capitals", 200, NULL, CC "max-age=5" },
  { "caching-repeated-directive", 200, NULL, CC "max-age=5, max-age=6" },
  { "caching-repeated-directive", 200, NULL, CC "no-store\nCache-Control: no-store" },
  { "!caching-repeated-directive", 200, NULL, CC "max-age=5, s-maxage=5" },
  { "caching-semicolon", 200, NULL, CC "max-age=5; public" },
  { "!caching-semicolon", 200, NULL, CC "private=\"a;b\"" },
  { "caching-contradiction", 200, NULL, CC "no-store, max-age=5" },
  { "caching-contradiction", 200, NULL, CC "public, private" },
  { "caching-contradiction", 200, NULL, CC "no-cache, immutable" },
  { "!caching-contradiction", 200, NULL, CC "no-store, no-cache, max-age=0, must-revalidate" },
  { "!caching-contradiction", 200, NULL, CC "must-understand, no-store, max-age=5" },
  { "!caching-contradiction", 200, NULL, CC "public, private=\"set-cookie\"" },
  { "caching-overridden", 200, NULL, CC "no-store, no-cache" },
  { "!caching-overridden", 200, NULL, CC "no-store" },
  { "caching-very-long", 200, NULL, CC "max-age=99999999999" },
  { "!caching-very-long", 200, NULL, CC "max-age=31536000" },
  /* Vary */
  { "caching-vary", 200, NULL, "Vary: Accept-Encoding" },
  { "!caching-vary", 200, NULL, "Vary: *" },
  { "caching-vary-star", 200, NULL, "Vary: Accept, *" },
  { "!caching-vary-star", 200, NULL, "Vary: Accept" },
  { "caching-vary-malformed", 200, NULL, "Vary: Accept Encoding" },
  { "!caching-vary-malformed", 200, NULL, "Vary: Accept, Accept-Encoding" },
  { "caching-vary-repeated", 200, NULL, "Vary: Accept, accept" },
  { "!caching-vary-repeated", 200, NULL, "Vary: Accept, Accept-Encoding" },
  { "caching-vary-host", 200, NULL, "Vary: Host" },
  { "!caching-vary-host", 200, NULL, "Vary: Origin" },
  { "caching-vary-negotiate", 200, NULL, "Vary: Negotiate" },
  { "!caching-vary-negotiate", 200, NULL, "Vary: Origin" },
  { "caching-vary-costly", 200, NULL, "Vary: User-Agent" },
  { "!caching-vary-costly", 200, NULL, "Vary: Accept-Encoding" },
  { "caching-vary-many", 200, NULL, "Vary: A, B, C, D, E" },
  { "!caching-vary-many", 200, NULL, "Vary: A, B, C, D" },
  /* the others */
  { "caching-expires-now", 200, NULL, "Expires: -1" },
  { "caching-expires-now", 200, NULL, "Expires: 0\nCache-Control: max-age=0" },
  { "!caching-expires-now", 200, NULL, "Expires: 0\nCache-Control: max-age=600" },
  { "caching-expires-ignored", 200, NULL, "Expires: 0\nCache-Control: max-age=600" },
  { "!caching-expires-now", 200, NULL, "Expires: Thu, 19 Nov 1981 08:52:00 GMT" },
  { "caching-expires-ignored", 200, NULL, DATE CC "max-age=5\nExpires: Sun, 22 Nov 2026 12:00:00 GMT" },
  { "!caching-expires-ignored", 200, NULL, DATE CC "max-age=86400\nExpires: Sun, 22 Nov 2026 12:00:00 GMT" },
  { "caching-pragma", 200, NULL, "Pragma: no-cache" },
  { "!caching-pragma", 200, NULL, "Pragma: no-cache\nCache-Control: no-cache" },
  { "caching-pragma-other", 200, NULL, "Pragma: public" },
  { "!caching-pragma-other", 200, NULL, "Pragma: no-cache" },
  { "caching-cdn", 200, NULL, "CDN-Cache-Control: max-age=600" },
  { "!caching-cdn", 200, NULL, CC "max-age=600" },
  { "caching-cdn-malformed", 200, NULL, "CDN-Cache-Control: max-age=600;;" },
  { "!caching-cdn-malformed", 200, NULL, "CDN-Cache-Control: max-age=600" },
  { "caching-surrogate", 200, NULL, "Surrogate-Control: max-age=600" },
  { "!caching-surrogate", 200, NULL, CC "max-age=600" },
  { "caching-status", 200, NULL, "Cache-Status: ExampleCache; hit; ttl=30" },
  { "caching-status", 200, NULL, "Cache-Status: \"a\"; fwd=miss, b" },
  { "!caching-status", 200, NULL, CC "max-age=600" },
  { "caching-status-malformed", 200, NULL, "Cache-Status: 5" },
  { "!caching-status-malformed", 200, NULL, "Cache-Status: a; hit" },
  { "caching-status-parameter", 200, NULL, "Cache-Status: a; hit=5" },
  { "!caching-status-parameter", 200, NULL, "Cache-Status: a; hit; detail=foo; fwd=stale; fwd-status=304" },
  { "caching-groups-malformed", 200, NULL, "Cache-Groups: a, b" },
  { "!caching-groups-malformed", 200, NULL, "Cache-Groups: \"a\", \"b\"" },
  { "caching-groups-ignored", 200, NULL, "Cache-Group-Invalidation: \"a\"" },
  { "!caching-groups-ignored", 200, NULL, "Cache-Group-Invalidation: \"a\"", NULL, "POST" },
  { "caching-bypass-ignored", 200, "Cache-Control: no-cache\n", "Age: 100\nCache-Control: max-age=500" },
  { "!caching-bypass-ignored", 200, NULL, "Age: 100\nCache-Control: max-age=500" },
};

static void
test_rows (void)
{
  topic_rows_check (rows, G_N_ELEMENTS (rows));
}

static void
test_reach (void)
{
  topic_rows_check_reach ("caching", rows, G_N_ELEMENTS (rows));
}

static const char *
detail_of (const TopicRow *row,
           GPtrArray     **notes)
{
  g_autoptr(RtTrail) trail = topic_row_new_trail (row);
  RtNote *note;

  *notes = cases_explain (trail);
  note = cases_find (*notes, row->id);
  g_assert_nonnull (note);

  return rt_note_get_detail (note);
}

/* Ten days since the change: a tenth is a day. */
static void
test_words (void)
{
  const TopicRow heuristic = { "caching-heuristic", 200, NULL,
                               DATE "Last-Modified: Wed, 11 Nov 2026 12:00:00 GMT" };
  const TopicRow vary = { "caching-vary", 200, "Accept: a<b\n", "Vary: Accept, Origin" };
  g_autoptr(GPtrArray) first = NULL;
  g_autoptr(GPtrArray) second = NULL;

  g_assert_nonnull (strstr (detail_of (&heuristic, &first), "1 day"));
  g_assert_nonnull (strstr (detail_of (&vary, &second), "Accept: “a<b”; Origin: not sent"));
}

/* A response alone: what was asked is not known, so nothing is said of it. */
static void
test_without_request (void)
{
  static const char text[] = "HTTP/1.1 200 OK\r\nVary: Accept, Origin\r\n\r\n";
  g_autoptr(GBytes) bytes = g_bytes_new_static (text, strlen (text));
  g_autoptr(RtTrail) trail = cases_new_trail ("http://example.org/");
  g_autoptr(RtExchange) exchange = rt_exchange_new (NULL, "GET", "http://example.org/");
  g_autoptr(GPtrArray) notes = NULL;
  RtNote *note;

  rt_exchange_take_response_head (exchange, rt_head_parse (RT_HEAD_RESPONSE, bytes));
  rt_trail_append (trail, exchange);
  rt_exchange_finish (exchange);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  notes = cases_explain (trail);
  note = cases_find (notes, "caching-vary");

  g_assert_nonnull (note);
  g_assert_null (strstr (rt_note_get_detail (note), "not sent"));
  g_assert_nonnull (strstr (rt_note_get_detail (note), "not known here"));
  cases_assert_well_formed (notes);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/caching-notes/rows", test_rows);
  g_test_add_func ("/caching-notes/reach", test_reach);
  g_test_add_func ("/caching-notes/words", test_words);
  g_test_add_func ("/caching-notes/without-request", test_without_request);

  return g_test_run ();
}
