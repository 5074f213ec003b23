/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "word-list.h"

static void
test_words (void)
{
  static const char *const joined[] = { "", "a", "a and b", "a, b and c", "a, b, c and d" };
  static const char *const shortened[] = { "", "a", "a and b", "a, b and 1 more",
                                           "a, b and 2 more" };
  g_autoptr(GPtrArray) words = g_ptr_array_new ();

  for (guint i = 0; i < G_N_ELEMENTS (joined); i++)
    {
      g_autofree char *all = rt_word_list_join (words);
      g_autofree char *some = rt_word_list_shorten (words, 2);

      g_assert_cmpstr (all, ==, joined[i]);
      g_assert_cmpstr (some, ==, shortened[i]);
      g_ptr_array_add (words, (char *) &"a\0b\0c\0d\0e"[2 * i]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/word-list/words", test_words);

  return g_test_run ();
}
