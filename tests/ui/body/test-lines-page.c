/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of lines-page.c: the lines of a view, wrapped or not, copied whole. */

#include "config.h"

#include "lines-page.h"

#include "contents.h"
#include "line-view.h"
#include "views.h"
#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_LINES_PAGE);
}

static RtLineView *
find_view (GtkWidget *page)
{
  return RT_LINE_VIEW (rt_test_find (page, "Response body"));
}

static void
assert_shown (GtkWidget  *page,
              const char *expected)
{
  g_autofree char *text = rt_test_lines_dup (rt_line_view_get_lines (find_view (page)));

  g_assert_cmpstr (text, ==, expected);
}

static void
test_views (void)
{
  g_autoptr (RtBodyContent) content = rt_test_content_new ("application/json", "[1]", -1);
  GtkWidget *page = g_object_ref_sink (g_object_new (RT_TYPE_LINES_PAGE, NULL));
  RtLines *lines;

  rt_body_page_show (RT_BODY_PAGE (page), content, RT_BODY_VIEW_PRETTY);
  assert_shown (page, "[\n  1\n]");
  g_assert_true (rt_line_view_get_wrap (find_view (page)));
  lines = rt_line_view_get_lines (find_view (page));
  rt_body_page_show (RT_BODY_PAGE (page), content, RT_BODY_VIEW_PRETTY);
  g_assert_true (lines == rt_line_view_get_lines (find_view (page)));
  rt_body_page_show (RT_BODY_PAGE (page), content, RT_BODY_VIEW_HEX);
  g_assert_false (rt_line_view_get_wrap (find_view (page)));
  rt_body_page_show (RT_BODY_PAGE (page), content, RT_BODY_VIEW_RAW);
  assert_shown (page, "[1]");
  g_assert_true (rt_line_view_get_wrap (find_view (page)));
  g_object_set (page, "wrap", FALSE, NULL);
  g_assert_false (rt_line_view_get_wrap (find_view (page)));
  rt_body_page_show (RT_BODY_PAGE (page), NULL, RT_BODY_VIEW_RAW);
  g_assert_null (rt_line_view_get_lines (find_view (page)));
  g_assert_finalize_object (page);
}

static gboolean
is_ready (gpointer data)
{
  return !rt_body_page_is_busy (data);
}

static void
test_copy (void)
{
  g_autoptr (RtBodyContent) content = rt_test_content_new ("text/plain", "a\r\nb\377\nc", -1);
  GtkWidget *page = g_object_new (RT_TYPE_LINES_PAGE, NULL);
  GtkWindow *window = rt_test_show (page);
  g_autofree char *text = NULL;

  rt_body_content_choose_charset (content, rt_encoding_find ("utf-8", -1));
  rt_body_page_show (RT_BODY_PAGE (page), content, RT_BODY_VIEW_RAW);
  rt_test_wait (is_ready, page);
  rt_body_page_copy (RT_BODY_PAGE (page));
  text = rt_test_dup_clipboard (gtk_widget_get_clipboard (page));
  g_assert_cmpstr (text, ==, "a\nb\357\277\275\nc");
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/lines-page/new-destroy", test_new_destroy);
  g_test_add_func ("/lines-page/views", test_views);
  g_test_add_func ("/lines-page/copy", test_copy);

  return g_test_run ();
}
