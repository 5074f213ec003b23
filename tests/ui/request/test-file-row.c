/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of file-row.c: what is shown of a path. */

#include "config.h"

#include "file-row.h"

#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_FILE_ROW);
}

static void
test_path (void)
{
  GtkWidget *row = g_object_ref_sink (rt_file_row_new ());
  GtkWidget *clear = rt_test_find (row, "Clear the file");

  g_object_set (row, "title", "File to send", NULL);
  g_assert_nonnull (rt_test_find (row, "File to send"));
  g_assert_false (gtk_widget_get_visible (clear));
  rt_file_row_set_path (RT_FILE_ROW (row), "/tmp/<b>\xff.txt");
  g_assert_true (gtk_widget_get_visible (clear));
  rt_test_assert_text (row, "<b>");
  g_signal_emit_by_name (clear, "clicked");
  g_assert_null (rt_file_row_get_path (RT_FILE_ROW (row)));
  rt_test_assert_text (row, "Choose a File");
  g_assert_finalize_object (row);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/file-row/new-destroy", test_new_destroy);
  g_test_add_func ("/file-row/path", test_path);

  return g_test_run ();
}
