/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of lesson-run.c: forward, back, what is judged and what is kept. */

#include "config.h"

#include "lesson-run.h"

#include "hops.h"

static void
count_cb (RtLessonRun *run,
          guint       *count)
{
  (*count)++;
}

static RtLessonRun *
create_run (guint *count)
{
  g_autoptr(RtLesson) lesson =
    hops_new_lesson ("<status is='200'/>",
                     "<status is='304'/><request-field name='If-None-Match' "
                     "is-value-of='ETag' of-step='1'/>", NULL);
  RtLessonRun *run = rt_lesson_run_new (lesson, NULL);

  g_signal_connect (run, "changed", G_CALLBACK (count_cb), count);

  return run;
}

static void
test_way (void)
{
  guint count = 0;
  RtLessonRun *run = create_run (&count);
  g_autoptr(RtTrail) wrong = hops_new_get ("/", NULL, "404");
  g_autoptr(RtTrail) first = hops_new_get ("/", NULL, "200\nETag: a\n");
  g_autoptr(RtTrail) again = hops_new_get ("/", NULL, "200\nETag: b\n");
  g_autoptr(RtTrail) with_a = hops_new_get ("/", "If-None-Match: a\n", "304");
  g_autoptr(RtTrail) with_b = hops_new_get ("/", "If-None-Match: b\n", "304");

  /* Not before it is passed. */
  rt_lesson_run_next (run);
  rt_lesson_run_back (run);
  g_assert_cmpuint (rt_lesson_run_get_position (run), ==, 0);
  g_assert_cmpuint (count, ==, 0);
  g_assert_null (rt_lesson_run_get_complaint (run));

  rt_lesson_run_judge (run, wrong);
  g_assert_false (rt_lesson_run_is_passed (run));
  g_assert_cmpstr (rt_lesson_run_get_complaint (run), ==,
                   "This step wants a 200; the response was 404.");
  rt_lesson_run_judge (run, first);
  g_assert_true (rt_lesson_run_is_passed (run));
  g_assert_null (rt_lesson_run_get_complaint (run));
  g_assert_cmpuint (count, ==, 2);

  /* What was right stays right; a newer right one is what later steps see. */
  rt_lesson_run_judge (run, wrong);
  g_assert_true (rt_lesson_run_is_passed (run));
  g_assert_null (rt_lesson_run_get_complaint (run));
  rt_lesson_run_judge (run, again);

  rt_lesson_run_next (run);
  g_assert_cmpuint (rt_lesson_run_get_position (run), ==, 1);
  g_assert_false (rt_lesson_run_is_passed (run));
  rt_lesson_run_judge (run, with_a);
  g_assert_cmpstr (rt_lesson_run_get_complaint (run), ==,
                   "This step wants the request field If-None-Match to be “b”, the ETag of step "
                   "1; the request had “If-None-Match: a”.");
  g_assert_false (rt_lesson_run_is_finished (run));
  rt_lesson_run_judge (run, with_b);
  g_assert_true (rt_lesson_run_is_finished (run));

  /* There is no step behind the last. */
  rt_lesson_run_next (run);
  g_assert_cmpuint (rt_lesson_run_get_position (run), ==, 1);
  rt_lesson_run_back (run);
  g_assert_cmpuint (rt_lesson_run_get_position (run), ==, 0);
  g_assert_true (rt_lesson_run_is_passed (run));
  g_assert_finalize_object (run);
}

/* A complaint belongs to its step. */
static void
test_complaint_goes (void)
{
  guint count = 0;
  g_autoptr(RtLessonRun) run = create_run (&count);
  g_autoptr(RtTrail) first = hops_new_get ("/", NULL, "200");

  rt_lesson_run_judge (run, first);
  rt_lesson_run_next (run);
  rt_lesson_run_judge (run, first);
  g_assert_nonnull (rt_lesson_run_get_complaint (run));
  rt_lesson_run_back (run);
  g_assert_null (rt_lesson_run_get_complaint (run));
}

static void
test_no_request (void)
{
  guint count = 0;
  g_autoptr(RtLessonRun) run = create_run (&count);
  g_autoptr(RtRequest) request = rt_request_new ();

  rt_request_set_url (request, "http://kept/");
  g_assert_null (rt_lesson_run_fill (run, request, "http://h"));
  g_assert_cmpstr (rt_request_get_url (request), ==, "http://kept/");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lessons/run/way", test_way);
  g_test_add_func ("/lessons/run/complaint-goes", test_complaint_goes);
  g_test_add_func ("/lessons/run/no-request", test_no_request);

  return g_test_run ();
}
