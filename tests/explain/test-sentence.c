/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "sentence.h"

static void
test_fit (void)
{
  g_autofree char *filled = g_strnfill (81, 'x');
  g_autofree char *short_one = rt_sentence_fit (g_strdup ("With a value"), "Without");
  g_autofree char *long_one = rt_sentence_fit (g_strdup (filled), "Without");

  g_assert_cmpuint (rt_sentence_get_max (), ==, 80);
  g_assert_cmpstr (short_one, ==, "With a value");
  g_assert_cmpstr (long_one, ==, "Without");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sentence/fit", test_fit);

  return g_test_run ();
}
