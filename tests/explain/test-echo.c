/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "echo.h"

#include "cases.h"
#include "saying.h"

static void
test_said (void)
{
  g_autoptr(RtTrail) trail = cases_one ("", "HTTP/1.1 304 Not Modified\n");
  g_autoptr(RtCase) self = rt_case_new (trail, 0, cases_get_catalogue (), CASES_NOW);

  g_assert_false (rt_echo_is_said (self, "condition-304-other"));
  rt_case_add (self, "status-304-other-tag", RT_NOTE_GOOD, RT_NOTE_ON_STATUS, "", "A.", "B.");
  g_assert_true (rt_echo_is_said (self, "condition-304-other"));
  g_assert_false (rt_echo_is_said (self, "condition-changed"));
  g_assert_cmpstr (rt_echo_get_other ("condition-304-other"), ==, "status-304-other-tag");
  g_assert_null (rt_echo_get_other ("condition-changed"));

  rt_say_request (self, "If-None-Match", "condition-304-other", RT_NOTE_GOOD, "", "A.", "B.");
  g_assert_cmpuint (self->notes->len, ==, 1);
  rt_say_request (self, "If-None-Match", "condition-changed", RT_NOTE_GOOD, "", "A.", "B.");
  g_assert_cmpuint (self->notes->len, ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/echo/said", test_said);

  return g_test_run ();
}
