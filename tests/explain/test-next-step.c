/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/explain/next-step.c. */

#include "next-step-private.h"

#include "steps.h"

static char *
apply (RtNextStep *step,
       const char *typed)
{
  g_autoptr(RtRequest) request = steps_new_request (typed);

  rt_next_step_apply (step, request);

  return steps_dump (request);
}

static void
assert_makes (RtNextStep *step,
              const char *typed,
              const char *expected)
{
  g_autofree char *dump = apply (step, typed);

  g_assert_cmpstr (dump, ==, expected);
}

static void
test_values (void)
{
  RtNextStep *step = rt_next_step_new ("id", "Label", "Words.");

  g_assert_cmpstr (rt_next_step_get_id (step), ==, "id");
  g_assert_cmpstr (rt_next_step_get_label (step), ==, "Label");
  g_assert_cmpstr (rt_next_step_get_words (step), ==, "Words.");
  g_assert_cmpuint (rt_next_step_get_wait (step), ==, 0);
  g_assert_false (rt_next_step_wants_credentials (step));
  rt_next_step_set_wait (step, 5);
  rt_next_step_set_wants_credentials (step);
  g_assert_cmpuint (rt_next_step_get_wait (step), ==, 5);
  g_assert_true (rt_next_step_wants_credentials (step));
  assert_makes (step, "POST /a\nA: b", "POST http://example.org/a | A: b | text/plain abc");
  g_assert_finalize_object (step);
}

static void
test_fields (void)
{
  g_autoptr(RtNextStep) set = rt_next_step_new ("id", "Label", "Words.");
  g_autoptr(RtNextStep) drop = rt_next_step_new ("id", "Label", "Words.");
  g_autoptr(RtRequest) request = steps_new_request ("GET /\nA: 1\nB: 2\na: 3");
  g_autofree char *once = NULL;
  g_autofree char *twice = NULL;

  rt_next_step_set_field (set, "A", "x");
  rt_next_step_drop_field (drop, "A");
  assert_makes (set, "GET /", "GET http://example.org/ | A: x");
  assert_makes (drop, "GET /\nA: 1\nB: 2", "GET http://example.org/ | -A: 1 | B: 2");
  rt_next_step_apply (set, request);
  once = steps_dump (request);
  g_assert_cmpstr (once, ==, "GET http://example.org/ | A: x | B: 2 | -a: 3");
  /* A field that is switched off is not the one to change. */
  rt_next_step_apply (drop, request);
  rt_next_step_apply (set, request);
  twice = steps_dump (request);
  g_assert_cmpstr (twice, ==, "GET http://example.org/ | -A: x | B: 2 | -a: 3 | A: x");
}

static void
test_content (void)
{
  g_autoptr(RtNextStep) type = rt_next_step_new ("id", "Label", "Words.");
  g_autoptr(RtNextStep) drop = rt_next_step_new ("id", "Label", "Words.");
  g_autoptr(RtNextStep) put = rt_next_step_new ("id", "Label", "Words.");

  rt_next_step_set_media_type (type, "a/b");
  rt_next_step_set_method (drop, "GET");
  rt_next_step_set_method (put, "PUT");
  assert_makes (type, "POST /", "POST http://example.org/ | a/b abc");
  assert_makes (type, "GET /", "GET http://example.org/ | Content-Type: a/b");
  assert_makes (drop, "POST /\nContent-length: 3\nA: b",
                "GET http://example.org/ | -Content-length: 3 | A: b");
  assert_makes (put, "POST /", "PUT http://example.org/ | text/plain abc");
}

/* The user in the URL is kept for the same origin, and left for another. */
static void
test_userinfo (void)
{
  g_autoptr(RtNextStep) same = rt_next_step_new ("id", "Label", "Words.");
  g_autoptr(RtNextStep) other = rt_next_step_new ("id", "Label", "Words.");

  rt_next_step_set_url (same, "http://h.org/b");
  rt_next_step_set_url (other, "http://h.org:81/b");
  assert_makes (same, "GET http://u:p@h.org/a", "GET http://h.org/b | u");
  assert_makes (other, "GET http://u:p@h.org/a", "GET http://h.org:81/b");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/next-step/values", test_values);
  g_test_add_func ("/next-step/fields", test_fields);
  g_test_add_func ("/next-step/content", test_content);
  g_test_add_func ("/next-step/userinfo", test_userinfo);

  return g_test_run ();
}
