/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of lesson-trail.c: what counts, and which is which. */

#include "config.h"

#include "lesson-trail.h"

#include "hops.h"

static void
assert_status (RtTrail *trail,
               guint    number,
               int      status)
{
  RtExchange *exchange = rt_lesson_trail_pick (trail, number);

  if (status == 0)
    g_assert_null (exchange);
  else
    g_assert_cmpint (rt_exchange_get_status (exchange), ==, status);
}

static void
test_pick (void)
{
  static const Hop hops[] = {
    { "CONNECT", "/", NULL, "200", NULL, RT_NEXT_TUNNEL },
    { "GET", "/a", NULL, "302", NULL, RT_NEXT_REDIRECT },
    { "GET", "/b", NULL, NULL, NULL, RT_NEXT_STALE_CONNECTION },
    { "GET", "/b", NULL, "401", NULL, RT_NEXT_CHALLENGE },
    { "GET", "/b", NULL, "204" },
    { NULL },
  };
  g_autoptr(RtTrail) trail = hops_new_trail (hops);

  g_assert_cmpuint (rt_lesson_trail_count (trail), ==, 3);
  assert_status (trail, 1, 302);
  assert_status (trail, 2, 401);
  assert_status (trail, 3, 204);
  assert_status (trail, 4, 0);
  assert_status (trail, RT_LESSON_LAST, 204);
}

static void
test_empty (void)
{
  static const Hop hops[] = { { NULL } };
  g_autoptr(RtTrail) trail = hops_new_trail (hops);

  g_assert_cmpuint (rt_lesson_trail_count (trail), ==, 0);
  assert_status (trail, 1, 0);
  assert_status (trail, RT_LESSON_LAST, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lessons/trail/pick", test_pick);
  g_test_add_func ("/lessons/trail/empty", test_empty);

  return g_test_run ();
}
