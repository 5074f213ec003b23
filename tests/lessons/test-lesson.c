/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of lesson.c: what is put in comes out, and a broken one has a fault. */

#include "config.h"

#include "hops.h"

static void
test_whole (void)
{
  RtLesson *lesson = hops_new_lesson ("<status is='200'/>", "<status is='404'/>", NULL);

  g_assert_cmpstr (rt_lesson_get_id (lesson), ==, "test");
  g_assert_cmpstr (rt_lesson_get_title (lesson), ==, "T");
  g_assert_cmpstr (rt_lesson_get_goal (lesson), ==, "G");
  g_assert_null (rt_lesson_get_fault (lesson));
  g_assert_cmpuint (rt_lesson_get_n_steps (lesson), ==, 2);
  g_assert_cmpstr (rt_lesson_get_step (lesson, 1)->task, ==, "Do");
  g_assert_null (rt_lesson_get_step (lesson, 1)->request);
  g_assert_finalize_object (lesson);
}

static void
test_broken (void)
{
  RtLesson *lesson = rt_lesson_new_broken ("own/a", "a.xml", "a.xml:3: <b> is odd");

  g_assert_cmpstr (rt_lesson_get_fault (lesson), ==, "a.xml:3: <b> is odd");
  g_assert_cmpstr (rt_lesson_get_title (lesson), ==, "a.xml");
  g_assert_cmpuint (rt_lesson_get_n_steps (lesson), ==, 0);
  g_assert_finalize_object (lesson);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lessons/lesson/whole", test_whole);
  g_test_add_func ("/lessons/lesson/broken", test_broken);

  return g_test_run ();
}
