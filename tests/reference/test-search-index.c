/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Folding: what is typed and what is written meet in the same form. */

#include "search-index.h"

static void
test_fold (void)
{
  static const struct { const char *text; const char *expected; } cases[] = {
    { "", "" },
    { "Not Found", "not found" },
    { "I'm a Teapot", "im a teapot" },
    { "I\342\200\231m a teapot", "im a teapot" },
    { "Request-URI  Too\tLong", "request uri too long" },
    { "(Unused)", "unused" },
    { "  404  ", "404" },
    { "STRASSE Stra\303\237e", "strasse strasse" },
    { "e\314\201", "\303\251" },
    { "???", "" },
    { "a\377b", "a b" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *folded = rt_search_fold (cases[i].text);

      g_assert_cmpstr (folded, ==, cases[i].expected);
    }
}

static void
test_empty (void)
{
  g_autoptr (GListStore) codes = g_list_store_new (RT_TYPE_STATUS_CODE);
  RtSearchIndex *index = rt_search_index_new (G_LIST_MODEL (codes));

  g_assert_cmpuint (index->n_items, ==, 0);
  rt_search_index_free (index);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/reference/search-index/fold", test_fold);
  g_test_add_func ("/reference/search-index/empty", test_empty);

  return g_test_run ();
}
