/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "span.h"

static void
test_words (void)
{
  static const struct { gint64 seconds; const char *words; } cases[] = {
    { 0, "0 seconds" }, { 1, "1 second" }, { -1, "1 second" }, { 59, "59 seconds" },
    { 60, "1 minute" }, { 90, "90 seconds" }, { 120, "2 minutes" },
    { 130, "2 minutes and 10 seconds" }, { 600, "10 minutes" }, { 3600, "1 hour" },
    { 5400, "1 hour and 30 minutes" }, { 5401, "about 1 hour and 30 minutes" },
    { 3601, "about 1 hour" }, { 86400, "1 day" }, { 604800, "7 days" },
    { 31536000, "1 year" }, { 63072000, "2 years" }, { 15552000, "180 days" },
    { 31536000 + 86400, "1 year and 1 day" },
    { 31536000 + 1, "about 1 year" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = rt_span_words (cases[i].seconds);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_rounded (void)
{
  static const struct { gint64 seconds; const char *words; } cases[] = {
    { 0, "0 seconds" }, { 1, "1 second" }, { 59, "59 seconds" }, { 60, "1 minute" },
    { 90, "90 seconds" }, { 120, "2 minutes" }, { 150, "3 minutes" }, { 3600, "1 hour" },
    { 5400, "90 minutes" }, { 7200, "2 hours" }, { 86400, "1 day" }, { 129600, "36 hours" },
    { 172799, "48 hours" }, { 172800, "2 days" }, { 34560000, "400 days" },
    { G_MAXINT64, "106751991167301 days" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = rt_span_rounded (cases[i].seconds);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_from_now (void)
{
  static const struct { gint64 time; gint64 now; const char *words; } cases[] = {
    { 10, 10, "now" }, { 0, 7200, "2 hours ago" }, { 0, 7300, "2 hours ago" },
    { 86400 * 3, 0, "in 3 days" }, { 0, 90, "90 seconds ago" }, { 61, 0, "in 61 seconds" },
    { 0, 31536000, "1 year ago" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = rt_span_from_now (cases[i].time, cases[i].now);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* Nothing overflows. */
static void
test_extremes (void)
{
  static const gint64 values[] = { G_MININT64, -G_MAXINT64, -1, 0, 1, G_MAXINT64 };

  for (guint i = 0; i < G_N_ELEMENTS (values); i++)
    {
      g_autofree char *words = rt_span_words (values[i]);
      g_autofree char *local = rt_span_local (values[i]);

      g_assert_cmpstr (words, !=, "");
      g_assert_nonnull (local);
      for (guint j = 0; j < G_N_ELEMENTS (values); j++)
        {
          g_autofree char *from = rt_span_from_now (values[i], values[j]);

          g_assert_cmpstr (from, !=, "");
        }
    }
}

static void
test_local (void)
{
  g_autofree char *text = rt_span_local (1795262400);
  g_autofree char *never = rt_span_local (G_MAXINT64);

  g_assert_nonnull (g_strstr_len (text, -1, "2026"));
  g_assert_cmpstr (never, ==, "");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/span/words", test_words);
  g_test_add_func ("/span/rounded", test_rounded);
  g_test_add_func ("/span/from-now", test_from_now);
  g_test_add_func ("/span/extremes", test_extremes);
  g_test_add_func ("/span/local", test_local);

  return g_test_run ();
}
