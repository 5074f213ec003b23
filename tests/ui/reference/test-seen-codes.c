/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of seen-codes.c: only registered codes count, each once. */

#include "config.h"

#include "seen-codes.h"

static void
test_count (void)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  g_autoptr (RtSettings) settings = rt_settings_new ();
  guint all = 0;
  guint before = rt_seen_codes_count (catalogue, settings, &all);
  g_autofree char *words = NULL;

  g_assert_cmpuint (all, ==, 64);
  g_assert_false (rt_settings_is_seen (settings, 404));
  rt_settings_mark_seen (settings, 404);
  rt_settings_mark_seen (settings, 404);
  rt_settings_mark_seen (settings, 418); /* registered, as unused */
  rt_settings_mark_seen (settings, 499); /* nginx's own */
  rt_settings_mark_seen (settings, 777); /* nobody's */
  g_assert_cmpuint (rt_seen_codes_count (catalogue, settings, &all), ==, before + 2);
  g_assert_cmpuint (all, ==, 64);
  words = rt_seen_codes_dup_words (catalogue, settings);
  if (before == 0)
    g_assert_cmpstr (words, ==, "Seen so far: 2 of 64");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/seen-codes/count", test_count);

  return g_test_run ();
}
