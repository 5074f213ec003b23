/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of find-bar.c, in the page that holds it. */

#include "config.h"

#include "find-bar.h"

#include "made-lines.h"
#include "text-page.h"
#include "widgets.h"

#include <string.h>

typedef struct
{
  GtkWindow  *window;
  RtTextPage *page;
  RtLineView *view;
  RtFindBar  *bar;
  GtkWidget  *entry;
} Fixture;

static void
set_up (Fixture *fixture,
        RtLines *lines)
{
  fixture->page = RT_TEXT_PAGE (rt_text_page_new ());
  fixture->view = rt_text_page_get_view (fixture->page);
  rt_line_view_set_lines (fixture->view, lines);
  g_object_unref (lines);
  fixture->window = rt_test_show (GTK_WIDGET (fixture->page));
  gtk_widget_activate_action (GTK_WIDGET (fixture->page), "text.find", NULL);
  fixture->entry = rt_test_find_as (GTK_WIDGET (fixture->page), GTK_TYPE_ENTRY,
                                    "Find in the text");
  fixture->bar = RT_FIND_BAR (gtk_widget_get_ancestor (fixture->entry, RT_TYPE_FIND_BAR));
}

static gboolean
is_settled (gpointer data)
{
  const char *count = rt_find_bar_get_count (((Fixture *) data)->bar);

  return strstr (count, "…") == NULL;
}

static void
find (Fixture    *fixture,
      const char *pattern,
      const char *count)
{
  gtk_editable_set_text (GTK_EDITABLE (fixture->entry), pattern);
  rt_test_wait (is_settled, fixture);
  g_assert_cmpstr (rt_find_bar_get_count (fixture->bar), ==, count);
}

static void
assert_selected (Fixture *fixture,
                 guint64  line,
                 guint64  start,
                 guint64  end)
{
  RtPlace from, to;

  g_assert_true (rt_line_view_get_selection (fixture->view, &from, &to));
  g_assert_cmpuint (from.line, ==, line);
  g_assert_cmpuint (from.byte, ==, start);
  g_assert_cmpuint (to.byte, ==, end);
}

static void
toggle (Fixture    *fixture,
        const char *name,
        gboolean    active)
{
  GtkWidget *button = rt_test_find_as (GTK_WIDGET (fixture->bar), GTK_TYPE_TOGGLE_BUTTON, name);

  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (button), active);
  rt_test_wait (is_settled, fixture);
}

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_FIND_BAR);
  rt_test_new_destroy (RT_TYPE_TEXT_PAGE);
}

static void
test_find (void)
{
  Fixture fixture;

  set_up (&fixture, rt_made_lines_new_text ("one two\ntwo Twos\nend two", -1));
  find (&fixture, "two", "1 of 4");
  assert_selected (&fixture, 0, 4, 7);
  rt_find_bar_go (fixture.bar, FALSE);
  rt_find_bar_go (fixture.bar, FALSE);
  assert_selected (&fixture, 1, 4, 7);
  g_assert_cmpstr (rt_find_bar_get_count (fixture.bar), ==, "3 of 4");
  rt_find_bar_go (fixture.bar, FALSE);
  rt_find_bar_go (fixture.bar, FALSE); /* around the end */
  assert_selected (&fixture, 0, 4, 7);
  rt_find_bar_go (fixture.bar, TRUE);
  assert_selected (&fixture, 2, 4, 7);
  find (&fixture, "absent", "No matches");
  gtk_window_destroy (fixture.window);
}

static void
test_flags (void)
{
  Fixture fixture;

  set_up (&fixture, rt_made_lines_new_text ("two Two Twos t.o", -1));
  find (&fixture, "two", "1 of 3");
  toggle (&fixture, "Whole words", TRUE);
  g_assert_cmpstr (rt_find_bar_get_count (fixture.bar), ==, "1 of 2");
  toggle (&fixture, "Match case", TRUE);
  g_assert_cmpstr (rt_find_bar_get_count (fixture.bar), ==, "1 of 1");
  toggle (&fixture, "Match case", FALSE);
  toggle (&fixture, "Whole words", FALSE);
  find (&fixture, "t.o", "1 of 1");
  toggle (&fixture, "Regular expression", TRUE);
  g_assert_cmpstr (rt_find_bar_get_count (fixture.bar), ==, "1 of 4");
  find (&fixture, "t(", "");
  rt_test_assert_text (GTK_WIDGET (fixture.bar), "Not a regular expression: ");
  find (&fixture, "s", "1 of 1");
  rt_test_assert_no_text (GTK_WIDGET (fixture.bar), "Not a regular expression: ");
  gtk_window_destroy (fixture.window);
}

/* Among ten million lines: the place is shown, and stays when it closes. */
static void
test_far (void)
{
  Fixture fixture;
  GdkRectangle rect;
  RtPlace place = { 1234567, 5 };

  set_up (&fixture, rt_made_lines_new_many (2000000));
  find (&fixture, "0001234567", "1 of 1");
  assert_selected (&fixture, 1234567, 5, 15);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture.window));
  g_assert_true (rt_line_view_get_place_rect (fixture.view, &place, &rect));
  rt_find_bar_close (fixture.bar);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (fixture.bar)));
  assert_selected (&fixture, 1234567, 5, 15);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture.window));
  g_assert_true (rt_line_view_get_place_rect (fixture.view, &place, &rect));
  gtk_window_destroy (fixture.window);
}

/* What is selected is looked for. */
static void
test_selection (void)
{
  Fixture fixture;

  set_up (&fixture, rt_made_lines_new_text ("abc\nbc bc", -1));
  rt_find_bar_close (fixture.bar);
  rt_line_view_select (fixture.view, &(RtPlace) { 1, 0 }, &(RtPlace) { 1, 2 });
  rt_find_bar_open (fixture.bar);
  rt_test_wait (is_settled, &fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture.entry)), ==, "bc");
  g_assert_cmpstr (rt_find_bar_get_count (fixture.bar), ==, "2 of 3");
  assert_selected (&fixture, 1, 0, 2);
  gtk_window_destroy (fixture.window);
}

static void
test_other_lines (void)
{
  g_autoptr (RtLines) other = rt_made_lines_new_text ("xx x", -1);
  Fixture fixture;

  set_up (&fixture, rt_made_lines_new_text ("x", -1));
  find (&fixture, "x", "1 of 1");
  rt_line_view_set_lines (fixture.view, other);
  rt_test_wait (is_settled, &fixture);
  g_assert_cmpstr (rt_find_bar_get_count (fixture.bar), ==, "1 of 3");
  gtk_window_destroy (fixture.window);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/find-bar/new-destroy", test_new_destroy);
  g_test_add_func ("/find-bar/find", test_find);
  g_test_add_func ("/find-bar/flags", test_flags);
  g_test_add_func ("/find-bar/far", test_far);
  g_test_add_func ("/find-bar/selection", test_selection);
  g_test_add_func ("/find-bar/other-lines", test_other_lines);

  return g_test_run ();
}
