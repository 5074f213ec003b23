/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "trail-cases.h"

/* A login that succeeds says that it was asked for, and no more. */
static void
test_quiet (void)
{
  g_autoptr(RtTrail) trail = cases_new_trail ("https://a.example/");

  trail_cases_add (trail, "https://a.example/", "GET", "401\nWWW-Authenticate: Basic realm=x",
                   RT_NEXT_CHALLENGE);
  trail_cases_add (trail, "https://a.example/", "GET\nAuthorization: Basic YTpi", "200",
                   RT_NEXT_NONE);
  trail_cases_assert (trail, 0, "login-", "login-needed");
  trail_cases_assert (trail, 1, "login-", "");
}

/* Each status goes to its part; any other says nothing. */
static void
test_statuses (void)
{
  static const char *const statuses[][2] = {
    { "400", "" }, { "401", "login-no-challenge" }, { "402", "" },
    { "403", "login-forbidden-without" }, { "404", "" }, { "405", "" },
    { "407", "login-proxy-unexpected login-no-challenge" }, { "500", "" }, { "302", "" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      g_autoptr(RtTrail) trail = trail_cases_one ("https://a.example/", "GET", statuses[i][0]);

      trail_cases_assert (trail, 0, "login-", statuses[i][1]);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/login-notes/quiet", test_quiet);
  g_test_add_func ("/login-notes/statuses", test_statuses);

  return g_test_run ();
}
