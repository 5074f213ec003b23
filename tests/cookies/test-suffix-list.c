/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of suffix-list.c: with the list of the system, and without any. */

#include "suffix-list.h"

#include <glib/gstdio.h>

static const struct
{
  const char *domain;
  gboolean    is_public;
  gboolean    without; /* public when there is no list */
} domains[] = {
  { "com", TRUE, TRUE },
  { "co.uk", TRUE, FALSE },
  { "example.co.uk", FALSE, FALSE },
  { "github.io", TRUE, FALSE },
  { "roundtrip.github.io", FALSE, FALSE },
  { "anything.ck", TRUE, FALSE },
  { "www.ck", FALSE, FALSE },
  { "xn--55qx5d.cn", TRUE, FALSE },
  { "localhost", TRUE, TRUE },
  { "nosuchdomain", TRUE, TRUE },
  { "example.nosuchdomain", FALSE, FALSE },
  { "127.0.0.1", FALSE, FALSE },
  { "::1", FALSE, FALSE },
};

static void
test_system (void)
{
  g_autoptr (RtSuffixList) list = rt_suffix_list_new (NULL);

  if (!rt_suffix_list_is_known (list))
    {
      g_test_skip ("this system has no public suffix list");
      return;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (domains); i++)
    {
      g_test_message ("%s", domains[i].domain);
      g_assert_cmpint (rt_suffix_list_is_public (list, domains[i].domain), ==,
                       domains[i].is_public);
    }
}

static void
test_none (void)
{
  g_autoptr (RtSuffixList) list = rt_suffix_list_new ("/nonexistent/list");

  g_assert_false (rt_suffix_list_is_known (list));
  for (gsize i = 0; i < G_N_ELEMENTS (domains); i++)
    g_assert_cmpint (rt_suffix_list_is_public (list, domains[i].domain), ==,
                     domains[i].without);
}

/* A list of one's own, from a file. */
static void
test_file (void)
{
  g_autofree char *folder = g_dir_make_tmp ("suffixes-XXXXXX", NULL);
  g_autofree char *path = g_build_filename (folder, "list", NULL);
  g_autoptr (RtSuffixList) list = NULL;

  g_file_set_contents (path, "// ===BEGIN ICANN DOMAINS===\norg\nshared.org\n", -1, NULL);
  list = rt_suffix_list_new (path);
  g_unlink (path);
  g_rmdir (folder);

  g_assert_true (rt_suffix_list_is_known (list));
  g_assert_true (rt_suffix_list_is_public (list, "shared.org"));
  g_assert_false (rt_suffix_list_is_public (list, "own.org"));
}

static void
check_sites (RtSuffixList *list)
{
  g_assert_true (rt_suffix_list_is_one_site (list, "a.example.org", "b.example.org"));
  g_assert_true (rt_suffix_list_is_one_site (list, "example.org", "b.c.example.org"));
  g_assert_false (rt_suffix_list_is_one_site (list, "a.org", "b.org"));
  g_assert_false (rt_suffix_list_is_one_site (list, "localhost", "localhost"));
  g_assert_false (rt_suffix_list_is_one_site (list, "127.0.0.1", "1.0.0.1"));
  g_assert_false (rt_suffix_list_is_one_site (list, "127.0.0.1", "127.0.0.1"));
}

static void
test_one_site (void)
{
  g_autoptr (RtSuffixList) list = rt_suffix_list_new (NULL);
  g_autoptr (RtSuffixList) none = rt_suffix_list_new ("/nonexistent/list");

  check_sites (none);
  check_sites (list);
  if (rt_suffix_list_is_known (list))
    {
      g_assert_false (rt_suffix_list_is_one_site (list, "a.co.uk", "b.co.uk"));
      g_assert_false (rt_suffix_list_is_one_site (list, "a.github.io", "b.github.io"));
    }
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/cookies/suffix-list/system", test_system);
  g_test_add_func ("/cookies/suffix-list/none", test_none);
  g_test_add_func ("/cookies/suffix-list/file", test_file);
  g_test_add_func ("/cookies/suffix-list/one-site", test_one_site);

  return g_test_run ();
}
