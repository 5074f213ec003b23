/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Numbers that nobody has described, against RFC 9110 section 15. */

#include "catalogue.h"

#include <string.h>

static void
test_describe (void)
{
  static const struct { int code; const char *state; const char *meaning; RtAnswer content; } cases[] = {
    { 199, "counts as 100", "treats it as 100", RT_ANSWER_NO },
    { 299, "counts as 200", "299 is not registered", RT_ANSWER_YES },
    { 399, "counts as 300", "treats it as 300", RT_ANSWER_YES },
    { 470, "counts as 400", "treats it as 400", RT_ANSWER_YES },
    { 555, "counts as 500", "treats it as 500", RT_ANSWER_YES },
    { 99, "outside 100 to 599", "99 is not a valid", RT_ANSWER_YES },
    { 600, "outside 100 to 599", "600 is not a valid", RT_ANSWER_YES },
    { 1000, "outside 100 to 599", "1000 is not a valid", RT_ANSWER_YES },
    { 0, "no response", "", RT_ANSWER_NO },
    { -1, "no response", "", RT_ANSWER_NO },
  };
  g_autoptr (GError) error = NULL;
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (&error);

  g_assert_no_error (error);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (RtStatusCode) code = rt_catalogue_describe_code (catalogue, cases[i].code);
      RtEntry *entry = rt_catalogue_find_class (catalogue, rt_status_class_of (cases[i].code));
      gboolean redirects = cases[i].code / 100 == 3;

      g_assert_cmpint (rt_status_code_get_code (code), ==, cases[i].code);
      g_assert_cmpint (rt_status_code_get_class (code), ==, rt_status_class_of (cases[i].code));
      g_assert_cmpint (rt_status_code_get_state (code), ==, RT_STATUS_UNREGISTERED);
      g_assert_cmpint (rt_status_code_get_has_content (code), ==, cases[i].content);
      g_assert_cmpint (rt_status_code_get_cacheable (code), ==, RT_ANSWER_NO);
      g_assert_cmpstr (rt_status_code_get_phrase (code), ==, "");
      g_assert_nonnull (strstr (rt_status_code_get_state_note (code), cases[i].state));
      g_assert_nonnull (strstr (rt_status_code_get_meaning (code), cases[i].meaning));
      g_assert_true (g_str_has_suffix (rt_status_code_get_meaning (code),
                                       rt_entry_get_meaning (entry)));
      g_assert_cmpstr (rt_status_code_get_summary (code), ==, rt_entry_get_summary (entry));
      g_assert_cmpstr (rt_status_code_get_action (code), ==, rt_entry_get_action (entry));
      g_assert_cmpstr (rt_status_code_get_specification (code), ==, "RFC 9110, section 15");
      g_assert_cmpint (*rt_status_code_get_method_note (code) != '\0', ==, redirects);
      g_assert_cmpint (strlen (rt_status_code_get_when (code)), >, 0);
      g_assert_cmpint (strlen (rt_status_code_get_content_note (code)), >, 0);
      g_assert_cmpint (strlen (rt_status_code_get_cache_note (code)), >, 0);
      g_assert_null (rt_status_code_get_aliases (code)[0]);
      g_assert_cmpuint (rt_status_code_get_owners (code)->len, ==, 0);
      g_assert_finalize_object (g_steal_pointer (&code));
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reference/unregistered-code/describe", test_describe);

  return g_test_run ();
}
