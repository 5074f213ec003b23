/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "line-diff.h"

#include <string.h>

#define MAX_LINES 64

/* Letters are lines. A mark for each: "-" changed, "=" not. */
static void
test_cases (void)
{
  static const struct { const char *left; const char *right; const char *marks; const char *other; }
  cases[] = {
    { "", "", "", "" }, { "a", "", "-", "" }, { "", "ab", "", "--" },
    { "abc", "abc", "===", "===" },
    { "abc", "axc", "=-=", "=-=" }, { "abc", "ac", "=-=", "==" }, { "ac", "abc", "==", "=-=" },
    { "aabb", "bbaa", "--==", "==--" }, { "xabcy", "pabcq", "-===-", "-===-" },
    { "aaaa", "aa", "==--", "==" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint left[MAX_LINES];
      guint right[MAX_LINES];
      gboolean left_changed[MAX_LINES];
      gboolean right_changed[MAX_LINES];
      gsize n_left = strlen (cases[i].left);
      gsize n_right = strlen (cases[i].right);

      for (gsize k = 0; k < n_left; k++)
        left[k] = cases[i].left[k];
      for (gsize k = 0; k < n_right; k++)
        right[k] = cases[i].right[k];
      rt_line_diff (left, n_left, right, n_right, 256, left_changed, right_changed);
      for (gsize k = 0; k < n_left; k++)
        g_assert_cmpint (left_changed[k], ==, cases[i].marks[k] == '-');
      for (gsize k = 0; k < n_right; k++)
        g_assert_cmpint (right_changed[k], ==, cases[i].other[k] == '-');
    }
}

/* What is not changed is the same on both sides, in order. (the number of it) */
static guint
assert_sound (const guint *left,
              guint        n_left,
              const guint *right,
              guint        n_right,
              guint        n_ids)
{
  g_autofree gboolean *left_changed = g_new (gboolean, n_left + 1);
  g_autofree gboolean *right_changed = g_new (gboolean, n_right + 1);
  guint j = 0;
  guint common = 0;

  rt_line_diff (left, n_left, right, n_right, n_ids, left_changed, right_changed);
  for (guint i = 0; i < n_left; i++)
    {
      if (left_changed[i])
        continue;
      while (j < n_right && right_changed[j])
        j++;
      g_assert_cmpuint (j, <, n_right);
      g_assert_cmpuint (left[i], ==, right[j]);
      j++;
      common++;
    }
  while (j < n_right)
    g_assert_true (right_changed[j++]);

  return common;
}

/* Small ones are solved exactly: as many in common as can be. */
static void
test_exact (void)
{
  for (guint seed = 0; seed < 300; seed++)
    {
      g_autoptr(GRand) rand = g_rand_new_with_seed (seed);
      guint left[24];
      guint right[24];
      guint table[25][25] = { { 0 } };
      guint n_left = g_rand_int_range (rand, 0, 25);
      guint n_right = g_rand_int_range (rand, 0, 25);

      for (guint i = 0; i < n_left; i++)
        left[i] = g_rand_int_range (rand, 0, 4);
      for (guint i = 0; i < n_right; i++)
        right[i] = g_rand_int_range (rand, 0, 4);
      for (guint i = 1; i <= n_left; i++)
        for (guint j = 1; j <= n_right; j++)
          table[i][j] = left[i - 1] == right[j - 1] ? table[i - 1][j - 1] + 1
                                                    : MAX (table[i - 1][j], table[i][j - 1]);
      g_assert_cmpuint (assert_sound (left, n_left, right, n_right, 4), ==, table[n_left][n_right]);
    }
}

/* Large ones with unique lines find every line that stayed. */
static void
test_large (void)
{
  const guint n = 20000;
  g_autofree guint *left = g_new (guint, n);
  g_autofree guint *right = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    {
      left[i] = i;
      right[i] = i % 10 == 3 ? n + i : i;
    }
  g_assert_cmpuint (assert_sound (left, n, right, n, 2 * n), ==, n - n / 10);
}

/* Nothing unique, much of it: still sound, and still quick. */
static void
test_hard (void)
{
  const guint n = 20000;
  g_autofree guint *left = g_new (guint, n);
  g_autofree guint *right = g_new (guint, n);
  g_autoptr(GRand) rand = g_rand_new_with_seed (1);

  for (guint i = 0; i < n; i++)
    {
      left[i] = g_rand_int_range (rand, 0, 3);
      right[i] = g_rand_int_range (rand, 0, 3);
    }
  assert_sound (left, n, right, n, 3);
  for (guint i = 0; i < n; i++)
    right[i] = n - 1 - (left[i] = i);
  g_assert_cmpuint (assert_sound (left, n, right, n, n), >=, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/line-diff/cases", test_cases);
  g_test_add_func ("/line-diff/exact", test_exact);
  g_test_add_func ("/line-diff/large", test_large);
  g_test_add_func ("/line-diff/hard", test_hard);

  return g_test_run ();
}
