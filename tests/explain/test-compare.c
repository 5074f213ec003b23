/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "compare.h"

#include <string.h>

#include "cases.h"
#include "compared-rows.h"
#include "exchange-private.h"

static GPtrArray *
compare (RtTrail *trail)
{
  return rt_compare_exchanges (rt_trail_get_exchange (trail, 0), rt_trail_get_exchange (trail, 1),
                               100);
}

static void
assert_rows (GPtrArray      *rows,
             RtComparedPart  part,
             const char     *expected)
{
  g_autofree char *text = compared_rows_dup (rows, part);

  g_assert_cmpstr (text, ==, expected);
}

static void
test_parts (void)
{
  g_autoptr(RtTrail) trail = cases_new_trail ("http://a.example/");
  g_autoptr(GPtrArray) rows = NULL;

  cases_add (trail, "http://a.example/", "GET / HTTP/1.1\nA: 1\nB: 1\na: 2",
             "HTTP/1.1 200 OK\nX: 1\nSame: s\nx: 2\nOld: o", "text");
  cases_add (trail, "http://b.example/", "POST / HTTP/1.1\na: 1\nA: 3\nC: 1",
             "HTTP/1.0 404 N\377t\nNew: n\nSame: s\nX: 1", "text");
  rows = compare (trail);
  assert_rows (rows, RT_COMPARED_REQUEST,
               "~Method|GET|POST\n~URL|http://a.example/|http://b.example/\n");
  assert_rows (rows, RT_COMPARED_REQUEST_FIELD, "=A|1|1\n<B|1|-\n~a|2|3\n>C|-|1\n");
  assert_rows (rows, RT_COMPARED_STATUS,
               "~Status|200 OK|404 N\\xFFt\n~Version|HTTP/1.1|HTTP/1.0\n");
  assert_rows (rows, RT_COMPARED_FIELD,
               "=X|1|1\n=Same|s|s\n<x|2|-\n<Old|o|-\n>New|-|n\n");
  assert_rows (rows, RT_COMPARED_SIZE,
               "~Request head|36 bytes|37 bytes\n~Response head|48 bytes|43 bytes\n"
               "=Content on the wire|4 bytes|4 bytes\n"
               "=Content without codings|4 bytes|4 bytes\n");
  assert_rows (rows, RT_COMPARED_CONTENT, "=Content|4 bytes|4 bytes\n");
}

static void
test_order (void)
{
  g_autoptr(RtTrail) trail = cases_new_trail ("http://a.example/");
  g_autoptr(GPtrArray) rows = NULL;
  RtComparedPart last = RT_COMPARED_REQUEST;

  cases_add (trail, "http://a.example/", "GET / HTTP/1.1\nA: 1", "HTTP/1.1 200 OK\nA: 1", "a");
  cases_add (trail, "http://a.example/", "GET / HTTP/1.1\nA: 1", "HTTP/1.1 200 OK\nA: 1", "b");
  rows = compare (trail);
  for (guint i = 0; i < rows->len; i++)
    {
      g_assert_cmpint (rt_compared_row_get_part (rows->pdata[i]), >=, last);
      last = rt_compared_row_get_part (rows->pdata[i]);
    }
  g_assert_cmpint (last, ==, RT_COMPARED_CONTENT);
}

static void
test_times (void)
{
  g_autoptr(RtTrail) trail = cases_new_trail ("http://a.example/");
  g_autoptr(GPtrArray) rows = NULL;
  RtTiming timing;

  rt_timing_init (&timing);
  timing.started = 1;
  timing.ended = 2001;
  timing.phases[RT_PHASE_CONNECT] = (RtSpanOfTime) { 1, 1001 };
  rt_exchange_set_timing (cases_add (trail, "http://a.example/", "GET / HTTP/1.1", NULL, NULL),
                          &timing);
  timing.phases[RT_PHASE_CONNECT] = (RtSpanOfTime) { -1, -1 };
  rt_exchange_set_timing (cases_add (trail, "http://a.example/", "GET / HTTP/1.1", NULL, NULL),
                          &timing);
  rows = compare (trail);
  assert_rows (rows, RT_COMPARED_TIME, "<Connect|1.0 ms|-\n=Whole time|2.0 ms|2.0 ms\n");
}

/* A response on one side only. */
static void
test_failure (void)
{
  g_autoptr(RtTrail) trail = cases_new_trail ("http://a.example/");
  g_autoptr(GPtrArray) rows = NULL;
  RtExchange *failed = cases_add (trail, "http://a.example/", "GET / HTTP/1.1", NULL, NULL);

  rt_exchange_take_failure (failed, rt_failure_new (RT_FAILURE_RESET, RT_PHASE_WAIT, "Reset.",
                                                    NULL));
  cases_add (trail, "http://a.example/", "GET / HTTP/1.1", "HTTP/1.1 200 OK\nA: 1", "b");
  rows = compare (trail);
  assert_rows (rows, RT_COMPARED_STATUS,
               ">Status|-|200 OK\n>Version|-|HTTP/1.1\n<Failure|Reset.|-\n");
  assert_rows (rows, RT_COMPARED_FIELD, ">A|-|1\n");
  assert_rows (rows, RT_COMPARED_CONTENT, ">Line 1|-|b\n");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compare/parts", test_parts);
  g_test_add_func ("/compare/order", test_order);
  g_test_add_func ("/compare/times", test_times);
  g_test_add_func ("/compare/failure", test_failure);

  return g_test_run ();
}
