/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of cookie-date.c. */

#include "cookie-date.h"

#include <string.h>

#define NONE G_MININT64

static const struct
{
  const char *text;
  gint64      seconds; /* NONE: no date */
} cases[] = {
  { "Sun, 06 Nov 1994 08:49:37 GMT", 784111777 },
  { "Sunday, 06-Nov-94 08:49:37 GMT", 784111777 },
  { "Sun Nov  6 08:49:37 1994", 784111777 },
  { "8:49:37,6;november 94", 784111777 },
  { "1994 06 nOv 08:49:37", 784111777 },
  { "06 Nov 1994 08:49:37 +0200", 784111777 },
  { "6th Nov 1994x 08:49:37x9", 784111777 },
  { "Thu, 01 Jan 1970 00:00:00 GMT", 0 },
  { "01 Jan 1601 00:00:00", G_GINT64_CONSTANT (-11644473600) },
  { "31 Dec 1600 23:59:59", NONE },
  { "1 Jan 70 00:00:00", 0 },
  { "1 Jan 69 00:00:00", G_GINT64_CONSTANT (3124224000) },
  { "29 Feb 2024 00:00:00", 1709164800 },
  { "29 Feb 2023 00:00:00", NONE },
  { "30 Feb 2024 00:00:00", NONE },
  { "0 Jan 2024 00:00:00", NONE },
  { "32 Jan 2024 00:00:00", NONE },
  { "1 Jan 2024 24:00:00", NONE },
  { "1 Jan 2024 00:60:00", NONE },
  { "1 Jan 2024 00:00:60", NONE },
  { "1 Jan 2024 00:00", NONE },
  { "1 Jan 2024 001:00:00", NONE },
  { "1 Jan 2024 00:00:000", NONE },
  { "001 Jan 02 00:00:00", 978393600 },
  { "1 Ja 2024 00:00:00", NONE },
  { "1 Jan 123 00:00:00", NONE },
  { "1 Jan 12345 00:00:00", NONE },
  { "1 Jan 9999 00:00:00", G_GINT64_CONSTANT (253370764800) },
  { "1 Jan 00:00:00", NONE },
  { "Jan 2024 00:00:00", NONE },
  { "\303\2441 Jan 2024 00:00:00", NONE },
  { "", NONE },
  { "   ", NONE },
  { ":", NONE },
};

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      gsize length = strlen (cases[i].text);
      g_autofree char *exact = g_memdup2 (cases[i].text, length);
      gint64 seconds = 42;
      gboolean is_date = rt_cookie_date_parse (exact, length, &seconds);

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (is_date, ==, cases[i].seconds != NONE);
      g_assert_cmpint (seconds, ==, is_date ? cases[i].seconds : 42);
    }
}

/* Every beginning of a date is read without a byte too many. */
static void
test_cut (void)
{
  const char *date = "Sun, 06 Nov 1994 08:49:37 GMT";

  for (gsize length = 0; length <= strlen (date); length++)
    {
      g_autofree char *exact = g_memdup2 (date, length);
      gint64 seconds;

      g_assert_cmpint (rt_cookie_date_parse (exact, length, &seconds), ==, length >= 24);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cookies/date/table", test_table);
  g_test_add_func ("/cookies/date/cut", test_cut);

  return g_test_run ();
}
