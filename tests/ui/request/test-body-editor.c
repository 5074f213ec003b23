/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of body-editor.c: kinds, media type, highlighting. */

#include "config.h"

#include "body-editor.h"

#include <gtksourceview/gtksource.h>

#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_BODY_EDITOR);
}

static void
test_text (void)
{
  RtRequest *request = rt_request_new ();
  GtkWidget *editor = g_object_ref_sink (rt_body_editor_new ());
  GtkWidget *view = rt_test_find (editor, "Request body");
  GtkWidget *kind = rt_test_find (editor, "Kind of body");
  GtkWidget *type = rt_test_find (editor, "Media type");
  GtkSourceBuffer *buffer = GTK_SOURCE_BUFFER (gtk_text_view_get_buffer (GTK_TEXT_VIEW (view)));
  g_autofree char *line = g_strnfill (20000, 'x');

  rt_body_editor_set_request (RT_BODY_EDITOR (editor), request);
  gtk_drop_down_set_selected (GTK_DROP_DOWN (kind), RT_CONTENT_TEXT);
  g_assert_cmpint (rt_request_get_content_kind (request), ==, RT_CONTENT_TEXT);
  g_assert_cmpstr (rt_request_get_media_type (request), ==, "application/json");
  g_assert_cmpstr (gtk_source_language_get_id (gtk_source_buffer_get_language (buffer)), ==,
                   "json");
  gtk_text_buffer_set_text (GTK_TEXT_BUFFER (buffer), "{\"é\": 1}", -1);
  g_assert_cmpstr (rt_request_get_text (request), ==, "{\"é\": 1}");
  g_assert_true (gtk_source_buffer_get_highlight_syntax (buffer));
  rt_request_set_text (request, line);
  g_assert_false (gtk_source_buffer_get_highlight_syntax (buffer));
  gtk_editable_set_text (GTK_EDITABLE (type), "image/svg+xml");
  g_assert_cmpstr (gtk_source_language_get_id (gtk_source_buffer_get_language (buffer)), ==, "xml");
  gtk_editable_set_text (GTK_EDITABLE (type), "nonsense");
  g_assert_true (gtk_widget_has_css_class (type, "error"));
  g_assert_finalize_object (editor);
  g_assert_finalize_object (request);
}

static char *
dup_text (RtRequest *request)
{
  char *text;

  g_object_get (request, "text", &text, NULL);

  return text;
}

/* "Format" changes white space in one step that can be undone; a flaw changes
 * nothing and is gone to. */
static void
test_format (void)
{
  RtRequest *request = rt_request_new ();
  GtkWidget *editor = g_object_ref_sink (rt_body_editor_new ());
  GtkTextBuffer *buffer =
    gtk_text_view_get_buffer (GTK_TEXT_VIEW (rt_test_find (editor, "Request body")));
  g_autofree char *formatted = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *broken = NULL;
  GtkTextIter cursor;

  rt_body_editor_set_request (RT_BODY_EDITOR (editor), request);
  rt_request_set_content_kind (request, RT_CONTENT_TEXT);
  gtk_text_buffer_set_text (buffer, "[1.0,\"a\"]", -1);
  gtk_widget_activate_action (editor, "editor.check", NULL);
  rt_test_assert_text (editor, "Well formed");
  gtk_widget_activate_action (editor, "editor.format", NULL);
  formatted = dup_text (request);
  g_assert_cmpstr (formatted, ==, "[\n  1.0,\n  \"a\"\n]");
  gtk_text_buffer_undo (buffer);
  undone = dup_text (request);
  g_assert_cmpstr (undone, ==, "[1.0,\"a\"]");
  rt_test_assert_no_text (editor, "Well formed");

  gtk_text_buffer_set_text (buffer, "[\n1,]", -1);
  gtk_widget_activate_action (editor, "editor.format", NULL);
  rt_test_assert_text (editor, "Line 2, column 3");
  broken = dup_text (request);
  g_assert_cmpstr (broken, ==, "[\n1,]");
  gtk_text_buffer_get_iter_at_mark (buffer, &cursor, gtk_text_buffer_get_insert (buffer));
  g_assert_cmpint (gtk_text_iter_get_line (&cursor), ==, 1);
  g_assert_cmpint (gtk_text_iter_get_line_offset (&cursor), ==, 2);
  g_assert_finalize_object (editor);
  g_assert_finalize_object (request);
}

static void
test_items (void)
{
  RtRequest *request = rt_request_new ();
  GtkWidget *editor = g_object_ref_sink (rt_body_editor_new ());
  GtkWidget *list = rt_test_find (editor, "Form items");
  g_autoptr (RtPair) pair = NULL;

  rt_body_editor_set_request (RT_BODY_EDITOR (editor), request);
  rt_request_set_content_kind (request, RT_CONTENT_FORM);
  gtk_editable_set_text (GTK_EDITABLE (rt_test_find (list, "Item name")), "user");
  pair = g_list_model_get_item (G_LIST_MODEL (rt_request_get_form_items (request)), 0);
  g_assert_cmpstr (rt_pair_get_name (pair), ==, "user");
  g_assert_finalize_object (editor);
  g_clear_object (&pair);
  g_assert_finalize_object (request);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/body-editor/new-destroy", test_new_destroy);
  g_test_add_func ("/body-editor/text", test_text);
  g_test_add_func ("/body-editor/format", test_format);
  g_test_add_func ("/body-editor/items", test_items);

  return g_test_run ();
}
