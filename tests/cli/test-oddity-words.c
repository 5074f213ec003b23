/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Each oddity of a line has words. */

#include "oddity-words.h"

static void
test_all (void)
{
  g_autofree char *none = rt_oddity_words_new (RT_ODDITY_NONE);
  g_autofree char *two = rt_oddity_words_new (RT_ODDITY_FOLDED | RT_ODDITY_NOT_ASCII);

  g_assert_cmpstr (none, ==, "");
  g_assert_cmpstr (two, ==, "folded over several lines, not ASCII");
  for (guint flag = RT_ODDITY_FOLDED; flag <= RT_ODDITY_LEADING_SPACE; flag <<= 1)
    {
      g_autofree char *words = rt_oddity_words_new (flag);

      g_assert_cmpstr (words, !=, "");
      g_assert_null (g_strstr_len (words, -1, ", "));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/oddity-words/all", test_all);

  return g_test_run ();
}
