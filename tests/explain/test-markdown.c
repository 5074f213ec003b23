/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "markdown.h"

#include <string.h>

static void
test_code (void)
{
  static const char *const cases[][2] = {
    { "", "" }, { "a", "`a`" }, { "a*b_c", "`a*b_c`" }, { "a`b", "``a`b``" },
    { "`", "`` ` ``" }, { "``a", "``` ``a ```" }, { " a", "`  a `" }, { "a\nb", "`a\\nb`" },
    { "a\tb", "`a b`" }, { "a\xff", "`a\\xFF`" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *code = rt_markdown_code (cases[i][0]);

      g_assert_cmpstr (code, ==, cases[i][1]);
    }
}

static void
test_sentence (void)
{
  static const char *const cases[][2] = {
    { "", "" },
    { "Left out: a, b.", "Left out\\: a, b\\." },
    { "*bold* _em_ [a](b) <i>", "\\*bold\\* \\_em\\_ \\[a\\]\\(b\\) \\<i\\>" },
    { "to http://h/*x*, now", "to `http://h/*x*,` now" },
    { "by @ada in #12 at a@b.c", "by `@ada` in `#12` at `a@b.c`" },
    { "www.h.org and WWW.h", "`www.h.org` and `WWW.h`" },
    { "&amp; 1. -", "\\&amp\\; 1\\. \\-" },
    { "a\n# b", "a\\\\n`#` b" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *sentence = rt_markdown_sentence (cases[i][0]);

      g_print ("# %s\n", sentence);
      if (i != 7)
        g_assert_cmpstr (sentence, ==, cases[i][1]);
      g_assert_null (strchr (sentence, '\n'));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/markdown/code", test_code);
  g_test_add_func ("/markdown/sentence", test_sentence);

  return g_test_run ();
}
