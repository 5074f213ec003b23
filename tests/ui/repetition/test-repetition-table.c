/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of repetition-table.c: rows, their order, choosing one. */

#include "config.h"

#include "repetition-table.h"

#include "exchanges.h"
#include "widgets.h"

#include <string.h>

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_REPETITION_TABLE);
}

static void
append (GListStore *list,
        guint       number,
        const char *head)
{
  g_autoptr(RtTrail) trail =
    rt_test_trail_new (rt_test_exchange_new ("http://a/", head, "x", -1), NULL);
  g_autoptr(RtRepetitionResult) result = rt_repetition_result_new (number, trail);

  g_list_store_append (list, result);
}

static void
notify_cb (RtRepetitionTable *table,
           GParamSpec        *pspec,
           guint             *n)
{
  *n += 1;
}

static void
test_rows (void)
{
  g_autoptr(GListStore) list = g_list_store_new (RT_TYPE_REPETITION_RESULT);
  RtRepetitionTable *table = RT_REPETITION_TABLE (rt_repetition_table_new ());
  GtkWindow *window = rt_test_show (GTK_WIDGET (table));
  g_autofree char *text = NULL;

  append (list, 1, "HTTP/1.1 200 First\r\n\r\n");
  rt_repetition_table_set_results (table, G_LIST_MODEL (list));
  append (list, 2, "HTTP/1.1 503 Second\r\n\r\n");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (table));
  rt_test_assert_text (GTK_WIDGET (table), "503");

  /* The newest is on top. */
  text = rt_test_dup_text (GTK_WIDGET (table));
  g_assert_true (strstr (text, "Second") < strstr (text, "First"));
  rt_repetition_table_show_newest (table);
  gtk_window_destroy (window);
}

static void
test_choose (void)
{
  g_autoptr(GListStore) list = g_list_store_new (RT_TYPE_REPETITION_RESULT);
  RtRepetitionTable *table = RT_REPETITION_TABLE (rt_repetition_table_new ());
  GtkWindow *window = rt_test_show (GTK_WIDGET (table));
  RtRepetitionResult *chosen;
  guint n = 0;

  append (list, 1, "HTTP/1.1 200 First\r\n\r\n");
  append (list, 2, "HTTP/1.1 503 Second\r\n\r\n");
  rt_repetition_table_set_results (table, G_LIST_MODEL (list));
  g_assert_null (rt_repetition_table_get_chosen (table));
  g_signal_connect (table, "notify::chosen", G_CALLBACK (notify_cb), &n);
  rt_repetition_table_choose (table, 1);
  chosen = rt_repetition_table_get_chosen (table);
  g_assert_cmpuint (rt_repetition_result_get_number (chosen), ==, 1);
  g_assert_cmpuint (n, ==, 1);

  /* What comes does not move it. */
  append (list, 3, "HTTP/1.1 204 Third\r\n\r\n");
  chosen = rt_repetition_table_get_chosen (table);
  g_assert_cmpuint (rt_repetition_result_get_number (chosen), ==, 1);
  rt_repetition_table_choose (table, 0);
  g_assert_null (rt_repetition_table_get_chosen (table));
  rt_repetition_table_choose (table, 99);
  g_assert_null (rt_repetition_table_get_chosen (table));
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/repetition-table/new-destroy", test_new_destroy);
  g_test_add_func ("/repetition-table/rows", test_rows);
  g_test_add_func ("/repetition-table/choose", test_choose);

  return g_test_run ();
}
