/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/ranges-notes.c and byte-range.c. */

#include "byte-range.h"
#include "topic-rows.h"

#include <string.h>

#define MULTI "Content-Type: multipart/byteranges; boundary=x\n"
#define PARTS "--x\r\nContent-Range: bytes 0-1/9\r\n\r\nab\r\n--x\r\nContent-Range: bytes 4-5/9\r\n\r\nef\r\n--x--\r\n"

static const TopicRow rows[] = {
  { "range-part", 206, "Range: bytes=0-3\n", "Content-Range: bytes 0-3/9\nContent-Length: 4",
    "abcd" },
  { "!range-part", 206, "Range: bytes=0-3\n", "Content-Range: bytes 0-3/*\nContent-Length: 4",
    "abcd" },
  { "range-length-unknown", 206, NULL, "Content-Range: bytes 0-3/*\nContent-Length: 4", "abcd" },
  { "!range-length-unknown", 206, NULL, "Content-Range: bytes 0-3/9\nContent-Length: 4", "abcd" },
  { "range-content-length", 206, NULL, "Content-Range: bytes 0-3/9\nContent-Length: 5", "abcde" },
  { "!range-content-length", 206, NULL, "Content-Range: bytes 0-3/9\nContent-Length: 4", "abcd" },
  { "range-meaningless", 200, NULL, "Content-Range: bytes 0-3/9" },
  { "!range-meaningless", 416, NULL, "Content-Range: bytes */9" },
  { "range-malformed", 206, NULL, "Content-Range: bytes 0-9/9" },
  { "range-malformed", 206, NULL, "Content-Range: 0-3/9" },
  { "range-malformed", 206, NULL, "Content-Range: bytes=0-3/9" },
  { "range-malformed", 206, NULL, "Content-Range: bytes 0-3" },
  { "range-malformed", 206, NULL, "Content-Range: bytes 3/9" },
  { "range-malformed", 206, NULL, "Content-Range: bytes 3-1/9" },
  { "range-malformed", 206, NULL, "Content-Range: bytes a-b/9" },
  { "range-malformed", 206, NULL, "Content-Range: bytes 0-3/x" },
  { "range-malformed", 416, NULL, "Content-Range: bytes */*" },
  { "!range-malformed", 206, NULL, "Content-Range: bytes 0-8/9" },
  { "range-unsatisfied-part", 206, NULL, "Content-Range: bytes */9" },
  { "!range-unsatisfied-part", 416, NULL, "Content-Range: bytes */9" },
  { "range-offered", 200, NULL, "Accept-Ranges: bytes" },
  { "!range-offered", 200, NULL, "Accept-Ranges: none" },
  { "range-refused", 200, NULL, "Accept-Ranges: none" },
  { "!range-refused", 200, NULL, "Accept-Ranges: bytes" },
  { "range-unit-unknown", 200, NULL, "Accept-Ranges: items" },
  { "!range-unit-unknown", 200, NULL, "Accept-Ranges: items, bytes" },
  { "range-request-malformed", 200, "Range: bytes=x\n", NULL },
  { "range-request-malformed", 200, "Range: 0-5\n", NULL },
  { "range-request-malformed", 200, "Range: bytes=9-5\n", NULL },
  { "!range-request-malformed", 206, "Range: bytes=0-5, 9-, -5\n", NULL },
  { "range-request-method", 200, "Range: bytes=0-5\n", NULL, NULL, "POST" },
  { "!range-request-method", 200, "Range: bytes=0-5\n", NULL },
  { "range-request-overlap", 206, "Range: bytes=0-5,5-9\n", NULL },
  { "!range-request-overlap", 206, "Range: bytes=0-4,5-9\n", NULL },
  { "range-request-many", 200, "Range: bytes=0-0,2-2,4-4,6-6,8-8,10-10,12-12,14-14,16-16,18-18,"
    "20-20,22-22,24-24,26-26,28-28,30-30,32-32,34-34,36-36,38-38,40-40\n", NULL },
  { "!range-request-many", 206, "Range: bytes=0-0,2-2\n", NULL },
  { "range-if-range-alone", 200, "If-Range: \"a\"\n", NULL },
  { "!range-if-range-alone", 206, "Range: bytes=0-1\nIf-Range: \"a\"\n", NULL },
  { "range-if-range-weak", 200, "Range: bytes=0-1\nIf-Range: W/\"a\"\n", NULL },
  { "!range-if-range-weak", 200, "Range: bytes=0-1\nIf-Range: \"a\"\n", NULL },
  { "range-if-range-malformed", 200, "Range: bytes=0-1\nIf-Range: abc\n", NULL },
  { "!range-if-range-malformed", 206, "Range: bytes=0-1\nIf-Range: Sat, 21 Nov 2026 12:00:00 GMT\n",
    NULL },
  { "range-if-range-held", 206, "Range: bytes=0-1\nIf-Range: \"a\"\n", NULL },
  { "!range-if-range-held", 200, "Range: bytes=0-1\nIf-Range: \"a\"\n", NULL },
  { "range-if-range-changed", 200, "Range: bytes=0-1\nIf-Range: \"a\"\n", NULL },
  { "range-if-range-changed", 200, "Range: bytes=0-1\nIf-Range: \"a\"\n", NULL, NULL, "HEAD" },
  { "!range-if-range-changed", 206, "Range: bytes=0-1\nIf-Range: \"a\"\n", NULL },
  { "range-multipart", 206, "Range: bytes=0-1,4-5\n", MULTI, PARTS },
  { "range-multipart", 206, NULL, MULTI "Content-Range: bytes 0-1/9", PARTS },
  { "!range-multipart", 200, NULL, MULTI, PARTS },
  { "range-multipart-part", 206, NULL, MULTI, "--x\n\nab\n--x--" },
  { "!range-multipart-part", 206, NULL, MULTI, PARTS },
  { "range-multipart-open", 206, NULL, MULTI, "--x\nContent-Range: bytes 0-1/9\n\nab\n" },
  { "!range-multipart-open", 206, NULL, MULTI, PARTS },
  { "range-multipart-empty", 206, NULL, MULTI, "hello" },
  { "!range-multipart-empty", 206, NULL, MULTI, PARTS },
  { "range-multipart-single", 206, "Range: bytes=0-1\n", MULTI, PARTS },
  { "!range-multipart-single", 206, "Range: bytes=0-1,4-5\n", MULTI, PARTS },
  { "range-multipart-boundary", 206, NULL, "Content-Type: multipart/byteranges", PARTS },
  { "!range-multipart-boundary", 206, NULL, MULTI, PARTS },
};

static void
test_rows (void)
{
  topic_rows_check (rows, G_N_ELEMENTS (rows));
}

static void
test_reach (void)
{
  topic_rows_check_reach ("range", rows, G_N_ELEMENTS (rows));
}

static void
test_parts (void)
{
  gsize length = strlen (PARTS);
  g_autofree guint8 *exact = g_memdup2 (PARTS, length);
  g_autoptr(GPtrArray) parts = NULL;
  gboolean is_closed;
  const RtRangePart *second;

  parts = rt_range_parts_parse ("x", exact, length, &is_closed);
  g_assert_cmpuint (parts->len, ==, 2);
  g_assert_true (is_closed);
  second = g_ptr_array_index (parts, 1);
  g_assert_cmpstr (second->content_range, ==, "bytes 4-5/9");
  g_assert_cmpmem (exact + second->offset, second->length, "ef", 2);

  for (gsize n = 0; n < length; n++)
    {
      g_autofree guint8 *cut = g_memdup2 (PARTS, n);
      g_autoptr(GPtrArray) some = rt_range_parts_parse ("x", cut, n, &is_closed);

      g_assert_cmpuint (some->len, <=, 2);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/ranges-notes/rows", test_rows);
  g_test_add_func ("/ranges-notes/reach", test_reach);
  g_test_add_func ("/ranges-notes/parts", test_parts);

  return g_test_run ();
}
