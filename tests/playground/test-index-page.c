/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "route.h"
#include "visit.h"

#include <string.h>

/* Every route of every table stands on the page. */
static void
test_complete (void)
{
  g_autoptr (Visit) visited = visit_get ("/");

  g_assert_cmpint (visited->code, ==, 200);
  for (const RtTopic *topic = rt_route_list_topics (); topic->title != NULL; topic++)
    for (const RtRoute *route = topic->routes; route->pattern != NULL; route++)
      {
        g_autofree char *entry = g_strdup_printf ("<dt>%s <small>", route->pattern);

        g_assert_nonnull (strstr (visited->body, entry));
      }
  g_assert_null (strstr (visited->body, "src="));
  g_assert_null (strstr (visited->body, "<a href=\"http"));
}

static void
test_tls_list (void)
{
  g_autoptr (Visit) visited = visit_get ("/tls");
  g_autoptr (Visit) authority = visit_get ("/tls/ca.pem");

  g_assert_nonnull (strstr (visited->body,
                            rt_playground_get_tls_trouble_origin (visit_playground (), "expired")));
  g_assert_cmpstr (authority->body, ==, rt_playground_get_ca_pem (visit_playground ()));
}

int
main (int    argc,
      char **argv)
{
  int result;

  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/index-page/complete", test_complete);
  g_test_add_func ("/index-page/tls-list", test_tls_list);
  visit_open ();
  result = g_test_run ();
  visit_close ();
  return result;
}
