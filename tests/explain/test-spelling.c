/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of spelling.c: distances, and names that are nearly another. */

#include "spelling.h"

#include "cases.h"

static void
test_distance (void)
{
  static const struct { const char *a, *b; guint max, distance; } cases[] = {
    { "", "", 2, 0 },
    { "abc", "abc", 2, 0 },
    { "ABC", "abc", 2, 0 },
    { "abc", "acb", 2, 1 },
    { "abc", "ab", 2, 1 },
    { "abc", "abcd", 2, 1 },
    { "abc", "xbc", 2, 1 },
    { "abcdef", "badcfe", 3, 3 },
    { "abcdef", "uvwxyz", 2, 3 },
    { "a", "abcdef", 2, 3 },
  };
  g_autofree char *filled = g_strnfill (5000, 'x');

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpuint (rt_spelling_distance (cases[i].a, cases[i].b, cases[i].max), ==,
                      cases[i].distance);
  g_assert_cmpuint (rt_spelling_distance (filled, filled, 2), ==, 3);
}

static void
test_fields (void)
{
  static const struct { const char *name, *meant; } cases[] = {
    { "Cache-Contrl", "Cache-Control" },
    { "cachecontrol", "Cache-Control" },
    { "Set-Cookies", "Set-Cookie" },
    { "Expire", "Expires" },
    { "X-Own", NULL },
    { "Dat", NULL },
    { "Something-Else", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpstr (rt_spelling_find_field (cases_get_catalogue (), cases[i].name), ==,
                     cases[i].meant);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/spelling/distance", test_distance);
  g_test_add_func ("/spelling/fields", test_fields);

  return g_test_run ();
}
