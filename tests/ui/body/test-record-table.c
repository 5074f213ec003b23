/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of record-table.c: rows are made when they are seen, the last one grows,
 * and a column of notes is there when there are notes. */

#include "config.h"

#include "record-table.h"

#include "form-fields.h"
#include "widgets.h"

#include <string.h>

static guint n_made;

/* The first letter is a note when it is "n". */
static void
fill (RtCellRow      *row,
      const RtRecord *record,
      const guint8   *data)
{
  const char *text = (const char *) data + record->start;

  n_made++;
  rt_cell_row_take (row, 0, g_strndup (text, record->end - record->start));
  rt_cell_row_take (row, 1, g_strdup (*text == 'n' ? "a note" : ""));
}

static GtkWidget *
make (void)
{
  GtkWidget *table = g_object_new (RT_TYPE_RECORD_TABLE, "label", "Things", NULL);

  n_made = 0;
  rt_record_table_set_fill (RT_RECORD_TABLE (table), fill);
  rt_record_table_add_column (RT_RECORD_TABLE (table), "Text", 0, TRUE);
  rt_record_table_add_note_column (RT_RECORD_TABLE (table), "Remarks", 1);

  return table;
}

static RtRecords *
read_text (const char *text,
           gsize       length)
{
  g_autoptr (RtDecodedText) bytes = rt_decoded_text_new_plain ();
  g_autoptr (GBytes) all = g_bytes_new (text, length);
  RtRecords *records;

  rt_decoded_text_extend (bytes, all, TRUE);
  records = rt_form_fields_new (bytes);
  while (!rt_records_is_complete (records))
    g_main_context_iteration (NULL, TRUE);

  return records;
}

static GListModel *
get_model (GtkWidget *table)
{
  GtkWidget *list = rt_test_find_as (table, GTK_TYPE_COLUMN_VIEW, "Things");

  return G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (list)));
}

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_RECORD_TABLE);
}

static gboolean
has_remarks (gpointer table)
{
  g_autofree char *text = rt_test_dup_text (table);

  return strstr (text, "Remarks") != NULL;
}

static void
test_note_column (void)
{
  GtkWidget *table = make ();
  GtkWindow *window = rt_test_show (table);

  rt_record_table_take_records (RT_RECORD_TABLE (table), read_text ("a&b", 3));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_false (has_remarks (table));
  rt_record_table_take_records (RT_RECORD_TABLE (table), read_text ("a&n", 3));
  rt_test_wait (has_remarks, table);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  rt_test_assert_text (table, "a note");
  rt_record_table_take_records (RT_RECORD_TABLE (table), NULL);
  g_assert_false (has_remarks (table));
  gtk_window_destroy (window);
}

static void
test_many (void)
{
  const gsize n = 500000;
  GtkWidget *table = make ();
  GtkWindow *window = rt_test_show (table);
  g_autofree char *data = g_malloc (2 * n);
  guint row = 0;

  for (gsize i = 0; i < n; i++)
    memcpy (data + 2 * i, "x&", 2);
  g_assert_false (rt_record_table_get_chosen (RT_RECORD_TABLE (table), &row));
  rt_record_table_take_records (RT_RECORD_TABLE (table), read_text (data, 2 * n));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_cmpuint (g_list_model_get_n_items (get_model (table)), ==, n);
  g_assert_cmpuint (n_made, <, 2000);
  gtk_selection_model_select_item (GTK_SELECTION_MODEL (get_model (table)), n - 1, TRUE);
  g_assert_true (rt_record_table_get_chosen (RT_RECORD_TABLE (table), &row));
  g_assert_cmpuint (row, ==, n - 1);
  gtk_window_destroy (window);
}

static void
count_cb (RtRecordTable *table,
          guint         *n)
{
  (*n)++;
}

static void
activated_cb (RtRecordTable *table,
              guint          row,
              guint         *chosen)
{
  *chosen = row;
}

static void
test_growing (void)
{
  GtkWidget *table = make ();
  GtkWindow *window = rt_test_show (table);
  g_autoptr (RtDecodedText) bytes = rt_decoded_text_new_plain ();
  g_autoptr (GBytes) some = g_bytes_new_static ("a&b&c", 5);
  g_autoptr (GBytes) all = g_bytes_new_static ("a&b&cd", 6);
  guint changes = 0;
  guint chosen = 99;

  g_signal_connect (table, "changed", G_CALLBACK (count_cb), &changes);
  g_signal_connect (table, "activate", G_CALLBACK (activated_cb), &chosen);
  rt_decoded_text_extend (bytes, some, FALSE);
  rt_record_table_take_records (RT_RECORD_TABLE (table), rt_form_fields_new (bytes));
  g_assert_cmpuint (g_list_model_get_n_items (get_model (table)), ==, 2);
  g_assert_true (rt_record_table_is_busy (RT_RECORD_TABLE (table)));
  rt_decoded_text_extend (bytes, all, TRUE);
  while (g_list_model_get_n_items (get_model (table)) < 3)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (changes, >, 0);
  g_assert_false (rt_record_table_is_busy (RT_RECORD_TABLE (table)));
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  rt_test_assert_text (table, "cd");
  g_signal_emit_by_name (rt_test_find_as (table, GTK_TYPE_COLUMN_VIEW, "Things"), "activate", 2);
  g_assert_cmpuint (chosen, ==, 2);
  rt_record_table_set_note (RT_RECORD_TABLE (table), "Said of all.");
  rt_test_assert_text (table, "Said of all.");
  rt_record_table_set_note (RT_RECORD_TABLE (table), "");
  rt_test_assert_no_text (table, "Said of all.");
  gtk_window_destroy (window);
}

static GtkAdjustment *
get_adjustment (GtkWidget *table)
{
  GtkWidget *list = rt_test_find_as (table, GTK_TYPE_COLUMN_VIEW, "Things");

  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (list));
}

static gboolean
is_at_end (gpointer table)
{
  GtkAdjustment *v = get_adjustment (table);

  return gtk_adjustment_get_upper (v) > 2 * gtk_adjustment_get_page_size (v) &&
         gtk_adjustment_get_value (v) + gtk_adjustment_get_page_size (v) >=
           gtk_adjustment_get_upper (v) - 1;
}

static void
grow_to (GtkWidget     *table,
         RtDecodedText *bytes,
         const char    *data,
         gsize          rows,
         gboolean       complete)
{
  g_autoptr (GBytes) some = g_bytes_new (data, 2 * rows);

  rt_decoded_text_extend (bytes, some, complete);
  while (g_list_model_get_n_items (get_model (table)) < rows)
    g_main_context_iteration (NULL, TRUE);
}

/* It shows the end as it grows, until somebody scrolls away from it. */
static void
test_follow (void)
{
  GtkWidget *table = make ();
  GtkWindow *window = rt_test_show (table);
  g_autoptr (RtDecodedText) bytes = rt_decoded_text_new_plain ();
  g_autofree char *data = g_malloc (8000);

  for (gsize i = 0; i < 4000; i++)
    memcpy (data + 2 * i, "x&", 2);
  g_object_set (table, "follows-end", TRUE, NULL);
  rt_record_table_take_records (RT_RECORD_TABLE (table), rt_form_fields_new (bytes));
  grow_to (table, bytes, data, 500, FALSE);
  rt_test_wait (is_at_end, table);
  grow_to (table, bytes, data, 1500, FALSE);
  rt_test_wait (is_at_end, table);
  gtk_adjustment_set_value (get_adjustment (table), 0);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  grow_to (table, bytes, data, 4000, TRUE);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_cmpfloat (gtk_adjustment_get_value (get_adjustment (table)), <, 100);
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/record-table/new-destroy", test_new_destroy);
  g_test_add_func ("/record-table/note-column", test_note_column);
  g_test_add_func ("/record-table/many", test_many);
  g_test_add_func ("/record-table/growing", test_growing);
  g_test_add_func ("/record-table/follow", test_follow);

  return g_test_run ();
}
