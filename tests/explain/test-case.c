/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "case.h"

#include "cases.h"

static void
test_facts (void)
{
  g_autoptr(RtTrail) trail = cases_one ("Accept: a\nAccept: b\n",
                                        "HTTP/1.1 405 No\nAllow: GET\nallow: HEAD\n"
                                        "Content-Length: 0");
  g_autoptr(RtCase) self = rt_case_new (trail, 0, cases_get_catalogue (), CASES_NOW);
  g_autofree char *accept = rt_case_dup_request (self, "accept");
  g_autofree char *allow = rt_case_dup_response (self, "Allow");

  g_assert_cmpint (self->status, ==, 405);
  g_assert_cmpstr (self->method, ==, "GET");
  g_assert_true (rt_case_is_method (self, "GET"));
  g_assert_cmpstr (accept, ==, "a, b");
  g_assert_cmpstr (allow, ==, "GET, HEAD");
  g_assert_cmpint (rt_case_find_response (self, "Content-Length"), ==, 2);
  g_assert_cmpint (rt_case_find_request (self, "Nothing"), ==, -1);
  g_assert_cmpint (self->sizes.content_announced, ==, 0);
  g_assert_null (self->before);
  g_assert_true (self->is_last);
}

static void
test_without_response (void)
{
  g_autoptr(RtTrail) trail = cases_one ("", NULL);
  g_autoptr(RtCase) self = rt_case_new (trail, 0, cases_get_catalogue (), CASES_NOW);

  g_assert_null (self->response);
  g_assert_cmpint (self->status, ==, 0);
  g_assert_null (rt_case_dup_response (self, "Allow"));
  g_assert_cmpint (rt_case_find_response (self, "Allow"), ==, -1);
}

static void
test_adding (void)
{
  g_autoptr(RtTrail) trail = cases_one ("", "HTTP/1.1 200 OK\nA: b");
  g_autoptr(RtCase) self = rt_case_new (trail, 0, cases_get_catalogue (), CASES_NOW);

  rt_case_add (self, "a", RT_NOTE_INFO, RT_NOTE_ON_TRAIL, "RFC 9110", "A.", "B.");
  rt_case_add_on_field (self, 0, "b", RT_NOTE_INFO, "RFC 9110", "A.", "B.");
  rt_case_add_on_request_field (self, 1, "c", RT_NOTE_INFO, "RFC 9110", "A.", "B.");
  g_assert_cmpuint (self->notes->len, ==, 3);
  g_assert_cmpint (rt_note_get_subject (self->notes->pdata[1]), ==, RT_NOTE_ON_FIELD);
  g_assert_cmpint (rt_note_get_field (self->notes->pdata[2]), ==, 1);
  cases_assert_well_formed (self->notes);
}

static void
test_quote (void)
{
  g_autofree char *plain = rt_case_quote ("a<b>");
  g_autofree char *filled = g_strnfill (500, 'x');
  g_autofree char *cut = rt_case_quote (filled);

  g_assert_cmpstr (plain, ==, "“a<b>”");
  g_assert_cmpint (g_utf8_strlen (cut, -1), ==, 122);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/case/facts", test_facts);
  g_test_add_func ("/case/without-response", test_without_response);
  g_test_add_func ("/case/adding", test_adding);
  g_test_add_func ("/case/quote", test_quote);

  return g_test_run ();
}
