/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of suggest-entry.c: text, suggestions, errors. */

#include "config.h"

#include "suggest-entry.h"
#include "suggestion.h"

#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_SUGGEST_ENTRY);
}

static void
activate_cb (GtkWidget *entry,
             guint     *count)
{
  (*count)++;
}

static void
test_text (void)
{
  GtkWidget *widget = g_object_ref_sink (rt_suggest_entry_new ());
  GtkEditable *inner = gtk_editable_get_delegate (GTK_EDITABLE (widget));
  guint count = 0;

  g_object_set (widget, "accessible-name", "Method", "text", "M-SEARCH", NULL);
  g_assert_nonnull (rt_test_find (widget, "Method"));
  g_assert_cmpstr (gtk_editable_get_text (inner), ==, "M-SEARCH");
  gtk_editable_set_text (inner, "GET");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (widget)), ==, "GET");
  g_signal_connect (widget, "activate", G_CALLBACK (activate_cb), &count);
  g_signal_emit_by_name (inner, "activate");
  g_assert_cmpuint (count, ==, 1);
  g_assert_finalize_object (widget);
}

static void
test_error (void)
{
  GtkWidget *widget = g_object_ref_sink (rt_suggest_entry_new ());
  GtkWidget *entry = GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (widget)));

  rt_suggest_entry_set_error (RT_SUGGEST_ENTRY (widget), "Not a token");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
  gtk_test_accessible_assert_state (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_STATE_INVALID,
                                    GTK_ACCESSIBLE_INVALID_TRUE);
  gtk_test_accessible_assert_property (GTK_ACCESSIBLE (entry),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Not a token");
  rt_suggest_entry_set_error (RT_SUGGEST_ENTRY (widget), NULL);
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  g_assert_null (rt_suggest_entry_get_error (RT_SUGGEST_ENTRY (widget)));
  g_assert_finalize_object (widget);
}

static void
test_open (void)
{
  g_autoptr (GListStore) list = g_list_store_new (RT_TYPE_SUGGESTION);
  g_autoptr (RtSuggestion) get = rt_suggestion_new ("GET", "Asks for it.");
  g_autoptr (RtSuggestion) put = rt_suggestion_new ("PUT", "");
  RtSuggestEntry *entry = RT_SUGGEST_ENTRY (rt_suggest_entry_new ());
  GtkWindow *window = rt_test_show (GTK_WIDGET (entry));
  GtkWidget *row;

  rt_suggest_entry_open (entry);
  g_assert_false (rt_suggest_entry_is_open (entry));
  g_list_store_append (list, get);
  g_list_store_append (list, put);
  rt_suggest_entry_set_suggestions (entry, G_LIST_MODEL (list));
  rt_suggest_entry_open (entry);
  g_assert_true (rt_suggest_entry_is_open (entry));
  row = rt_test_find (GTK_WIDGET (entry), "PUT");
  g_assert_nonnull (row);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "PUT");
  g_assert_false (rt_suggest_entry_is_open (entry));
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/suggest-entry/new-destroy", test_new_destroy);
  g_test_add_func ("/suggest-entry/text", test_text);
  g_test_add_func ("/suggest-entry/error", test_error);
  g_test_add_func ("/suggest-entry/open", test_open);

  return g_test_run ();
}
