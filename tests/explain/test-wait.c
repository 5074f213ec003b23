/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/wait.c. */

#include "wait.h"

#include "cases.h"

static void
test_read (void)
{
  static const struct { const char *fields; gint64 seconds; } cases[] = {
    { "A: b", -1 }, { "Retry-After: 120", 120 }, { "Retry-After: 0", 0 },
    { "Retry-After: 120\nRetry-After: 5", 120 },
    { "Retry-After:", -2 }, { "Retry-After: 12s", -2 }, { "Retry-After: -1", -2 },
    { "Retry-After: 1, 2", -2 }, { "Retry-After: 99999999999999999999", 3153600000 },
    { "Retry-After: Sat, 21 Nov 2026 12:01:00 GMT", 60 },
    { "Retry-After: Sat, 21 Nov 2026 11:59:00 GMT", 0 },
    { "Retry-After: Sat, 21 Nov 2026 12:01:00 GMT\nDate: Sat, 21 Nov 2026 12:00:50 GMT", 10 },
    { "Retry-After: Sat, 21 Nov 2026 12:01:00 GMT\nDate: nonsense", 60 },
    { "Retry-After: Saturday, 21-Nov-26 12:01:00 GMT", 60 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *response = g_strconcat ("HTTP/1.1 503 X\n", cases[i].fields, NULL);
      g_autoptr(RtTrail) trail = cases_one ("", response);
      g_autoptr(RtHead) head = rt_exchange_dup_response_head (rt_trail_get_last (trail));

      g_test_message ("%s", cases[i].fields);
      g_assert_cmpint (rt_wait_read (head, CASES_NOW), ==, cases[i].seconds);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/wait/read", test_read);

  return g_test_run ();
}
