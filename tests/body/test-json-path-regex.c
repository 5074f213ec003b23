/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-path-regex.c: what I-Regexp (RFC 9485) is, and what it finds. */

#include "config.h"

#include "json-path-query.h"

static const struct
{
  const char *pattern;
  const char *text;
  gboolean    whole; /* whether it matches all of the text */
  gboolean    any;   /* or some part */
} good[] = {
  { "", "", TRUE, TRUE },
  { "a.c", "abc", TRUE, TRUE },
  { "a.c", "a\nc", FALSE, FALSE },
  { "a|bc", "abc", FALSE, TRUE },
  { "[^a-c]+", "xyz", TRUE, TRUE },
  { "[-a]", "-", TRUE, TRUE },
  { "x{2,3}", "xxxx", FALSE, TRUE },
  { "(ab)*c?", "ababc", TRUE, TRUE },
  { "\\p{Lu}\\P{Lu}", "Ab", TRUE, TRUE },
  { "\\.\\-\\n", ".-\n", TRUE, TRUE },
  { "b", "abc", FALSE, TRUE },
  { "caf.", "caf\303\251", TRUE, TRUE },
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GString) pattern = g_string_new (good[i].pattern);
      g_autoptr (GRegex) whole = rt_path_regex_new (pattern, TRUE);
      g_autoptr (GRegex) any = rt_path_regex_new (pattern, FALSE);

      g_test_message ("%s", good[i].pattern);
      g_assert_nonnull (whole);
      g_assert_nonnull (any);
      g_assert_cmpint (g_regex_match (whole, good[i].text, 0, NULL), ==, good[i].whole);
      g_assert_cmpint (g_regex_match (any, good[i].text, 0, NULL), ==, good[i].any);
    }
}

static void
test_bad (void)
{
  static const char * const bad[] = { "(", ")", "[", "[]", "a{", "a{x}", "*", "a**", "\\d", "\\",
                                      "\\p{Xx}", "(?:a)", "[b-a]", "}", "]" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GString) pattern = g_string_new (bad[i]);

      g_test_message ("%s", bad[i]);
      g_assert_null (rt_path_regex_new (pattern, TRUE));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-path-regex/good", test_good);
  g_test_add_func ("/json-path-regex/bad", test_bad);

  return g_test_run ();
}
