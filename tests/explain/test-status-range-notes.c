/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/status-range-notes.c. */

#include "rows.h"

static const Row rows[] = {
  { "status-206-not-asked", TRUE, "GET /a",
    "HTTP/1.1 206 Partial Content\nContent-Range: bytes 0-1/9", "ab" },
  { "status-206-not-asked", FALSE, "GET /a\nRange: bytes=0-1",
    "HTTP/1.1 206 Partial Content\nContent-Range: bytes 0-1/9", "ab" },
  { "status-206-as-asked", TRUE, "GET /a\nRange: bytes=0-1",
    "HTTP/1.1 206 Partial Content\nContent-Range: bytes 0-1/9", "ab" },
  { "status-206-as-asked", TRUE, "GET /a\nRange: bytes=-2",
    "HTTP/1.1 206 Partial Content\nContent-Range: bytes 7-8/9", "ab" },
  { "status-206-as-asked", TRUE, "GET /a\nRange: bytes=7-100",
    "HTTP/1.1 206 Partial Content\nContent-Range: bytes 7-8/9", "ab" },
  { "status-206-as-asked", TRUE, "GET /a\nRange: bytes=7-",
    "HTTP/1.1 206 Partial Content\nContent-Range: bytes 7-8/*", "ab" },
  { "status-206-as-asked", FALSE, "GET /a\nRange: bytes=1-2",
    "HTTP/1.1 206 Partial Content\nContent-Range: bytes 0-1/9", "ab" },
  { "status-206-other-range", TRUE, "GET /a\nRange: bytes=1-2",
    "HTTP/1.1 206 Partial Content\nContent-Range: bytes 0-1/9", "ab" },
  { "status-206-other-range", TRUE, "GET /a\nRange: bytes=-3",
    "HTTP/1.1 206 Partial Content\nContent-Range: bytes 0-1/9", "ab" },
  { "status-206-other-range", TRUE, "GET /a\nRange: bytes=0-0",
    "HTTP/1.1 206 Partial Content\nContent-Range: bytes 0-1/9", "ab" },
  { "status-206-other-range", FALSE, "GET /a\nRange: bytes=0-1",
    "HTTP/1.1 206 Partial Content\nContent-Range: bytes 0-1/9", "ab" },
  { "status-206-other-range", FALSE, "GET /a\nRange: lines=0-1",
    "HTTP/1.1 206 Partial Content\nContent-Range: bytes 0-1/9", "ab" },
  { "status-206-length", TRUE, "GET /a\nRange: bytes=0-1",
    "HTTP/1.1 206 Partial Content\nContent-Range: bytes 0-1/9", "abc" },
  { "status-206-length", FALSE, "GET /a\nRange: bytes=0-1",
    "HTTP/1.1 206 Partial Content\nContent-Range: bytes 0-1/9", "ab" },
  { "status-206-length", FALSE, "HEAD /a\nRange: bytes=0-1",
    "HTTP/1.1 206 Partial Content\nContent-Range: bytes 0-1/9" },
  { "status-206-parts", TRUE, "GET /a\nRange: bytes=0-0,3-3",
    "HTTP/1.1 206 Partial Content\nContent-Type: multipart/byteranges; boundary=x", "ab" },
  { "status-206-parts", FALSE, "GET /a\nRange: bytes=0-0,3-3",
    "HTTP/1.1 206 Partial Content\nContent-Range: bytes 0-0/9", "a" },
  { "status-206-parts-with-range", TRUE, "GET /a\nRange: bytes=0-0,3-3",
    "HTTP/1.1 206 Partial Content\nContent-Range: bytes 0-0/9\n"
    "Content-Type: multipart/byteranges; boundary=x", "ab" },
  { "status-206-parts-with-range", FALSE, "GET /a\nRange: bytes=0-0,3-3",
    "HTTP/1.1 206 Partial Content\nContent-Type: multipart/byteranges; boundary=x", "ab" },
  { "status-206-without-content-range", TRUE, "GET /a\nRange: bytes=0-1",
    "HTTP/1.1 206 Partial Content", "ab" },
  { "status-206-without-content-range", FALSE, "GET /a\nRange: bytes=0-1",
    "HTTP/1.1 206 Partial Content\nContent-Range: bytes 0-1/9", "ab" },
  { "status-206-unreadable-range", TRUE, "GET /a\nRange: bytes=0-1",
    "HTTP/1.1 206 Partial Content\nContent-Range: 0-1/9", "ab" },
  { "status-206-unreadable-range", TRUE, "GET /a\nRange: bytes=0-1",
    "HTTP/1.1 206 Partial Content\nContent-Range: bytes */9", "ab" },
  { "status-206-unreadable-range", FALSE, "GET /a\nRange: bytes=0-1",
    "HTTP/1.1 206 Partial Content\nContent-Range: Bytes 0-1/9", "ab" },
  { "status-200-to-range", TRUE, "GET /a\nRange: bytes=0-1", "HTTP/1.1 200 OK", "abcdef" },
  { "status-200-to-range", TRUE, "GET /a\nRange: bytes=0-1", "HTTP/1.1 200 OK\nAccept-Ranges: none",
    "abcdef" },
  { "status-200-to-range", FALSE, "GET /a", "HTTP/1.1 200 OK", "abcdef" },
  { "status-200-to-range", FALSE, "PUT /a\nRange: bytes=0-1", "HTTP/1.1 200 OK", "abcdef" },
  { "status-200-if-range", TRUE, "GET /a\nRange: bytes=0-1\nIf-Range: \"x\"", "HTTP/1.1 200 OK",
    "abcdef" },
  { "status-200-if-range", FALSE, "GET /a\nRange: bytes=0-1", "HTTP/1.1 200 OK", "abcdef" },
  { "status-416-size", TRUE, "GET /a\nRange: bytes=10-20",
    "HTTP/1.1 416 Range Not Satisfiable\nContent-Range: bytes */9" },
  { "status-416-size", FALSE, "GET /a\nRange: bytes=10-20", "HTTP/1.1 416 Range Not Satisfiable" },
  { "status-416-without-size", TRUE, "GET /a\nRange: bytes=10-20",
    "HTTP/1.1 416 Range Not Satisfiable" },
  { "status-416-without-size", FALSE, "GET /a\nRange: bytes=10-20",
    "HTTP/1.1 416 Range Not Satisfiable\nContent-Range: bytes */9" },
  { "status-416-contradicts", TRUE, "GET /a\nRange: bytes=1-2",
    "HTTP/1.1 416 Range Not Satisfiable\nContent-Range: bytes */9" },
  { "status-416-contradicts", FALSE, "GET /a\nRange: bytes=9-",
    "HTTP/1.1 416 Range Not Satisfiable\nContent-Range: bytes */9" },
  { "status-416-contradicts", FALSE, "GET /a\nRange: bytes=-5",
    "HTTP/1.1 416 Range Not Satisfiable\nContent-Range: bytes */0" },
  { "status-416-without-range", TRUE, "GET /a", "HTTP/1.1 416 Range Not Satisfiable" },
  { "status-416-without-range", FALSE, "GET /a\nRange: bytes=9-",
    "HTTP/1.1 416 Range Not Satisfiable" },
};

static void
test_rows (void)
{
  rows_check (rows, G_N_ELEMENTS (rows));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/status-range-notes/rows", test_rows);

  return g_test_run ();
}
