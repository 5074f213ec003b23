/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of retry-words.c. */

#include "config.h"

#include "retry-words.h"

#include <string.h>

static void
assert_words (const RtRetryPolicy *policy,
              const char          *method,
              const char          *expected)
{
  g_autofree char *words = rt_retry_words (policy, method);

  g_assert_cmpstr (words, ==, expected);
}

static void
test_words (void)
{
  RtRetryPolicy policy = rt_retry_policy_default;

  assert_words (&policy, "GET", "What comes back is shown; nothing is sent again.");
  policy.tries = 3;
  assert_words (&policy, "GET",
                "After 429, 502, 503, 504, a failure to connect or a timeout it is sent up to 3 "
                "more "
                "times, after about 500 ms, 1.00 s, 2.00 s.");
  policy.outcomes = RT_RETRY_ON_503;
  policy.tries = 1;
  assert_words (&policy, "PUT", "After 503 it is sent 1 more time, after about 500 ms.");
  policy.outcomes = RT_RETRY_ON_429 | RT_RETRY_ON_TIMEOUT;
  policy.tries = 6;
  policy.max_delay = 1000;
  assert_words (&policy, "HEAD",
                "After 429 or a timeout it is sent up to 6 more times, after about 500 ms, 1.00 s, "
                "1.00 s, 1.00 s … at most 1.00 s.");
  policy.outcomes = RT_RETRY_ON_NOTHING;
  assert_words (&policy, "GET", "Choose after what it is to be sent again; until then it is not.");
}

static void
test_methods (void)
{
  static const struct
  {
    const char *method;
    gboolean    any_method;
    const char *part; /* NULL: none of the two */
  } cases[] = {
    { "GET", FALSE, NULL }, { "DELETE", FALSE, NULL }, { "OPTIONS", FALSE, NULL },
    { "GET", TRUE, NULL },
    { "POST", FALSE, "POST is not sent again" },
    { "PATCH", FALSE, "PATCH is not sent again" },
    { "get", FALSE, "get is not sent again" },
    { "POST", TRUE, "it is done twice" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      RtRetryPolicy policy = rt_retry_policy_default;
      g_autofree char *words = NULL;

      policy.tries = 2;
      policy.any_method = cases[i].any_method;
      words = rt_retry_words (&policy, cases[i].method);
      if (cases[i].part != NULL)
        g_assert_nonnull (strstr (words, cases[i].part));
      else
        g_assert_null (strstr (words, "twice"));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/retry-words/words", test_words);
  g_test_add_func ("/retry-words/methods", test_methods);

  return g_test_run ();
}
