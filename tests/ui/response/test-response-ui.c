/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of response-ui.c: text with a name that stays. */

#include "config.h"

#include "response-ui.h"

#include "widgets.h"

static void
test_set_text (void)
{
  GtkLabel *label = g_object_ref_sink (GTK_LABEL (gtk_label_new (NULL)));

  rt_response_ui_set_text (label, "Reason", "<b>Not Found</b>");
  g_assert_cmpstr (gtk_label_get_text (label), ==, "<b>Not Found</b>");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (label)));
  gtk_test_accessible_assert_property (label, GTK_ACCESSIBLE_PROPERTY_LABEL, "Reason");
  rt_response_ui_set_text (label, "Reason", "");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (label)));
  gtk_test_accessible_assert_property (label, GTK_ACCESSIBLE_PROPERTY_LABEL, "Reason");
  g_assert_finalize_object (label);
}

static void
test_wrap_for (void)
{
  GtkLabel *label = g_object_ref_sink (GTK_LABEL (gtk_label_new (NULL)));
  g_autofree char *word = g_strnfill (65, 'w');
  g_autofree char *text = g_strconcat ("a ", word, NULL);

  rt_response_ui_wrap_for (label, text);
  g_assert_cmpint (gtk_label_get_wrap_mode (label), ==, PANGO_WRAP_CHAR);
  rt_response_ui_wrap_for (label, word + 1);
  g_assert_cmpint (gtk_label_get_wrap_mode (label), ==, PANGO_WRAP_WORD_CHAR);
  rt_response_ui_wrap_for (label, "");
  g_assert_finalize_object (label);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/response-ui/set-text", test_set_text);
  g_test_add_func ("/response-ui/wrap-for", test_wrap_for);

  return g_test_run ();
}
