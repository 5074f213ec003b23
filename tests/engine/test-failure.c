/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/engine/failure.c. */

#include "failure.h"

/* Every kind has an id of its own, fit for a key of the reference. */
static void
test_kinds (void)
{
  g_autoptr(GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint kind = 0; kind <= RT_FAILURE_OTHER; kind++)
    {
      const char *id = rt_failure_kind_to_id (kind);

      g_assert_nonnull (id);
      g_assert_true (g_hash_table_add (seen, (gpointer) id));
      for (const char *c = id; *c != '\0'; c++)
        g_assert_true (g_ascii_islower (*c) || g_ascii_isdigit (*c) || *c == '-');
    }

  g_assert_cmpstr (rt_failure_kind_to_id (RT_FAILURE_NAME_NOT_FOUND), ==, "name-not-found");
  g_assert_cmpstr (rt_failure_kind_to_id (RT_FAILURE_STORE), ==, "store");
  g_assert_cmpstr (rt_failure_kind_to_id (RT_FAILURE_OTHER), ==, "other");
}

static void
test_phases (void)
{
  static const char *const ids[] = { "name", "connect", "proxy", "tls",
                                     "request", "wait", "content" };

  G_STATIC_ASSERT (G_N_ELEMENTS (ids) == RT_N_PHASES);
  for (guint phase = 0; phase < RT_N_PHASES; phase++)
    {
      g_assert_cmpstr (rt_phase_to_id (phase), ==, ids[phase]);
      g_assert_cmpstr (rt_phase_to_words (phase), !=, "");
    }
}

static void
test_copy (void)
{
  RtFailure *failure = rt_failure_new (RT_FAILURE_RESET, RT_PHASE_WAIT, "words", "detail");
  g_autoptr(RtFailure) copy = rt_failure_copy (failure);
  g_autoptr(RtFailure) bare = rt_failure_new (RT_FAILURE_OTHER, RT_PHASE_NAME, "words", NULL);
  g_autoptr(RtFailure) bare_copy = rt_failure_copy (bare);

  rt_failure_free (failure);
  g_assert_cmpint (copy->kind, ==, RT_FAILURE_RESET);
  g_assert_cmpint (copy->phase, ==, RT_PHASE_WAIT);
  g_assert_cmpstr (copy->message, ==, "words");
  g_assert_cmpstr (copy->detail, ==, "detail");
  g_assert_null (bare_copy->detail);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/failure/kinds", test_kinds);
  g_test_add_func ("/failure/phases", test_phases);
  g_test_add_func ("/failure/copy", test_copy);

  return g_test_run ();
}
