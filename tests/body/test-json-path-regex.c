/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-path-regex.c: what I-Regexp (RFC 9485) is, and what it finds. */

#include "config.h"

#include "json-path-regex.h"

#include <string.h>

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
  { "|a", "", TRUE, TRUE },
  { "a||b", "b", TRUE, TRUE },
  { "(a|b|c)d|e", "cd", TRUE, TRUE },
  { "(a|b|c)d|e", "ad e", FALSE, TRUE },
  { "x{2}", "xx", TRUE, TRUE },
  { "x{2}", "x", FALSE, FALSE },
  { "ax{0}b", "ab", TRUE, TRUE },
  { "x{2,}", "xxxxx", TRUE, TRUE },
  { "(a|bc){2,3}", "abca", TRUE, TRUE },
  { "(a|bc){2,3}", "bc", FALSE, FALSE },
  { "(a?){3}b", "aab", TRUE, TRUE },
  { "()*a", "a", TRUE, TRUE },
  { "(a*)*(b|)+", "aabb", TRUE, TRUE },
  { "^b", "ab", FALSE, FALSE },
  { "a$", "ba", FALSE, TRUE },
  { "a$", "a\n", FALSE, FALSE },
  { "(^|x)a", "xa", TRUE, TRUE },
  { "[a\\-c]", "-", TRUE, TRUE },
  { "[\\p{L}\\n_-]+", "\303\244_\n-", TRUE, TRUE },
  { "[^\\P{Nd}]+", "123", TRUE, TRUE },
  { "\\p{N}", "\302\275", TRUE, TRUE },
  { "[\360\237\230\200-\360\237\230\217]", "\360\237\230\205", TRUE, TRUE },
  { "[.*+^$]", "$", TRUE, TRUE },
  { "\\(\\)\\*\\+\\.\\?\\[\\\\\\]\\^\\{\\|\\}", "()*+.?[\\]^{|}", TRUE, TRUE },
};

static void
test_good (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (good); i++)
    {
      g_autoptr (GString) pattern = g_string_new (good[i].pattern);
      g_autoptr (RtPathRegex) regex = rt_path_regex_new (pattern);
      gsize length = strlen (good[i].text);
      g_autofree char *exact = g_memdup2 (good[i].text, MAX (length, 1));

      g_test_message ("%s", good[i].pattern);
      g_assert_nonnull (regex);
      g_assert_cmpint (rt_path_regex_match (regex, exact, length, TRUE, NULL), ==, good[i].whole);
      g_assert_cmpint (rt_path_regex_match (regex, exact, length, FALSE, NULL), ==, good[i].any);
    }
}

static void
test_bad (void)
{
  static const char * const bad[] = { "(", ")", "[", "[]", "a{", "a{x}", "*", "a**", "\\d", "\\",
                                      "\\p{Xx}", "(?:a)", "[b-a]", "}", "]", "a{2,1}", "a{1,3",
                                      "(a", "a|*", "[a-\\p{L}]", "\\p{L", "\\p{}", "[^]", "[a-b-c]",
                                      "a\377", "((a{99}){99}){99}", "a{99999999999}", "(){99999}?" };

  for (gsize i = 0; i < G_N_ELEMENTS (bad); i++)
    {
      g_autoptr (GString) pattern = g_string_new (bad[i]);

      g_test_message ("%s", bad[i]);
      g_assert_null (rt_path_regex_new (pattern));
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
