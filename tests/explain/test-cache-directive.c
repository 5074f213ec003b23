/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "cache-directive.h"

static void
test_find (void)
{
  g_assert_cmpstr (rt_cache_directive_find ("MAX-AGE")->name, ==, "max-age");
  g_assert_cmpint (rt_cache_directive_find ("max-age")->argument, ==, RT_CACHE_SECONDS);
  g_assert_null (rt_cache_directive_find ("max_age"));
}

static void
test_guess (void)
{
  static const struct { const char *name; const char *guess; } cases[] = {
    { "no_cache", "no-cache" }, { "nocache", "no-cache" }, { "no-chache", "no-cache" },
    { "maxage", "max-age" }, { "max-ege", "max-age" }, { "pubic", "public" },
    { "privat", "private" }, { "non-store", "no-store" }, { "s-max-age", "s-maxage" },
    { "must-revalidation", "must-revalidate" },
    { "stale-while-revalidation", "stale-while-revalidate" },
    { "imutable", "immutable" }, { "community", NULL }, { "x", NULL }, { "", NULL },
    { "ttl", NULL }, { "esi", NULL },
    { "a-very-long-name-that-is-like-nothing-at-all-in-the-world", NULL },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const RtCacheDirective *guess = rt_cache_directive_guess (cases[i].name);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (guess != NULL ? guess->name : NULL, ==, cases[i].guess);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/cache-directive/find", test_find);
  g_test_add_func ("/cache-directive/guess", test_guess);

  return g_test_run ();
}
