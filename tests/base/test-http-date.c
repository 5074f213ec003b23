/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "http-date.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1795262400)
#define EIGHTS G_GINT64_CONSTANT (784111777) /* Sun, 06 Nov 1994 08:49:37 GMT */

static gboolean
parse (const char *text,
       RtHttpDate *date)
{
  gsize length = strlen (text);
  g_autofree char *exact = g_memdup2 (text, length);

  return rt_http_date_parse (exact, length, NOW, date);
}

static void
test_forms (void)
{
  static const struct
  {
    const char    *text;
    gint64         time;
    RtHttpDateForm form;
    gboolean       is_malformed;
    gboolean       wrong_weekday;
  } cases[] = {
    { "Sun, 06 Nov 1994 08:49:37 GMT", EIGHTS, RT_HTTP_DATE_IMF },
    { "Sunday, 06-Nov-94 08:49:37 GMT", EIGHTS, RT_HTTP_DATE_RFC850 },
    { "Sun Nov  6 08:49:37 1994", EIGHTS, RT_HTTP_DATE_ASCTIME },
    { "Thu, 01 Jan 1970 00:00:00 GMT", 0, RT_HTTP_DATE_IMF },
    { "Sat, 21 Nov 2026 12:00:00 GMT", NOW, RT_HTTP_DATE_IMF },
    { "Saturday, 21-Nov-26 12:00:00 GMT", NOW, RT_HTTP_DATE_RFC850 },
    { "Thu, 29 Feb 2024 00:00:00 GMT", 1709164800, RT_HTTP_DATE_IMF },
    { "Sat, 31 Dec 2016 23:59:60 GMT", 1483228800, RT_HTTP_DATE_IMF },
    /* readable, not by the grammar */
    { "Mon, 06 Nov 1994 08:49:37 GMT", EIGHTS, RT_HTTP_DATE_IMF, FALSE, TRUE },
    { "sun, 06 nov 1994 08:49:37 gmt", EIGHTS, RT_HTTP_DATE_IMF, TRUE },
    { "Sun, 6 Nov 1994 08:49:37 GMT", EIGHTS, RT_HTTP_DATE_IMF, TRUE },
    { "Sun, 06 Nov 1994 08:49:37 UTC", EIGHTS, RT_HTTP_DATE_IMF, TRUE },
    { "Sun, 06 Nov 1994 08:49:37", EIGHTS, RT_HTTP_DATE_IMF, TRUE },
    { "Sun, 06 Nov 1994 08:49", EIGHTS - 37, RT_HTTP_DATE_IMF, TRUE },
    { "Sun, 06 Nov 1994 09:49:37 +0100", EIGHTS, RT_HTTP_DATE_IMF, TRUE },
    { "Sun, 06 Nov 1994 03:49:37 EST", EIGHTS, RT_HTTP_DATE_IMF, TRUE },
    { "06 Nov 1994 08:49:37 GMT", EIGHTS, RT_HTTP_DATE_IMF, TRUE },
    { "Sun, 06-Nov-1994 08:49:37 GMT", EIGHTS, RT_HTTP_DATE_RFC850, TRUE },
    { "Sun, 06-Nov-94 08:49:37 GMT", EIGHTS, RT_HTTP_DATE_RFC850, TRUE },
    { "Sun Nov 6 08:49:37 1994", EIGHTS, RT_HTTP_DATE_ASCTIME, TRUE },
    { "1994-11-06T08:49:37Z", EIGHTS, RT_HTTP_DATE_OTHER, TRUE },
    { "1994-11-06 08:49:37.25+00:00", EIGHTS, RT_HTTP_DATE_OTHER, TRUE },
    { " Sun, 06 Nov 1994 08:49:37 GMT", EIGHTS, RT_HTTP_DATE_IMF, TRUE },
    { "Sun, 06 Nov 1994 08:49:37 GMT ", EIGHTS, RT_HTTP_DATE_IMF, TRUE },
    { "Sun,  06 Nov 1994 08:49:37 GMT", EIGHTS, RT_HTTP_DATE_IMF, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RtHttpDate date;

      g_test_message ("%s", cases[i].text);
      g_assert_true (parse (cases[i].text, &date));
      g_assert_cmpint (date.time, ==, cases[i].time);
      g_assert_cmpint (date.form, ==, cases[i].form);
      g_assert_cmpint (date.is_malformed, ==, cases[i].is_malformed);
      g_assert_cmpint (date.wrong_weekday, ==, cases[i].wrong_weekday);
    }
}

static void
test_unreadable (void)
{
  static const char *const cases[] = {
    "", "0", "-1", "now", "Sun", "Sun, 06 Nov 1994", "08:49:37 GMT",
    "Sun, 31 Feb 1994 08:49:37 GMT", "Wed, 29 Feb 2023 00:00:00 GMT",
    "Sun, 06 Nov 1994 24:00:00 GMT", "Sun, 06 Nov 1994 08:60:00 GMT",
    "Sun, 06 Nov 1994 08:49:61 GMT", "Sun, 06 Nov 1994 8:4:37 GMT",
    "Sun, 06 Nov 1994 08:49:37 GMT GMT", "Sun, 06 Nov 1994 08:49:37 XYZ",
    "Sun, 06 Xyz 1994 08:49:37 GMT", "Sun, 00 Nov 1994 08:49:37 GMT",
    "Sun, 06 Nov 19945 08:49:37 GMT", "Sun, 06 Nov 0 08:49:37 GMT",
    "Sun, 06 Nov 1994 08:49:37 GMT; x", "784111777",
    "1994-13-06T08:49:37Z", "1994-11-06", "1994-11-06T08:49:37+2500",
    "Sun, 06 Nov 1994 08:49:37 GMT\n                                             x",
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RtHttpDate date;

      g_test_message ("%s", cases[i]);
      g_assert_false (parse (cases[i], &date));
    }
}

/* Every prefix of a date, in a buffer of its own size. */
static void
test_prefixes (void)
{
  const char *texts[] = { "Sunday, 06-Nov-94 08:49:37 GMT", "1994-11-06T08:49:37.5+01:00" };

  for (guint t = 0; t < G_N_ELEMENTS (texts); t++)
    for (gsize n = 0; n <= strlen (texts[t]); n++)
      {
        g_autofree char *exact = g_memdup2 (texts[t], n);
        RtHttpDate date;

        rt_http_date_parse (exact, n, NOW, &date);
      }
}

static void
test_century (void)
{
  RtHttpDate date;

  g_assert_true (parse ("Saturday, 21-Nov-76 12:00:00 GMT", &date)); /* 2076: 50 years ahead */
  g_assert_cmpint (date.time, >, NOW);
  g_assert_true (parse ("Monday, 21-Nov-77 12:00:00 GMT", &date)); /* 2077 is too far */
  g_assert_cmpint (date.time, <, NOW);
  g_assert_false (date.wrong_weekday);
}

static void
test_written (void)
{
  g_autofree char *eights = rt_http_date_to_string (EIGHTS);
  g_autofree char *epoch = rt_http_date_to_string (0);

  g_assert_cmpstr (eights, ==, "Sun, 06 Nov 1994 08:49:37 GMT");
  g_assert_cmpstr (epoch, ==, "Thu, 01 Jan 1970 00:00:00 GMT");
  g_assert_null (rt_http_date_to_string (G_MAXINT64));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/http-date/forms", test_forms);
  g_test_add_func ("/http-date/unreadable", test_unreadable);
  g_test_add_func ("/http-date/prefixes", test_prefixes);
  g_test_add_func ("/http-date/century", test_century);
  g_test_add_func ("/http-date/written", test_written);

  return g_test_run ();
}
