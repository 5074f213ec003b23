/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of lesson-condition.c: each kind where it holds and where it does not. */

#include "config.h"

#include "lesson-condition.h"

#include "exchange-private.h"
#include "hops.h"

/* Whether the one condition of step 2 holds; @before is the trail of step 1. */
static gboolean
holds (const char *check,
       RtTrail    *before,
       RtTrail    *trail)
{
  g_autoptr(RtLesson) lesson = hops_new_lesson ("<status is='200'/>", check, NULL);
  g_autoptr(GPtrArray) trails = g_ptr_array_new ();

  g_ptr_array_add (trails, before);
  g_ptr_array_add (trails, trail);

  return rt_lesson_condition_holds (
    g_ptr_array_index (rt_lesson_get_step (lesson, 1)->conditions, 0), trail, trails);
}

static void
test_kinds (void)
{
  static const Hop hops[] = {
    { "POST", "/a?x=1", "Content-Type: text/plain\nX-One: Some Value\n",
      "302\nLocation: http://127.0.0.1:8080/b?y=2\nETag: \"n\"\n", NULL, RT_NEXT_REDIRECT },
    { "GET", "/b?y=2", "If-None-Match: \"e\"\n", "200\nETag: \"e2\"\nX-Empty:\n", "some content" },
    { NULL },
  };
  static const struct { const char *check; gboolean expected; } cases[] = {
    { "<method is='GET'/>", TRUE },
    { "<method is='get'/>", FALSE },
    { "<method exchange='first' is='POST'/>", TRUE },
    { "<method exchange='1' is='GET'/>", FALSE },
    { "<method exchange='3' is='GET'/>", FALSE },
    { "<path is='/b'/>", TRUE },
    { "<path is='/b?y=2'/>", TRUE },
    { "<path is='/b?y=1'/>", FALSE },
    { "<path is='/'/>", FALSE },
    { "<path contains='B'/>", TRUE },
    { "<path exchange='first' is='/a'/>", TRUE },
    { "<path is-value-of='Location' of-step='2' of-exchange='first'/>", TRUE },
    { "<path exchange='first' is-value-of='Location' of-step='2' of-exchange='1'/>", FALSE },
    { "<path is-value-of='Location' of-step='1'/>", FALSE },
    { "<request-field name='if-none-match' present='yes'/>", TRUE },
    { "<request-field name='If-None-Match' present='no'/>", FALSE },
    { "<request-field name='X-One' present='no'/>", TRUE },
    { "<request-field name='If-None-Match' is-value-of='ETag' of-step='1'/>", TRUE },
    { "<request-field name='If-None-Match' is-value-of='ETag' of-step='2'/>", FALSE },
    { "<request-field name='If-None-Match' is-value-of='Age' of-step='1'/>", FALSE },
    { "<request-field exchange='1' name='X-One' is='Some Value'/>", TRUE },
    { "<request-field exchange='1' name='X-One' is='some value'/>", FALSE },
    { "<request-field exchange='1' name='X-One' contains='some'/>", TRUE },
    { "<request-field exchange='1' name='X-One' contains='other'/>", FALSE },
    { "<request-field exchange='1' name='X-Two' contains='other'/>", FALSE },
    { "<exchanges count='2'/>", TRUE },
    { "<exchanges count='1'/>", FALSE },
    { "<status is='200'/>", TRUE },
    { "<status is='302'/>", FALSE },
    { "<status exchange='first' is='302'/>", TRUE },
    { "<status class='2xx'/>", TRUE },
    { "<status class='3xx'/>", FALSE },
    { "<status exchange='first' class='3xx'/>", TRUE },
    { "<response-field name='etag' is='\"e2\"'/>", TRUE },
    { "<response-field name='ETag' contains-value-of='ETag' of-step='1'/>", FALSE },
    { "<response-field name='X-Empty' present='yes'/>", TRUE },
    { "<content contains='content'/>", TRUE },
    { "<content contains='Content'/>", FALSE },
    { "<content exchange='first' contains='content'/>", FALSE },
    { "<failure id='refused'/>", FALSE },
    { "<fault id='content-short'/>", FALSE },
  };
  g_autoptr(RtTrail) before = hops_new_get ("/", NULL, "200\nETag: \"e\"\n");
  g_autoptr(RtTrail) trail = hops_new_trail (hops);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s", cases[i].check);
      g_assert_cmpint (holds (cases[i].check, before, trail), ==, cases[i].expected);
    }
}

static void
test_failure (void)
{
  g_autoptr(RtTrail) trail = hops_new_failed ("/", RT_FAILURE_CLOSED_EARLY);

  g_assert_true (holds ("<failure id='closed-early'/>", NULL, trail));
  g_assert_false (holds ("<failure id='refused'/>", NULL, trail));
  g_assert_false (holds ("<status class='2xx'/>", NULL, trail));
  g_assert_false (holds ("<response-field name='ETag' present='no'/>", NULL, trail));
  g_assert_false (holds ("<fault id='content-short'/>", NULL, trail));
  g_assert_false (holds ("<content contains='x'/>", NULL, trail));
}

static void
test_fault (void)
{
  g_autoptr(RtTrail) trail = hops_new_get ("/", NULL, "200");

  rt_exchange_take_fault (rt_trail_get_last (trail), rt_fault_new (RT_FAULT_EXTRA_BYTES, "x"));
  rt_exchange_take_fault (rt_trail_get_last (trail), rt_fault_new (RT_FAULT_CONTENT_SHORT, "y"));
  g_assert_true (holds ("<fault id='content-short'/>", NULL, trail));
  g_assert_true (holds ("<fault id='extra-bytes'/>", NULL, trail));
  g_assert_false (holds ("<fault id='trailers-cut'/>", NULL, trail));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lessons/condition/kinds", test_kinds);
  g_test_add_func ("/lessons/condition/failure", test_failure);
  g_test_add_func ("/lessons/condition/fault", test_fault);

  return g_test_run ();
}
