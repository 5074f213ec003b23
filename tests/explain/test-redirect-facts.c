/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "redirect-facts.h"

#include "trail-cases.h"

static void
test_states (void)
{
  static const struct
  {
    const char     *response;
    RtLocationState state;
    gboolean        is_relative;
    const char     *target;
  } cases[] = {
    { "302", RT_LOCATION_NONE, FALSE, NULL },
    { "302\nLocation:", RT_LOCATION_EMPTY, TRUE, NULL },
    { "302\nLocation: /x", RT_LOCATION_USABLE, TRUE, "http://a.example/x" },
    { "302\nlocation: ?x", RT_LOCATION_USABLE, TRUE, "http://a.example/p/q?x" },
    { "302\nLocation: x:y", RT_LOCATION_NOT_HTTP, FALSE, NULL },
    { "302\nLocation: ./x:y", RT_LOCATION_USABLE, TRUE, "http://a.example/p/x:y" },
    { "302\nLocation: //b.example/x", RT_LOCATION_USABLE, TRUE, "http://b.example/x" },
    { "302\nLocation: HTTPS://b.example", RT_LOCATION_USABLE, FALSE, "https://b.example/" },
    { "302\nLocation: mailto:a@b", RT_LOCATION_NOT_HTTP, FALSE, NULL },
    { "302\nLocation: http://[bad", RT_LOCATION_INVALID, FALSE, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtTrail) trail = trail_cases_one ("http://a.example/p/q", "GET", cases[i].response);
      g_autoptr(RtCase) about = rt_case_new (trail, 0, cases_get_catalogue (), CASES_NOW);
      g_autoptr(RtRedirectFacts) facts = rt_redirect_facts_new (about);

      g_test_message ("%s", cases[i].response);
      g_assert_cmpint (facts->state, ==, cases[i].state);
      g_assert_cmpint (facts->is_relative, ==, cases[i].is_relative);
      g_assert_cmpstr (facts->target != NULL ? rt_url_get_text (facts->target) : NULL, ==,
                       cases[i].target);
    }
}

static void
test_rest (void)
{
  g_autoptr(RtTrail) trail = cases_new_trail ("http://a.example/");
  g_autoptr(RtCase) about = NULL;
  g_autoptr(RtRedirectFacts) facts = NULL;

  trail_cases_add (trail, "http://a.example/", "PUT",
                   "303\nLocation: /a#f\nlocation: /a#f\nLocation: /b", RT_NEXT_REDIRECT);
  trail_cases_add (trail, "http://a.example/a", "GET", "200", RT_NEXT_NONE);
  about = rt_case_new (trail, 0, cases_get_catalogue (), CASES_NOW);
  facts = rt_redirect_facts_new (about);
  g_assert_true (facts->is_redirect);
  g_assert_cmpuint (facts->n_locations, ==, 3);
  g_assert_false (facts->all_alike);
  g_assert_true (facts->has_fragment);
  g_assert_cmpstr (facts->method_after, ==, "GET");
  g_assert_true (facts->after == rt_trail_get_exchange (trail, 1));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/redirect-facts/states", test_states);
  g_test_add_func ("/redirect-facts/rest", test_rest);

  return g_test_run ();
}
