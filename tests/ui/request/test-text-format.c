/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of text-format.c: what can be checked, what it becomes, where it errs. */

#include "config.h"

#include "text-format.h"

static const struct
{
  const char *type;
  const char *text;
  const char *formatted; /* NULL: a flaw */
  guint       line;
  guint       column;
} cases[] = {
  { "application/json", "{\"a\":[1.10,-0]}", "{\n  \"a\": [\n    1.10,\n    -0\n  ]\n}", 0, 0 },
  { "application/problem+json; x=y", "[]", "[]", 0, 0 },
  { "application/json", "{\"a\":1,\n\"é\" 2}", NULL, 1, 4 },
  { "application/json", "", NULL, 0, 0 },
  { "application/xml", "<a><b/></a>", "<a>\n  <b/>\n</a>", 0, 0 },
  { "image/svg+xml", "<a>\n<b></a>", NULL, 1, 0 },
};

static void
test_cases (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto (RtTextFlaw) flaw = { 0 };
      g_autofree char *formatted = rt_text_format (cases[i].type, cases[i].text, &flaw);

      g_assert_cmpstr (formatted, ==, cases[i].formatted);
      g_assert_true ((flaw.words != NULL) == (formatted == NULL));
      g_assert_cmpuint (flaw.line, ==, cases[i].line);
      g_assert_cmpuint (flaw.column, ==, cases[i].column);
    }
}

static void
test_knows (void)
{
  g_assert_true (rt_text_format_knows ("application/json"));
  g_assert_true (rt_text_format_knows ("application/atom+xml"));
  g_assert_false (rt_text_format_knows ("text/plain"));
  g_assert_false (rt_text_format_knows ("json"));
  g_assert_false (rt_text_format_knows (NULL));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-format/cases", test_cases);
  g_test_add_func ("/text-format/knows", test_knows);

  return g_test_run ();
}
