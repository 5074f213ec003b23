/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/reference/fixed-list.c. */

#include "fixed-list.h"

#define N_ITEMS 300
#define N_READS 200000

static GListModel *
make (void)
{
  g_autoptr (GListStore) store = g_list_store_new (G_TYPE_CANCELLABLE);

  for (int i = 0; i < N_ITEMS; i++)
    {
      g_autoptr (GCancellable) item = g_cancellable_new ();

      g_list_store_append (store, item);
    }

  return rt_fixed_list_new (G_LIST_MODEL (store));
}

static void
test_items (void)
{
  GListModel *list = make ();
  g_autoptr (GObject) first = g_list_model_get_item (list, 0);
  g_autoptr (GObject) last = g_list_model_get_item (list, N_ITEMS - 1);

  g_assert_true (g_list_model_get_item_type (list) == G_TYPE_CANCELLABLE);
  g_assert_cmpuint (g_list_model_get_n_items (list), ==, N_ITEMS);
  g_assert_true (G_IS_CANCELLABLE (first) && G_IS_CANCELLABLE (last));
  g_assert_true (first != last);
  g_assert_null (g_list_model_get_item (list, N_ITEMS));
  g_assert_finalize_object (list);
}

static gpointer
read_all (gpointer data)
{
  GListModel *list = data;

  for (guint i = 0; i < N_READS; i++)
    {
      g_autoptr (GObject) item = g_list_model_get_item (list, i * 7 % N_ITEMS);

      g_assert_true (G_IS_CANCELLABLE (item));
    }

  return NULL;
}

/* One thread explains while another fills a list. */
static void
test_threads (void)
{
  GListModel *list = make ();
  GThread *one = g_thread_new ("one", read_all, list);
  GThread *two = g_thread_new ("two", read_all, list);

  g_thread_join (one);
  g_thread_join (two);
  g_assert_finalize_object (list);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/fixed-list/items", test_items);
  g_test_add_func ("/fixed-list/threads", test_threads);

  return g_test_run ();
}
