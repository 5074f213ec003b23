/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of html-element.c: every element is found, and what it ends. */

#include "config.h"

#include "html-element.h"

#include <string.h>

static guint
get_index (const char *name)
{
  return rt_html_element_get_index (rt_html_element_find (name, strlen (name)));
}

static void
test_find (void)
{
  static const char *const all[] = {
    "address", "base", "body", "br", "div", "h1", "hr", "html", "li", "p", "plaintext", "pre",
    "script", "search", "section", "table", "td", "textarea", "title", "ul", "xmp",
  };
  g_autofree char *exact = g_memdup2 ("dIv", 3);

  for (gsize i = 0; i < G_N_ELEMENTS (all); i++)
    g_assert_cmpstr (rt_html_element_get_name (get_index (all[i])), ==, all[i]);
  g_assert_cmpstr (rt_html_element_find (exact, 3)->name, ==, "div");
  g_assert_cmpstr (rt_html_element_find ("div/>", 5)->name, ==, "div");
  g_assert_null (rt_html_element_find ("divx", 4));
  g_assert_null (rt_html_element_find ("di", 2));
  g_assert_null (rt_html_element_find ("", 0));
  g_assert_null (rt_html_element_find ("span", 4));
}

static void
test_ends (void)
{
  g_assert_true (rt_html_element_ends (get_index ("li"), rt_html_element_find ("li", 2)));
  g_assert_true (rt_html_element_ends (get_index ("p"), rt_html_element_find ("div", 3)));
  g_assert_true (rt_html_element_ends (get_index ("td"), rt_html_element_find ("tr", 2)));
  g_assert_false (rt_html_element_ends (get_index ("div"), rt_html_element_find ("p", 1)));
  g_assert_false (rt_html_element_ends (get_index ("p"), rt_html_element_find ("optgroup", 8)));
  g_assert_false (rt_html_element_ends (0, rt_html_element_find ("p", 1)));
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/html-element/find", test_find);
  g_test_add_func ("/html-element/ends", test_ends);

  return g_test_run ();
}
