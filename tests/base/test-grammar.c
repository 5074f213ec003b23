/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/base/grammar.c. */

#include "grammar.h"

#include <string.h>

/* Every byte against the list of RFC 9110 section 5.6.2, written out. */
static void
test_token_chars (void)
{
  const char *tchars = "!#$%&'*+-.^_`|~0123456789"
                       "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  for (guint c = 0; c < 256; c++)
    g_assert_cmpint (rt_grammar_is_token_char (c), ==,
                     c != 0 && strchr (tchars, c) != NULL);
}

static void
test_tokens (void)
{
  const struct
  {
    const char *text;
    gssize      length;
    gboolean    is_token;
  } cases[] = {
    { "GET", -1, TRUE },
    { "x-A_1", -1, TRUE },
    { "", -1, FALSE },
    { "", 0, FALSE },
    { NULL, 0, FALSE },
    { "a b", -1, FALSE },
    { "a b", 1, TRUE },
    { "a:", -1, FALSE },
    { "a\0b", 3, FALSE },
    { "G\303\211T", -1, FALSE },
    { "a\r", -1, FALSE },
    { "\"a\"", -1, FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (rt_grammar_is_token (cases[i].text, cases[i].length), ==,
                     cases[i].is_token);
}

static void
test_breaking_bytes (void)
{
  const struct
  {
    const char *text;
    gssize      length;
    gssize      offset;
  } cases[] = {
    { "", -1, -1 },
    { NULL, 0, -1 },
    { "plain \t\377\177", -1, -1 },
    { "a\rb", -1, 1 },
    { "ab\n", -1, 2 },
    { "\r\n", -1, 0 },
    { "ab\n", 2, -1 },
    { "a\0b\n", 4, 1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpint (rt_grammar_find_breaking_byte (cases[i].text, cases[i].length), ==,
                     cases[i].offset);
}

/* No byte after the length may be read. */
static void
test_bounds (void)
{
  g_autofree char *exact = g_memdup2 ("GET", 3);

  g_assert_true (rt_grammar_is_token (exact, 3));
  g_assert_cmpint (rt_grammar_find_breaking_byte (exact, 3), ==, -1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/grammar/token-chars", test_token_chars);
  g_test_add_func ("/grammar/tokens", test_tokens);
  g_test_add_func ("/grammar/breaking-bytes", test_breaking_bytes);
  g_test_add_func ("/grammar/bounds", test_bounds);

  return g_test_run ();
}
