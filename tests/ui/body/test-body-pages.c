/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of body-pages.c: pages are made when they are wanted, and speak through
 * it. */

#include "config.h"

#include "body-pages.h"

#include "contents.h"
#include "line-view.h"
#include "lines-page.h"
#include "parts-view.h"
#include "widgets.h"

static GtkWidget *
find_type (GtkWidget *widget,
           GType      type)
{
  GtkWidget *found = g_type_is_a (G_OBJECT_TYPE (widget), type) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_type (child, type);

  return found;
}

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_BODY_PAGES);
}

static void
assert_lines (GtkWidget  *pages,
              const char *expected)
{
  RtLineView *view = RT_LINE_VIEW (rt_test_find (pages, "Response body"));
  RtLines *lines = rt_line_view_get_lines (view);
  g_autofree char *text = lines != NULL ? rt_test_lines_dup (lines) : NULL;

  g_assert_cmpstr (text, ==, expected);
}

static void
test_show (void)
{
  g_autoptr (RtBodyContent) content = rt_test_content_new ("application/json", "[1]", -1);
  GtkWidget *widget = g_object_ref_sink (rt_body_pages_new ());
  RtBodyPages *pages = RT_BODY_PAGES (widget);

  g_assert_false (rt_body_pages_can_copy (pages));
  g_assert_false (rt_body_pages_can_find (pages));
  g_assert_false (rt_body_pages_can_go_to (pages));
  g_assert_false (rt_body_pages_is_busy (pages));
  rt_body_pages_show (pages, content);
  assert_lines (widget, "[1]");
  g_assert_true (rt_body_pages_can_copy (pages));
  g_assert_true (rt_body_pages_can_find (pages));
  g_assert_true (rt_body_pages_can_go_to (pages));
  g_assert_null (rt_test_find (widget, "Response body tree"));
  rt_body_pages_set_view (pages, RT_BODY_VIEW_TREE);
  rt_body_pages_show (pages, content);
  g_assert_nonnull (rt_test_find (widget, "Response body tree"));
  g_assert_false (rt_body_pages_can_go_to (pages));
  rt_body_pages_set_view (pages, RT_BODY_VIEW_MEDIA);
  g_assert_false (rt_body_pages_can_find (pages));
  /* The page that is not seen is emptied too. */
  rt_body_pages_empty (pages);
  assert_lines (widget, NULL);
  g_assert_false (rt_body_pages_is_busy (pages));
  rt_body_pages_find (pages);
  rt_body_pages_copy (pages);
  rt_body_pages_go_to (pages);
  g_assert_finalize_object (widget);
}

static void
count_cb (guint *count)
{
  *count += 1;
}

static void
test_wrap (void)
{
  GtkWidget *widget = g_object_ref_sink (rt_body_pages_new ());
  GtkWidget *page = find_type (widget, RT_TYPE_LINES_PAGE);
  guint count = 0;
  gboolean wrap = TRUE;

  g_signal_connect_swapped (widget, "notify::wrap", G_CALLBACK (count_cb), &count);
  g_object_set (page, "wrap", FALSE, NULL);
  g_object_get (widget, "wrap", &wrap, NULL);
  g_assert_false (wrap);
  g_assert_cmpuint (count, ==, 1);
  g_object_set (widget, "wrap", FALSE, NULL);
  g_assert_cmpuint (count, ==, 1);
  g_object_set (widget, "wrap", TRUE, NULL);
  g_object_get (page, "wrap", &wrap, NULL);
  g_assert_true (wrap);
  g_assert_finalize_object (widget);
}

static void
part_cb (GtkWidget  *widget,
         guint64     start,
         guint64     length,
         const char *media_type,
         const char *disposition,
         char      **told)
{
  g_free (*told);
  *told = g_strdup_printf ("%u %u %s %s", (guint) start, (guint) length, media_type, disposition);
}

static void
test_signals (void)
{
  GtkWidget *widget = g_object_ref_sink (rt_body_pages_new ());
  g_autofree char *told = NULL;
  guint busy = 0;

  g_signal_connect (widget, "part-chosen", G_CALLBACK (part_cb), &told);
  g_signal_connect_swapped (widget, "busy-changed", G_CALLBACK (count_cb), &busy);
  rt_body_pages_set_view (RT_BODY_PAGES (widget), RT_BODY_VIEW_PARTS);
  g_signal_emit_by_name (find_type (widget, RT_TYPE_PARTS_VIEW), "part-chosen", (guint64) 3,
                         (guint64) 4, "a/b", "inline");
  g_assert_cmpstr (told, ==, "3 4 a/b inline");
  g_signal_emit_by_name (find_type (widget, RT_TYPE_PARTS_VIEW), "busy-changed");
  g_assert_cmpuint (busy, >=, 1);
  g_assert_finalize_object (widget);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/body-pages/new-destroy", test_new_destroy);
  g_test_add_func ("/body-pages/show", test_show);
  g_test_add_func ("/body-pages/wrap", test_wrap);
  g_test_add_func ("/body-pages/signals", test_signals);

  return g_test_run ();
}
