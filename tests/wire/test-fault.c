/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/wire/fault.c. */

#include "fault.h"

#include <string.h>

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
test_quote (void)
{
  g_autofree guint8 *exact = g_memdup2 ("a\r\351", 3);
  g_autofree char *short_text = rt_fault_quote (exact, 3);
  g_autofree char *long_bytes = g_strnfill (61, 'x');
  g_autofree char *long_text = rt_fault_quote (long_bytes, 61);
  g_autofree char *whole_text = rt_fault_quote (long_bytes, 60);
  g_autofree char *split_text = NULL;
  g_autofree char *none = rt_fault_quote (NULL, 0);

  g_assert_cmpstr (short_text, ==, "a\\r\\xE9");
  g_assert_cmpuint (strlen (whole_text), ==, 60);
  g_assert_cmpuint (strlen (long_text), ==, 63);
  g_assert_true (g_str_has_suffix (long_text, "x\342\200\246"));
  g_assert_cmpstr (none, ==, "");

  /* A character across the cut is left out, not broken. */
  memcpy (long_bytes + 59, "\303\251", 2);
  split_text = rt_fault_quote (long_bytes, 61);
  g_assert_cmpuint (strlen (split_text), ==, 62);
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
  g_test_add_func ("/fault/quote", test_quote);
  g_test_add_func ("/fault/errors", test_errors);

  return g_test_run ();
}
