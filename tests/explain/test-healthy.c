/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Ordinary, healthy responses, written after those of real servers: none may
 * bring a fault, nor a warning from any topic.
 */

#include "topic-rows.h"

#define DATE "Date: Sat, 21 Nov 2026 12:00:00 GMT\n"
#define ASKED "Accept: */*\nAccept-Encoding: gzip, br\nUser-Agent: x\n"
#define HTML "<!DOCTYPE html><html><head><meta charset=\"utf-8\"><title>A</title></head></html>"

static const TopicRow rows[] = {
  { "nginx, a static page", 200, ASKED,
    "Server: nginx/1.22.1\n" DATE "Content-Type: text/html\nContent-Length: 81\n"
    "Last-Modified: Tue, 18 Jul 2023 09:30:00 GMT\nConnection: keep-alive\n"
    "ETag: \"64b65a38-51\"\nAccept-Ranges: bytes", HTML },
  { "nginx, gzip", 200, ASKED,
    "Server: nginx\n" DATE "Content-Type: text/html; charset=utf-8\nTransfer-Encoding: chunked\n"
    "Connection: keep-alive\nLast-Modified: Tue, 18 Jul 2023 09:30:00 GMT\n"
    "ETag: W/\"64b65a38-51\"\nVary: Accept-Encoding\nContent-Encoding: gzip" },
  { "nginx, expires", 200, ASKED,
    "Server: nginx\n" DATE "Content-Type: text/css\nContent-Length: 5\n"
    "Last-Modified: Tue, 18 Jul 2023 09:30:00 GMT\nETag: \"64b65a38-5\"\n"
    "Expires: Sun, 22 Nov 2026 12:00:00 GMT\nCache-Control: max-age=86400\nAccept-Ranges: bytes",
    "a { }" },
  { "nginx, not found", 404, ASKED,
    "Server: nginx/1.22.1\n" DATE "Content-Type: text/html\nContent-Length: 81\n"
                                  "Connection: keep-alive", HTML },
  { "nginx, not modified", 304, "If-None-Match: \"64b65a38-51\"\n",
    "Server: nginx/1.22.1\n" DATE "Last-Modified: Tue, 18 Jul 2023 09:30:00 GMT\n"
    "Connection: keep-alive\nETag: \"64b65a38-51\"" },
  { "nginx, a part", 206, "Range: bytes=0-3\n",
    "Server: nginx/1.22.1\n" DATE "Content-Type: text/html\nContent-Length: 4\n"
    "Last-Modified: Tue, 18 Jul 2023 09:30:00 GMT\nETag: \"64b65a38-51\"\n"
    "Content-Range: bytes 0-3/81", "<!DO" },
  { "nginx, moved", 301, ASKED,
    "Server: nginx/1.22.1\n" DATE "Content-Type: text/html\nContent-Length: 81\n"
    "Location: http://example.org/a/\nConnection: keep-alive", HTML },
  { "apache, a static page", 200, ASKED,
    DATE "Server: Apache/2.4.57 (Debian)\nLast-Modified: Tue, 18 Jul 2023 09:30:00 GMT\n"
    "ETag: \"51-600c01ba48d80\"\nAccept-Ranges: bytes\nContent-Length: 81\n"
    "Vary: Accept-Encoding\nContent-Type: text/html", HTML },
  { "apache, gzip", 200, ASKED,
    DATE "Server: Apache/2.4.57 (Debian)\nLast-Modified: Tue, 18 Jul 2023 09:30:00 GMT\n"
    "ETag: \"51-600c01ba48d80-gzip\"\nAccept-Ranges: bytes\nVary: Accept-Encoding\n"
    "Content-Encoding: gzip\nContent-Length: 60\nKeep-Alive: timeout=5, max=100\n"
    "Connection: Keep-Alive\nContent-Type: text/html" },
  { "apache, forbidden", 403, ASKED,
    DATE "Server: Apache/2.4.57 (Debian)\nContent-Length: 81\n"
    "Content-Type: text/html; charset=iso-8859-1",
    "<!DOCTYPE HTML PUBLIC \"-//IETF//DTD HTML 2.0//EN\"><html>Forbidden</html>......" },
  { "php", 200, ASKED,
    DATE "Server: Apache/2.4.57 (Debian)\nExpires: Thu, 19 Nov 1981 08:52:00 GMT\n"
    "Cache-Control: no-store, no-cache, must-revalidate\nPragma: no-cache\n"
    "Content-Length: 81\nContent-Type: text/html; charset=UTF-8", HTML },
  { "an API like that of a code host", 200, "Accept: application/vnd.github+json\n",
    "Server: github.com\n" DATE "Content-Type: application/json; charset=utf-8\n"
    "Cache-Control: public, max-age=60, s-maxage=60\n"
    "Vary: Accept,Accept-Encoding, Accept, X-Requested-With\n"
    "ETag: W/\"4c6c1f9b\"\nX-Content-Type-Options: nosniff\nX-RateLimit-Limit: 60\n"
    "Strict-Transport-Security: max-age=31536000; includeSubdomains; preload\n"
    "Content-Length: 11", "{\"id\": 123}" },
  { "the same, by token", 200, "Accept: application/json\n",
    "Server: github.com\n" DATE "Content-Type: application/json; charset=utf-8\n"
    "Cache-Control: private, max-age=60, s-maxage=60\n"
    "Vary: Accept, Authorization, Cookie, Accept-Encoding\nETag: W/\"4c6c1f9b\"\n"
    "Content-Length: 11",
    "{\"id\": 123}" },
  { "a CDN, a hit", 200, ASKED,
    "Date: Sat, 21 Nov 2026 11:00:00 GMT\nContent-Type: application/javascript\n"
    "Content-Length: 5\nCache-Control: public, max-age=31536000, immutable\nAge: 3600\n"
    "ETag: \"5f-1\"\nVary: Accept-Encoding\nX-Cache: HIT\nVia: 1.1 varnish\n"
    "Accept-Ranges: bytes", "f();\n" },
  { "another CDN, with Date of now", 200, ASKED,
    DATE "Content-Type: text/html; charset=utf-8\nContent-Length: 81\nCF-Cache-Status: HIT\n"
    "Age: 900\nCache-Control: max-age=14400\nServer: cloudflare\nCF-RAY: 8a-FRA\n"
    "alt-svc: h3=\":443\"; ma=86400", HTML },
  { "object storage", 200, ASKED,
    "x-amz-id-2: a\nx-amz-request-id: b\n" DATE "Last-Modified: Tue, 18 Jul 2023 09:30:00 GMT\n"
    "ETag: \"5d41402abc4b2a76b9719d911017c592\"\nAccept-Ranges: bytes\nContent-Type: image/png\n"
    "Content-Length: 8\nServer: AmazonS3", "\211PNG\r\n\032\n" },
  { "a search engine", 200, ASKED,
    DATE "Expires: -1\nCache-Control: private, max-age=0\nContent-Type: text/html; charset=UTF-8\n"
    "Content-Length: 81\nServer: gws\nX-XSS-Protection: 0\nX-Frame-Options: SAMEORIGIN", HTML },
  { "express", 200, ASKED,
    "X-Powered-By: Express\nContent-Type: application/json; charset=utf-8\nContent-Length: 11\n"
    "ETag: W/\"b-Ai2R8hgEarLmHKwesT1qcY913ys\"\n" DATE "Connection: keep-alive\n"
                                                       "Keep-Alive: timeout=5",
    "{\"id\": 123}" },
  { "python", 200, ASKED,
    "Server: SimpleHTTP/0.6 Python/3.11.2\n" DATE "Content-type: text/html\nContent-Length: 81\n"
    "Last-Modified: Sat, 21 Nov 2026 10:00:00 GMT", HTML },
  { "gunicorn", 200, ASKED,
    "Server: gunicorn\n" DATE "Connection: keep-alive\nContent-Type: application/json\n"
    "Content-Length: 11\nAccess-Control-Allow-Origin: *", "{\"id\": 123}" },
  { "created", 201, ASKED,
    DATE "Location: /things/1\nContent-Type: application/json\nContent-Length: 11", "{\"id\": 123}",
    "POST" },
  { "nothing to say", 204, ASKED, DATE "Server: nginx", NULL, "DELETE" },
  { "a download", 200, ASKED,
    DATE "Content-Type: application/zip\nContent-Length: 4\n"
    "Content-Disposition: attachment; filename=\"a b.zip\"; filename*=UTF-8''a%20b.zip\n"
    "Cache-Control: no-cache", "PK\003\004" },
  { "too many", 429, ASKED,
    DATE "Retry-After: 60\nContent-Type: application/json\nContent-Length: 11", "{\"id\": 123}" },
  { "a head", 200, ASKED,
    "Server: nginx/1.22.1\n" DATE "Content-Type: text/html\nContent-Length: 81\n"
    "Last-Modified: Tue, 18 Jul 2023 09:30:00 GMT\nETag: \"64b65a38-51\"", NULL, "HEAD" },
};

static void
test_quiet (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr(RtTrail) trail = topic_row_new_trail (&rows[i]);
      g_autoptr(GPtrArray) notes = cases_explain (trail);

      for (guint j = 0; j < notes->len; j++)
        {
          RtNote *note = g_ptr_array_index (notes, j);

          if (rt_note_get_level (note) >= RT_NOTE_WARNING)
            g_error ("%s: %s (%s)", rows[i].id, rt_note_get_id (note), rt_note_get_detail (note));
        }
      g_test_message ("%s: %u notes", rows[i].id, notes->len);
      cases_assert_well_formed (notes);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/healthy/quiet", test_quiet);

  return g_test_run ();
}
