/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of go-to-bar.c: numbers, lines, offsets. */

#include "config.h"

#include "go-to-bar.h"

#include "hex-lines.h"
#include "made-lines.h"
#include "text-page.h"
#include "widgets.h"

static void
test_numbers (void)
{
  static const struct
  {
    const char *text;
    gboolean    hexadecimal;
    gboolean    good;
    guint64     number;
  } cases[] = {
    { "12", FALSE, TRUE, 12 },           { " 1,204 ", FALSE, TRUE, 1204 },
    { "0x1f0", TRUE, TRUE, 0x1f0 },      { "1F0", TRUE, TRUE, 0x1f0 },
    { "496", TRUE, TRUE, 496 },          { "0x1f0", FALSE, FALSE, 0 },
    { "", FALSE, FALSE, 0 },             { "-1", FALSE, FALSE, 0 },
    { "1x", TRUE, FALSE, 0 },            { "99999999999999999999999", FALSE, FALSE, 0 },
    { "0x", TRUE, FALSE, 0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint64 number = 0;

      g_assert_cmpint (rt_go_to_bar_parse_number (cases[i].text, cases[i].hexadecimal, &number),
                       ==, cases[i].good);
      if (cases[i].good)
        g_assert_cmpuint (number, ==, cases[i].number);
    }
}

static GtkWidget *
open_bar (RtTextPage *page,
          const char *text,
          const char *title)
{
  GtkWidget *entry;

  gtk_widget_activate_action (GTK_WIDGET (page), "text.go-to-line", NULL);
  entry = rt_test_find_as (GTK_WIDGET (page), GTK_TYPE_ENTRY, title);
  gtk_editable_set_text (GTK_EDITABLE (entry), text);
  g_signal_emit_by_name (entry, "activate");

  return gtk_widget_get_ancestor (entry, RT_TYPE_GO_TO_BAR);
}

static void
test_line (void)
{
  g_autoptr (RtLines) lines = rt_made_lines_new_many (1000000);
  RtTextPage *page = RT_TEXT_PAGE (rt_text_page_new ());
  RtLineView *view = rt_text_page_get_view (page);
  GtkWindow *window = rt_test_show (GTK_WIDGET (page));
  GdkRectangle rect;
  GtkWidget *bar;
  RtPlace caret;

  rt_line_view_set_lines (view, lines);
  bar = open_bar (page, "500,000", "Go to line");
  g_assert_false (gtk_widget_get_visible (bar));
  rt_line_view_get_caret (view, &caret);
  g_assert_cmpuint (caret.line, ==, 499999);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  g_assert_true (rt_line_view_get_place_rect (view, &caret, &rect));
  bar = open_bar (page, "1000001", "Go to line");
  g_assert_true (gtk_widget_get_visible (bar));
  rt_test_assert_text (bar, "There are ");
  open_bar (page, "x", "Go to line");
  rt_test_assert_text (bar, "Not the number of a line");
  gtk_window_destroy (window);
}

static void
test_offset (void)
{
  g_autoptr (RtLines) lines = rt_made_lines_new_text (
    "00000000  48 54 54 50 2f 31 2e 31  20 32 30 30 20 4f 4b 0d  |HTTP/1.1 200 OK.|\n"
    "00000010  0a                                                |.|", -1);
  RtTextPage *page = RT_TEXT_PAGE (rt_text_page_new ());
  RtLineView *view = rt_text_page_get_view (page);
  GtkWindow *window = rt_test_show (GTK_WIDGET (page));
  RtPlace from, to;

  rt_line_view_set_syntax (view, RT_SYNTAX_HEX);
  rt_line_view_set_lines (view, lines);
  open_bar (page, "0xd", "Go to offset");
  g_assert_true (rt_line_view_get_selection (view, &from, &to));
  g_assert_cmpuint (from.line, ==, 0);
  g_assert_cmpuint (from.byte, ==, 50); /* "4f" */
  open_bar (page, "16", "Go to offset");
  g_assert_true (rt_line_view_get_selection (view, &from, &to));
  g_assert_cmpuint (from.line, ==, 1);
  g_assert_cmpuint (from.byte, ==, 10);
  gtk_window_destroy (window);
}

/* While more is to come, nobody knows where it ends. */
static void
test_arriving (void)
{
  g_autoptr (RtLines) lines = rt_hex_lines_new ();
  g_autoptr (GBytes) bytes = g_bytes_new_static ("0123456789abcdef0", 17);
  RtTextPage *page = RT_TEXT_PAGE (rt_text_page_new ());
  RtLineView *view = rt_text_page_get_view (page);
  GtkWindow *window = rt_test_show (GTK_WIDGET (page));
  GtkWidget *bar;

  rt_hex_lines_extend (RT_HEX_LINES (lines), bytes, FALSE);
  rt_line_view_set_lines (view, lines);
  bar = open_bar (page, "3", "Go to line");
  rt_test_assert_text (bar, "There are 2 lines so far");
  rt_line_view_set_syntax (view, RT_SYNTAX_HEX);
  open_bar (page, "0x20", "Go to offset");
  rt_test_assert_text (bar, "Not there yet");
  rt_hex_lines_extend (RT_HEX_LINES (lines), bytes, TRUE);
  open_bar (page, "0x21", "Go to offset");
  rt_test_assert_text (bar, "The bytes end before that");
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/go-to-bar/numbers", test_numbers);
  g_test_add_func ("/go-to-bar/line", test_line);
  g_test_add_func ("/go-to-bar/offset", test_offset);
  g_test_add_func ("/go-to-bar/arriving", test_arriving);

  return g_test_run ();
}
