/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "url-parts.h"

static void
test_parts (void)
{
  static const struct { const char *a; const char *b; const char *words; } cases[] = {
    { "http://h/", "http://h/", "" },
    { "http://h/", "https://h/", "scheme changed" },
    { "http://h/", "https://h:8443/", "scheme and port changed" },
    { "http://h:8080/", "https://h/", "scheme and port changed" },
    { "http://h/a", "http://i/b?c", "host, path and query changed" },
    { "http://h/a?b", "http://h/a?", "query changed" },
    { "http://h/a", "http://h/a?", "query changed" },
    { "http://h/a#x", "http://h/a#y", "fragment changed" },
    { "http://h/a#x", "http://h/a", "fragment changed" },
    { "http://h/a", "http://h/ab", "path changed" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr(RtUrl) a = rt_url_parse (cases[i].a, NULL);
      g_autoptr(RtUrl) b = rt_url_parse (cases[i].b, NULL);
      g_autofree char *words = rt_url_parts_to_words (rt_url_parts_compare (a, b));

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/url-parts/parts", test_parts);

  return g_test_run ();
}
