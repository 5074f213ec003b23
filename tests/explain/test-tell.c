/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/tell.c. */

#include "tell.h"

#include "cases.h"
#include "exchange-private.h"

static void
test_notes (void)
{
  g_autoptr(RtTrail) trail = cases_one ("", "HTTP/1.1 405 X\nAllow: GET");
  g_autoptr(RtCase) self = rt_case_new (trail, 0, cases_get_catalogue (), CASES_NOW);

  rt_case_tell (self, "status-405-a", RT_NOTE_INFO, "A.", "%s %d", "<b>", 5);
  g_assert_cmpstr (rt_note_get_section (self->notes->pdata[0]), ==, "RFC 9110, section 15.5.6");
  g_assert_cmpstr (rt_note_get_detail (self->notes->pdata[0]), ==, "<b> 5");
  g_assert_cmpint (rt_note_get_subject (self->notes->pdata[0]), ==, RT_NOTE_ON_STATUS);
  g_assert_true (rt_case_has_note (self, "status-405"));
  g_assert_false (rt_case_has_note (self, "status-406"));
}

static void
test_plain (void)
{
  static const RtPlainNote notes[] = {
    { 402, "status-402-a", "A.", "Not %s." },
    { 405, "status-405-a", "B.", "100 %s" },
  };
  g_autoptr(RtTrail) trail = cases_one ("", "HTTP/1.1 405 X\nAllow: GET");
  g_autoptr(RtCase) self = rt_case_new (trail, 0, cases_get_catalogue (), CASES_NOW);

  rt_case_tell_plain (self, notes, G_N_ELEMENTS (notes));
  g_assert_cmpuint (self->notes->len, ==, 1);
  g_assert_cmpstr (rt_note_get_id (self->notes->pdata[0]), ==, "status-405-a");
  g_assert_cmpstr (rt_note_get_sentence (self->notes->pdata[0]), ==, "B.");
  g_assert_cmpstr (rt_note_get_detail (self->notes->pdata[0]), ==, "100 %s");
  g_assert_cmpint (rt_note_get_level (self->notes->pdata[0]), ==, RT_NOTE_INFO);
}

static void
test_questions (void)
{
  static const char *const names[] = { "If-Match", "Content-Length", NULL };
  g_autoptr(RtTrail) trail = cases_one ("Content-Length: 12\n", "HTTP/1.1 204 X");
  g_autoptr(RtCase) self = rt_case_new (trail, 0, cases_get_catalogue (), CASES_NOW);
  g_autofree char *quoted = rt_case_quote_request (self, "content-length");
  g_autoptr(GBytes) extra = g_bytes_new_static ("x", 1);

  g_assert_cmpstr (quoted, ==, "“12”");
  g_assert_null (rt_case_quote_response (self, "Server"));
  g_assert_cmpuint (rt_case_get_sent (self), ==, 12);
  g_assert_cmpstr (rt_case_first_sent (self, names), ==, "Content-Length");
  g_assert_cmpstr (rt_case_peek_method (self), ==, "GET");
  g_assert_false (rt_case_has_content (self));
  rt_exchange_set_extra_bytes (self->exchange, extra);
  g_assert_true (rt_case_has_content (self));
}

static void
test_list (void)
{
  char *none[] = { NULL };
  char *two[] = { (char *) "a", (char *) "b", NULL };
  char *nine[] = { (char *) "1", (char *) "2", (char *) "3", (char *) "4", (char *) "5",
                   (char *) "6", (char *) "7", (char *) "8", (char *) "9", NULL };
  g_autofree char *empty = rt_case_quote_list (none);
  g_autofree char *short_list = rt_case_quote_list (two);
  g_autofree char *long_list = rt_case_quote_list (nine);

  g_assert_cmpstr (empty, ==, "");
  g_assert_cmpstr (short_list, ==, "“a”, “b”");
  g_assert_cmpstr (long_list, ==, "“1”, “2”, “3”, “4”, “5”, “6” and 3 more");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/tell/notes", test_notes);
  g_test_add_func ("/tell/plain", test_plain);
  g_test_add_func ("/tell/questions", test_questions);
  g_test_add_func ("/tell/list", test_list);

  return g_test_run ();
}
