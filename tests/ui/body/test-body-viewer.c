/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of body-viewer.c: the choice of a view, what is said, parts. */

#include "config.h"

#include "body-viewer.h"

#include "contents.h"
#include "find-bar.h"
#include "line-view.h"
#include "lines-page.h"
#include "parts-view.h"
#include "widgets.h"

#include <string.h>

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_BODY_VIEWER);
}

static void
assert_view (GtkWidget  *viewer,
             const char *expected)
{
  g_autofree char *view = NULL;

  g_object_get (viewer, "view", &view, NULL);
  g_assert_cmpstr (view, ==, expected);
}

static void
assert_lines (GtkWidget  *viewer,
              const char *expected)
{
  RtLineView *view = RT_LINE_VIEW (rt_test_find (viewer, "Response body"));
  g_autofree char *text = rt_test_lines_dup (rt_line_view_get_lines (view));

  g_assert_cmpstr (text, ==, expected);
}

static GtkWidget *
show (RtSettings *settings,
      const char *media_type,
      const char *text,
      gssize      length)
{
  g_autoptr (RtBodyContent) content = rt_test_content_new (media_type, text, length);
  GtkWidget *viewer = g_object_ref_sink (rt_body_viewer_new ());

  rt_body_viewer_set_settings (RT_BODY_VIEWER (viewer), settings);
  rt_body_viewer_set_content (RT_BODY_VIEWER (viewer), content);

  return viewer;
}

/* What was chosen holds for the next body of the same type, and for no other. */
static void
test_views (void)
{
  g_autoptr (RtSettings) settings = rt_settings_new ();
  GtkWidget *viewer = show (settings, "application/json", "[1]", -1);
  GtkWidget *again;
  GtkWidget *other;

  assert_view (viewer, "pretty");
  assert_lines (viewer, "[\n  1\n]");
  g_object_set (viewer, "view", "raw", NULL);
  assert_lines (viewer, "[1]");
  g_object_set (viewer, "view", "image", NULL);
  assert_view (viewer, "raw");
  again = show (settings, "application/json; charset=utf-8", "[2]", -1);
  assert_view (again, "raw");
  other = show (settings, "application/problem+json", "[3]", -1);
  assert_view (other, "pretty");
  g_object_set (other, "view", "tree", NULL);
  assert_view (other, "tree");
  g_assert_nonnull (rt_test_find (other, "Response body tree"));
  g_assert_finalize_object (viewer);
  g_assert_finalize_object (again);
  g_assert_finalize_object (other);
}

static void
test_words (void)
{
  GtkWidget *viewer = show (NULL, "application/json", "[1", -1);

  assert_lines (viewer, "[\n  1");
  rt_body_viewer_set_origin (RT_BODY_VIEWER (viewer), "1 byte as sent, br");
  rt_test_assert_text (viewer, "2 bytes · 1 byte as sent, br");
  rt_test_assert_text (viewer, "Not JSON by the letter");
  rt_body_viewer_set_message (RT_BODY_VIEWER (viewer), "Not saved.");
  rt_test_assert_text (viewer, "Not saved.");
  rt_body_viewer_set_content (RT_BODY_VIEWER (viewer), NULL);
  rt_test_assert_no_text (viewer, "Not");
  g_assert_null (rt_body_viewer_get_shown (RT_BODY_VIEWER (viewer)));
  g_assert_finalize_object (viewer);
}

static gboolean
says_where (gpointer data)
{
  g_autofree char *text = rt_test_dup_text (data);

  return strstr (text, "Not JSON by the letter: line 2, column 1:") != NULL;
}

/* The tree says where the text has a flaw, also when that comes long after it. */
static void
test_flaw_of_tree (void)
{
  g_autoptr (RtBodyContent) content = rt_body_content_new ("application/json");
  g_autoptr (GString) text = g_string_new ("[1");
  GtkWidget *viewer = g_object_ref_sink (rt_body_viewer_new ());

  while (text->len < 300000)
    g_string_append (text, ",1");
  rt_test_content_extend (content, text->str, text->len, FALSE);
  rt_body_viewer_set_content (RT_BODY_VIEWER (viewer), content);
  g_object_set (viewer, "view", "tree", NULL);
  rt_test_assert_no_text (viewer, "Not JSON");
  g_string_append (text, "\n}");
  rt_test_content_extend (content, text->str, text->len, TRUE);
  rt_test_wait (says_where, viewer);
  rt_body_viewer_set_content (RT_BODY_VIEWER (viewer), NULL);
  g_object_unref (viewer);
}

static void
test_charset (void)
{
  GtkWidget *viewer = show (NULL, "text/plain", "\xc4\xc1", -1);
  g_autoptr (RtBodyContent) other = rt_test_content_new ("text/plain", "\xc4", -1);

  assert_lines (viewer, "ÄÁ");
  g_object_set (viewer, "charset", "KOI8-R", NULL);
  assert_lines (viewer, "да");
  rt_test_assert_text (viewer, "KOI8-R");
  rt_body_viewer_set_content (RT_BODY_VIEWER (viewer), other);
  assert_lines (viewer, "Ä");
  g_assert_finalize_object (viewer);
}

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  if (g_type_is_a (G_OBJECT_TYPE (widget), type))
    return widget;
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_type (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static gboolean
is_ready (gpointer data)
{
  return !rt_body_viewer_is_busy (data);
}

/* A part is looked at as a body of its own; there is a way back. */
static void
test_parts (void)
{
  static const char text[] = "--b\r\nContent-Type: application/json\r\n\r\n{\"a\":1}\r\n--b--\r\n";
  GtkWidget *viewer = show (NULL, "multipart/mixed; boundary=b", text, -1);
  g_autofree char *name = NULL;
  const char *start = strstr (text, "{");
  GtkWidget *parts = find_type (viewer, RT_TYPE_PARTS_VIEW);

  assert_view (viewer, "parts");
  g_signal_emit_by_name (parts, "part-chosen", (guint64) (start - text), (guint64) 7,
                         "application/json", "attachment; filename=\"../a.json\"");
  assert_view (viewer, "pretty");
  assert_lines (viewer, "{\n  \"a\": 1\n}");
  rt_test_assert_text (viewer, "application/json");
  name = rt_body_viewer_dup_part_name (RT_BODY_VIEWER (viewer));
  g_assert_cmpstr (name, ==, "a.json");
  gtk_widget_activate_action (viewer, "viewer.leave-part", NULL);
  g_assert_null (rt_body_viewer_dup_part_name (RT_BODY_VIEWER (viewer)));
  assert_view (viewer, "parts");
  g_assert_finalize_object (viewer);
}

static void
open_part (GtkWidget *viewer,
           guint      index)
{
  GtkWidget *parts = find_type (viewer, RT_TYPE_PARTS_VIEW);

  rt_test_wait (is_ready, viewer);
  g_signal_emit_by_name (rt_test_find_as (parts, GTK_TYPE_COLUMN_VIEW, "Parts"), "activate",
                         index);
  rt_test_wait (is_ready, viewer);
}

/* A part that has parts itself opens to them, and out it goes step by step. */
static void
test_nested (void)
{
  static const char text[] =
    "--a\r\nContent-Type: text/plain\r\n\r\nfirst\r\n"
    "--a\r\nContent-Type: multipart/alternative; boundary=b\r\n\r\n"
    "--b\r\nContent-Type: text/plain\r\n\r\nplain\r\n"
    "--b\r\nContent-Type: application/json\r\nContent-Disposition: inline; filename=x.json\r\n\r\n"
    "[1]\r\n--b--\r\n"
    "--a--\r\n";
  GtkWidget *viewer = show (NULL, "multipart/mixed; boundary=a", text, -1);
  g_autofree char *name = NULL;

  open_part (viewer, 1);
  assert_view (viewer, "parts");
  rt_test_assert_text (viewer, "multipart/alternative; boundary=b · ");
  open_part (viewer, 1);
  assert_view (viewer, "pretty");
  assert_lines (viewer, "[\n  1\n]");
  rt_test_assert_text (viewer, "multipart/alternative › x.json · application/json · 3 bytes");
  name = rt_body_viewer_dup_part_name (RT_BODY_VIEWER (viewer));
  g_assert_cmpstr (name, ==, "x.json");

  gtk_widget_activate_action (viewer, "viewer.leave-part", NULL);
  assert_view (viewer, "parts");
  rt_test_assert_text (viewer, "multipart/alternative; boundary=b · ");
  open_part (viewer, 0);
  assert_lines (viewer, "plain");
  gtk_widget_activate_action (viewer, "viewer.leave-part", NULL);
  gtk_widget_activate_action (viewer, "viewer.leave-part", NULL);
  g_assert_null (rt_body_viewer_get_part (RT_BODY_VIEWER (viewer)));
  open_part (viewer, 0);
  assert_lines (viewer, "first");
  gtk_widget_activate_action (viewer, "viewer.leave-part", NULL);
  /* The whole has nothing around it. */
  gtk_widget_activate_action (viewer, "viewer.leave-part", NULL);
  assert_view (viewer, "parts");
  g_assert_finalize_object (viewer);
}

static gboolean
is_counted (gpointer bar)
{
  return strstr (rt_find_bar_get_count (bar), "…") == NULL;
}

static void
assert_found (RtFindBar  *bar,
              const char *expected)
{
  rt_test_wait (is_counted, bar);
  g_assert_cmpstr (rt_find_bar_get_count (bar), ==, expected);
}

/* The search goes on in what is shown next: another view, charset or part. */
static void
test_find (void)
{
  static const char text[] = "--b\r\n\r\nab \xe4 AB ab\r\n--b\r\n\r\n\xe4\r\n--b--\r\n";
  GtkWidget *viewer = show (NULL, "multipart/mixed; boundary=b", text, -1);
  GtkWindow *window = rt_test_show (viewer);
  GtkWidget *entry;
  RtFindBar *bar;

  open_part (viewer, 0);
  rt_body_viewer_find (RT_BODY_VIEWER (viewer));
  entry = rt_test_find_as (viewer, GTK_TYPE_ENTRY, "Find in the text");
  bar = RT_FIND_BAR (gtk_widget_get_ancestor (entry, RT_TYPE_FIND_BAR));
  gtk_editable_set_text (GTK_EDITABLE (entry), "ab");
  assert_found (bar, "1 of 3");
  g_object_set (viewer, "view", "hex", NULL);
  assert_found (bar, "1 of 3");
  gtk_editable_set_text (GTK_EDITABLE (entry), "E4");
  assert_found (bar, "1 of 1");
  g_object_set (viewer, "view", "raw", NULL);
  assert_found (bar, "No matches");
  gtk_editable_set_text (GTK_EDITABLE (entry), "ä");
  assert_found (bar, "1 of 1");
  g_object_set (viewer, "charset", "KOI8-R", NULL);
  assert_found (bar, "No matches");
  gtk_widget_activate_action (viewer, "viewer.leave-part", NULL);
  open_part (viewer, 1);
  assert_found (bar, "1 of 1");
  g_object_unref (viewer);
  gtk_window_destroy (window);
}

/* Each view is drawn when it is chosen, and not only later: GTK warns of what it
 * leaves out, and warnings end the test. */
static void
test_drawn (void)
{
  g_autoptr (RtBodyContent) content = NULL;
  g_autoptr (GString) text = g_string_new ("[0");
  GtkWidget *viewer = rt_body_viewer_new ();
  GtkWindow *window = rt_test_show (viewer);

  for (int i = 1; i < 20000; i++)
    g_string_append_printf (text, ",%d", i);
  g_string_append_c (text, ']');
  content = rt_test_content_new ("application/json", text->str, text->len);
  rt_body_viewer_set_content (RT_BODY_VIEWER (viewer), content);
  for (int i = 0; i < 12; i++)
    {
      static const char * const views[] = { "pretty", "tree", "hex", "raw", "tree", "pretty" };

      g_object_set (viewer, "view", views[i % G_N_ELEMENTS (views)], NULL);
      gtk_test_widget_wait_for_draw (viewer);
      gtk_test_widget_wait_for_draw (viewer);
    }
  gtk_window_destroy (window);
}

static void
assert_charset (GtkWidget  *viewer,
                const char *expected)
{
  g_autofree char *charset = NULL;

  g_object_get (viewer, "charset", &charset, NULL);
  g_assert_cmpstr (charset, ==, expected);
}

/* A part and the whole each keep their own choice, and the menu marks it. */
static void
test_part_charset (void)
{
  static const char text[] = "--b\r\nContent-Type: text/plain\r\n\r\nplain\xc1\r\n--b--\r\n";
  GtkWidget *viewer = show (NULL, "multipart/mixed; boundary=b", text, -1);
  const char *start = strstr (text, "plain\xc1");
  GtkWidget *parts = find_type (viewer, RT_TYPE_PARTS_VIEW);

  g_object_set (viewer, "charset", "windows-1252", NULL);
  g_signal_emit_by_name (parts, "part-chosen", (guint64) (start - text), (guint64) 6,
                         "text/plain", "");
  assert_charset (viewer, "");
  g_object_set (viewer, "charset", "KOI8-R", NULL);
  assert_charset (viewer, "KOI8-R");
  gtk_widget_activate_action (viewer, "viewer.leave-part", NULL);
  assert_charset (viewer, "windows-1252");
  rt_body_viewer_set_content (RT_BODY_VIEWER (viewer), NULL);
  assert_charset (viewer, "");
  g_assert_finalize_object (viewer);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/body-viewer/new-destroy", test_new_destroy);
  g_test_add_func ("/body-viewer/views", test_views);
  g_test_add_func ("/body-viewer/words", test_words);
  g_test_add_func ("/body-viewer/flaw-of-tree", test_flaw_of_tree);
  g_test_add_func ("/body-viewer/charset", test_charset);
  g_test_add_func ("/body-viewer/part-charset", test_part_charset);
  g_test_add_func ("/body-viewer/parts", test_parts);
  g_test_add_func ("/body-viewer/nested", test_nested);
  g_test_add_func ("/body-viewer/find", test_find);
  g_test_add_func ("/body-viewer/drawn", test_drawn);

  return g_test_run ();
}
