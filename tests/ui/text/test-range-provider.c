/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of range-provider.c: what is between two places, when it is taken. */

#include "config.h"

#include "range-provider.h"

#include "made-lines.h"
#include "views.h"
#include "widgets.h"

#include <string.h>

static void
test_range (void)
{
  g_autoptr (RtLines) lines = rt_made_lines_new_many (1000000);
  RtPlace from = { 10, 5 };
  RtPlace to = { 999990, 4 };
  g_autofree char *all = rt_test_dup_provided (rt_range_provider_new (lines, &from, &to, 0));
  g_autofree char *some = rt_test_dup_provided (rt_range_provider_new (lines, &to, &from, 100));

  g_assert_cmpuint (strlen (all), ==, (999990 - 10) * 41 - 1);
  g_assert_true (g_str_has_prefix (all, "0000000010 abc"));
  g_assert_true (g_str_has_suffix (all, "\nline"));
  g_assert_cmpuint (strlen (some), ==, 100);
  g_assert_true (g_str_has_prefix (all, some));
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/range-provider/range", test_range);

  return g_test_run ();
}
