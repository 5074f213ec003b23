/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "route.h"

static void
test_matches (void)
{
  static const struct
  {
    const char *pattern;
    const char *path;
    gboolean    fits;
  } cases[] = {
    { "/", "/", TRUE },
    { "/", "", FALSE },
    { "/", "/a", FALSE },
    { "/get", "/get", TRUE },
    { "/get", "/get/", FALSE },
    { "/get", "/ge", FALSE },
    { "/delay/{seconds}", "/delay/3", TRUE },
    { "/delay/{seconds}", "/delay/", FALSE },
    { "/delay/{seconds}", "/delay/3/4", FALSE },
    { "/a/{x}/{y}", "/a/1/2", TRUE },
    { "/a/{x}/{y}", "/a/1", FALSE },
    { "/anything/{rest...}", "/anything", TRUE },
    { "/anything/{rest...}", "/anything/", TRUE },
    { "/anything/{rest...}", "/anything/a/b", TRUE },
    { "/anything/{rest...}", "/anythingelse", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %s", cases[i].pattern, cases[i].path);
      g_assert_cmpint (rt_route_matches (cases[i].pattern, cases[i].path), ==, cases[i].fits);
    }
}

static const RtRoute *
find_first (const char *path)
{
  for (const RtTopic *topic = rt_route_list_topics (); topic->title != NULL; topic++)
    for (const RtRoute *route = topic->routes; route->pattern != NULL; route++)
      if (rt_route_matches (route->pattern, path))
        return route;
  return NULL;
}

/* Each entry is complete, and each of its examples leads to it. */
static void
test_tables (void)
{
  for (const RtTopic *topic = rt_route_list_topics (); topic->title != NULL; topic++)
    for (const RtRoute *route = topic->routes; route->pattern != NULL; route++)
      {
        g_auto (GStrv) examples = g_strsplit (route->examples != NULL ? route->examples
                                              : route->pattern, " ", -1);

        g_test_message ("%s", route->pattern);
        g_assert_nonnull (route->answer);
        g_assert_true (g_str_has_suffix (route->description, ".")
                       || g_str_has_suffix (route->description, ")."));
        for (guint i = 0; examples[i] != NULL && *route->pattern != '*'; i++)
          {
            examples[i][strcspn (examples[i], "?")] = '\0';
            g_assert_null (strchr (examples[i], '{'));
            g_assert_true (find_first (examples[i]) == route);
          }
      }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/route/matches", test_matches);
  g_test_add_func ("/route/tables", test_tables);
  return g_test_run ();
}
