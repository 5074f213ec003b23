/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "saying.h"

#include "cases.h"
#include "exchange-private.h"

static void
test_places (void)
{
  g_autoptr(RtTrail) trail = cases_one ("A: b\n", "HTTP/1.1 200 OK\nX: y\nZ: 1");
  g_autoptr(RtCase) self = rt_case_new (trail, 0, cases_get_catalogue (), CASES_NOW);

  rt_say_response (self, "Z", "a", RT_NOTE_INFO, "", "S.", "%s%d", "d", 1);
  rt_say_response (self, "none", "b", RT_NOTE_INFO, "", "S.", "d");
  rt_say_request (self, "A", "c", RT_NOTE_INFO, "", "S.", "d");
  rt_say_request (self, "none", "d", RT_NOTE_INFO, "", "S.", "d");
  rt_say (self, RT_NOTE_ON_CONTENT, "e", RT_NOTE_INFO, "", "S.", "d");
  g_assert_cmpstr (rt_note_get_detail (self->notes->pdata[0]), ==, "d1");
  g_assert_cmpint (rt_note_get_field (self->notes->pdata[0]), ==, 1);
  g_assert_cmpint (rt_note_get_subject (self->notes->pdata[1]), ==, RT_NOTE_ON_STATUS);
  g_assert_cmpint (rt_note_get_subject (self->notes->pdata[2]), ==, RT_NOTE_ON_REQUEST_FIELD);
  g_assert_cmpint (rt_note_get_subject (self->notes->pdata[3]), ==, RT_NOTE_ON_REQUEST);
  g_assert_cmpint (rt_note_get_subject (self->notes->pdata[4]), ==, RT_NOTE_ON_CONTENT);
}

static void
test_questions (void)
{
  g_autoptr(RtTrail) trail = cases_one ("", "HTTP/1.1 200 OK\nDate: Sat, 21 Nov 2026 12:00:00 GMT");
  g_autoptr(RtTrail) none = cases_one ("", NULL);
  g_autoptr(RtCase) self = rt_case_new (trail, 0, cases_get_catalogue (), CASES_NOW);
  g_autoptr(RtCase) empty = rt_case_new (none, 0, cases_get_catalogue (), CASES_NOW);
  RtHttpDate date;

  g_assert_cmpint (rt_case_get_received (self), ==, CASES_NOW);
  g_assert_true (rt_case_get_date (self, "Date", &date));
  g_assert_cmpint (date.time, ==, CASES_NOW);
  g_assert_false (rt_case_get_date (self, "Expires", &date));
  g_assert_true (rt_case_may_have_content (self));
  g_assert_true (rt_case_is_whole (self));
  g_assert_false (rt_case_may_have_content (empty));
  g_assert_false (rt_case_is_whole (empty));
}

static void
test_damaged (void)
{
  g_autoptr(RtTrail) trail = cases_one ("", "HTTP/1.1 200 OK\n");
  g_autoptr(RtCase) self = rt_case_new (trail, 0, cases_get_catalogue (), CASES_NOW);

  rt_exchange_take_fault (rt_trail_get_last (trail), rt_fault_new (RT_FAULT_CONTENT_SHORT, "x"));
  g_assert_false (rt_case_is_whole (self));
}

static void
test_quotes (void)
{
  g_autoptr(GPtrArray) texts = g_ptr_array_new ();
  g_autofree char *two = NULL;

  g_ptr_array_add (texts, (char *) "a");
  g_ptr_array_add (texts, (char *) "b");
  g_ptr_array_add (texts, (char *) "c");
  two = rt_case_quote_all (texts, 2);
  g_assert_cmpstr (two, ==, "“a”, “b”, …");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/saying/places", test_places);
  g_test_add_func ("/saying/questions", test_questions);
  g_test_add_func ("/saying/damaged", test_damaged);
  g_test_add_func ("/saying/quotes", test_quotes);

  return g_test_run ();
}
