/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/retry-policy.c. */

#include "retry-policy.h"

#define NOW G_GINT64_CONSTANT (784111777) /* Sun, 06 Nov 1994 08:49:37 GMT */

static void
test_retry_after (void)
{
  static const struct { const char *value; gint64 seconds; } cases[] = {
    { "0", 0 },
    { "120", 120 },
    { " 007 ", 7 },
    { "99999999999999999999999", G_MAXINT64 },
    { "Sun, 06 Nov 1994 08:49:37 GMT", 0 },
    { "Sun, 06 Nov 1994 08:50:07 GMT", 30 },
    { "Sun, 06 Nov 1994 08:00:00 GMT", 0 },
    { "Sunday, 06-Nov-94 08:50:07 GMT", 30 },
    { "Sun Nov  6 08:50:07 1994", 30 },
    { "", -1 },
    { "-1", -1 },
    { "+1", -1 },
    { "1.5", -1 },
    { "1, 2", -1 },
    { "0x10", -1 },
    { "in a while", -1 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].value);
      g_assert_cmpint (rt_retry_after_parse (cases[i].value, NOW), ==, cases[i].seconds);
    }
}

static void
test_equal (void)
{
  RtRetryPolicy policy = rt_retry_policy_default;

  g_assert_true (rt_retry_policy_equal (&policy, &rt_retry_policy_default));
  g_assert_cmpuint (policy.tries, ==, 0);
#define DIFFERS(member, other)                                                \
  policy = rt_retry_policy_default;                                           \
  policy.member = other;                                                      \
  g_assert_false (rt_retry_policy_equal (&policy, &rt_retry_policy_default))
  DIFFERS (tries, 1);
  DIFFERS (base_delay, 1);
  DIFFERS (max_delay, 1);
  DIFFERS (outcomes, RT_RETRY_ON_429);
  DIFFERS (any_method, TRUE);
  DIFFERS (heed_retry_after, FALSE);
  DIFFERS (retry_after_limit, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/retry-policy/retry-after", test_retry_after);
  g_test_add_func ("/retry-policy/equal", test_equal);

  return g_test_run ();
}
