/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of find-words.c. */

#include "config.h"

#include "find-words.h"

#include "made-lines.h"

static void
assert_count (const char    *text,
              const char    *pattern,
              const guint64 *index,
              const char    *expected)
{
  g_autoptr (RtLines) lines = rt_made_lines_new_text (text, -1);
  g_autoptr (RtFinder) finder = rt_finder_new (lines, pattern, RT_FIND_REGEX, NULL);
  g_autofree char *count = NULL;

  while (!rt_finder_is_complete (finder))
    g_main_context_iteration (NULL, TRUE);
  count = rt_find_words_count (finder, RT_FIND_WITHIN_TEXT, index);
  g_assert_cmpstr (count, ==, expected);
}

static void
test_count (void)
{
  guint64 third = 2;

  assert_count ("aaa", "b", NULL, "No matches");
  assert_count ("aaa", "b*", NULL, "Only empty matches");
  assert_count ("aaa", "a", NULL, "3 matches");
  assert_count ("aaa", "^a", NULL, "1 match");
  assert_count ("aaa", "a", &third, "3 of 3");
}

/* Not the last word while more may arrive. */
static void
test_growing (void)
{
  g_autoptr (RtLines) lines = rt_made_lines_new_many (20);
  g_autoptr (RtFinder) finder = NULL;
  guint64 first = 0;
  g_autofree char *none = NULL;
  g_autofree char *all = NULL;
  g_autofree char *one = NULL;

  rt_made_lines_set_open (RT_MADE_LINES (lines), TRUE);
  finder = rt_finder_new (lines, "00010", 0, NULL);
  none = rt_find_words_count (finder, RT_FIND_WITHIN_TEXT, NULL);
  g_assert_true (g_str_equal (none, "Searching…") || g_str_equal (none, "1…"));
  while (rt_finder_get_n_matches (finder) == 0)
    g_main_context_iteration (NULL, TRUE);
  all = rt_find_words_count (finder, RT_FIND_WITHIN_TEXT, NULL);
  g_assert_cmpstr (all, ==, "1…");
  one = rt_find_words_count (finder, RT_FIND_WITHIN_TEXT, &first);
  g_assert_cmpstr (one, ==, "1 of 1…");
}

static void
test_within (void)
{
  g_autoptr (RtLines) lines = rt_made_lines_new_text ("a\nb", -1);
  g_autoptr (RtFinder) finder = rt_finder_new (lines, "a\\nb", RT_FIND_REGEX, NULL);
  g_autofree char *line = NULL;
  g_autofree char *row = NULL;

  while (!rt_finder_is_complete (finder))
    g_main_context_iteration (NULL, TRUE);
  line = rt_find_words_count (finder, RT_FIND_WITHIN_LINE, NULL);
  g_assert_cmpstr (line, ==, "No matches within a line");
  row = rt_find_words_count (finder, RT_FIND_WITHIN_ROW, NULL);
  g_assert_cmpstr (row, ==, "No matches within a row");
}

static void
test_flaw (void)
{
  static const struct
  {
    const char *pattern;
    const char *message;
    const char *words;
  } rows[] = {
    { "t(", "Error in “t(” at char 2: no end", "no end, after “t(”" },
    { "*", "Error in “*” at char 0: nothing", "nothing, at its beginning" },
    { "é(", "Error in “é(” at char 1: a: b", "a: b, after “é”" },
    { "12345678901234567(", "“12345678901234567(” 18: x", "x, after “…345678901234567(”" },
    /* Whatever else it may be. */
    { "t(", "something else", "something else" },
    { "t(", "“t(” at char 9: no end", "“t(” at char 9: no end" },
    { "t(", "“t(” no number", "“t(” no number" },
    { "t(", "“t(” 2", "“t(” 2" },
    { "t(", "“t(” 99999999999999999999999: x", "“t(” 99999999999999999999999: x" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *words = rt_find_words_flaw (rows[i].pattern, rows[i].message);
      g_autofree char *expected = g_strconcat ("Not a regular expression: ", rows[i].words, NULL);

      g_assert_cmpstr (words, ==, expected);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/find-words/count", test_count);
  g_test_add_func ("/find-words/growing", test_growing);
  g_test_add_func ("/find-words/flaw", test_flaw);
  g_test_add_func ("/find-words/within", test_within);

  return g_test_run ();
}
