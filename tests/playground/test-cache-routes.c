/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "visit.h"

#include <string.h>

static void
test_conditions (void)
{
  static const struct
  {
    const char *method;
    const char *target;
    const char *fields;
    int         code;
  } cases[] = {
    { "GET", "/cache", "", 200 },
    { "GET", "/cache", "If-None-Match: \"playground\"\r\n", 304 },
    { "GET", "/cache", "If-None-Match: \"other\", W/\"playground\"\r\n", 304 },
    { "GET", "/cache", "If-None-Match: \"other\"\r\n", 200 },
    { "GET", "/cache", "If-None-Match: *\r\n", 304 },
    { "PUT", "/cache", "If-None-Match: *\r\n", 412 },
    { "GET", "/cache", "If-Modified-Since: Sun, 01 Feb 2026 00:00:00 GMT\r\n", 304 },
    { "GET", "/cache", "If-Modified-Since: Sat, 31 Jan 2026 23:59:59 GMT\r\n", 200 },
    { "GET", "/cache", "If-Modified-Since: rubbish\r\n", 200 },
    { "GET", "/cache", "If-Unmodified-Since: Sat, 31 Jan 2026 23:59:59 GMT\r\n", 412 },
    { "GET", "/cache", "If-Unmodified-Since: Sun, 01 Feb 2026 00:00:00 GMT\r\n", 200 },
    { "GET", "/etag/x", "If-Match: \"x\"\r\n", 200 },
    { "GET", "/etag/x", "If-Match: \"y\"\r\n", 412 },
    { "GET", "/etag/x?weak=1", "If-Match: W/\"x\"\r\n", 412 },
    { "GET", "/etag/x?weak=1", "If-None-Match: \"x\"\r\n", 304 },
    { "GET", "/etag/a%22b", "", 400 },
    { "GET", "/cache/60", "", 200 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Visit) visited = visit (cases[i].method, cases[i].target, cases[i].fields);

      g_test_message ("%s %s", cases[i].target, cases[i].fields);
      g_assert_cmpint (visited->code, ==, cases[i].code);
      g_assert_cmpuint (visit_count (visited, "ETag"), ==,
                        visited->code == 200 || visited->code == 304);
    }
}

static void
test_ranges (void)
{
  static const struct
  {
    const char *range;
    int         code;
    const char *content_range;
    const char *content;
  } cases[] = {
    { "Range: bytes=0-2\r\n", 206, "bytes 0-2/30", "abc" },
    { "Range: bytes=25-\r\n", 206, "bytes 25-29/30", "zabcd" },
    { "Range: bytes=-3\r\n", 206, "bytes 27-29/30", "bcd" },
    { "Range: bytes=28-99\r\n", 206, "bytes 28-29/30", "cd" },
    { "Range: bytes=30-\r\n", 416, "bytes */30", NULL },
    { "Range: bytes=-0\r\n", 416, "bytes */30", NULL },
    { "Range: bytes=5-2\r\n", 200, NULL, "abcdefghijklmnopqrstuvwxyzabcd" },
    { "Range: items=0-2\r\n", 200, NULL, "abcdefghijklmnopqrstuvwxyzabcd" },
    { "Range: bytes=0-1,3-4\r\n", 200, NULL, "abcdefghijklmnopqrstuvwxyzabcd" },
    { "", 200, NULL, "abcdefghijklmnopqrstuvwxyzabcd" },
    { "Range: bytes=0-0\r\nIf-Range: \"range-30\"\r\n", 206, "bytes 0-0/30", "a" },
    { "Range: bytes=0-0\r\nIf-Range: W/\"range-30\"\r\n", 200, NULL, NULL },
    { "Range: bytes=0-0\r\nIf-Range: \"old\"\r\n", 200, NULL, NULL },
    { "Range: bytes=0-0\r\nIf-Range: Sun, 01 Feb 2026 00:00:00 GMT\r\n", 206, "bytes 0-0/30", "a" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Visit) visited = visit ("GET", "/range/30", cases[i].range);
      g_autofree char *content_range = visit_field (visited, "Content-Range");

      g_test_message ("%s", cases[i].range);
      g_assert_cmpint (visited->code, ==, cases[i].code);
      g_assert_cmpstr (content_range, ==, cases[i].content_range);
      if (cases[i].content != NULL)
        g_assert_cmpstr (visited->body, ==, cases[i].content);
    }
}

static void
test_range_far (void)
{
  g_autoptr (Visit) far = visit ("GET", "/range/10000000000", "Range: bytes=9999999999-\r\n");
  g_autoptr (Visit) none = visit ("GET", "/range/0", "Range: bytes=0-\r\n");
  g_autoptr (Visit) empty = visit_get ("/range/0");

  g_assert_cmpint (far->code, ==, 206);
  g_assert_cmpuint (far->body_length, ==, 1);
  g_assert_cmpint (none->code, ==, 416);
  g_assert_cmpint (empty->code, ==, 200);
}

/* Stays well inside a window of ten seconds. */
static void
test_rate_limit (void)
{
  g_autoptr (Visit) first = visit_get ("/rate-limit/2");
  g_autoptr (Visit) second = visit_get ("/rate-limit/2");
  g_autoptr (Visit) third = visit_get ("/rate-limit/2");
  g_autofree char *retry = visit_field (third, "Retry-After");

  g_assert_cmpint (first->code, ==, 200);
  g_assert_cmpint (second->code, ==, 200);
  g_assert_cmpint (third->code, ==, 429);
  g_assert_cmpint (atoi (retry), >=, 1);
  g_assert_cmpint (atoi (retry), <=, 10);
  g_assert_cmpuint (visit_count (first, "RateLimit"), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cache/conditions", test_conditions);
  g_test_add_func ("/cache/ranges", test_ranges);
  g_test_add_func ("/cache/range-far", test_range_far);
  g_test_add_func ("/cache/rate-limit", test_rate_limit);
  visit_open ();
  result = g_test_run ();
  visit_close ();
  return result;
}
