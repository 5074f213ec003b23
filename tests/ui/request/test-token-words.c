/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of token-words.c: validity, times, JSON made readable. */

#include "config.h"

#include "token-words.h"

#include <string.h>

#define NOW G_GINT64_CONSTANT (1790000000)

static void
test_validity (void)
{
  static const struct
  {
    gint64      not_before;
    gint64      expires;
    gboolean    good;
    const char *part;
  } cases[] = {
    { -1, -1, TRUE, "no time at which it expires" },
    { -1, NOW + 7200, TRUE, "in 2 hours" },
    { -1, NOW - 180, FALSE, "Expired 3 minutes ago" },
    { -1, NOW, FALSE, "Expired" },
    { NOW, NOW + 60, TRUE, "Not expired" },
    { NOW + 300, NOW + 7200, FALSE, "Not valid yet: in 5 minutes" },
    { NOW + 300, -1, FALSE, "Not valid yet" },
    { NOW + 300, NOW - 180, FALSE, "Expired" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RtWebToken token = { .issued = -1, .not_before = cases[i].not_before,
                           .expires = cases[i].expires };
      gboolean good;
      g_autofree char *words = rt_token_words_validity (&token, NOW, &good);

      g_test_message ("%s", words);
      g_assert_cmpint (good, ==, cases[i].good);
      g_assert_nonnull (strstr (words, cases[i].part));
    }
}

static void
test_times (void)
{
  RtWebToken none = { .issued = -1, .not_before = -1, .expires = -1 };
  RtWebToken all = { .issued = NOW - 60, .not_before = NOW, .expires = NOW + 60 };
  RtWebToken far = { .issued = -1, .not_before = -1, .expires = G_MAXINT64 };
  g_autofree char *empty = rt_token_words_times (&none, NOW);
  g_autofree char *three = rt_token_words_times (&all, NOW);
  g_autofree char *one = rt_token_words_times (&far, NOW);
  g_auto(GStrv) lines = g_strsplit (three, "\n", -1);

  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpuint (g_strv_length (lines), ==, 3);
  g_assert_nonnull (strstr (lines[0], "1 minute ago"));
  g_assert_nonnull (strstr (lines[2], "in 1 minute"));
  g_assert_true (g_str_has_prefix (one, "Expires: "));
}

static void
test_pretty (void)
{
  static const struct
  {
    const char *json;
    const char *pretty;
  } cases[] = {
    { "{}", "{}" },
    { "{\"a\":1}", "{\n  \"a\": 1\n}" },
    { "{ \"a\" : [ 1,2 ] }", "{\n  \"a\": [\n    1,\n    2\n  ]\n}" },
    { "{\"a\":\"x,{}:\\\"y \\\\\"}", "{\n  \"a\": \"x,{}:\\\"y \\\\\"\n}" },
    { "{\"a\":1.50e3,\"a\":9007199254740993}",
      "{\n  \"a\": 1.50e3,\n  \"a\": 9007199254740993\n}" },
    { "not json", "notjson" },
    { "\"open", "\"open" },
    { "\"open\\", "\"open\\" },
    { "]]", "\n]\n]" },
    { "", "" },
  };
  g_autoptr(GString) deep = g_string_new (NULL);
  g_autofree char *shown = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *exact = g_memdup2 (cases[i].json, strlen (cases[i].json) + 1);
      g_autofree char *pretty = rt_token_words_pretty (exact);

      g_assert_cmpstr (pretty, ==, cases[i].pretty);
    }

  /* Bounded, however deep and long. */
  for (guint i = 0; i < 100000; i++)
    g_string_append_c (deep, '[');
  shown = rt_token_words_pretty (deep->str);
  g_assert_cmpuint (strlen (shown), <, 400000);
  g_assert_true (g_str_has_suffix (shown, "…"));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/token-words/validity", test_validity);
  g_test_add_func ("/token-words/times", test_times);
  g_test_add_func ("/token-words/pretty", test_pretty);

  return g_test_run ();
}
