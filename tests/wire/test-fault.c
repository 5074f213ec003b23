/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/wire/fault.c. */

#include "fault.h"

static void
test_life (void)
{
  g_autoptr (RtFault) fault = rt_fault_new (RT_FAULT_CONTENT_SHORT, "%d announced", 5);
  g_autoptr (RtFault) copy = rt_fault_copy (fault);

  g_assert_cmpint (copy->kind, ==, RT_FAULT_CONTENT_SHORT);
  g_assert_cmpstr (copy->evidence, ==, "5 announced");
  g_assert_true (copy->evidence != fault->evidence);
}

/* Every kind has an id of its own, in the form that the reference uses. */
static void
test_ids (void)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (int kind = RT_FAULT_HEAD_CUT; kind <= RT_FAULT_NUL_IN_HEAD; kind++)
    {
      const char *id = rt_fault_kind_to_id (kind);

      g_assert_nonnull (id);
      g_assert_true (g_hash_table_add (seen, (gpointer) id));
      for (const char *p = id; *p != '\0'; p++)
        g_assert_true (g_ascii_islower (*p) || g_ascii_isdigit (*p) || *p == '-');
    }

  g_assert_cmpstr (rt_fault_kind_to_id (RT_FAULT_CONTENT_SHORT), ==, "content-short");
  g_assert_cmpstr (rt_fault_kind_to_id (RT_FAULT_NUL_IN_HEAD), ==, "nul-in-head");
}

static void
test_errors (void)
{
  g_assert_cmpstr (g_quark_to_string (RT_WIRE_ERROR), ==, "rt-wire-error-quark");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/fault/life", test_life);
  g_test_add_func ("/fault/ids", test_ids);
  g_test_add_func ("/fault/errors", test_errors);

  return g_test_run ();
}
