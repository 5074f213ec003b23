/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "near-word.h"

#include <string.h>

static void
test_cases (void)
{
  static const struct { const char *typed; const char *text; gboolean near; } cases[] = {
    { "teapot", "im a teapot", TRUE },
    { "teapto", "im a teapot", TRUE },      /* swapped */
    { "tepot", "im a teapot", TRUE },       /* missing */
    { "teappot", "im a teapot", TRUE },     /* too many */
    { "teabot", "im a teapot", TRUE },      /* another */
    { "taebot", "im a teapot", FALSE },     /* two are too many for six letters */
    { "unautor", "unauthorized", TRUE },    /* not at its end yet */
    { "unatorized", "unauthorized", TRUE }, /* two, of ten */
    { "unatorised", "unauthorized", FALSE },
    { "fonud", "not found", TRUE },
    { "gnoe", "gone", FALSE },              /* too short to tell */
    { "teapots", "tea", FALSE },
    { "found", "", FALSE },
    { "", "found", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].typed);
      g_assert_cmpint (rt_near_word_is_in (cases[i].typed, cases[i].text), ==, cases[i].near);
    }
}

/* Words of any length, up to and over the longest that is compared. */
static void
test_long (void)
{
  for (gsize n = 0; n < 80; n++)
    {
      g_autofree char *word = g_strnfill (n, 'a');

      g_assert_cmpint (rt_near_word_is_in (word, word), ==, n >= 5 && n <= 32);
      g_assert_false (rt_near_word_is_in (word, "b"));
      if (n > 32)
        g_assert_true (rt_near_word_is_in ("aaaaaaaaaaab", word));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/near-word/cases", test_cases);
  g_test_add_func ("/near-word/long", test_long);

  return g_test_run ();
}
