/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "compared-row.h"

static void
test_results (void)
{
  g_autoptr(GPtrArray) rows = g_ptr_array_new_with_free_func (g_object_unref);
  static const RtCompared results[] = { RT_COMPARED_SAME, RT_COMPARED_CHANGED,
                                        RT_COMPARED_ONLY_LEFT, RT_COMPARED_ONLY_RIGHT };

  rt_compared_row_add (rows, RT_COMPARED_FIELD, "A", "1", "1");
  rt_compared_row_add (rows, RT_COMPARED_FIELD, "B", "1", "2");
  rt_compared_row_add (rows, RT_COMPARED_FIELD, "C", "1", NULL);
  rt_compared_row_add (rows, RT_COMPARED_FIELD, "D", NULL, "1");
  rt_compared_row_add (rows, RT_COMPARED_FIELD, "E", NULL, NULL);
  g_assert_cmpuint (rows->len, ==, G_N_ELEMENTS (results));
  for (guint i = 0; i < rows->len; i++)
    g_assert_cmpint (rt_compared_row_get_result (rows->pdata[i]), ==, results[i]);
  g_assert_cmpstr (rt_compared_row_get_label (rows->pdata[1]), ==, "B");
  g_assert_cmpstr (rt_compared_row_get_left (rows->pdata[1]), ==, "1");
  g_assert_cmpstr (rt_compared_row_get_right (rows->pdata[1]), ==, "2");
  g_assert_null (rt_compared_row_get_left (rows->pdata[3]));
  g_assert_cmpint (rt_compared_row_get_part (rows->pdata[0]), ==, RT_COMPARED_FIELD);
}

static void
test_life (void)
{
  RtComparedRow *row = rt_compared_row_new (RT_COMPARED_SIZE, RT_COMPARED_SAME, "A", "1", "1");

  g_assert_finalize_object (row);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/compared-row/results", test_results);
  g_test_add_func ("/compared-row/life", test_life);

  return g_test_run ();
}
