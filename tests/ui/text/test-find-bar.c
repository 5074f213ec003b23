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
  rt_test_assert_text (GTK_WIDGET (fixture.bar), ", after “t(”");
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
assert_says (Fixture    *fixture,
             const char *pattern,
             const char *words)
{
  find (fixture, pattern, "");
  rt_test_assert_text (GTK_WIDGET (fixture->bar), words);
}

/* Where an expression is wrong, whatever it is; and one that is right but never
 * comes to an end. */
static void
test_wrong (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  Fixture fixture;

  for (int i = 0; i < 60; i++)
    g_string_append_c (text, 'a');
  g_string_append_c (text, 'b');
  set_up (&fixture, rt_made_lines_new_text (text->str, -1));
  toggle (&fixture, "Regular expression", TRUE);
  assert_says (&fixture, "é[a", ", after “é[a”");
  assert_says (&fixture, "*a", ", at its beginning");
  assert_says (&fixture, "12345678901234567890(", ", after “…678901234567890(”");
  assert_says (&fixture, "9(", ", after “9(”");
  assert_says (&fixture, "a{2,1}1", ", after “a{2,1”");
  assert_says (&fixture, "(a+)+$", "too many steps");
  find (&fixture, "b", "1 of 1");
  rt_test_assert_no_text (GTK_WIDGET (fixture.bar), "too many steps");
  gtk_window_destroy (fixture.window);
}

/* What was not looked for is not said to be absent. */
static void
test_within (void)
{
  Fixture fixture;

  set_up (&fixture, rt_made_lines_new_text ("a\nb", -1));
  find (&fixture, "a\\nb", "No matches");
  toggle (&fixture, "Regular expression", TRUE);
  find (&fixture, "a\\nb", "No matches within a line");
  find (&fixture, "(?s)a.b", "No matches within a line");
  find (&fixture, "ab", "No matches");
  rt_line_view_set_syntax (fixture.view, RT_SYNTAX_HEX);
  find (&fixture, "ac", "No matches within a row");
  gtk_window_destroy (fixture.window);
}

/* A place between two characters is no match. */
static void
test_empty (void)
{
  Fixture fixture;

  set_up (&fixture, rt_made_lines_new_text ("axxb\n\nxé", -1));
  toggle (&fixture, "Regular expression", TRUE);
  find (&fixture, "^", "Only empty matches");
  find (&fixture, "\\b", "Only empty matches");
  find (&fixture, "z*", "Only empty matches");
  find (&fixture, "z", "No matches");
  find (&fixture, "x*", "1 of 2");
  assert_selected (&fixture, 0, 1, 3);
  rt_find_bar_go (fixture.bar, FALSE);
  assert_selected (&fixture, 2, 0, 1);
  rt_find_bar_go (fixture.bar, FALSE);
  assert_selected (&fixture, 0, 1, 3);
  find (&fixture, ".$", "1 of 2");
  rt_find_bar_go (fixture.bar, TRUE);
  assert_selected (&fixture, 2, 1, 3);
  gtk_window_destroy (fixture.window);
}

/* Asked for anew on a match: nothing is looked for anew, and "Two" is not what
 * was typed. */
static void
test_again (void)
{
  Fixture fixture;

  set_up (&fixture, rt_made_lines_new_text ("two\nTwo\ntwos\nTwo", -1));
  toggle (&fixture, "Regular expression", TRUE);
  find (&fixture, "t.o", "1 of 4");
  rt_find_bar_go (fixture.bar, FALSE);
  for (int i = 0; i < 2; i++)
    {
      rt_find_bar_open (fixture.bar);
      g_assert_cmpstr (rt_find_bar_get_count (fixture.bar), ==, "2 of 4");
      g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture.entry)), ==, "t.o");
      assert_selected (&fixture, 1, 0, 3);
    }
  rt_find_bar_close (fixture.bar);
  rt_find_bar_open (fixture.bar);
  rt_test_wait (is_settled, &fixture);
  g_assert_cmpstr (rt_find_bar_get_count (fixture.bar), ==, "2 of 4");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture.entry)), ==, "t.o");
  toggle (&fixture, "Match case", TRUE);
  /* The next from where one stands. */
  g_assert_cmpstr (rt_find_bar_get_count (fixture.bar), ==, "2 of 2");
  gtk_window_destroy (fixture.window);
}

/* What is selected stands for itself, also in an expression. */
static void
test_selection_escaped (void)
{
  Fixture fixture;

  set_up (&fixture, rt_made_lines_new_text ("abc a.c", -1));
  toggle (&fixture, "Regular expression", TRUE);
  rt_line_view_select (fixture.view, &(RtPlace) { 0, 4 }, &(RtPlace) { 0, 7 });
  rt_find_bar_open (fixture.bar);
  rt_test_wait (is_settled, &fixture);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (fixture.entry)), ==, "a\\.c");
  g_assert_cmpstr (rt_find_bar_get_count (fixture.bar), ==, "1 of 1");
  gtk_window_destroy (fixture.window);
}

static gboolean
has_selection (gpointer data)
{
  RtPlace from, to;

  return rt_line_view_get_selection (((Fixture *) data)->view, &from, &to);
}

static gboolean
has_count (gpointer data)
{
  return strstr (rt_find_bar_get_count (((Fixture *) data)->bar), " of ") != NULL;
}

static void
scroll_to_line (Fixture *fixture,
                guint64  line)
{
  rt_find_bar_close (fixture->bar);
  rt_line_view_scroll_to (fixture->view, &(RtPlace) { line, 0 });
  gtk_test_widget_wait_for_draw (GTK_WIDGET (fixture->window));
  rt_find_bar_open (fixture->bar);
}

/* More arrives for ever: a match is shown all the same, the one before what is
 * seen too, and the count says that it is not the last word. */
static void
test_open_end (void)
{
  RtLines *lines = rt_made_lines_new_many (200000);
  g_autofree char *count = NULL;
  Fixture fixture;
  RtPlace from, to;

  rt_made_lines_set_open (RT_MADE_LINES (lines), TRUE);
  set_up (&fixture, lines);
  scroll_to_line (&fixture, 150000);
  gtk_editable_set_text (GTK_EDITABLE (fixture.entry), "0000000003");
  rt_test_wait (has_selection, &fixture);
  assert_selected (&fixture, 3, 5, 15);
  rt_test_wait (has_count, &fixture);
  g_assert_cmpstr (rt_find_bar_get_count (fixture.bar), ==, "1 of 1…");

  rt_line_view_select (fixture.view, &(RtPlace) { 0, 0 }, &(RtPlace) { 0, 0 });
  scroll_to_line (&fixture, 150000);
  gtk_editable_set_text (GTK_EDITABLE (fixture.entry), "9 abc");
  rt_test_wait (has_selection, &fixture);
  g_assert_true (rt_line_view_get_selection (fixture.view, &from, &to));
  g_assert_cmpuint (from.line, >=, 149900);
  g_assert_cmpuint (from.line, <=, 150009);
  rt_test_wait (has_count, &fixture);

  rt_made_lines_grow (RT_MADE_LINES (lines), 300000);
  rt_made_lines_set_open (RT_MADE_LINES (lines), FALSE);
  rt_test_wait (is_settled, &fixture);
  /* By the line that it is in. */
  count = g_strdup_printf ("%u of 30000", (guint) from.line / 10 + 1);
  g_assert_cmpstr (rt_find_bar_get_count (fixture.bar), ==, count);
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
  g_test_add_func ("/find-bar/wrong", test_wrong);
  g_test_add_func ("/find-bar/empty", test_empty);
  g_test_add_func ("/find-bar/again", test_again);
  g_test_add_func ("/find-bar/selection-escaped", test_selection_escaped);
  g_test_add_func ("/find-bar/open-end", test_open_end);
  g_test_add_func ("/find-bar/other-lines", test_other_lines);
  g_test_add_func ("/find-bar/within", test_within);

  return g_test_run ();
}
