/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lengths of a run of lines, as by asking for each of them. */

#pragma once

#include "lines.h"

#define CHECK_LENGTHS_MAX 700

static inline void
check_lengths_run (RtLines *lines,
                   guint64  line,
                   gsize    n)
{
  RtLinesClass *asks_for_each = g_type_class_peek (RT_TYPE_LINES);
  guint64 expected[CHECK_LENGTHS_MAX];
  guint64 lengths[CHECK_LENGTHS_MAX + 1];
  gsize filled = asks_for_each->get_lengths (lines, line, n, expected);

  lengths[n] = 12345;
  g_assert_cmpuint (rt_lines_get_lengths (lines, line, n, lengths), ==, filled);
  for (gsize i = 0; i < filled; i++)
    g_assert_cmpuint (lengths[i], ==, expected[i]);
  g_assert_cmpuint (lengths[n], ==, 12345);
}

/* From the start, over the end, from beyond it, and anywhere. */
static inline void
check_lengths (RtLines *lines)
{
  guint64 n = rt_lines_get_n_lines (lines);

  g_assert_true (RT_LINES_GET_CLASS (lines)->get_lengths !=
                 ((RtLinesClass *) g_type_class_peek (RT_TYPE_LINES))->get_lengths);
  check_lengths_run (lines, 0, 0);
  check_lengths_run (lines, 0, MIN (n, CHECK_LENGTHS_MAX));
  check_lengths_run (lines, n > 3 ? n - 3 : 0, 10);
  check_lengths_run (lines, n, 3);
  check_lengths_run (lines, G_MAXUINT64, 3);
  for (int i = 0; i < 5; i++)
    check_lengths_run (lines, g_test_rand_int_range (0, n + 1),
                       g_test_rand_int_range (0, i < 4 ? 20 : CHECK_LENGTHS_MAX));
}
