/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of header-editor.c: automatic fields, and help. */

#include "config.h"

#include "header-editor.h"

#include "pair-row.h"
#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_HEADER_EDITOR);
}

static void
test_automatic (void)
{
  RtRequest *request = rt_request_new ();
  RtHeaderEditor *editor = g_object_ref_sink (RT_HEADER_EDITOR (rt_header_editor_new ()));
  GtkWidget *widget = GTK_WIDGET (editor);
  g_autoptr (RtPair) pair = NULL;

  rt_request_set_url (request, "http://example.org/");
  rt_header_editor_set_request (editor, request);
  g_assert_nonnull (rt_test_find (widget, "Request headers"));
  rt_test_assert_text (widget, "example.org");
  rt_request_set_url (request, "http://example.net:81/");
  rt_test_assert_text (widget, "example.net:81");

  /* Replaced: it joins the typed ones, and is no longer automatic. */
  gtk_widget_activate_action (widget, "headers.copy-automatic", "(ss)", "User-Agent", "me");
  g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (rt_request_get_fields (request))), >=,
                    1);
  pair = g_list_model_get_item (G_LIST_MODEL (rt_request_get_fields (request)), 0);
  g_assert_cmpstr (rt_pair_get_name (pair), ==, "User-Agent");
  g_assert_null (rt_test_find (widget, "Replace User-Agent"));

  gtk_widget_activate_action (widget, "headers.remove-automatic", "s", "Accept-Encoding");
  g_assert_true (rt_request_get_automatic_removed (request, "accept-encoding"));
  g_assert_nonnull (rt_test_find (widget, "Add Accept-Encoding again"));
  gtk_widget_activate_action (widget, "headers.restore-automatic", "s", "Accept-Encoding");
  g_assert_false (rt_request_get_automatic_removed (request, "Accept-Encoding"));
  g_assert_nonnull (rt_test_find (widget, "Leave Accept-Encoding out"));
  g_assert_finalize_object (editor);
  g_assert_finalize_object (request);
}

static void
test_help (void)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);
  g_autoptr (RtRequest) request = rt_request_new ();
  RtHeaderEditor *editor = RT_HEADER_EDITOR (rt_header_editor_new ());
  RtEntry *accept = rt_catalogue_find_field (catalogue, "accept");
  GtkWindow *window;

  rt_request_add_field (request, "accept", "*/*");
  rt_header_editor_set_catalogue (editor, catalogue);
  rt_header_editor_set_request (editor, request);
  window = rt_test_show (GTK_WIDGET (editor));
  gtk_widget_grab_focus (rt_test_find (GTK_WIDGET (editor), "Header value"));
  rt_test_assert_text (GTK_WIDGET (editor), rt_entry_get_summary (accept));
  gtk_editable_set_text (GTK_EDITABLE (rt_test_find (GTK_WIDGET (editor), "Header name")), "X-Own");
  rt_test_assert_text (GTK_WIDGET (editor), "sent as it stands");
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/header-editor/new-destroy", test_new_destroy);
  g_test_add_func ("/header-editor/automatic", test_automatic);
  g_test_add_func ("/header-editor/help", test_help);

  return g_test_run ();
}
