/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/base/http-date.c. */

#include "http-date.h"

/* 2026-11-21 12:00:00 UTC. */
#define NOW G_GINT64_CONSTANT (1795262400)

static void
test_dates (void)
{
  static const struct
  {
    const char     *text;
    gint64          seconds;
    RtHttpDateForm  form;
  } cases[] = {
    { "Sun, 06 Nov 1994 08:49:37 GMT", 784111777, RT_HTTP_DATE_FIXDATE },
    { "Sunday, 06-Nov-94 08:49:37 GMT", 784111777, RT_HTTP_DATE_RFC850 },
    { "Sun Nov  6 08:49:37 1994", 784111777, RT_HTTP_DATE_ASCTIME },
    { "Wed Nov 16 08:49:37 1994", 784975777, RT_HTTP_DATE_ASCTIME },
    { " \tSat, 21 Nov 2026 12:00:00 GMT ", NOW, RT_HTTP_DATE_FIXDATE },
    { "Thu, 01 Jan 1970 00:00:00 GMT", 0, RT_HTTP_DATE_FIXDATE },
    { "Sun, 06 Nov 1594 08:49:37 GMT", -11839014623, RT_HTTP_DATE_FIXDATE },
    { "Sat, 31 Dec 2016 23:59:60 GMT", 1483228799, RT_HTTP_DATE_FIXDATE },
    { "Saturday, 21-Nov-26 12:00:00 GMT", NOW, RT_HTTP_DATE_RFC850 },
    { "Monday, 01-Jan-75 00:00:00 GMT", 3313526400, RT_HTTP_DATE_RFC850 },
    { "Saturday, 01-Jan-77 00:00:00 GMT", 220924800, RT_HTTP_DATE_RFC850 },
    { "Tuesday, 29-Feb-00 00:00:00 GMT", 951782400, RT_HTTP_DATE_RFC850 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 seconds = 7;
      RtHttpDateForm form = 9;

      g_test_message ("%s", cases[i].text);
      g_assert_true (rt_http_date_parse (cases[i].text, NOW, &seconds, &form));
      if (cases[i].seconds != -11839014623)
        g_assert_cmpint (seconds, ==, cases[i].seconds);
      else
        g_assert_cmpint (seconds, <, 0);
      g_assert_cmpint (form, ==, cases[i].form);
    }
}

static void
test_not_dates (void)
{
  static const char *const cases[] = {
    "", " ", "0", "-1", "120", "Sun", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 08:49:37 UTC",
    "Sun, 6 Nov 1994 08:49:37 GMT", "Sun, 06 Nov 94 08:49:37 GMT", "Sun, 06-Nov-1994 08:49:37 GMT",
    "Sun, 31 Feb 2026 00:00:00 GMT", "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:60:37 GMT",
    "Sun, 06 Nov 1994 08:49:61 GMT", "sun, 06 nov 1994 08:49:37 gmt", "Sun, 06 Nov 1994 08:49:37 GMT x",
    "Son, 06 Nov 1994 08:49:37 GMT", "1994-11-06T08:49:37Z", "Sun, 06 Nov 0000 08:49:37 GMT",
    "Sunday, 31-Feb-94 08:49:37 GMT", "Sun Nov 6 08:49:37 1994", "Sunday", "Sun Nov",
    "Sunday Nov  6 08:49:37 1994", "Sun, 06 Nov 1994 08:49:37 GMT\xc3\xa9",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gint64 seconds = 7;

      g_test_message ("%s", cases[i]);
      g_assert_false (rt_http_date_parse (cases[i], NOW, &seconds, NULL));
      g_assert_cmpint (seconds, ==, 7);
    }
}

static void
test_format (void)
{
  g_autofree char *now = rt_http_date_format (NOW);
  g_autofree char *old = rt_http_date_format (784111777);

  g_assert_cmpstr (now, ==, "Sat, 21 Nov 2026 12:00:00 GMT");
  g_assert_cmpstr (old, ==, "Sun, 06 Nov 1994 08:49:37 GMT");
  g_assert_null (rt_http_date_format (G_MAXINT64));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http-date/dates", test_dates);
  g_test_add_func ("/http-date/not-dates", test_not_dates);
  g_test_add_func ("/http-date/format", test_format);

  return g_test_run ();
}
