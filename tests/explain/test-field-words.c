/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/field-words*.c. */

#include "field-words.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1795262400) /* Sat, 21 Nov 2026 12:00:00 GMT */

static const struct
{
  const char *name;
  const char *value;
  const char *words; /* NULL: none */
} rows[] = {
  { "Cache-Control", "public, max-age=86400", "anybody may keep it; fresh for 1 day" },
  { "cache-control", "no-store", "nobody may keep it" },
  { "Cache-Control", "private, max-age=60, stale-while-revalidate=30",
    "only the browser's own cache may keep it; fresh for 1 minute; then usable for 30 seconds "
    "while a cache asks again" },
  { "Cache-Control", "max-age=abc", NULL },
  { "Cache-Control", "community", NULL },
  { "Cache-Control", "", NULL },
  { "Date", "Sat, 21 Nov 2026 10:00:00 GMT", "2 hours ago (Sat 21 Nov 2026, 10:00:00 UTC)" },
  { "Expires", "Tue, 24 Nov 2026 12:00:00 GMT", "in 3 days (Tue 24 Nov 2026, 12:00:00 UTC)" },
  { "Expires", "0", NULL },
  { "Expires", "-1", NULL },
  { "Last-Modified", "never", NULL },
  { "Age", "3600", "1 hour" },
  { "Age", "-5", NULL },
  { "Age", "", NULL },
  { "Retry-After", "120", "try again after 2 minutes" },
  { "Retry-After", "Sat, 21 Nov 2026 12:02:00 GMT",
    "in 2 minutes (Sat 21 Nov 2026, 12:02:00 UTC)" },
  { "Retry-After", "soon", NULL },
  { "Deprecation", "@1795262400", "now (Sat 21 Nov 2026, 12:00:00 UTC)" },
  { "Deprecation", "true", NULL },
  { "Content-Range", "bytes 0-999/5000", "the first 1.0 kB of 5.0 kB" },
  { "Content-Range", "bytes 4000-4999/5000", "the last 1.0 kB of 5.0 kB" },
  { "Content-Range", "bytes 100-199/5000", "100 bytes of 5.0 kB, from position 100" },
  { "Content-Range", "bytes */5000", "no such part; the whole is 5.0 kB" },
  { "Content-Range", "bytes 100-199/*", "100 bytes of an unknown length, from position 100" },
  { "Content-Range", "bytes 5-4/9", NULL },
  { "Content-Range", "items 1-2/9", NULL },
  { "Range", "bytes=0-99", "the first 100 bytes" },
  { "Range", "bytes=100-, -5", "all from position 100 on, the last 5 bytes" },
  { "Range", "bytes=100-149", "50 bytes from position 100" },
  { "Range", "lines=1-2", NULL },
  { "Accept", "text/html;q=0.8, application/json", "application/json, then text/html (0.8)" },
  { "Accept-Language", "de, en;q=0.5, *;q=0", "de, then en (0.5), not anything" },
  { "Accept-Encoding", "gzip", "gzip" },
  { "Accept", "a/b;q=7", NULL },
  { "Vary", "Accept, Origin", "a copy fits only requests with the same Accept, Origin" },
  { "Vary", "*", "depends on more than the request: no stored copy ever fits" },
  { "Vary", "", NULL },
  { "Content-Length", "123456", "123.5 kB" },
  { "Content-Length", "999", NULL },
  { "Content-Length", "12a", NULL },
  { "Content-Encoding", "gzip", "compressed with gzip" },
  { "Content-Encoding", "gzip, br", "compressed with gzip, then compressed with Brotli" },
  { "Content-Encoding", "aes", NULL },
  { "ETag", "\"a\"", "strong: the same bytes" },
  { "ETag", "W/\"a\"", "weak: the same meaning, maybe not the same bytes" },
  { "ETag", "a", NULL },
  { "If-None-Match", "\"a\", W/\"b\"", "2 entity tags" },
  { "If-None-Match", "*", "anything at all" },
  { "If-None-Match", "a", NULL },
  { "If-Range", "\"a\"", "strong: the same bytes" },
  { "If-Range", "Sat, 21 Nov 2026 12:00:00 GMT", "now (Sat 21 Nov 2026, 12:00:00 UTC)" },
  { "Allow", "GET, HEAD, PUT", "read, read the head, store" },
  { "Allow", "", "no method at all" },
  { "Allow", "G T", NULL },
  { "Via", "1.1 proxy.example, HTTP/2 cdn (x)",
    "passed through proxy.example (HTTP/1.1), cdn (HTTP/2)" },
  { "Via", "proxy", NULL },
  { "Keep-Alive", "timeout=5, max=100",
    "the connection stays open for 5 seconds without use; for 100 more requests" },
  { "Keep-Alive", "x", NULL },
  { "Connection", "close", "the connection ends after this" },
  { "Connection", "x", NULL },
  { "Content-Disposition", "attachment; filename=\"a b.txt\"", "to be saved as “a b.txt”" },
  { "Content-Disposition", "inline", "to be shown" },
  { "Content-Disposition", "attachment; filename*=UTF-8''a%0Ab", "to be saved as “a\\nb”" },
  { "Content-Disposition", "form-data", NULL },
  { "Strict-Transport-Security", "max-age=31536000; includeSubDomains; preload",
    "only by https for 1 year; with all subdomains; may be built into browsers" },
  { "Strict-Transport-Security", "max-age=0", "forget that this host is for https only" },
  { "Strict-Transport-Security", "includeSubDomains", NULL },
  { "Set-Cookie", "a=b", "until the browser is closed; for this host only" },
  { "Set-Cookie", "a=b; Max-Age=3600; Domain=.example.org; Path=/x; Secure; HttpOnly; SameSite=Lax",
    "kept for 1 hour; for example.org and all below it; under /x; only over https; hidden from "
    "scripts; from other sites only when a link is followed" },
  { "Set-Cookie", "a=; Expires=Thu, 01 Jan 1970 00:00:00 GMT; SameSite=None",
    "deleted at once (ended 56 years ago); for this host only; also sent from other sites" },
  { "Set-Cookie", "a=b; Max-Age=-1", "deleted at once; for this host only" },
  { "Set-Cookie", "a=b; Max-Age=x", "for this host only" },
  { "Set-Cookie", "ab", NULL },
  { "Content-Security-Policy", "default-src 'self'; script-src 'self' 'nonce-abc' "
                               "https://a.example; "
    "frame-ancestors 'none'; upgrade-insecure-requests",
    "everything: this origin; scripts: this origin, code with the nonce, https://a.example; "
    "pages that may frame this one: none; http: URLs are loaded by https" },
  { "Content-Security-Policy", "x", NULL },
  { "Link", "</a?p=2>; rel=\"next\", </a?p=9>; rel=last", "leads to: next, last" },
  { "Link", "</a,b>; rel=prev", "leads to: prev" },
  { "Link", "</a>", NULL },
  { "X-Other", "1", NULL },
};

static void
test_rows (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = rt_field_words (rows[i].name, rows[i].value, NOW);

      g_test_message ("%s: %s", rows[i].name, rows[i].value);
      g_assert_cmpstr (words, ==, rows[i].words);
    }
}

/* Whatever stands there: no crash, and valid text. */
static void
test_rubbish (void)
{
  static const char *const values[] = {
    "", "\"", "=", ";", ",", ";;=", "\"\\", "a=\"", "\377\376", "%s%n", "bytes=", "bytes ", "<",
    "'",
    "99999999999999999999999999", "@", "W/", "1.1 ", "a;q=", "*", "a=b;", "\303\251, \303",
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    for (guint j = 0; j < G_N_ELEMENTS (values); j++)
      {
        g_autofree char *words = rt_field_words (rows[i].name, values[j], NOW);

        g_test_message ("%s: value %u", rows[i].name, j);
        g_assert_true (words == NULL || (*words != '\0' && g_utf8_validate (words, -1, NULL)));
      }
}

int
main (int   argc,
      char *argv[])
{
  g_setenv ("TZ", "UTC", TRUE);
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/field-words/rows", test_rows);
  g_test_add_func ("/field-words/rubbish", test_rubbish);

  return g_test_run ();
}
