/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The question of step mode, and what answers it. */

#include "step-prompt.h"

#include <string.h>

#include "trail-private.h"

static void
test_answers (void)
{
  static const struct
  {
    const char *answer;
    gboolean    credentials;
    gboolean    is_one;
    RtDecision  decision;
  } rows[] = {
    { "", TRUE, TRUE, RT_DECISION_FOLLOW },
    { "\n", FALSE, TRUE, RT_DECISION_FOLLOW },
    { "f\n", FALSE, TRUE, RT_DECISION_FOLLOW },
    { " Follow \n", FALSE, TRUE, RT_DECISION_FOLLOW },
    { "k", FALSE, TRUE, RT_DECISION_KEEP_METHOD },
    { "s", FALSE, TRUE, RT_DECISION_STOP_HERE },
    { "w", TRUE, TRUE, RT_DECISION_WITHOUT_CREDENTIALS },
    { "along", TRUE, TRUE, RT_DECISION_WITH_CREDENTIALS },
    { "w", FALSE, FALSE, 0 },
    { "a", FALSE, FALSE, 0 },
    { "x", TRUE, FALSE, 0 },
    { "follows", TRUE, FALSE, 0 },
    { "yes", TRUE, FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (RtPending) pending = rt_pending_new (RT_PENDING_REDIRECT, 0);
      RtDecision decision = RT_DECISION_STOP_HERE;

      pending->has_credentials = rows[i].credentials;
      g_assert_cmpint (rt_step_prompt_read (pending, rows[i].answer, &decision), ==,
                       rows[i].is_one);
      if (rows[i].is_one)
        g_assert_cmpint (decision, ==, rows[i].decision);
    }
}

static void
test_text (void)
{
  g_autoptr (RtPending) pending = rt_pending_new (RT_PENDING_REDIRECT, 0);
  g_autofree char *without = NULL;
  g_autofree char *with = NULL;

  pending->words = g_strdup ("Where to?");
  without = rt_step_prompt_new_text (pending);
  g_assert_true (g_str_has_prefix (without, "? Where to?\n  follow "));
  g_assert_true (g_str_has_suffix (without, "\n? "));
  g_assert_null (strstr (without, "credentials"));
  pending->has_credentials = TRUE;
  with = rt_step_prompt_new_text (pending);
  g_assert_nonnull (strstr (with, "  along "));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/step-prompt/answers", test_answers);
  g_test_add_func ("/step-prompt/text", test_text);

  return g_test_run ();
}
