/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of predict-tally.c: what counts as right, and in which words. */

#include "config.h"

#include "predict-tally.h"

static void
assert_words (const RtPredictTally *tally,
              const char           *expected)
{
  g_autofree char *words = rt_predict_tally_dup_words (tally);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_count (void)
{
  static const struct
  {
    RtStatusClass guessed;
    int code;
    int status;
    guint classes;
    guint codes;
  } cases[] = {
    { RT_CLASS_CLIENT_ERROR, 404, 404, 1, 1 },
    { RT_CLASS_CLIENT_ERROR, 403, 404, 1, 0 },
    { RT_CLASS_SUCCESS, 404, 404, 0, 1 },
    { RT_CLASS_SUCCESS, 403, 404, 0, 0 },
    { RT_CLASS_SUCCESS, 0, 999, 0, 0 },
    { RT_CLASS_INFORMATIONAL, 101, 101, 1, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RtPredictTally tally = { 0 };

      rt_predict_tally_add (&tally, cases[i].guessed, cases[i].code, cases[i].status);
      g_assert_cmpuint (tally.guesses, ==, 1);
      g_assert_cmpuint (tally.classes_right, ==, cases[i].classes);
      g_assert_cmpuint (tally.codes_right, ==, cases[i].codes);
      g_assert_cmpuint (tally.given_up, ==, 0);
    }
}

static void
test_words (void)
{
  RtPredictTally tally = { 0 };

  assert_words (&tally, "No guesses yet");
  rt_predict_tally_add (&tally, RT_CLASS_SUCCESS, 200, 200);
  assert_words (&tally, "1 guess: 1 class right, 1 code right");
  tally = (RtPredictTally) { 7, 5, 3, 0 };
  assert_words (&tally, "7 guesses: 5 classes right, 3 codes right");
  rt_predict_tally_give_up (&tally);
  assert_words (&tally, "7 guesses: 5 classes right, 3 codes right; 1 shown unguessed");
  tally = (RtPredictTally) { 0, 0, 0, 2 };
  assert_words (&tally, "0 guesses: 0 classes right, 0 codes right; 2 shown unguessed");
}

static void
test_classes (void)
{
  static const struct { int status; gboolean has; } cases[] = {
    { 0, FALSE }, { 99, FALSE }, { 100, TRUE }, { 599, TRUE }, { 600, FALSE }, { 999, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (rt_predict_has_class (cases[i].status), ==, cases[i].has);
}

/* Each in its class, in order, several to choose from. */
static void
test_likely (void)
{
  for (int c = RT_CLASS_INFORMATIONAL; c <= RT_CLASS_SERVER_ERROR; c++)
    {
      const int *codes = rt_predict_likely_codes ((RtStatusClass) c);
      guint n = 0;

      for (; codes[n] != 0; n++)
        {
          g_assert_cmpint (rt_status_class_of (codes[n]), ==, c);
          g_assert_true (n == 0 || codes[n] > codes[n - 1]);
        }
      g_assert_cmpuint (n, >=, 4);
    }
  g_assert_cmpint (rt_predict_likely_codes (RT_CLASS_NONE)[0], ==, 0);
  g_assert_cmpint (rt_predict_likely_codes (RT_CLASS_OTHER)[0], ==, 0);
}

static void
test_parse (void)
{
  static const struct { const char *text; int code; } cases[] = {
    { "404", 404 }, { " 404 ", 404 }, { "100", 100 }, { "999", 999 }, { "99", 0 },
    { "1000", 0 }, { "", 0 }, { " ", 0 }, { "4x4", 0 }, { "-404", 0 }, { "+404", 0 },
    { "0x194", 0 }, { "404.0", 0 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (rt_predict_parse_code (cases[i].text), ==, cases[i].code);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/predict-tally/count", test_count);
  g_test_add_func ("/predict-tally/words", test_words);
  g_test_add_func ("/predict-tally/classes", test_classes);
  g_test_add_func ("/predict-tally/likely", test_likely);
  g_test_add_func ("/predict-tally/parse", test_parse);

  return g_test_run ();
}
