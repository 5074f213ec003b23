/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All matches of one thing in a text, by every kind of search. */

#include "config.h"

#include "text-matcher.h"

#include <string.h>

#define C RT_FIND_CASE
#define W RT_FIND_WORD
#define R RT_FIND_REGEX

static const struct
{
  const char *pattern;
  int         flags;
  const char *text;
  const char *matches; /* "start-end start-end" */
} cases[] = {
  { "b", C, "abcb", "1-2 3-4" },
  { "aa", C, "aaaaa", "0-2 2-4" },
  { "A", C, "aAa", "1-2" },
  { "A", 0, "aAa", "0-1 1-2 2-3" },
  { "x", C, "", "" },
  { "a.b", C, "a.b axb", "0-3" },
  { "a.b", 0, "A.B axb", "0-3" },
  { "é", 0, "éÉe", "0-2 2-4" },
  { "STRASSE", 0, "strasse straße", "0-7" },
  { "σ", 0, "Σσς", "0-2 2-4 4-6" },
  { "k", 0, "K\342\204\252k", "0-1 1-4 4-5" },
  { "i", 0, "I", "0-1" },
  /* Bytes that are not UTF-8 stand for themselves. */
  { "b", C, "\377b\303", "1-2" },
  { "B", 0, "\377b\303(b", "1-2 4-5" },
  { "é", 0, "\303\303\251\251", "1-3" },
  { "a\nb", C, "a\nb", "" },
  { "a\nb", 0, "a\nb", "" },
  /* Words. */
  { "foo", C | W, "foo foobar barfoo foo_ (foo) foo", "0-3 24-27 29-32" },
  { "foo", W, "Foo éfoo fooé foo\314\201 FOO", "0-3 22-25" },
  { "é", C | W, "é éa aé é", "0-2 11-13" },
  { "aa", C | W, "aaa aa", "4-6" },
  { "-a", C | W, "x-a -a", "4-6" },
  { "a", C | W, "\303a\377", "1-2" },
  /* Regular expressions. */
  { "b+", C | R, "abbcb", "1-3 4-5" },
  { "B+", R, "abbcb", "1-3 4-5" },
  { "a*", C | R, "baac", "1-3" },
  { "^", C | R, "ab\ncd", "" },
  { "^.", C | R, "ab\ncd", "0-1 3-4" },
  { ".$", C | R, "ab\ncd", "1-2 4-5" },
  { "[^x]+", C | R, "ab\ncd", "0-2 3-5" },
  { "b\\s*c", C | R, "ab\ncb c", "4-7" },
  { "\\w+", C | R, "é\377a", "0-2 3-4" },
  { "(?<=a)b", C | R, "ab\nb ab", "1-2 6-7" },
  { "(?<=a.)b", C | R, "a\nb", "" },
  { "a|ab", C | R | W, "ab a", "0-2 3-4" },
  { "\\w", C | R | W, "ab c", "3-4" },
  { "(a)(b)\\2", C | R | W, "abb", "0-3" },
  { "a # b\n", C | R, "a", "" },
  { "(?x)a # b", C | R | W, "a ab", "0-1" },
  { "\\Qa.b", C | R | W, "a.b axb", "0-3" },
  { "a\\Kb", C | R, "ab", "1-2" },
  { "[[:upper:]]", C | R, "aÉ", "1-3" },
  { "\\n", C | R, "a\nb", "" },
  { "(?m)^b$", C | R, "a\nb", "2-3" },
  { "(?s)a.b", C | R, "a\nb", "" },
};

/* All matches, from a text of the exact size. */
static char *
find_all (RtTextMatcher *matcher,
          const char    *data,
          gsize          length,
          gboolean       crlf)
{
  g_autofree char *exact = g_memdup2 (data, length);
  g_auto (RtMatchText) text = { exact, length, crlf };
  g_autoptr (GError) error = NULL;
  GString *out = g_string_new (NULL);
  gsize from = 0;
  gsize start;
  gsize end;

  while (rt_text_matcher_next (matcher, &text, from, &start, &end, &error))
    {
      g_assert_cmpuint (start, >=, from);
      g_assert_cmpuint (end, >, start);
      g_assert_cmpuint (end, <=, length);
      g_string_append_printf (out, "%s%d-%d", out->len > 0 ? " " : "", (int) start, (int) end);
      from = end;
    }
  g_assert_no_error (error);

  return g_string_free (out, FALSE);
}

static void
test_table (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RtTextMatcher) matcher = rt_text_matcher_new (cases[i].pattern, cases[i].flags,
                                                               &error);
      g_autofree char *matches = NULL;

      g_test_message ("case %d", (int) i);
      g_assert_no_error (error);
      matches = find_all (matcher, cases[i].text, strlen (cases[i].text), FALSE);
      g_assert_cmpstr (matches, ==, cases[i].matches);
    }
}

/* The CR of a line end is in no match. */
static void
test_crlf (void)
{
  static const struct
  {
    const char *pattern;
    int         flags;
    const char *matches;
  } crlf[] = {
    { "a\r", C, "5-7" },
    { "A\r", 0, "5-7" },
    { "\\s", C | R, "4-5 6-7" },
    { "a$", C | R, "0-1 7-8" },
    { ".+", C | R, "0-1 3-8" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (crlf); i++)
    {
      g_autoptr (RtTextMatcher) matcher = rt_text_matcher_new (crlf[i].pattern, crlf[i].flags,
                                                               NULL);
      g_autofree char *matches = find_all (matcher, "a\r\nx\ra\ra\r\n", 10, TRUE);

      g_assert_cmpstr (matches, ==, crlf[i].matches);
    }
}

/* NUL is a character; a piece of a line has no beginning and no end. */
static void
test_pieces (void)
{
  g_autoptr (RtTextMatcher) nul = rt_text_matcher_new ("b", 0, NULL);
  g_autofree char *matches = find_all (nul, "\0b\0\377\0B", 6, FALSE);
  g_autoptr (RtTextMatcher) ends = rt_text_matcher_new ("^a|a$", C | R, NULL);
  g_auto (RtMatchText) text = { "a\na\na", 5, FALSE, TRUE, TRUE };
  gsize start;
  gsize end;

  g_assert_cmpstr (matches, ==, "1-2 5-6");
  g_assert_true (rt_text_matcher_next (ends, &text, 0, &start, &end, NULL));
  /* The first line ends, the last begins. */
  g_assert_cmpuint (start, ==, 0);
  text.data = "a";
  text.length = 1;
  text.utf8 = NULL;
  g_assert_false (rt_text_matcher_next (ends, &text, 0, &start, &end, NULL));
}

static void
test_wrong (void)
{
  static const char *const patterns[] = { "(", "a)|(b", "[", "*", "(?<=a*)b", "\\" };

  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    for (int flags = R; flags <= (R | W | C); flags++)
      {
        g_autoptr (GError) error = NULL;

        if ((flags & R) == 0)
          continue;
        g_assert_null (rt_text_matcher_new (patterns[i], flags, &error));
        g_assert_true (error->domain == G_REGEX_ERROR);
        g_assert_null (strstr (error->message, "LIMIT"));
      }
}

static void
test_empty (void)
{
  static const struct
  {
    const char *pattern;
    int         flags;
    gboolean    takes_empty;
  } rows[] = {
    { "^", R, TRUE }, { "x*", R, TRUE }, { "\\b", R, TRUE }, { "a|$", R, TRUE },
    { "a|", R | W, TRUE }, { "x+", R, FALSE }, { ".", R, FALSE }, { "^", C, FALSE },
    { "x*", 0, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RtTextMatcher) matcher =
        rt_text_matcher_new (rows[i].pattern, rows[i].flags, NULL);

      g_assert_cmpint (rt_text_matcher_takes_empty (matcher), ==, rows[i].takes_empty);
    }
}

/* An expression that would take for ever is given up. */
static void
test_too_much (void)
{
  g_autoptr (RtTextMatcher) matcher = rt_text_matcher_new ("(a+)+$", C | R, NULL);
  g_autofree char *data = g_strnfill (60, 'a');
  g_auto (RtMatchText) text = { data, 60 };
  g_autoptr (GError) error = NULL;
  gsize start;
  gsize end;

  data[59] = 'b';
  g_assert_false (rt_text_matcher_next (matcher, &text, 0, &start, &end, &error));
  g_assert_error (error, G_REGEX_ERROR, G_REGEX_ERROR_MATCH);
}

/* Any bytes, any place. */
static void
test_random (void)
{
  static const char *const patterns[] = { "a", "É", "é\\w", "[^a]", "\\S+", "a?é?", "\\b." };

  for (int i = 0; i < 3000; i++)
    {
      const char *pattern = patterns[i % G_N_ELEMENTS (patterns)];
      g_autoptr (RtTextMatcher) matcher = rt_text_matcher_new (pattern, i % 8, NULL);
      g_autofree char *matches = NULL;
      char data[40];

      for (gsize j = 0; j < sizeof data; j++)
        data[j] = "aA\303\251\n\r\377\360\237\230\200\0\314\201 _"[g_test_rand_int_range (0, 17)];
      matches = find_all (matcher, data, sizeof data, i % 2);
    }
}

#define N_FIRST 1000

/* Who looks with one matcher at the same time, from its first match on. */
typedef struct
{
  RtTextMatcher *matchers[N_FIRST];
  int            looked; /* atomic: both together */
} Both;

static gpointer
look_with_all (gpointer data)
{
  Both *both = data;

  for (int i = 0; i < N_FIRST; i++)
    {
      g_auto (RtMatchText) text = { "xxaby", 5 };
      g_autoptr (GError) error = NULL;
      gsize start = 0;
      gsize end = 0;

      g_atomic_int_inc (&both->looked);
      while (g_atomic_int_get (&both->looked) < 2 * i + 2)
        g_thread_yield ();
      g_assert_true (rt_text_matcher_next (both->matchers[i], &text, 0, &start, &end, &error));
      g_assert_no_error (error);
      g_assert_cmpuint (start, ==, 2);
      g_assert_cmpuint (end, ==, 4);
    }

  return NULL;
}

/* The window marks matches in what it draws while a thread counts them. */
static void
test_threads (void)
{
  g_autofree Both *both = g_new0 (Both, 1);
  GThread *other;

  for (int i = 0; i < N_FIRST; i++)
    both->matchers[i] = rt_text_matcher_new ("(a|q)[b-d]", R, NULL);
  other = g_thread_new ("other", look_with_all, both);
  look_with_all (both);
  g_thread_join (other);
  for (int i = 0; i < N_FIRST; i++)
    rt_text_matcher_free (both->matchers[i]);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/text-matcher/table", test_table);
  g_test_add_func ("/text-matcher/crlf", test_crlf);
  g_test_add_func ("/text-matcher/pieces", test_pieces);
  g_test_add_func ("/text-matcher/wrong", test_wrong);
  g_test_add_func ("/text-matcher/empty", test_empty);
  g_test_add_func ("/text-matcher/too-much", test_too_much);
  g_test_add_func ("/text-matcher/random", test_random);
  g_test_add_func ("/text-matcher/threads", test_threads);

  return g_test_run ();
}
