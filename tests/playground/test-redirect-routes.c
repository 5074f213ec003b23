/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "visit.h"

static void
test_locations (void)
{
  g_autofree char *absolute = g_strconcat (rt_playground_get_http_origin (visit_playground ()),
                                           "/absolute-redirect/1", NULL);
  g_autofree char *other = g_strconcat (rt_playground_get_https_origin (visit_playground ()),
                                        "/anything/other-origin", NULL);
  const struct
  {
    const char *target;
    int         code;
    const char *location; /* NULL: none */
  } cases[] = {
    { "/redirect/3", 302, "/redirect/2" },
    { "/redirect/1", 302, "/get" },
    { "/relative-redirect/2", 302, "/relative-redirect/1" },
    { "/absolute-redirect/2", 302, absolute },
    { "/redirect-to?url=/get&status=307", 307, "/get" },
    { "/redirect-to?url=http%3A%2F%2Fa%2F", 302, "http://a/" },
    { "/redirect-to?url=/a%0d%0aX:%20y", 400, NULL },
    { "/redirect-to?url=/a&status=200", 400, NULL },
    { "/redirect-to", 400, NULL },
    { "/redirect/code/301", 301, "/anything" },
    { "/redirect/code/308", 308, "/anything" },
    { "/redirect/code/200", 400, NULL },
    { "/redirect/loop", 302, "/redirect/loop" },
    { "/redirect/ping", 302, "/redirect/pong" },
    { "/redirect/pong", 302, "/redirect/ping" },
    { "/redirect/no-location", 302, NULL },
    { "/redirect/empty-location", 302, "" },
    { "/redirect/bad-location", 302, "http://[not a host/%zz" },
    { "/redirect/fragment", 302, "/anything/fragment#section" },
    { "/redirect/to-other-origin", 302, other },
    { "/redirect/5000", 400, NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (Visit) visited = visit_get (cases[i].target);
      g_autofree char *location = visit_field (visited, "Location");

      g_test_message ("%s", cases[i].target);
      g_assert_cmpint (visited->code, ==, cases[i].code);
      g_assert_cmpstr (location, ==, cases[i].location);
    }
}

static void
test_two_locations (void)
{
  g_autoptr (Visit) visited = visit_get ("/redirect/two-locations");

  g_assert_cmpuint (visit_count (visited, "Location"), ==, 2);
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/redirect/locations", test_locations);
  g_test_add_func ("/redirect/two-locations", test_two_locations);
  visit_open ();
  result = g_test_run ();
  visit_close ();
  return result;
}
