/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of cookie-match.c. */

#include "cookie-match.h"

static void
test_domains (void)
{
  const struct
  {
    const char *host;
    const char *domain;
    gboolean    matches;
  } cases[] = {
    { "example.org", "example.org", TRUE },
    { "www.example.org", "example.org", TRUE },
    { "a.b.example.org", "example.org", TRUE },
    { "example.org", "www.example.org", FALSE },
    { "notexample.org", "example.org", FALSE },
    { "example.org.", "example.org", FALSE },
    { "example.org", "org", TRUE },
    { "example.org", "", FALSE },
    { ".example.org", "example.org", TRUE },
    { "127.0.0.1", "127.0.0.1", TRUE },
    { "127.0.0.1", "0.0.1", FALSE },
    { "127.0.0.1", "1", FALSE },
    { "::1", "::1", TRUE },
    { "::ffff:1.2.3.4", "4", FALSE },
    { "localhost", "localhost", TRUE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %s", cases[i].host, cases[i].domain);
      g_assert_cmpint (rt_cookie_match_domain (cases[i].host, cases[i].domain), ==,
                       cases[i].matches);
    }
}

static void
test_paths (void)
{
  const struct
  {
    const char *path;
    const char *cookie_path;
    gboolean    matches;
  } cases[] = {
    { "/", "/", TRUE },
    { "/a", "/", TRUE },
    { "/a", "/a", TRUE },
    { "/a/", "/a", TRUE },
    { "/a/b", "/a", TRUE },
    { "/a/b", "/a/", TRUE },
    { "/a", "/a/", FALSE },
    { "/ab", "/a", FALSE },
    { "/A", "/a", FALSE },
    { "/%61", "/a", FALSE },
    { "/a//b", "/a/", TRUE },
    { "", "/", FALSE },
    { "*", "/", FALSE },
    { "/", "", FALSE },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_test_message ("%s %s", cases[i].path, cases[i].cookie_path);
      g_assert_cmpint (rt_cookie_match_path (cases[i].path, cases[i].cookie_path), ==,
                       cases[i].matches);
    }
}

static void
test_default_paths (void)
{
  const char *cases[][2] = {
    { "", "/" },       { "/", "/" },      { "/a", "/" },         { "/a/", "/a" },
    { "/a/b", "/a" },  { "*", "/" },      { "a/b", "/" },        { "/a/b/", "/a/b" },
    { "//a", "/" },    { "//", "/" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = rt_cookie_dup_default_path (cases[i][0]);

      g_assert_cmpstr (path, ==, cases[i][1]);
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cookies/match/domains", test_domains);
  g_test_add_func ("/cookies/match/paths", test_paths);
  g_test_add_func ("/cookies/match/default-paths", test_default_paths);

  return g_test_run ();
}
