/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of find-index.c: blocks by number, place and match. */

#include "config.h"

#include "find-index.h"

static void
test_blocks (void)
{
  static const struct { RtPlace end; guint64 n; } at[] = {
    { { 10, 0 }, 3 }, { { 20, 0 }, 0 }, { { 20, 500 }, 2 }, { { 21, 0 }, 1 },
  };
  static const struct { RtPlace place; guint block; } places[] = {
    { { 0, 0 }, 0 }, { { 9, 99 }, 0 }, { { 10, 0 }, 1 }, { { 19, 0 }, 1 }, { { 20, 499 }, 2 },
    { { 20, 500 }, 3 }, { { 99, 0 }, 3 },
  };
  static const guint matches[] = { 0, 0, 0, 2, 2, 3 };
  RtFindIndex index;
  RtFoundInBlock block;
  guint64 before = 0;

  rt_find_index_init (&index);
  g_assert_false (rt_find_index_get (&index, 0, &block));
  g_assert_cmpuint (rt_find_index_find_place (&index, &at[0].end), ==, 0);
  for (guint i = 0; i < G_N_ELEMENTS (at); i++)
    rt_find_index_add (&index, &at[i].end, at[i].n);
  for (guint i = 0; i < G_N_ELEMENTS (at); before += at[i++].n)
    {
      g_assert_true (rt_find_index_get (&index, i, &block));
      g_assert_cmpint (rt_place_compare (&block.end, &at[i].end), ==, 0);
      g_assert_cmpuint (block.n_matches, ==, at[i].n);
      g_assert_cmpuint (block.before, ==, before);
    }
  g_assert_false (rt_find_index_get (&index, 4, &block));
  g_assert_cmpuint (index.n_matches, ==, 6);
  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    g_assert_cmpuint (rt_find_index_find_place (&index, &places[i].place), ==, places[i].block);
  for (guint i = 0; i < G_N_ELEMENTS (matches); i++)
    g_assert_cmpuint (rt_find_index_find_match (&index, i), ==, matches[i]);
  rt_find_index_clear (&index);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/find-index/blocks", test_blocks);

  return g_test_run ();
}
