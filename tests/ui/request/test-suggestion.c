/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of suggestion.c: what matches, in which order. */

#include "config.h"

#include "suggestion.h"

static void
test_match (void)
{
  static const struct { const char *text; const char *expected; } cases[] = {
    { "", "PATCH POST GET propfind " },
    { "p", "PATCH POST propfind " },
    { "po", "POST " },
    { "ET", "GET " },
    { "find", "propfind " },
    { "t", "PATCH POST GET " },
    { "x", "" },
  };
  static const char * const names[] = { "PATCH", "POST", "GET", "propfind" };
  g_autoptr (GListStore) all = g_list_store_new (RT_TYPE_SUGGESTION);
  g_autoptr (GListStore) found = g_list_store_new (RT_TYPE_SUGGESTION);

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_autoptr (RtSuggestion) item = rt_suggestion_new (names[i], "");

      g_list_store_append (all, item);
    }
  for (guint c = 0; c < G_N_ELEMENTS (cases); c++)
    {
      g_autoptr (GString) line = g_string_new (NULL);

      rt_suggestion_list_match (G_LIST_MODEL (all), cases[c].text, found);
      for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (found)); i++)
        {
          g_autoptr (RtSuggestion) item = g_list_model_get_item (G_LIST_MODEL (found), i);

          g_string_append_printf (line, "%s ", rt_suggestion_get_text (item));
        }
      g_assert_cmpstr (line->str, ==, cases[c].expected);
    }
  rt_suggestion_list_match (NULL, "", found);
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (found)), ==, 0);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/suggestion/match", test_match);

  return g_test_run ();
}
