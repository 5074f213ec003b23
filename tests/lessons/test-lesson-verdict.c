/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of lesson-verdict.c: which conditions are told, and as what. */

#include "config.h"

#include "lesson-verdict.h"

#include "hops.h"
#include "trail-private.h"

static void
check (const char *xml,
       RtTrail    *trail,
       const char *expected)
{
  g_autoptr(RtLesson) lesson = hops_new_lesson (xml, NULL);
  g_autoptr(GPtrArray) trails = g_ptr_array_new ();
  g_autofree char *complaint = NULL;

  g_ptr_array_add (trails, trail);
  complaint = rt_lesson_verdict_dup_complaint (rt_lesson_get_step (lesson, 0)->conditions,
                                               trail, trails, hops_get_catalogue ());
  g_assert_cmpstr (complaint, ==, expected);
}

#define CACHE "<path is='/cache'/><request-field name='If-None-Match' present='yes'/>" \
              "<status is='304'/>"

static void
test_cause (void)
{
  g_autoptr(RtTrail) good = hops_new_get ("/cache", "If-None-Match: x\n", "304");
  g_autoptr(RtTrail) bare = hops_new_get ("/cache", NULL, "200");
  g_autoptr(RtTrail) elsewhere = hops_new_get ("/get", NULL, "200");
  g_autoptr(RtTrail) other = hops_new_get ("/cache", "If-None-Match: x\n", "200");
  g_autoptr(RtTrail) lucky = hops_new_get ("/cache", NULL, "304");
  g_autoptr(RtTrail) failed = hops_new_failed ("/get", RT_FAILURE_REFUSED);

  check (CACHE, good, NULL);
  check (CACHE, bare, "This step wants a 304; the response was 200, because the request had no "
         "If-None-Match.");
  check (CACHE, elsewhere, "This step wants a 304; the response was 200, because the request went "
         "to /get.");
  check (CACHE, other, "This step wants a 304; the response was 200.");
  check (CACHE, lucky, "This step wants a request with If-None-Match; the request had no "
         "If-None-Match.");
  /* A path is no reason for a refused connection. */
  check (CACHE, failed, "This step wants a 304; no response came (Connection refused).");
}

static void
test_order (void)
{
  static const Hop hops[] = {
    { "GET", "/a", NULL, "302", NULL, RT_NEXT_REDIRECT },
    { "GET", "/b", NULL, "200" },
    { NULL },
  };
  g_autoptr(RtTrail) two = hops_new_trail (hops);
  g_autoptr(RtTrail) one = hops_new_get ("/a", NULL, "302");

  /* What is later than the effect is not its cause. */
  check ("<status exchange='first' is='401'/><method exchange='2' is='POST'/>", two,
         "This step wants a 401 in exchange 1; in exchange 1 the response was 302.");
  check ("<method exchange='first' is='POST'/><status exchange='first' is='401'/>", two,
         "This step wants a 401 in exchange 1; in exchange 1 the response was 302, because in "
         "exchange 1 the method was GET.");
  /* An exchange that does not exist is no cause either. */
  check ("<method exchange='2' is='POST'/><exchanges count='2'/>", one,
         "This step wants 2 exchanges; there was 1 exchange.");
  check ("<method exchange='2' is='POST'/>", one,
         "This step wants the method POST in exchange 2; there was 1 exchange.");
}

static void
test_not_followed (void)
{
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autoptr(RtTrail) source = hops_new_get ("/a", NULL, "302");
  g_autoptr(RtTrail) trail = rt_trail_new (NULL, request);

  rt_trail_append (trail, rt_trail_get_last (source));
  rt_trail_finish (trail, RT_TRAIL_END_NOT_FOLLOWED, "Not followed.");
  while (rt_trail_is_running (trail))
    g_main_context_iteration (NULL, TRUE);

  check ("<exchanges count='2'/>", trail, "This step wants 2 exchanges; there was 1 exchange, "
         "because redirects were not followed.");
  check ("<status is='200'/>", trail, "This step wants a 200; the response was 302.");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lessons/verdict/cause", test_cause);
  g_test_add_func ("/lessons/verdict/order", test_order);
  g_test_add_func ("/lessons/verdict/not-followed", test_not_followed);

  return g_test_run ();
}
