/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is typed and what comes first. */

#include "catalogue-search.h"

#include "suite-table.h"

#include <stdlib.h>

static RtCatalogue *catalogue;

static int
get_hit (GPtrArray *hits,
         guint      index)
{
  g_assert_cmpuint (hits->len, >, index);

  return rt_status_code_get_code (g_ptr_array_index (hits, index));
}

static void
test_first (void)
{
  static const struct { const char *query; int first; } cases[] = {
    { "404", 404 }, { " 404 ", 404 }, { "999", 999 },
    { "not found", 404 }, { "NOT Found", 404 }, { "found", 302 }, { "gone", 410 },
    { "404 Not Found", 404 }, { "HTTP/1.1 503 Service Unavailable", 503 }, { "http 200", 200 },
    { "teapot", 418 }, { "i'm a teapot", 418 }, { "Im a teapot", 418 },
    { "too many", 429 }, { "many too", 429 }, { "request entity", 413 },
    { "request-uri too long", 414 }, { "payload", 413 },
    { "unprocessable entity", 422 }, { "moved temporarily", 302 },
    { "ok", 200 }, { "nginx", 444 }, { "cloudflare", 520 }, { "laravel", 419 },
    { "enhance your calm", 420 }, { "client closed request", 499 },
    { "multi status", 207 }, { "timeout gateway", 504 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) hits = rt_catalogue_search (catalogue, cases[i].query);

      if (hits->len == 0 || get_hit (hits, 0) != cases[i].first)
        g_error ("'%s' finds %d of %u first", cases[i].query,
                 hits->len > 0 ? get_hit (hits, 0) : 0, hits->len);
    }
}

/* Every name that Python knows, old and new, finds its code. */
static void
test_old_names (void)
{
  g_auto (GStrv) lines = load_suite_table ("python-httpstatus.tsv");

  for (gsize i = 0; lines != NULL && lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);
      g_autoptr (GPtrArray) old = rt_catalogue_search (catalogue, columns[2]);
      g_autoptr (GPtrArray) new = rt_catalogue_search (catalogue, columns[4]);

      g_assert_cmpint (get_hit (old, 0), ==, atoi (columns[0]));
      g_assert_cmpint (get_hit (new, 0), ==, atoi (columns[0]));
    }
}

/* What is spelt wrong finds what was meant, when it is asked for. */
static void
test_misspelt (void)
{
  static const struct { const char *query; int first; } cases[] = {
    { "unautorized", 401 }, { "Unauthorised", 401 }, { "forbiden", 403 }, { "not fuond", 404 },
    { "interal server", 500 }, { "gatway timeout", 504 }, { "taepot", 418 },
    { "to many reqests", 429 }, { "unprocesable", 422 }, { "unautor", 401 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) none = rt_catalogue_search (catalogue, cases[i].query);
      g_autoptr (GPtrArray) hits = rt_catalogue_guess (catalogue, cases[i].query);

      g_assert_cmpuint (none->len, ==, 0);
      if (hits->len == 0 || get_hit (hits, 0) != cases[i].first)
        g_error ("'%s' finds %d of %u first", cases[i].query,
                 hits->len > 0 ? get_hit (hits, 0) : 0, hits->len);
    }
}

/* What is only in the text is found too, after the names. */
static void
test_text (void)
{
  g_autoptr (GPtrArray) hits = rt_catalogue_search (catalogue, "retry-after");
  gboolean found = FALSE;

  for (guint i = 0; i < hits->len; i++)
    found = found || get_hit (hits, i) == 503;

  g_assert_true (found);
}

static void
test_none (void)
{
  static const char * const queries[] = {
    "xyzzy", "404 xyzzy", "4040", "???", "6xx", "not\377zzz",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GPtrArray) hits = rt_catalogue_search (catalogue, queries[i]);
      g_autoptr (GPtrArray) guesses = rt_catalogue_guess (catalogue, queries[i]);

      if (hits->len != 0)
        g_error ("'%s' finds %d", queries[i], get_hit (hits, 0));
      g_assert_cmpuint (guesses->len, ==, 0);
    }
}

static void
test_prefix (void)
{
  g_autoptr (GPtrArray) hits = rt_catalogue_search (catalogue, "40");

  for (guint i = 0; i < 10; i++)
    g_assert_cmpint (get_hit (hits, i), ==, 400 + (int) i);
  for (guint i = 10; i < hits->len; i++)
    g_assert_cmpint (get_hit (hits, i) / 10, !=, 40);
}

static void
test_class (void)
{
  static const char * const queries[] = { "5xx", "5XX", "5" };
  guint n_expected = 0;
  GListModel *codes = rt_catalogue_get_codes (catalogue);

  for (guint i = 0; i < g_list_model_get_n_items (codes); i++)
    {
      g_autoptr (RtStatusCode) code = g_list_model_get_item (codes, i);

      n_expected += rt_status_code_get_class (code) == RT_CLASS_SERVER_ERROR;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GPtrArray) hits = rt_catalogue_search (catalogue, queries[i]);

      for (guint j = 0; j < n_expected; j++)
        {
          g_assert_cmpint (get_hit (hits, j) / 100, ==, 5);
          if (j > 0)
            g_assert_cmpint (get_hit (hits, j - 1), <, get_hit (hits, j));
        }
    }
}

static void
test_all (void)
{
  static const char * const queries[] = { "", "  ", "\t\n" };
  guint n_codes = g_list_model_get_n_items (rt_catalogue_get_codes (catalogue));

  for (gsize i = 0; i < G_N_ELEMENTS (queries); i++)
    {
      g_autoptr (GPtrArray) hits = rt_catalogue_search (catalogue, queries[i]);

      g_assert_cmpuint (hits->len, ==, n_codes);
      for (guint j = 1; j < hits->len; j++)
        g_assert_cmpint (get_hit (hits, j - 1), <, get_hit (hits, j));
    }
}

static void
test_vendor (void)
{
  g_autoptr (GPtrArray) hits = rt_catalogue_search (catalogue, "NGINX");

  /* All that it owns come before those whose text only mentions it. */
  g_assert_cmpint (get_hit (hits, 0), ==, 444);
  g_assert_cmpint (get_hit (hits, 1), ==, 494);
  g_assert_cmpint (get_hit (hits, 4), ==, 497);
  g_assert_cmpint (get_hit (hits, 5), ==, 499);
}

static void
test_several_words (void)
{
  g_autoptr (GPtrArray) one = rt_catalogue_search (catalogue, "gateway");
  g_autoptr (GPtrArray) two = rt_catalogue_search (catalogue, "gateway timeout");

  g_assert_cmpint (get_hit (two, 0), ==, 504);
  g_assert_cmpuint (two->len, <, one->len);
}

int
main (int   argc,
      char *argv[])
{
  g_autoptr (GError) error = NULL;
  int status;

  g_test_init (&argc, &argv, NULL);
  catalogue = rt_catalogue_new (&error);
  g_assert_no_error (error);

  g_test_add_func ("/reference/catalogue-search/first", test_first);
  g_test_add_func ("/reference/catalogue-search/old-names", test_old_names);
  g_test_add_func ("/reference/catalogue-search/misspelt", test_misspelt);
  g_test_add_func ("/reference/catalogue-search/text", test_text);
  g_test_add_func ("/reference/catalogue-search/none", test_none);
  g_test_add_func ("/reference/catalogue-search/prefix", test_prefix);
  g_test_add_func ("/reference/catalogue-search/class", test_class);
  g_test_add_func ("/reference/catalogue-search/all", test_all);
  g_test_add_func ("/reference/catalogue-search/vendor", test_vendor);
  g_test_add_func ("/reference/catalogue-search/several-words", test_several_words);

  status = g_test_run ();
  g_assert_finalize_object (catalogue);
  return status;
}
