/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/sent-sizes.c. */

#include "sent-sizes.h"

#include "cases.h"

static void
test_sizes (void)
{
  static const struct { const char *fields; int position; gsize length; } cases[] = {
    { "", -1, 0 },
    { "A: b\n", 1, 4 },
    { "A: b\nCookie: abc\nB: c\n", 2, 11 },
    { "Content-Type: application/very-long\nA: b\n", 2, 4 },
    { "A: b\nB: c\n", 1, 4 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtTrail) trail = cases_one (cases[i].fields, NULL);
      g_autoptr(RtHead) head = rt_exchange_dup_request_head (rt_trail_get_last (trail));
      gsize length = 9;

      g_assert_cmpint (rt_sent_largest_field (head, &length), ==, cases[i].position);
      g_assert_cmpuint (length, ==, cases[i].length);
      g_assert_cmpuint (rt_sent_target_length (head), ==, 1);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/sent-sizes/sizes", test_sizes);

  return g_test_run ();
}
