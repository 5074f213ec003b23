/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/field-date.c. */

#include "field-date.h"

#define NOW G_GINT64_CONSTANT (1767225600) /* 2026-01-01 */

static void
test_dates (void)
{
  static const struct { const char *text; gint64 time; } cases[] = {
    { "Sun, 06 Nov 1994 08:49:37 GMT", 784111777 },
    { " Sun, 06 Nov 1994 08:49:37 GMT\t", 784111777 },
    { "Sunday, 06-Nov-94 08:49:37 GMT", 784111777 },
    { "Sun Nov  6 08:49:37 1994", 784111777 },
    { "Wed Nov 16 08:49:37 1994", 784975777 },
    { "sun, 06 nov 1994 08:49:37 gmt", 784111777 },
    { "Thu, 01 Jan 1970 00:00:00 GMT", 0 },
    { "Wed, 31 Dec 1969 23:59:59 GMT", 0 },
    { "Sat, 31 Dec 2016 23:59:60 GMT", 1483228799 },
    { "Wednesday, 01-Jan-75 00:00:00 GMT", 3313526400 }, /* 49 years ahead: 2075 */
    { "Saturday, 01-Jan-77 00:00:00 GMT", 220924800 },   /* 51 would be: 1977 */
    { "", -1 },
    { "soon", -1 },
    { "120", -1 },
    { "Sun, 6 Nov 1994 08:49:37 GMT", -1 },
    { "Sun, 06 Nov 1994 08:49:37", -1 },
    { "Sun, 06 Nov 1994 08:49:37 GMT x", -1 },
    { "Sun, 06 Foo 1994 08:49:37 GMT", -1 },
    { "Sun, 32 Jan 1994 08:49:37 GMT", -1 },
    { "Tue, 29 Feb 2023 08:49:37 GMT", -1 },
    { "Sun, 06 Nov 1994 24:49:37 GMT", -1 },
    { "Sun, 06 Nov 1994 08:60:37 GMT", -1 },
    { "Sun, 06 Nov 1994 08:49:61 GMT", -1 },
    { "Sun, 06 Nov 0000 08:49:37 GMT", -1 },
    { "Sun, 06 Nov +994 08:49:37 GMT", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (rt_field_date_parse (cases[i].text, NOW), ==, cases[i].time);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/field-date/dates", test_dates);

  return g_test_run ();
}
