/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is found, in order and around the end, as by looking at each line; while
 * lines grow; and an end at any moment. */

#include "config.h"

#include "finder.h"

#include "hex-lines.h"
#include "naive-lines.h"

#define C RT_FIND_CASE

static void
wait_for_all (RtFinder *finder)
{
  while (!rt_finder_is_complete (finder))
    g_main_context_iteration (NULL, TRUE);
}

static GArray *
naive_matches (RtLines    *lines,
               const char *needle)
{
  GArray *matches = g_array_new (FALSE, FALSE, sizeof (RtMatch));

  for (guint64 line = 0; line < rt_lines_get_n_lines (lines); line++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      const char *p;

      rt_lines_read (lines, line, 0, G_MAXSIZE, text);
      p = text->str;
      while ((p = strstr (p, needle)) != NULL)
        {
          RtMatch match = { line, p - text->str, p - text->str + strlen (needle) };

          g_array_append_val (matches, match);
          p += strlen (needle);
        }
    }

  return matches;
}

static void
assert_match (const RtMatch *a,
              const RtMatch *b)
{
  g_assert_cmpuint (a->line, ==, b->line);
  g_assert_cmpuint (a->start, ==, b->start);
  g_assert_cmpuint (a->end, ==, b->end);
}

/* From match to match, there and back, and once around. */
static void
walk (RtFinder *finder,
      GArray   *expected)
{
  RtPlace place = { 0, 0 };
  RtMatch match;
  guint64 index;

  g_assert_cmpuint (rt_finder_get_n_matches (finder), ==, expected->len);
  if (expected->len == 0)
    {
      g_assert_false (rt_finder_find_next (finder, &place, FALSE, &match, &index));
      g_assert_false (rt_finder_find_next (finder, &place, TRUE, &match, &index));
      return;
    }
  for (guint i = 0; i <= expected->len; i++)
    {
      g_assert_true (rt_finder_find_next (finder, &place, FALSE, &match, &index));
      g_assert_cmpuint (index, ==, i % expected->len);
      assert_match (&match, &g_array_index (expected, RtMatch, index));
      place = (RtPlace) { match.line, match.end };
    }
  place = (RtPlace) { G_MAXUINT64, 0 };
  for (guint i = 0; i <= expected->len; i++)
    {
      g_assert_true (rt_finder_find_next (finder, &place, TRUE, &match, &index));
      g_assert_cmpuint (index, ==, (2 * expected->len - 1 - i) % expected->len);
      assert_match (&match, &g_array_index (expected, RtMatch, index));
      place = (RtPlace) { match.line, match.start };
    }
}

static void
check (RtLines    *lines,
       const char *needle)
{
  g_autoptr (RtFinder) finder = rt_finder_new (lines, needle, C, NULL);
  g_autoptr (GArray) expected = naive_matches (lines, needle);

  wait_for_all (finder);
  walk (finder, expected);
  g_assert_null (rt_finder_dup_trouble (finder));
}

static void
test_table (void)
{
  static const char *const texts[] = { "", "a", "b", "ab\nba\n\nab", "\n\n", "aaa\r\naa\r\n" };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (RtLines) lines = naive_raw_lines (texts[i], strlen (texts[i]));

      check (lines, "a");
      check (lines, "ab");
      check (lines, "aa");
    }
}

static void
test_random (void)
{
  for (int i = 0; i < 8; i++)
    {
      g_autoptr (GString) text = naive_random_text (i % 2 ? "ab\r\n" : "abcd\n", 2000);
      g_autoptr (RtLines) lines = NULL;

      for (int j = i % 3; j > 0; j--)
        {
          g_autofree char *filling = g_strnfill (400000, 'x');

          g_string_insert (text, g_test_rand_int_range (0, 2000), filling);
        }
      lines = naive_raw_lines (text->str, text->len);
      check (lines, "ab");
      check (lines, "aaa");
    }
  naive_settle ();
}

/* Lines that are made, not mapped. */
static void
test_made (void)
{
  g_autoptr (RtLines) lines = rt_hex_lines_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_malloc0 (200000), 200000);

  rt_hex_lines_extend (RT_HEX_LINES (lines), bytes, TRUE);
  check (lines, "ff0 ");
  check (lines, "absent");
}

/* The search goes on as the text does, and finds each match once. */
static void
test_grow (void)
{
  for (int one_line = 0; one_line < 2; one_line++)
    {
      g_autoptr (RtDecodedText) decoded = rt_decoded_text_new (naive_utf8 ());
      g_autoptr (RtLines) lines = rt_raw_lines_new (decoded);
      g_autoptr (RtFinder) finder = rt_finder_new (lines, "needle", C, NULL);
      g_autoptr (GString) text = g_string_new (NULL);
      g_autoptr (GArray) expected = NULL;
      guint64 last = 0;

      for (int i = 0; i < 40; i++)
        {
          g_autoptr (GBytes) bytes = NULL;

          for (int j = 0; j < 700; j++)
            g_string_append_printf (text, "%d %s and hay to fill it%s", j,
                                    j % 10 ? "heedle" : "needle", one_line ? " " : "\r\n");
          bytes = g_bytes_new (text->str, text->len - (i < 39 ? 9 : 0));
          rt_decoded_text_extend (decoded, bytes, i == 39);
          g_main_context_iteration (NULL, FALSE);
          g_assert_cmpuint (rt_finder_get_n_matches (finder), >=, last);
          last = rt_finder_get_n_matches (finder);
          g_assert_false (i < 39 && rt_finder_is_complete (finder));
        }
      wait_for_all (finder);
      expected = naive_matches (lines, "needle");
      g_assert_cmpuint (expected->len, ==, 2800);
      g_assert_cmpuint (rt_finder_get_n_matches (finder), ==, 2800);
    }
  naive_settle ();
}

static void
test_dispose (void)
{
  g_autoptr (GString) text = naive_random_text ("ab\n", 3000000);
  g_autoptr (RtLines) lines = naive_raw_lines (text->str, text->len);

  for (int i = 0; i < 20; i++)
    {
      RtFinder *finder = rt_finder_new (lines, "ab+a", i % 2 ? RT_FIND_REGEX : C, NULL);

      g_assert_finalize_object (finder);
    }
}

static void
test_trouble (void)
{
  g_autofree char *text = g_strnfill (100, 'a');
  g_autoptr (RtLines) lines = NULL;
  g_autoptr (RtFinder) finder = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *trouble = NULL;
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (RtMatch));

  text[99] = 'b';
  lines = naive_raw_lines (text, 100);
  g_assert_null (rt_finder_new (lines, "(", RT_FIND_REGEX, &error));
  g_assert_true (error->domain == G_REGEX_ERROR);

  finder = rt_finder_new (lines, "(a+)+$", RT_FIND_REGEX, NULL);
  while (!rt_finder_is_complete (finder))
    g_main_context_iteration (NULL, TRUE);
  trouble = rt_finder_dup_trouble (finder);
  g_assert_cmpstr (trouble, ==,
                   "The search ended at line 1: the expression takes too many steps");
  rt_finder_mark (finder, text, 100, marks);
  g_assert_cmpuint (marks->len, ==, 0);
}

static void
test_mark (void)
{
  g_autoptr (RtLines) lines = naive_raw_lines ("x", 1);
  g_autoptr (RtFinder) finder = rt_finder_new (lines, "Ab", 0, NULL);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (RtMatch));

  rt_finder_mark (finder, "ab\377AB", 5, marks);
  g_assert_cmpuint (marks->len, ==, 2);
  assert_match (&g_array_index (marks, RtMatch, 0), &(RtMatch) { 0, 0, 2 });
  assert_match (&g_array_index (marks, RtMatch, 1), &(RtMatch) { 0, 3, 5 });
  rt_finder_mark (finder, "", 0, marks);
  g_assert_cmpuint (marks->len, ==, 2);
}

static void
test_changed (void)
{
  g_autoptr (RtLines) lines = naive_raw_lines ("x", 1);
  g_autoptr (RtFinder) finder = rt_finder_new (lines, "x", 0, NULL);
  gboolean changed = FALSE;

  g_signal_connect_swapped (finder, "changed", G_CALLBACK (g_atomic_int_inc), &changed);
  while (!changed || !rt_finder_is_complete (finder))
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (rt_finder_get_n_matches (finder), ==, 1);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/finder/table", test_table);
  g_test_add_func ("/finder/random", test_random);
  g_test_add_func ("/finder/made", test_made);
  g_test_add_func ("/finder/grow", test_grow);
  g_test_add_func ("/finder/dispose", test_dispose);
  g_test_add_func ("/finder/trouble", test_trouble);
  g_test_add_func ("/finder/mark", test_mark);
  g_test_add_func ("/finder/changed", test_changed);

  return g_test_run ();
}
