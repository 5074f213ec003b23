/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-path-match.c: patterns on which a matcher that tries again never
 * comes to an end, text that is odd, and being cancelled. */

#include "config.h"

#include "json-path-regex.h"

#include <string.h>

static RtPathRegex *
compile (const char *text)
{
  g_autoptr (GString) pattern = g_string_new (text);
  RtPathRegex *regex = rt_path_regex_new (pattern);

  g_assert_nonnull (regex);

  return regex;
}

static void
test_hostile (void)
{
  static const char * const patterns[] = { "(a*)*b", "(a|aa)+b", "(a|a)*b", "(.*)*b", "a*a*a*a*b",
                                           "((a?){30}){30}b", "(a+)+$", "([a-z]+)*b" };
  g_autofree char *text = g_strnfill (5000, 'a');

  text[4998] = '!';
  for (gsize i = 0; i < G_N_ELEMENTS (patterns); i++)
    {
      g_autoptr (RtPathRegex) regex = compile (patterns[i]);

      g_test_message ("%s", patterns[i]);
      g_assert_false (rt_path_regex_match (regex, text, 5000, TRUE, NULL));
      g_assert_cmpint (rt_path_regex_match (regex, text, 5000, FALSE, NULL), ==,
                       strchr (patterns[i], 'b') == NULL);
    }
}

static void
test_text (void)
{
  g_autoptr (RtPathRegex) two = compile ("a.b");
  g_autoptr (RtPathRegex) late = compile ("xy");

  g_assert_true (rt_path_regex_match (two, "a\0b", 3, TRUE, NULL));
  g_assert_true (rt_path_regex_match (two, "a\377b", 3, TRUE, NULL));
  g_assert_false (rt_path_regex_match (two, "a\303\251", 3, FALSE, NULL));
  g_assert_true (rt_path_regex_match (late, "xx..x..xy", 9, FALSE, NULL));
  g_assert_false (rt_path_regex_match (late, "xx..x..x", 8, FALSE, NULL));
}

static void
test_cancelled (void)
{
  g_autoptr (RtPathRegex) regex = compile ("(x{0,200}){0,100}y");
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *text = g_strnfill (1000000, 'x');

  g_cancellable_cancel (cancellable);
  g_assert_false (rt_path_regex_match (regex, text, 1000000, FALSE, cancellable));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-path-match/hostile", test_hostile);
  g_test_add_func ("/json-path-match/text", test_text);
  g_test_add_func ("/json-path-match/cancelled", test_cancelled);

  return g_test_run ();
}
