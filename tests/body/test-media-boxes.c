/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of media-boxes.c: from box to box. */

#include "config.h"

#include "media-boxes.h"

static void
test_walk (void)
{
  static const char bytes[] = "\0\0\0\x0a" "oneaab"
                              "\0\0\0\1two \0\0\0\0\0\0\0\x12" "cd"
                              "\0\0\0\0last" "efg";
  guint budget = 10;
  RtMediaWalk walk = { .rest = { (const guint8 *) bytes, sizeof bytes - 1 }, .budget = &budget };

  g_assert_true (rt_media_walk_next (&walk));
  g_assert_true (rt_media_is (walk.name, 0, "onea"));
  g_assert_cmpmem (walk.content.data, walk.content.length, "ab", 2);
  g_assert_true (walk.is_whole);
  g_assert_true (rt_media_walk_next_named (&walk, "last"));
  g_assert_cmpmem (walk.content.data, walk.content.length, "efg", 3);
  g_assert_true (walk.is_whole);
  g_assert_false (rt_media_walk_next (&walk));
  g_assert_cmpuint (budget, ==, 7);
}

static void
test_find (void)
{
  static const char bytes[] = "\0\0\0\x08" "free" "\0\0\0\x1b" "aaaa" "\0\0\0\x13" "bbbb"
                              "\0\0\0\x0c" "ccccx";
  RtMediaBytes all = { (const guint8 *) bytes, sizeof bytes - 1 };
  guint budget = 100;
  guint few = 2;
  RtMediaWalk walk = { .rest = all, .budget = &budget };

  g_assert_cmpuint (rt_media_find_box (all, "aaaa/bbbb", &budget).length, ==, 9);
  /* Longer than what is there. */
  g_assert_cmpuint (rt_media_find_box (all, "aaaa/bbbb/cccc", &budget).length, ==, 1);
  g_assert_cmpuint (rt_media_find_box (all, "aaaa/cccc", &budget).length, ==, 0);
  g_assert_cmpuint (rt_media_find_box (all, "aaaa/bbbb", &few).length, ==, 0);
  g_assert_true (rt_media_walk_next_named (&walk, "aaaa"));
  g_assert_false (walk.is_whole);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/media-boxes/walk", test_walk);
  g_test_add_func ("/media-boxes/find", test_find);

  return g_test_run ();
}
