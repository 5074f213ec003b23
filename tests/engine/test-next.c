/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/next.c. */

#include "exchange-private.h"

static void
test_lists (void)
{
  RtNext *next = g_new0 (RtNext, 1);

  rt_next_add_credentials (next, "One.");
  rt_next_add_credentials (next, "One.");
  g_assert_cmpuint (g_strv_length (next->credentials), ==, 2);
  rt_next_add_dropped (next, "Cookie");
  rt_next_add_dropped (next, "Cookie");
  rt_next_add_dropped (next, "Host");
  g_assert_cmpuint (g_strv_length (next->dropped), ==, 2);
  g_assert_cmpstr (next->dropped[1], ==, "Host");
  rt_next_free (next);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/next/lists", test_lists);

  return g_test_run ();
}
