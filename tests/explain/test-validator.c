/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/validator.c. */

#include "validator.h"

static void
test_tags (void)
{
  static const struct { const char *value; gboolean is_tag; gboolean is_strong; } cases[] = {
    { "\"x\"", TRUE, TRUE }, { "\"\"", TRUE, TRUE }, { "W/\"x\"", TRUE, FALSE },
    { "\"a,b;'c\"", TRUE, TRUE }, { "w/\"x\"", FALSE, FALSE }, { "x", FALSE, FALSE },
    { "\"", FALSE, FALSE }, { "", FALSE, FALSE }, { "W/", FALSE, FALSE }, { "*", FALSE, FALSE },
    { "\"a b\"", FALSE, FALSE }, { "\"a\"b\"", FALSE, FALSE }, { "\"a\", \"b\"", FALSE, FALSE },
    { "\"a\r\nB: c\"", FALSE, FALSE }, { "\"\xc3\xa9\"", FALSE, FALSE }, { "\"a\" ", FALSE, FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_assert_cmpint (rt_validator_is_tag (cases[i].value), ==, cases[i].is_tag);
      g_assert_cmpint (rt_validator_is_strong_tag (cases[i].value), ==, cases[i].is_strong);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/validator/tags", test_tags);

  return g_test_run ();
}
