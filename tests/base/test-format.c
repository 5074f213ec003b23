/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/base/format.c. */

#include "format.h"

static void
test_sizes (void)
{
  const struct
  {
    guint64     bytes;
    const char *words;
  } cases[] = {
    { 0, "0 bytes" },
    { 1, "1 byte" },
    { 812, "812 bytes" },
    { 999, "999 bytes" },
    { 1000, "1.0 kB" },
    { 1234, "1.2 kB" },
    { 3400000, "3.4 MB" },
    { G_GUINT64_CONSTANT (1000000000), "1.0 GB" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = rt_format_size (cases[i].bytes);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_bytes (void)
{
  const struct
  {
    guint64     bytes;
    const char *words;
  } cases[] = {
    { 0, "0 bytes" },
    { 1, "1 byte" },
    { 1234, "1234 bytes" },
    { G_MAXUINT64, "18446744073709551615 bytes" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = rt_format_bytes (cases[i].bytes);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_durations (void)
{
  const struct
  {
    gint64      microseconds;
    const char *words;
  } cases[] = {
    { 0, "0 ms" },
    { 1, "under 0.1 ms" },
    { 49, "under 0.1 ms" },
    { 50, "0.1 ms" },
    { 400, "0.4 ms" },
    { 9949, "9.9 ms" },
    { 9950, "10 ms" },
    { 12000, "12 ms" },
    { 999499, "999 ms" },
    { 999500, "1.00 s" },
    { 1250000, "1.25 s" },
    { 9994999, "9.99 s" },
    { 9995000, "10.0 s" },
    { 59949999, "59.9 s" },
    { 59950000, "1 min 0 s" },
    { 125000000, "2 min 5 s" },
    { G_GINT64_CONSTANT (3599600000), "1 h 0 min" },
    { G_GINT64_CONSTANT (4800000000), "1 h 20 min" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = rt_format_duration (cases[i].microseconds);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_rates (void)
{
  g_autofree char *none = rt_format_rate (1000, 0);
  g_autofree char *slow = rt_format_rate (1, 1000000);
  g_autofree char *fast = rt_format_rate (1700000, 500000);
  g_autofree char *huge = rt_format_rate (G_MAXUINT64 / 2, G_USEC_PER_SEC);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (slow, ==, "1 byte/s");
  g_assert_cmpstr (fast, ==, "3.4 MB/s");
  g_assert_cmpstr (huge, ==, "9.2 EB/s");
}

static void
test_counts (void)
{
  g_autofree char *none = rt_format_count (0);
  g_autofree char *most = rt_format_count (G_MAXUINT64);

  g_assert_cmpstr (none, ==, "0");
  g_assert_cmpstr (most, ==, "18446744073709551615");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/format/sizes", test_sizes);
  g_test_add_func ("/format/bytes", test_bytes);
  g_test_add_func ("/format/durations", test_durations);
  g_test_add_func ("/format/rates", test_rates);
  g_test_add_func ("/format/counts", test_counts);

  return g_test_run ();
}
