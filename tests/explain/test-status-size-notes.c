/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/status-size-notes.c. */

#include "rows.h"

#include <string.h>

static const Row rows[] = {
  { "status-411-chunked", TRUE, "POST /a\nTransfer-Encoding: chunked",
    "HTTP/1.1 411 Length Required" },
  { "status-411-chunked", FALSE, "POST /a", "HTTP/1.1 411 Length Required" },
  { "status-411-without-length", TRUE, "POST /a", "HTTP/1.1 411 Length Required" },
  { "status-411-without-length", FALSE, "POST /a\nContent-Length: 0",
    "HTTP/1.1 411 Length Required" },
  { "status-411-with-length", TRUE, "POST /a\nContent-Length: 4", "HTTP/1.1 411 Length Required" },
  { "status-411-with-length", FALSE, "POST /a\nTransfer-Encoding: chunked",
    "HTTP/1.1 411 Length Required" },
  { "status-413-size", TRUE, "POST /a\nContent-Length: 4000000", "HTTP/1.1 413 Content Too Large" },
  { "status-413-size", FALSE, "POST /a", "HTTP/1.1 413 Content Too Large" },
  { "status-413-without-content", TRUE, "POST /a", "HTTP/1.1 413 Request Entity Too Large" },
  { "status-413-without-content", FALSE, "POST /a\nContent-Length: 4000000",
    "HTTP/1.1 413 Content Too Large" },
  { "status-414-short", TRUE, "GET /a", "HTTP/1.1 414 URI Too Long" },
  { "status-414-short", FALSE, "GET /a", "HTTP/1.1 400 Bad Request" },
  { "status-431-size", TRUE, "GET /a\nCookie: abcdefghijklmnopqrstuvwxyz",
    "HTTP/1.1 431 Request Header Fields Too Large" },
  { "status-431-size", TRUE, "GET /a", "HTTP/1.1 431 Request Header Fields Too Large" },
  { "status-431-size", FALSE, "GET /a", "HTTP/1.1 413 Content Too Large" },
  { "status-507-size", TRUE, "PUT /a\nContent-Length: 12", "HTTP/1.1 507 Insufficient Storage" },
  { "status-507-size", FALSE, "PUT /a\nContent-Length: 12", "HTTP/1.1 500 Internal Server Error" },
};

/* The address with 9,000 bytes. */
static void
test_long (void)
{
  g_autofree char *filled = g_strnfill (9000, 'x');
  g_autofree char *request = g_strconcat ("GET /", filled, NULL);
  const Row long_rows[] = {
    { "status-414-size", TRUE, request, "HTTP/1.1 414 URI Too Long" },
    { "status-414-size", FALSE, "GET /a", "HTTP/1.1 414 URI Too Long" },
  };

  rows_check (long_rows, G_N_ELEMENTS (long_rows));
}

/* The note stands on the field, with its size. */
static void
test_largest_field (void)
{
  const Row row = { "status-431-size", TRUE, "GET /a\nAccept: a\nCookie: abcdefghij\nX: y",
                    "HTTP/1.1 431 X" };
  g_autoptr(RtTrail) trail = rows_make (&row);
  g_autoptr(GPtrArray) notes = cases_explain (trail);
  RtNote *note = cases_find (notes, "status-431-size");

  g_assert_cmpint (rt_note_get_subject (note), ==, RT_NOTE_ON_REQUEST_FIELD);
  g_assert_cmpint (rt_note_get_field (note), ==, 2);
  g_assert_nonnull (strstr (rt_note_get_detail (note), "“Cookie”, with 18 bytes"));
}

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
  g_test_add_func ("/status-size-notes/rows", test_rows);
  g_test_add_func ("/status-size-notes/long", test_long);
  g_test_add_func ("/status-size-notes/largest-field", test_largest_field);

  return g_test_run ();
}
