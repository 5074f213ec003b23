/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-flaw.c: lines and columns, counted in characters. */

#include "config.h"

#include "json-flaw.h"

static const struct
{
  const char *text;
  gsize       offset;
  guint       line;
  guint       column;
} cases[] = {
  { "", 0, 1, 1 },
  { "abc", 2, 1, 3 },
  { "a\nbc", 1, 1, 2 },
  { "a\nbc", 2, 2, 1 },
  { "a\n\n\nbc", 5, 4, 2 },
  { "\303\251\342\202\254\360\237\230\200x", 9, 1, 4 },
  { "plain text of more than eight \303\251\303\251\303\251\303\251\303\251 x", 41, 1, 37 },
};

static void
test_cases (void)
{
  g_auto (RtJsonFlaw) flaw = { 0 };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *exact = g_memdup2 (cases[i].text, cases[i].offset);

      rt_json_flaw_set (&flaw, exact, cases[i].offset, "wrong");
      g_assert_cmpuint (flaw.offset, ==, cases[i].offset);
      g_assert_cmpuint (flaw.line, ==, cases[i].line);
      g_assert_cmpuint (flaw.column, ==, cases[i].column);
      g_assert_cmpstr (flaw.message, ==, "wrong");
    }
  rt_json_flaw_clear (&flaw);
  g_assert_null (flaw.message);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-flaw/cases", test_cases);

  return g_test_run ();
}
