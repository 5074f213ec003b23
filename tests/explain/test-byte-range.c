/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/byte-range.c. */

#include "byte-range.h"

static void
test_asked (void)
{
  static const struct { const char *value; int n; gint64 first; gint64 last; } cases[] = {
    { "bytes=0-499", 1, 0, 499 }, { "Bytes=5-", 1, 5, -1 }, { "bytes=-5", 1, -1, 5 },
    { "bytes=0-0, -1", 2, 0, 0 }, { "bytes= 1-2 ,3-4", 2, 1, 2 },
    { "", 0, 0, 0 }, { "bytes", 0, 0, 0 }, { "bytes=", 0, 0, 0 }, { "bytes=-", 0, 0, 0 },
    { "bytes=5-4", 0, 0, 0 }, { "bytes=a-b", 0, 0, 0 }, { "bytes 0-1", 0, 0, 0 },
    { "lines=0-1", 0, 0, 0 }, { "bytes=1", 0, 0, 0 }, { "bytes=1-2x", 0, 0, 0 },
    { "bytes=99999999999999999999-", 0, 0, 0 }, { "bytes=0-99999999999999999999", 0, 0, 0 },
    { "bytes=1-2,x", 0, 0, 0 }, { "bytes=--1", 0, 0, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *trouble;
      g_autoptr(GArray) ranges = rt_byte_ranges_parse (cases[i].value, &trouble);

      g_test_message ("%s", cases[i].value);
      g_assert_cmpint (ranges != NULL ? (int) ranges->len : 0, ==, cases[i].n);
      if (ranges == NULL)
        continue;
      g_assert_cmpint (g_array_index (ranges, RtByteRange, 0).first, ==, cases[i].first);
      g_assert_cmpint (g_array_index (ranges, RtByteRange, 0).last, ==, cases[i].last);
    }
}

static void
test_given (void)
{
  static const struct { const char *value; gboolean good; gint64 range[3]; } cases[] = {
    { "bytes 0-499/1234", TRUE, { 0, 499, 1234 } },
    { "bytes 0-499/*", TRUE, { 0, 499, -1 } },
    { "bytes */1234", TRUE, { -1, -1, 1234 } },
    { "bytes */0", TRUE, { -1, -1, 0 } },
    { "bytes */*", FALSE, { 0, 0, 0 } }, { "bytes 0-499", FALSE, { 0, 0, 0 } },
    { "0-499/1234", FALSE, { 0, 0, 0 } }, { "bytes=0-499/1234", FALSE, { 0, 0, 0 } },
    { "bytes 5-4/9", FALSE, { 0, 0, 0 } }, { "bytes 0-9/9", FALSE, { 0, 0, 0 } },
    { "bytes 0-8/9 ", FALSE, { 0, 0, 0 } }, { "bytes -5/9", FALSE, { 0, 0, 0 } },
    { "bytes 0-/9", FALSE, { 0, 0, 0 } }, { "bytes 0-8/", FALSE, { 0, 0, 0 } },
    { "bytes", FALSE, { 0, 0, 0 } }, { "", FALSE, { 0, 0, 0 } },
    { "bytes 0-1/*x", FALSE, { 0, 0, 0 } },
    { "bytes 0-99999999999999999999/*", FALSE, { 0, 0, 0 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RtContentRange range;

      g_test_message ("%s", cases[i].value);
      g_assert_cmpint (rt_content_range_read (cases[i].value, &range), ==, cases[i].good);
      if (!cases[i].good)
        continue;
      g_assert_cmpint (range.first, ==, cases[i].range[0]);
      g_assert_cmpint (range.last, ==, cases[i].range[1]);
      g_assert_cmpint (range.total, ==, cases[i].range[2]);
    }
}

static void
test_existence (void)
{
  static const struct { const char *value; gint64 total; gboolean exists; } cases[] = {
    { "bytes=0-", 1, TRUE }, { "bytes=0-", 0, FALSE }, { "bytes=9-", 9, FALSE },
    { "bytes=8-100", 9, TRUE }, { "bytes=-1", 0, FALSE }, { "bytes=-0", 5, FALSE },
    { "bytes=-9", 5, TRUE }, { "bytes=9-,0-", 5, TRUE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *trouble;
      g_autoptr(GArray) ranges = rt_byte_ranges_parse (cases[i].value, &trouble);

      g_test_message ("%s", cases[i].value);
      g_assert_cmpint (rt_byte_ranges_exist (ranges, cases[i].total), ==, cases[i].exists);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/byte-range/asked", test_asked);
  g_test_add_func ("/byte-range/given", test_given);
  g_test_add_func ("/byte-range/existence", test_existence);

  return g_test_run ();
}
