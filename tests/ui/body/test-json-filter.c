/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of json-filter.c: by text, by JSONPath, wrong, cancelled. */

#include "config.h"

#include "json-filter.h"

#include "contents.h"
#include "json-item.h"
#include "json-path.h"

#include <string.h>

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  GAsyncResult **out = user_data;

  *out = g_object_ref (result);
}

static GAsyncResult *
run (const char *json,
     const char *text,
     gboolean    cancel)
{
  g_autoptr (RtJsonTree) tree = rt_test_tree_new (json);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GAsyncResult *result = NULL;

  rt_json_filter_async (tree, text, cancellable, done_cb, &result);
  if (cancel)
    g_cancellable_cancel (cancellable);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);

  return result;
}

static void
test_found (void)
{
  static const struct
  {
    const char *text;
    guint       n;
  } rows[] = {
    { "$[*].a", 2 }, { "$..b", 1 }, { "A", 2 }, { "zw", 1 }, { "nothing", 0 }, { "$", 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autoptr (GAsyncResult) result = run ("[{\"a\":1},{\"a\":{\"b\":\"Zwei\"}}]", rows[i].text,
                                             FALSE);
      g_autoptr (GError) error = NULL;
      gboolean cut = TRUE;
      g_autoptr (GArray) nodes = rt_json_filter_finish (result, &cut, &error);

      g_assert_no_error (error);
      g_assert_cmpuint (nodes->len, ==, rows[i].n);
      g_assert_false (cut);
    }
}

static void
test_many (void)
{
  g_autoptr (GString) text = g_string_new ("[7");
  g_autoptr (GAsyncResult) result = NULL;
  gboolean cut = FALSE;
  g_autoptr (GArray) nodes = NULL;

  for (int i = 0; i < RT_JSON_FILTER_MAX; i++)
    g_string_append (text, ",7");
  g_string_append_c (text, ']');
  result = run (text->str, "7", FALSE);
  nodes = rt_json_filter_finish (result, &cut, NULL);
  g_assert_cmpuint (nodes->len, ==, RT_JSON_FILTER_MAX);
  g_assert_true (cut);
}

static void
test_wrong (void)
{
  g_autoptr (GAsyncResult) wrong = run ("[]", "$.é[", FALSE);
  g_autoptr (GAsyncResult) cancelled = run ("[]", "x", TRUE);
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) stopped = NULL;
  gboolean cut;

  g_assert_null (rt_json_filter_finish (wrong, &cut, &error));
  g_assert_nonnull (strstr (error->message, "at character 5"));
  g_assert_null (rt_json_filter_finish (cancelled, &cut, &stopped));
  g_assert_error (stopped, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

static void
gone_cb (gpointer  thread,
         GObject  *where_it_was)
{
  *(GThread **) thread = g_thread_self ();
}

/* The tree may be the search's alone: it goes in the caller's thread. */
static void
test_end (void)
{
  for (int i = 0; i < 1000; i++)
    {
      RtJsonTree *tree = rt_test_tree_new ("[7]");
      GThread *thread = NULL;
      GAsyncResult *result = NULL;
      g_autoptr (GArray) nodes = NULL;
      gboolean cut;

      g_object_weak_ref (G_OBJECT (tree), gone_cb, &thread);
      rt_json_filter_async (tree, "7", NULL, done_cb, &result);
      g_object_unref (tree);
      while (result == NULL)
        g_main_context_iteration (NULL, TRUE);
      nodes = rt_json_filter_finish (result, &cut, NULL);
      g_assert_cmpuint (nodes->len, ==, 1);
      g_assert_true (thread == g_thread_self ());
      g_object_unref (result);
    }
}

static GArray *
find (RtJsonTree *tree,
      const char *text)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (RtJsonNode));

  g_assert_true (rt_json_tree_find_text (tree, text, TRUE, 0, NULL, nodes, NULL, NULL));

  return nodes;
}

static void
test_extend (void)
{
  g_autoptr (RtJsonTree) tree = rt_test_tree_new ("[71,72,3,73]");
  g_autoptr (GListStore) items = g_list_store_new (RT_TYPE_JSON_ITEM);
  g_autoptr (GArray) sevens = find (tree, "7");
  g_autoptr (GArray) threes = find (tree, "3");
  g_autoptr (RtJsonItem) first = NULL;
  g_autoptr (RtJsonItem) still = NULL;

  g_array_set_size (sevens, 2);
  g_assert_true (rt_json_filter_extend (items, tree, sevens));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (items)), ==, 2);
  first = g_list_model_get_item (G_LIST_MODEL (items), 0);
  g_array_unref (sevens);
  sevens = find (tree, "7");
  g_assert_true (rt_json_filter_extend (items, tree, sevens));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (items)), ==, 3);
  still = g_list_model_get_item (G_LIST_MODEL (items), 0);
  g_assert_true (first == still);
  g_assert_false (rt_json_filter_extend (items, tree, threes));
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (items)), ==, 3);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/json-filter/found", test_found);
  g_test_add_func ("/json-filter/many", test_many);
  g_test_add_func ("/json-filter/wrong", test_wrong);
  g_test_add_func ("/json-filter/end", test_end);
  g_test_add_func ("/json-filter/extend", test_extend);

  return g_test_run ();
}
