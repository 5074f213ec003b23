/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of pair-row.c: the widgets of a row and its pair. */

#include "config.h"

#include "pair-row.h"
#include "suggest-entry.h"

#include "widgets.h"

static GtkWidget *
make (RtPair     *pair,
      RtPairKind  kind)
{
  return g_object_ref_sink (rt_pair_row_new (pair, kind, NULL));
}

static void
test_bound (void)
{
  RtPair *pair = rt_pair_new ("Accept", "*/*");
  GtkWidget *row = make (pair, RT_PAIR_KIND_FIELD);
  GtkWidget *name = rt_test_find (row, "Header name");
  GtkWidget *value = rt_test_find (row, "Header value");

  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (name)), ==, "Accept");
  gtk_editable_set_text (GTK_EDITABLE (value), "text/html");
  g_assert_cmpstr (rt_pair_get_value (pair), ==, "text/html");
  gtk_check_button_set_active (GTK_CHECK_BUTTON (rt_test_find (row, "Send this header")), FALSE);
  g_assert_false (rt_pair_get_enabled (pair));
  g_assert_finalize_object (row);
  g_assert_finalize_object (pair);
}

static void
test_checked (void)
{
  g_autoptr (RtPair) pair = rt_pair_new ("Bad name", "x");
  GtkWidget *row = make (pair, RT_PAIR_KIND_FIELD);
  GtkWidget *name = rt_test_find (row, "Header name");
  GtkWidget *value = rt_test_find (row, "Header value");

  g_assert_true (gtk_widget_has_css_class (name, "error"));
  rt_pair_set_name (pair, "Good");
  g_assert_false (gtk_widget_has_css_class (name, "error"));
  rt_pair_set_value (pair, "a\r\nInjected: b");
  g_assert_true (gtk_widget_has_css_class (value, "error"));
  rt_pair_set_value (pair, "");
  rt_pair_set_name (pair, "");
  g_assert_false (gtk_widget_has_css_class (name, "error"));
  g_assert_finalize_object (row);
}

static void
test_part (void)
{
  g_autoptr (RtPair) pair = rt_pair_new ("photo", "x");
  GtkWidget *row = make (pair, RT_PAIR_KIND_PART);
  GtkWidget *value = rt_test_find (row, "Part value");

  g_assert_true (gtk_widget_get_visible (value));
  rt_pair_set_file (pair, "/tmp/photo.png");
  g_assert_false (gtk_widget_get_visible (value));
  rt_test_assert_text (row, "photo.png");
  rt_pair_set_media_type (pair, "image/png");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (rt_test_find (row, "Media type of the part"))),
                   ==, "image/png");
  g_assert_finalize_object (row);
}

static void
count_cb (GtkWidget *row,
          guint     *count)
{
  (*count)++;
}

static void
test_blank (void)
{
  g_autoptr (RtPair) pair = rt_pair_new ("", "");
  GtkWidget *row = make (pair, RT_PAIR_KIND_PARAMETER);
  GtkWidget *remove = rt_test_find (row, "Remove this parameter");
  guint count = 0;

  g_signal_connect (row, "remove", G_CALLBACK (count_cb), &count);
  rt_pair_row_set_blank (RT_PAIR_ROW (row), TRUE);
  g_assert_false (gtk_widget_get_sensitive (remove));
  rt_pair_row_set_blank (RT_PAIR_ROW (row), FALSE);
  g_assert_true (gtk_widget_get_sensitive (remove));
  g_signal_emit_by_name (remove, "clicked");
  g_assert_cmpuint (count, ==, 1);
  g_assert_finalize_object (row);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/pair-row/bound", test_bound);
  g_test_add_func ("/pair-row/checked", test_checked);
  g_test_add_func ("/pair-row/part", test_part);
  g_test_add_func ("/pair-row/blank", test_blank);

  return g_test_run ();
}
