/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of line-view.c and of what stands beside it: what is shown, where, and
 * what keys do.
 */

#include "config.h"

#include "line-view.h"

#include "made-lines.h"
#include "views.h"
#include "widgets.h"

#include <string.h>

#define MANY 10000000
#define LONG (100 * 1024 * 1024)

static void
assert_contains (const char *text,
                 const char *part)
{
  if (strstr (text, part) == NULL)
    g_error ("“%s” is not in:\n%s", part, text);
}

static void
assert_shown (RtLineView *view,
              const char *part)
{
  g_autofree char *shown = rt_test_view_dup_shown (view);

  assert_contains (shown, part);
}

static void
assert_place (const RtPlace *place,
              guint64        line,
              guint64        byte)
{
  g_assert_cmpuint (place->line, ==, line);
  g_assert_cmpuint (place->byte, ==, byte);
}

static void
assert_caret (RtLineView *view,
              guint64     line,
              guint64     byte)
{
  RtPlace caret;

  rt_line_view_get_caret (view, &caret);
  assert_place (&caret, line, byte);
}

static GtkAdjustment *
get_vertical (RtLineView *view)
{
  return gtk_scrollable_get_vadjustment (GTK_SCROLLABLE (view));
}

static GtkAdjustment *
get_horizontal (RtLineView *view)
{
  return gtk_scrollable_get_hadjustment (GTK_SCROLLABLE (view));
}

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_LINE_VIEW);
}

static void
test_empty (void)
{
  RtLineView *view = rt_test_view_new (rt_made_lines_new_text ("", -1));
  RtPlace place, other;

  rt_test_view_key (view, GDK_KEY_Down, 0);
  rt_test_view_key (view, GDK_KEY_End, GDK_CONTROL_MASK);
  rt_test_view_key (view, GDK_KEY_a, GDK_CONTROL_MASK);
  rt_line_view_get_place_at (view, 50, 50, &place);
  rt_line_view_scroll_to (view, &place);
  assert_place (&place, 0, 0);
  g_assert_false (rt_line_view_get_selection (view, &place, &other));
  rt_line_view_set_lines (view, NULL);
  rt_line_view_set_wrap (view, TRUE);
  rt_test_view_draw (view);
  rt_test_view_destroy (view);
}

/* In a window of Hebrew, too, a digit is as wide as a letter. */
static void
test_fixed_width (void)
{
  RtLineView *view = rt_test_view_new (rt_made_lines_new_text ("0", -1));
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (view));
  g_autoptr (PangoLayout) digits = NULL;
  g_autoptr (PangoLayout) letters = NULL;
  int width[2];

  pango_context_set_language (context, pango_language_from_string ("he"));
  gtk_widget_remove_css_class (GTK_WIDGET (view), "monospace");
  rt_test_view_draw (view);
  gtk_widget_add_css_class (GTK_WIDGET (view), "monospace");
  rt_test_view_draw (view);
  digits = gtk_widget_create_pango_layout (GTK_WIDGET (view), "-1.50,");
  letters = gtk_widget_create_pango_layout (GTK_WIDGET (view), "abcdef");
  pango_layout_get_size (digits, &width[0], NULL);
  pango_layout_get_size (letters, &width[1], NULL);
  g_assert_cmpint (width[0], ==, width[1]);
  rt_test_view_destroy (view);
}

static int
get_text_x (RtLineView *view)
{
  static const RtPlace start = { 0, 0 };
  GdkRectangle rect;

  g_assert_true (rt_line_view_get_place_rect (view, &start, &rect));

  return rect.x;
}

/* Room is kept for the numbers that are to come, so that the text stays where it
 * is; not for whatever somebody announces. */
static void
test_foreseen (void)
{
  g_autoptr (RtLines) lines = rt_made_lines_new_many (50);
  RtMadeLines *made = RT_MADE_LINES (lines);
  RtLineView *view = rt_test_view_new (g_object_ref (lines));
  int narrow, wide;

  rt_line_view_set_show_line_numbers (view, TRUE);
  rt_test_view_draw (view);
  narrow = get_text_x (view);
  rt_line_view_set_lines (view, NULL);
  rt_made_lines_set_share (made, 0.00001);
  rt_line_view_set_lines (view, lines);
  rt_test_view_draw (view);
  wide = get_text_x (view);
  g_assert_cmpint (wide, >, narrow);

  rt_made_lines_set_share (made, 0.4);
  rt_made_lines_grow (made, 2000000);
  rt_test_view_draw (view);
  g_assert_cmpint (get_text_x (view), ==, wide);
  rt_made_lines_set_share (made, 1);
  rt_made_lines_grow (made, 5000000);
  rt_test_view_draw (view);
  g_assert_cmpint (get_text_x (view), ==, wide);

  rt_made_lines_set_share (made, 1e-300);
  rt_made_lines_grow (made, 5000001);
  rt_test_view_draw (view);
  g_assert_cmpint (get_text_x (view), <, 2 * wide);
  rt_test_view_destroy (view);
}

/* The end of many lines is exactly there, and little was read for it. */
static void
test_many (void)
{
  g_autoptr (RtLines) lines = rt_made_lines_new_many (MANY);
  RtLineView *view = rt_test_view_new (g_object_ref (lines));
  GtkAdjustment *vertical = get_vertical (view);
  RtPlace top, end = { MANY - 1, 40 };
  GdkRectangle rect;

  assert_shown (view, "line 0000000000 ");
  gtk_adjustment_set_value (vertical, gtk_adjustment_get_upper (vertical));
  rt_test_view_draw (view);
  assert_shown (view, "line 0009999999 ");
  g_assert_true (rt_line_view_get_place_rect (view, &end, &rect));
  g_assert_cmpint (rect.y + rect.height, ==, gtk_widget_get_height (GTK_WIDGET (view)));

  rt_line_view_scroll_to (view, &(RtPlace) { MANY / 2, 0 });
  rt_test_view_draw (view);
  assert_shown (view, "line 0005000000 ");
  rt_line_view_get_top (view, &top);
  g_assert_cmpuint (top.line, >, MANY / 2 - 60);
  g_assert_cmpuint (rt_made_lines_take_read (RT_MADE_LINES (lines)), <, 100 * 1024);
  rt_test_view_destroy (view);
}

static void
test_copy (void)
{
  RtLineView *view = rt_test_view_new (rt_made_lines_new_many (MANY));
  g_autofree char *text = NULL;

  rt_line_view_select (view, &(RtPlace) { 1000, 5 }, &(RtPlace) { 101000, 15 });
  rt_line_view_copy (view);
  text = rt_test_dup_clipboard (gtk_widget_get_clipboard (GTK_WIDGET (view)));
  g_assert_cmpuint (strlen (text), ==, 100000 * 41 + 10);
  g_assert_true (g_str_has_prefix (text, "0000001000 abc"));
  g_assert_true (g_str_has_suffix (text, "vwx\nline 0000101000"));
  rt_test_view_destroy (view);
}

/* Each place is where it is drawn. */
static void
check_round_trip (RtLineView *view,
                  guint64     line,
                  guint64     length)
{
  for (guint64 byte = 0; byte <= length; byte++)
    {
      RtPlace place = { line, byte };
      RtPlace back;
      GdkRectangle rect;

      if (!rt_line_view_get_place_rect (view, &place, &rect))
        continue;
      rt_line_view_get_place_at (view, rect.x + 1, rect.y + rect.height / 2, &back);
      g_assert_cmpuint (back.line, ==, line);
      if (back.byte != byte)
        {
          GdkRectangle other;

          /* Within a character: the same place on the screen. */
          g_assert_true (rt_line_view_get_place_rect (view, &back, &other));
          g_assert_cmpint (other.x, ==, rect.x);
        }
    }
}

static void
test_places (void)
{
  const char text[] = "first\n"
                      "\ta\tb \303\244\344\270\255 caf\351 \342\200\256 \001\n"
                      "last";
  RtLineView *view = rt_test_view_new (rt_made_lines_new_text (text, sizeof text - 1));
  GdkRectangle rect;
  RtPlace place;

  for (guint numbers = 0; numbers < 2; numbers++)
    for (guint wrap = 0; wrap < 2; wrap++)
      {
        rt_line_view_set_show_line_numbers (view, numbers);
        rt_line_view_set_wrap (view, wrap);
        rt_test_view_draw (view);
        check_round_trip (view, 0, 5);
        check_round_trip (view, 1, 22);
        check_round_trip (view, 2, 4);
      }
  assert_shown (view, "        a       b ä中 caf\\xE9 [RLO] ");
  g_assert_true (rt_line_view_get_place_rect (view, &(RtPlace) { 2, 0 }, &rect));
  rt_line_view_get_place_at (view, 700, rect.y + 2, &place);
  assert_place (&place, 2, 4);
  rt_line_view_get_place_at (view, 700, 500, &place);
  assert_place (&place, 2, 4);
  rt_line_view_get_place_at (view, -50, -50, &place);
  assert_place (&place, 0, 0);
  rt_test_view_destroy (view);
}

static void
test_keys (void)
{
  RtLineView *view =
    rt_test_view_new (rt_made_lines_new_text ("one two\n\nthree_3 \303\244x\nend", -1));
  RtPlace from, to;

  rt_test_view_key (view, GDK_KEY_Right, 0);
  assert_caret (view, 0, 1);
  rt_test_view_key (view, GDK_KEY_Right, GDK_CONTROL_MASK);
  assert_caret (view, 0, 3);
  rt_test_view_key (view, GDK_KEY_End, 0);
  assert_caret (view, 0, 7);
  rt_test_view_key (view, GDK_KEY_Down, 0);
  assert_caret (view, 1, 0);
  rt_test_view_key (view, GDK_KEY_Down, 0); /* where it came from */
  assert_caret (view, 2, 7);
  rt_test_view_key (view, GDK_KEY_Right, 0);
  rt_test_view_key (view, GDK_KEY_Right, 0);
  assert_caret (view, 2, 10);
  rt_test_view_key (view, GDK_KEY_Left, 0);
  assert_caret (view, 2, 8);
  rt_test_view_key (view, GDK_KEY_Left, GDK_CONTROL_MASK);
  assert_caret (view, 2, 0);
  rt_test_view_key (view, GDK_KEY_Left, 0);
  assert_caret (view, 1, 0);
  rt_test_view_key (view, GDK_KEY_End, GDK_CONTROL_MASK);
  assert_caret (view, 3, 3);
  rt_test_view_key (view, GDK_KEY_Right, 0);
  assert_caret (view, 3, 3);
  rt_test_view_key (view, GDK_KEY_Home, GDK_CONTROL_MASK | GDK_SHIFT_MASK);
  g_assert_true (rt_line_view_get_selection (view, &from, &to));
  assert_place (&from, 0, 0);
  assert_place (&to, 3, 3);
  rt_test_view_key (view, GDK_KEY_Escape, 0);
  g_assert_false (rt_line_view_get_selection (view, &from, &to));
  rt_test_view_key (view, GDK_KEY_Down, GDK_SHIFT_MASK);
  g_assert_true (rt_line_view_get_selection (view, &from, &to));
  rt_test_view_key (view, GDK_KEY_Right, 0); /* to the end of the selection */
  assert_caret (view, 1, 0);
  rt_test_view_destroy (view);
}

/* The caret is never out of sight after a key. */
static void
test_paging (void)
{
  RtLineView *view = rt_test_view_new (rt_made_lines_new_many (MANY));
  GdkRectangle rect;
  RtPlace caret;

  for (guint i = 0; i < 5; i++)
    rt_test_view_key (view, GDK_KEY_Page_Down, 0);
  rt_test_view_draw (view);
  rt_line_view_get_caret (view, &caret);
  g_assert_cmpuint (caret.line, >, 100);
  g_assert_true (rt_line_view_get_place_rect (view, &caret, &rect));
  rt_test_view_key (view, GDK_KEY_End, GDK_CONTROL_MASK);
  rt_test_view_key (view, GDK_KEY_Page_Up, GDK_SHIFT_MASK);
  rt_test_view_draw (view);
  rt_line_view_get_caret (view, &caret);
  g_assert_cmpuint (caret.line, <, MANY - 20);
  g_assert_true (rt_line_view_get_place_rect (view, &caret, &rect));
  rt_test_view_destroy (view);
}

/* Sideways over 100 MB: what is at the place is shown, exactly. */
static void
test_long_line (void)
{
  g_autoptr (RtLines) lines = rt_made_lines_new_long ("0123456789", LONG);
  RtLineView *view = rt_test_view_new (g_object_ref (lines));
  GtkAdjustment *horizontal = get_horizontal (view);
  RtPlace place = { 0, LONG / 2 };
  GdkRectangle rect;

  rt_made_lines_take_read (RT_MADE_LINES (lines));
  rt_line_view_scroll_to (view, &place);
  rt_test_view_draw (view);
  g_assert_true (rt_line_view_get_place_rect (view, &place, &rect));
  check_round_trip (view, 0, 0);
  rt_line_view_get_place_at (view, rect.x + 1, rect.y + 2, &place);
  assert_place (&place, 0, LONG / 2);
  gtk_adjustment_set_value (horizontal, gtk_adjustment_get_upper (horizontal));
  rt_test_view_draw (view);
  place.byte = LONG;
  g_assert_true (rt_line_view_get_place_rect (view, &place, &rect));
  g_assert_cmpuint (rt_made_lines_take_read (RT_MADE_LINES (lines)), <, 100 * 1024);
  rt_test_view_destroy (view);
}

/* The rows of a wrapped line as they are shown, from @top on. */
static guint64
find_end_seen (RtLineView *view)
{
  RtPlace place;

  rt_line_view_get_place_at (view, 5000, gtk_widget_get_height (GTK_WIDGET (view)) - 1, &place);

  return place.byte;
}

static void
test_wrapped_long_line (void)
{
  g_autoptr (RtLines) lines = rt_made_lines_new_long ("{\"key\": \"value\", \"n\": 12}, ", LONG);
  RtLineView *view = rt_test_view_new (g_object_ref (lines));
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (view)));
  GtkAdjustment *vertical = get_vertical (view);
  RtPlace place = { 0, LONG / 2 + 1 };
  RtPlace top, other;
  GdkRectangle rect;

  rt_line_view_set_wrap (view, TRUE);
  rt_test_view_draw (view);
  rt_made_lines_take_read (RT_MADE_LINES (lines));
  rt_line_view_scroll_to (view, &place);
  rt_test_view_draw (view);
  g_assert_true (rt_line_view_get_place_rect (view, &place, &rect));
  rt_line_view_get_place_at (view, rect.x + 1, rect.y + 2, &other);
  assert_place (&other, 0, place.byte);

  /* Narrower: what was at the top still is. */
  rt_line_view_get_top (view, &top);
  gtk_window_set_default_size (window, 500, 600);
  while (gtk_widget_get_width (GTK_WIDGET (view)) > 500)
    g_main_context_iteration (NULL, TRUE);
  rt_test_view_draw (view);
  rt_line_view_get_top (view, &other);
  g_assert_cmpuint (other.byte, <=, top.byte);
  g_assert_cmpuint (top.byte - other.byte, <, 120);

  gtk_adjustment_set_value (vertical, gtk_adjustment_get_upper (vertical));
  rt_test_view_draw (view);
  g_assert_cmpuint (find_end_seen (view), ==, LONG);
  g_assert_cmpuint (rt_made_lines_take_read (RT_MADE_LINES (lines)), <, 2 * 1024 * 1024);
  rt_test_view_destroy (view);
}

/* Every byte is in one row, whatever the way there. */
static void
test_wrapped_rows (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  RtLineView *view;
  GtkAdjustment *vertical;
  RtPlace before = { 0, 0 };

  for (guint i = 0; i < 300; i++)
    g_string_append_printf (text, "%0*d words \303\244\303\266\303\274 and so on, %s\n",
                            (int) (i * 7 % 400) + 1, (int) i, i % 3 ? "\377\377" : "\t\t");
  view = rt_test_view_new (rt_made_lines_new_text (text->str, text->len));
  rt_line_view_set_wrap (view, TRUE);
  rt_test_view_draw (view);
  vertical = get_vertical (view);
  for (double value = 0; value < gtk_adjustment_get_upper (vertical); value += 7)
    {
      RtPlace top;

      gtk_adjustment_set_value (vertical, value);
      rt_line_view_get_top (view, &top);
      g_assert_cmpint (rt_place_compare (&before, &top), <=, 0);
      /* By no more than a row. */
      g_assert_true (top.line == before.line ? top.byte - before.byte < 200
                                             : top.line == before.line + 1 && top.byte == 0);
      before = top;
    }
  assert_shown (view, "0299 words");
  rt_test_view_destroy (view);
}

static void
test_toggle_wrap (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  RtLineView *view;
  RtPlace top, other;

  for (guint i = 0; i < 1000; i++)
    g_string_append_printf (text, "%0*u\n", (int) (i * 31 % 500) + 4, i);
  view = rt_test_view_new (rt_made_lines_new_text (text->str, text->len));
  gtk_adjustment_set_value (get_vertical (view), 500 * 20 + 7);
  rt_test_view_draw (view);
  rt_line_view_get_top (view, &top);
  for (guint i = 0; i < 4; i++)
    {
      gtk_widget_activate_action (GTK_WIDGET (view), "text.wrap", NULL);
      rt_test_view_draw (view);
      rt_line_view_get_top (view, &other);
      assert_place (&other, top.line, top.byte);
    }
  rt_test_view_destroy (view);
}

/* More arrives: what is seen and selected stays, the scrollbar grows. */
static void
test_grow (void)
{
  RtLines *lines = rt_made_lines_new_many (3);
  RtLineView *view = rt_test_view_new (lines);
  GtkAdjustment *vertical = get_vertical (view);
  RtPlace from, to, top;
  double upper;

  rt_line_view_select (view, &(RtPlace) { 0, 5 }, &(RtPlace) { 2, 1 });
  rt_made_lines_grow (RT_MADE_LINES (lines), 5);
  rt_test_view_draw (view);
  assert_shown (view, "line 0000000004 ");
  rt_made_lines_grow (RT_MADE_LINES (lines), 1000);
  rt_test_view_draw (view);
  gtk_adjustment_set_value (vertical, 3000);
  rt_line_view_get_top (view, &top);
  upper = gtk_adjustment_get_upper (vertical);
  rt_made_lines_grow (RT_MADE_LINES (lines), 100000);
  rt_test_view_draw (view);
  g_assert_cmpfloat (gtk_adjustment_get_upper (vertical), >, 50 * upper);
  g_assert_true (rt_line_view_get_selection (view, &from, &to));
  assert_place (&from, 0, 5);
  assert_place (&to, 2, 1);
  rt_line_view_get_top (view, &from);
  assert_place (&from, top.line, top.byte);
  rt_test_view_destroy (view);
}

/* One can go to lines that the view was not told of yet. */
static void
test_grow_untold (void)
{
  g_autoptr (RtLines) lines = rt_made_lines_new_many (50);
  RtLineView *view = rt_test_view_new (g_object_ref (lines));

  rt_line_view_set_wrap (view, TRUE);
  g_signal_handlers_block_matched (lines, G_SIGNAL_MATCH_DATA, 0, 0, NULL, NULL, view);
  rt_made_lines_grow (RT_MADE_LINES (lines), 5000);
  rt_line_view_scroll_to (view, &(RtPlace) { 4000, 0 });
  rt_test_view_draw (view);
  assert_shown (view, "line 0000004000 ");
  rt_made_lines_grow (RT_MADE_LINES (lines), 9000);
  rt_line_view_select (view, &(RtPlace) { 6000, 0 }, &(RtPlace) { 8000, 3 });
  assert_caret (view, 8000, 3);
  rt_test_view_destroy (view);
}

static void
test_grow_last_line (void)
{
  RtLines *lines = rt_made_lines_new_long ("abc", 10);
  RtLineView *view = rt_test_view_new (lines);

  assert_shown (view, "abcabcabca");
  rt_made_lines_grow (RT_MADE_LINES (lines), 20);
  rt_test_view_draw (view);
  assert_shown (view, "abcabcabcabcabcabcab");
  rt_line_view_set_wrap (view, TRUE);
  rt_made_lines_grow (RT_MADE_LINES (lines), 100000);
  rt_test_view_draw (view);
  gtk_adjustment_set_value (get_vertical (view), 1e9);
  rt_test_view_draw (view);
  g_assert_cmpuint (find_end_seen (view), ==, 100000);
  rt_test_view_destroy (view);
}

static void
test_access (void)
{
  RtLineView *view = rt_test_view_new (rt_made_lines_new_text ("one\ntwo\nthree", -1));
  GtkWidget *widget = GTK_WIDGET (view);

  rt_line_view_set_name (view, "Response body");
  gtk_test_accessible_assert_role (widget, GTK_ACCESSIBLE_ROLE_TEXT_BOX);
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_LABEL, "Response body");
  assert_shown (view, "one\ntwo\nthree");
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Line 1 of 3");
  rt_line_view_select (view, &(RtPlace) { 1, 1 }, &(RtPlace) { 1, 3 });
  assert_shown (view, "two");
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Selected: wo");
  rt_test_view_destroy (view);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  rt_test_load_look ();
  g_test_add_func ("/line-view/new-destroy", test_new_destroy);
  g_test_add_func ("/line-view/empty", test_empty);
  g_test_add_func ("/line-view/fixed-width", test_fixed_width);
  g_test_add_func ("/line-view/foreseen", test_foreseen);
  g_test_add_func ("/line-view/many", test_many);
  g_test_add_func ("/line-view/copy", test_copy);
  g_test_add_func ("/line-view/places", test_places);
  g_test_add_func ("/line-view/keys", test_keys);
  g_test_add_func ("/line-view/paging", test_paging);
  g_test_add_func ("/line-view/long-line", test_long_line);
  g_test_add_func ("/line-view/wrapped-long-line", test_wrapped_long_line);
  g_test_add_func ("/line-view/wrapped-rows", test_wrapped_rows);
  g_test_add_func ("/line-view/toggle-wrap", test_toggle_wrap);
  g_test_add_func ("/line-view/grow", test_grow);
  g_test_add_func ("/line-view/grow-untold", test_grow_untold);
  g_test_add_func ("/line-view/grow-last-line", test_grow_last_line);
  g_test_add_func ("/line-view/access", test_access);

  return g_test_run ();
}
