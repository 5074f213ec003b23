/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The first match from any place on, as by looking at each line. */

#include "config.h"

#include "first-match.h"

#include "naive-lines.h"

#define C RT_FIND_CASE

typedef struct
{
  RtMatch *match;
  gboolean is_done;
} Answer;

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Answer *answer = user_data;

  answer->match = rt_first_match_finish (result);
  answer->is_done = TRUE;
}

static RtMatch *
look (RtLines       *lines,
      const char    *pattern,
      int            flags,
      const RtPlace *from,
      GCancellable  *cancellable)
{
  Answer answer = { NULL, FALSE };

  rt_first_match_async (lines, pattern, flags, from, cancellable, done_cb, &answer);
  while (!answer.is_done)
    g_main_context_iteration (NULL, TRUE);

  return answer.match;
}

static void
assert_first (RtLines       *lines,
              const char    *pattern,
              int            flags,
              const RtPlace *from,
              const RtMatch *expected)
{
  g_autofree RtMatch *match = look (lines, pattern, flags, from, NULL);

  if (expected == NULL)
    {
      g_assert_null (match);
      return;
    }
  g_assert_nonnull (match);
  g_assert_cmpuint (match->line, ==, expected->line);
  g_assert_cmpuint (match->start, ==, expected->start);
  g_assert_cmpuint (match->end, ==, expected->end);
}

static void
test_table (void)
{
  g_autoptr (RtLines) lines = naive_raw_lines ("ab ab\n\nAB \303\251\nab", 16);
  g_autoptr (RtLines) none = naive_raw_lines ("", 0);

  assert_first (lines, "ab", C, &(RtPlace) { 0, 0 }, &(RtMatch) { 0, 0, 2 });
  assert_first (lines, "ab", C, &(RtPlace) { 0, 1 }, &(RtMatch) { 0, 3, 5 });
  assert_first (lines, "ab", C, &(RtPlace) { 0, 3 }, &(RtMatch) { 0, 3, 5 });
  assert_first (lines, "ab", C, &(RtPlace) { 0, 4 }, &(RtMatch) { 3, 0, 2 });
  assert_first (lines, "ab", 0, &(RtPlace) { 0, 4 }, &(RtMatch) { 2, 0, 2 });
  assert_first (lines, "\303\251$", RT_FIND_REGEX, &(RtPlace) { 1, 0 }, &(RtMatch) { 2, 3, 5 });
  assert_first (lines, "ab", C, &(RtPlace) { 3, 1 }, NULL);
  assert_first (lines, "ab", C, &(RtPlace) { 9, 0 }, NULL);
  assert_first (lines, "(", RT_FIND_REGEX, &(RtPlace) { 0, 0 }, NULL);
  assert_first (none, "ab", C, &(RtPlace) { 0, 0 }, NULL);
}

/* In a line of many pieces, from a place in the middle of a character too, and
 * over where a piece ends. */
static void
test_long_line (void)
{
  g_autoptr (GString) text = g_string_new ("x\n");
  g_autoptr (RtLines) lines = NULL;

  while (text->len < 2 + 3000000)
    g_string_append (text, "\303\251");
  for (guint64 at = 262144 - 3; at < 262144 + 3; at++)
    memcpy (text->str + 2 + 1000000 + at, "needle", 6);
  memcpy (text->str + 2 + 2000000, "needle", 6);
  lines = naive_raw_lines (text->str, text->len);
  assert_first (lines, "needle", C, &(RtPlace) { 1, 1000001 },
                &(RtMatch) { 1, 1262146, 1262152 });
  assert_first (lines, "NE*DLE", RT_FIND_REGEX, &(RtPlace) { 1, 1000001 },
                &(RtMatch) { 1, 1262146, 1262152 });
  assert_first (lines, "needle", 0, &(RtPlace) { 1, 1262147 }, &(RtMatch) { 1, 2000000, 2000006 });
  assert_first (lines, "needle", 0, &(RtPlace) { 1, 2000001 }, NULL);
}

static void
test_random (void)
{
  g_autoptr (GString) text = naive_random_text ("ab\n", 400000);
  g_autoptr (GPtrArray) naive = naive_lines (text->str, text->len);
  g_autoptr (RtLines) lines = naive_raw_lines (text->str, text->len);

  for (int i = 0; i < 40; i++)
    {
      RtPlace from = { g_test_rand_int_range (0, naive->len), 0 };
      guint64 line = from.line;
      const char *found = NULL;
      gsize length = 0;

      for (; found == NULL && line < naive->len; line++)
        {
          const char *data = g_bytes_get_data (g_ptr_array_index (naive, line), &length);

          found = length > 0 ? memmem (data, length, "abababab", 8) : NULL;
          if (found != NULL)
            {
              gsize start = found - data;

              assert_first (lines, "abababab", C, &from, &(RtMatch) { line, start, start + 8 });
            }
        }
      if (found == NULL)
        assert_first (lines, "abababab", C, &from, NULL);
    }
}

static void
test_cancel (void)
{
  g_autoptr (RtLines) lines = naive_raw_lines ("a", 1);
  g_autoptr (GCancellable) cancelled = g_cancellable_new ();

  g_cancellable_cancel (cancelled);
  g_assert_null (look (lines, "a", C, &(RtPlace) { 0, 0 }, cancelled));
}

static void
gone_cb (gpointer  thread,
         GObject  *where_it_was)
{
  *(GThread **) thread = g_thread_self ();
}

/* Whoever looked last may be the search: its lines go in the caller's thread. */
static void
test_end (void)
{
  for (int i = 0; i < 1000; i++)
    {
      RtLines *lines = naive_raw_lines ("a", 1);
      GThread *thread = NULL;
      Answer answer = { NULL, FALSE };

      g_object_weak_ref (G_OBJECT (lines), gone_cb, &thread);
      rt_first_match_async (lines, "a", C, &(RtPlace) { 0, 0 }, NULL, done_cb, &answer);
      g_object_unref (lines);
      while (!answer.is_done)
        g_main_context_iteration (NULL, TRUE);
      g_assert_true (thread == g_thread_self ());
      g_free (answer.match);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/first-match/table", test_table);
  g_test_add_func ("/first-match/long-line", test_long_line);
  g_test_add_func ("/first-match/random", test_random);
  g_test_add_func ("/first-match/cancel", test_cancel);
  g_test_add_func ("/first-match/end", test_end);

  return g_test_run ();
}
