/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of lesson-words.c: what is wanted, and what is seen in its place, of
 * each kind of condition.
 */

#include "config.h"

#include "lesson-words.h"

#include "exchange-private.h"
#include "hops.h"

/* The words of the one condition of step 2. */
static void
check (const char *xml,
       RtTrail    *before,
       RtTrail    *trail,
       const char *wanted,
       const char *seen)
{
  g_autoptr(RtLesson) lesson = hops_new_lesson ("<status is='200'/>", xml, NULL);
  const RtLessonCondition *condition =
    g_ptr_array_index (rt_lesson_get_step (lesson, 1)->conditions, 0);
  g_autoptr(GPtrArray) trails = g_ptr_array_new ();
  g_autofree char *wants = NULL;
  g_autofree char *sees = NULL;

  g_ptr_array_add (trails, before);
  g_ptr_array_add (trails, trail);
  g_assert_false (rt_lesson_condition_holds (condition, trail, trails));
  wants = rt_lesson_words_wanted (condition, trails, hops_get_catalogue ());
  sees = rt_lesson_words_seen (condition, trail, hops_get_catalogue ());
  g_assert_cmpstr (wants, ==, wanted);
  g_assert_cmpstr (sees, ==, seen);
}

static void
test_one (void)
{
  static const struct { const char *xml; const char *wanted; const char *seen; } cases[] = {
    { "<method is='PUT'/>", "the method PUT", "the method was GET" },
    { "<path is='/cache'/>", "a request for “/cache”", "the request went to /a?x=1" },
    { "<path contains='cache'/>", "a request for a path with “cache”",
      "the request went to /a?x=1" },
    { "<path is-value-of='Location' of-step='1'/>",
      "a request for “/next”, the Location of step 1", "the request went to /a?x=1" },
    { "<request-field name='If-Match' present='yes'/>", "a request with If-Match",
      "the request had no If-Match" },
    { "<request-field name='Range' present='no'/>", "a request without Range",
      "the request had “Range: bytes=0-9”" },
    { "<request-field name='Range' is='bytes=5-'/>", "the request field Range to be “bytes=5-”",
      "the request had “Range: bytes=0-9”" },
    { "<request-field name='Range' contains='5-'/>", "the request field Range to contain “5-”",
      "the request had “Range: bytes=0-9”" },
    { "<request-field name='If-Match' is-value-of='ETag' of-step='1'/>",
      "the request field If-Match to be “\"e\"”, the ETag of step 1",
      "the request had no If-Match" },
    { "<request-field name='If-Match' is-value-of='Age' of-step='1'/>",
      "the request field If-Match to be the Age of step 1", "the request had no If-Match" },
    { "<request-field name='Authorization' present='no'/>", "a request without Authorization",
      "the request had “Authorization: Basic ***”" },
    { "<response-field name='Allow' present='yes'/>", "a response with Allow",
      "the response had no Allow" },
    { "<response-field name='ETag' present='no'/>", "a response without ETag",
      "the response had “ETag: \"x\"”" },
    { "<response-field name='ETag' is='y'/>", "the response field ETag to be “y”",
      "the response had “ETag: \"x\"”" },
    { "<response-field name='ETag' contains='y'/>", "the response field ETag to contain “y”",
      "the response had “ETag: \"x\"”" },
    { "<exchanges count='2'/>", "2 exchanges", "there was 1 exchange" },
    { "<status is='304'/>", "a 304", "the response was 200" },
    { "<status exchange='first' is='304'/>", "a 304 in exchange 1", "the response was 200" },
    { "<status exchange='2' is='304'/>", "a 304 in exchange 2", "there was 1 exchange" },
    { "<status class='4xx'/>", "a status of the class 4xx", "the response was 200" },
    { "<content contains='word'/>", "“word” in the content", "there was no content" },
    { "<failure id='refused'/>", "the failure “Connection refused”", "a whole response came" },
  };
  g_autoptr(RtTrail) before = hops_new_get ("/", NULL, "200\nETag: \"e\"\nLocation: /next\n");
  g_autoptr(RtTrail) trail =
    hops_new_get ("/a?x=1", "Range: bytes=0-9\nAuthorization: Basic dTpw\n",
                  "200\nETag: \"x\"\n");

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    check (cases[i].xml, before, trail, cases[i].wanted, cases[i].seen);
}

static void
test_several (void)
{
  static const Hop hops[] = {
    { "GET", "/a", NULL, "302", NULL, RT_NEXT_REDIRECT },
    { "GET", "/b", NULL, "200", "text" },
    { NULL },
  };
  g_autoptr(RtTrail) trail = hops_new_trail (hops);

  check ("<status exchange='first' is='401'/>", NULL, trail, "a 401 in exchange 1",
         "in exchange 1 the response was 302");
  check ("<method exchange='2' is='POST'/>", NULL, trail, "the method POST in exchange 2",
         "in exchange 2 the method was GET");
  check ("<status is='401'/>", NULL, trail, "a 401", "the response was 200");
  check ("<exchanges count='1'/>", NULL, trail, "1 exchange", "there were 2 exchanges");
  check ("<content contains='word'/>", NULL, trail, "“word” in the content",
         "the content does not have it");
}

static void
test_no_response (void)
{
  g_autoptr(RtTrail) trail = hops_new_failed ("/", RT_FAILURE_REFUSED);

  check ("<status is='200'/>", NULL, trail, "a 200", "no response came (Connection refused)");
  check ("<response-field name='ETag' present='yes'/>", NULL, trail, "a response with ETag",
         "no response came (Connection refused)");
  check ("<failure id='closed-early'/>", NULL, trail,
         "the failure “Closed without a response”", "the failure was “Connection refused”");
}

static void
test_fault (void)
{
  g_autoptr(RtTrail) trail = hops_new_get ("/", NULL, "200");

  check ("<fault id='content-short'/>", NULL, trail,
         "a response with the fault “Content too short”",
         "the response had no fault");
  rt_exchange_take_fault (rt_trail_get_last (trail), rt_fault_new (RT_FAULT_TRAILERS_CUT, "x"));
  check ("<fault id='content-short'/>", NULL, trail,
         "a response with the fault “Content too short”",
         "the fault was “Trailers cut off”");
}

/* What comes from outside is one line, cut, and fit for the screen. */
static void
test_outside (void)
{
  g_autofree char *name = g_strnfill (300, 'x');
  g_autofree char *response = g_strdup_printf ("200\nX-Long: %s\nX-Odd: a\xff\x01z\n", name);
  g_autofree char *cut = g_strnfill (79, 'x');
  g_autofree char *seen = g_strdup_printf ("the response had “X-Long: %s…”", cut);
  g_autoptr(RtTrail) trail = hops_new_get ("/", NULL, response);

  check ("<response-field name='X-Long' present='no'/>", NULL, trail,
         "a response without X-Long", seen);
  check ("<response-field name='X-Odd' present='no'/>", NULL, trail,
         "a response without X-Odd", "the response had “X-Odd: a\\xFF\\x01z”");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/lessons/words/one", test_one);
  g_test_add_func ("/lessons/words/several", test_several);
  g_test_add_func ("/lessons/words/no-response", test_no_response);
  g_test_add_func ("/lessons/words/fault", test_fault);
  g_test_add_func ("/lessons/words/outside", test_outside);

  return g_test_run ();
}
