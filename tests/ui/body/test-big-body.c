/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A hundred megabytes in the Body pane: scrolled, selected, copied, found,
 * resized and seen in every view, also while they still arrive. All that is
 * asserted is content; how long it takes is the benchmark's part.
 */

#include "config.h"

#include "body-pane.h"

#include "big-bodies.h"
#include "exchanges.h"
#include "find-bar.h"
#include "line-view-private.h"
#include "views.h"
#include "widgets.h"

#include <string.h>

typedef struct
{
  RtTestBig  *big;
  RtExchange *exchange;
  GtkWidget  *pane;
  GtkWindow  *window;
  RtLineView *view;  /* NULL while the tree is shown for the first time */
  gsize       sent;
  guint64     wanted;
  int         width;
} Fixture;

static gboolean
is_ready (gpointer data)
{
  return !rt_body_pane_is_busy (RT_BODY_PANE (((Fixture *) data)->pane));
}

static RtLines *
get_lines (Fixture *fixture)
{
  return rt_line_view_get_lines (fixture->view);
}

/* The window goes on living while the bytes come. */
static void
send (Fixture *fixture,
      gsize    end)
{
  RtBody *body = rt_exchange_get_body (fixture->exchange);

  while (fixture->sent < end)
    {
      gsize n = MIN (1024 * 1024, end - fixture->sent);

      g_assert_true (rt_body_append (body, fixture->big->data + fixture->sent, n, NULL));
      fixture->sent += n;
      g_signal_emit_by_name (fixture->exchange, "changed");
      g_main_context_iteration (NULL, FALSE);
    }
}

static void
send_rest (Fixture *fixture)
{
  send (fixture, fixture->big->length);
  rt_exchange_finish (fixture->exchange);
  rt_test_wait (is_ready, fixture);
}

static void
set_up (Fixture    *fixture,
        RtTestBig  *big,
        const char *media_type,
        gsize       end)
{
  g_autofree char *head = g_strdup_printf ("HTTP/1.1 200 OK\r\nContent-Type: %s\r\n\r\n",
                                           media_type);

  *fixture = (Fixture) { .big = big };
  fixture->exchange = rt_test_exchange_new_running ("http://e/");
  fixture->pane = g_object_new (RT_TYPE_BODY_PANE, "exchange", fixture->exchange, NULL);
  fixture->window = rt_test_show (fixture->pane);
  rt_test_exchange_add_head (fixture->exchange, head);
  send (fixture, end);
  fixture->view = RT_LINE_VIEW (rt_test_find (fixture->pane, "Response body"));
}

static void
tear_down (Fixture *fixture)
{
  gtk_window_destroy (fixture->window);
  g_clear_object (&fixture->exchange);
  rt_test_big_free (fixture->big);
}

/* Those that the view was told of: it hears of them some time after they are there. */
static gboolean
has_lines (gpointer data)
{
  Fixture *fixture = data;

  return fixture->view->n_lines >= fixture->wanted;
}

static void
await_lines (Fixture *fixture,
             guint64  n)
{
  fixture->wanted = n;
  rt_test_wait (has_lines, fixture);
}

static void
choose (Fixture    *fixture,
        const char *view)
{
  GtkWidget *stack = gtk_widget_get_parent (GTK_WIDGET (fixture->view));

  gtk_widget_activate_action (stack, "viewer.view", "s", view);
}

static void
assert_shown (Fixture    *fixture,
              const char *text)
{
  g_autofree char *shown = rt_test_view_dup_shown (fixture->view);

  if (strstr (shown, text) == NULL)
    g_error ("“%s” is not in:\n%s", text, shown);
}

static void
scroll_to (Fixture *fixture,
           guint64  line,
           guint64  byte)
{
  rt_line_view_scroll_to (fixture->view, &(RtPlace) { line, byte });
  rt_test_view_draw (fixture->view);
}

static void
assert_line_shown (Fixture *fixture,
                   guint64  line)
{
  g_autofree char *text = rt_test_big_dup_start (line);

  assert_shown (fixture, text);
}

static void
assert_text (Fixture    *fixture,
             guint64     line,
             const char *expected)
{
  g_autoptr (GString) text = g_string_new (NULL);

  rt_lines_read (get_lines (fixture), line, 0, 4096, text);
  g_assert_cmpstr (text->str, ==, expected);
}

/* What is selected, from the clipboard. */
static char *
copy (Fixture *fixture)
{
  gtk_widget_activate_action (GTK_WIDGET (fixture->view), "text.copy", NULL);

  return rt_test_dup_clipboard (gtk_widget_get_clipboard (fixture->pane));
}

/* From within one line to within another, which a log has at known bytes. */
static void
check_log_copy (Fixture *fixture,
                guint64  first,
                guint64  last)
{
  gsize start = first * RT_TEST_LOG_LINE + 5;
  gsize length = last * RT_TEST_LOG_LINE + 12 - start;
  g_autofree char *text = NULL;

  rt_line_view_select (fixture->view, &(RtPlace) { first, 5 }, &(RtPlace) { last, 12 });
  text = copy (fixture);
  g_assert_cmpuint (strlen (text), ==, length);
  g_assert_cmpint (memcmp (text, fixture->big->data + start, length), ==, 0);
}

static RtFindBar *
open_find (Fixture *fixture)
{
  GtkWidget *entry;

  rt_body_pane_find (RT_BODY_PANE (fixture->pane));
  entry = rt_test_find_as (fixture->pane, GTK_TYPE_ENTRY, "Find in the text");

  return RT_FIND_BAR (gtk_widget_get_ancestor (entry, RT_TYPE_FIND_BAR));
}

static gboolean
is_counted (gpointer data)
{
  return strstr (rt_find_bar_get_count (data), "…") == NULL;
}

static void
type_find (Fixture    *fixture,
           const char *pattern)
{
  GtkWidget *entry = rt_test_find_as (fixture->pane, GTK_TYPE_ENTRY, "Find in the text");

  gtk_editable_set_text (GTK_EDITABLE (entry), pattern);
}

static void
find (Fixture    *fixture,
      const char *pattern,
      const char *count)
{
  RtFindBar *bar = open_find (fixture);

  type_find (fixture, pattern);
  rt_test_wait (is_counted, bar);
  g_assert_cmpstr (rt_find_bar_get_count (bar), ==, count);
}

static void
assert_found (Fixture *fixture,
              guint64  line,
              guint64  byte)
{
  RtPlace from, to;

  g_assert_true (rt_line_view_get_selection (fixture->view, &from, &to));
  g_assert_cmpuint (from.line, ==, line);
  g_assert_cmpuint (from.byte, ==, byte);
}

static gboolean
has_width (gpointer data)
{
  Fixture *fixture = data;

  return gtk_widget_get_width (GTK_WIDGET (fixture->window)) == fixture->width;
}

static void
resize (Fixture *fixture,
        int      width)
{
  fixture->width = width;
  gtk_window_set_default_size (fixture->window, width, 700);
  rt_test_wait (has_width, fixture);
  rt_test_view_draw (fixture->view);
}

/* Whatever the width, the line at the top stays there, and all of it is seen. */
static void
check_resize (Fixture *fixture,
              guint64  line)
{
  g_autofree char *text = g_strndup (fixture->big->data + line * RT_TEST_LOG_LINE,
                                     RT_TEST_LOG_LINE);
  static const int widths[] = { 420, 1100, 500, 600 };
  RtPlace top;

  scroll_to (fixture, 0, 0);
  scroll_to (fixture, line, 0);
  rt_line_view_get_top (fixture->view, &top);
  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    {
      RtPlace now;

      resize (fixture, widths[i]);
      rt_line_view_get_top (fixture->view, &now);
      g_assert_cmpuint (now.line, ==, top.line);
      rt_line_view_scroll_to (fixture->view, &(RtPlace) { line, 0 });
      assert_shown (fixture, text);
    }
}

/* What can be done with the first part while the rest is on its way. */
static void
check_part (Fixture *fixture)
{
  RtPlace from, to, top;

  await_lines (fixture, 300000);
  scroll_to (fixture, 150000, 0);
  assert_line_shown (fixture, 150000);
  check_log_copy (fixture, 150010, 250020);
  rt_line_view_get_top (fixture->view, &top);
  send (fixture, 60 * 1024 * 1024);
  await_lines (fixture, 600000);
  rt_line_view_get_selection (fixture->view, &from, &to);
  g_assert_cmpuint (from.line, ==, 150010);
  g_assert_cmpuint (to.line, ==, 250020);
  rt_line_view_get_top (fixture->view, &from);
  g_assert_cmpuint (from.line, ==, top.line);
  rt_test_assert_text (fixture->pane, "so far");
  rt_test_view_key (fixture->view, GDK_KEY_End, GDK_CONTROL_MASK);
  rt_line_view_get_caret (fixture->view, &to);
  assert_line_shown (fixture, to.line - 1);
}

/* The count grows with the text; what was found first stays the first. */
static void
check_growing_find (Fixture *fixture)
{
  RtFindBar *bar;

  scroll_to (fixture, 0, 0);
  rt_line_view_select (fixture->view, &(RtPlace) { 0, 0 }, &(RtPlace) { 0, 0 });
  bar = open_find (fixture);
  type_find (fixture, "marker");
  send_rest (fixture);
  rt_test_wait (is_counted, bar);
  g_assert_cmpstr (rt_find_bar_get_count (bar), ==, "1 of 1050");
  assert_found (fixture, 0, RT_TEST_LOG_MARK);
}

static void
check_log_ends (Fixture *fixture)
{
  guint64 last = fixture->big->n - 1;
  g_autofree char *text = g_strndup (fixture->big->data + last * RT_TEST_LOG_LINE,
                                     RT_TEST_LOG_LINE - 1);

  g_assert_cmpuint (rt_lines_get_n_lines (get_lines (fixture)), ==, fixture->big->n);
  assert_text (fixture, last, text);
  rt_test_view_key (fixture->view, GDK_KEY_End, GDK_CONTROL_MASK);
  assert_line_shown (fixture, last);
  rt_test_view_key (fixture->view, GDK_KEY_Home, GDK_CONTROL_MASK);
  assert_line_shown (fixture, 0);
  scroll_to (fixture, last / 2, 0);
  assert_line_shown (fixture, last / 2);
}

static void
check_log_find (Fixture *fixture)
{
  RtFindBar *bar = open_find (fixture);

  rt_test_wait (is_counted, bar);
  rt_find_bar_go (bar, TRUE);
  g_assert_cmpstr (rt_find_bar_get_count (bar), ==, "1050 of 1050");
  assert_line_shown (fixture, 1049000);
  find (fixture, "needle", "1 of 1");
  assert_found (fixture, fixture->big->n - 10, RT_TEST_LOG_MARK);
  assert_line_shown (fixture, fixture->big->n - 10);
  find (fixture, "nowhere to be found", "No matches");
  rt_find_bar_close (bar);
}

static void
test_log (void)
{
  Fixture fixture;
  g_autofree char *all = NULL;

  set_up (&fixture, rt_test_big_new_log (), "text/plain; charset=utf-8", 40 * 1024 * 1024);
  check_part (&fixture);
  check_growing_find (&fixture);
  check_log_find (&fixture);
  check_log_ends (&fixture);
  check_log_copy (&fixture, 900000, 1000100);
  check_resize (&fixture, 777777);
  gtk_widget_activate_action (GTK_WIDGET (fixture.view), "viewer.wrap", NULL);
  check_log_ends (&fixture);
  resize (&fixture, 500);
  assert_line_shown (&fixture, (fixture.big->n - 1) / 2);
  tear_down (&fixture);
}

/* Each byte is where it was sent. */
static void
check_hex (Fixture *fixture)
{
  gsize last = (fixture->big->length - 1) / 16;
  g_autofree char *offset = g_strdup_printf ("%08zx  ", last * 16);

  choose (fixture, "hex");
  rt_test_wait (is_ready, fixture);
  g_assert_cmpuint (rt_lines_get_n_lines (get_lines (fixture)), ==, last + 1);
  rt_test_view_key (fixture->view, GDK_KEY_End, GDK_CONTROL_MASK);
  assert_shown (fixture, offset);
  scroll_to (fixture, last / 2, 0);
  g_clear_pointer (&offset, g_free);
  offset = g_strdup_printf ("%08zx  ", last / 2 * 16);
  assert_shown (fixture, offset);
}

/* 100 MB on one line: any place of it is reached, wrapped or not. */
static void
check_one_line (Fixture *fixture)
{
  guint64 places[] = { fixture->big->n - 1, fixture->big->n / 2, 0 };

  choose (fixture, "raw");
  rt_test_wait (is_ready, fixture);
  g_assert_cmpuint (rt_lines_get_n_lines (get_lines (fixture)), ==, 1);
  g_assert_cmpuint (rt_lines_get_length (get_lines (fixture), 0), ==, fixture->big->length);
  for (guint i = 0; i < 2 * G_N_ELEMENTS (places); i++)
    {
      guint64 record = places[i / 2];
      g_autofree char *key = g_strdup_printf ("\"%07" G_GUINT64_FORMAT "\"", record);

      gtk_widget_activate_action (GTK_WIDGET (fixture->view), "viewer.wrap", NULL);
      scroll_to (fixture, 0, 1 + record * RT_TEST_JSON_RECORD);
      scroll_to (fixture, 0, 1 + record * RT_TEST_JSON_RECORD + 20);
      assert_shown (fixture, key);
      resize (fixture, 500 + 20 * i);
      assert_shown (fixture, key);
    }
}

static void
check_one_line_copy (Fixture *fixture)
{
  gsize start = fixture->big->length / 3;
  gsize length = 12345678;
  g_autofree char *text = NULL;

  rt_line_view_select (fixture->view, &(RtPlace) { 0, start }, &(RtPlace) { 0, start + length });
  text = copy (fixture);
  g_assert_cmpuint (strlen (text), ==, length);
  g_assert_cmpint (memcmp (text, fixture->big->data + start, length), ==, 0);
  find (fixture, "needle", "1 of 1");
  find (fixture, "nowhere to be found", "No matches");
}

static void
check_pretty_copy (Fixture *fixture)
{
  guint64 first = fixture->big->n / 2;
  guint64 n = 12000;
  g_autoptr (GString) expected = g_string_new (NULL);
  g_autofree char *text = NULL;

  for (guint64 i = first; i < first + n; i++)
    rt_test_big_append_pretty (expected, i);
  rt_line_view_select (fixture->view, &(RtPlace) { 1 + first * RT_TEST_JSON_LINES, 0 },
                       &(RtPlace) { 1 + (first + n) * RT_TEST_JSON_LINES, 0 });
  text = copy (fixture);
  g_assert_cmpuint (strlen (text), ==, expected->len);
  g_assert_cmpint (memcmp (text, expected->str, expected->len), ==, 0);
}

static void
check_pretty (Fixture *fixture)
{
  guint64 n = fixture->big->n;
  guint64 needle = 1 + (n - 5) * RT_TEST_JSON_LINES + 7;

  choose (fixture, "pretty");
  rt_test_wait (is_ready, fixture);
  g_assert_cmpuint (rt_lines_get_n_lines (get_lines (fixture)), ==, n * RT_TEST_JSON_LINES + 2);
  assert_text (fixture, 0, "[");
  assert_text (fixture, n * RT_TEST_JSON_LINES + 1, "]");
  assert_text (fixture, 2 + 500000 * RT_TEST_JSON_LINES, "    \"key\": \"0500000\",");
  check_pretty_copy (fixture);
  find (fixture, "needle", "1 of 1");
  assert_found (fixture, needle, 13);
  assert_shown (fixture, "needle");
  rt_find_bar_close (open_find (fixture));
  scroll_to (fixture, 2 + 700000 * RT_TEST_JSON_LINES, 0);
  resize (fixture, 500);
  assert_shown (fixture, "\"key\": \"0700000\",");
}

static GListModel *
get_tree (Fixture *fixture)
{
  GtkWidget *list = rt_test_find (fixture->pane, "Response body tree");

  return G_LIST_MODEL (gtk_list_view_get_model (GTK_LIST_VIEW (list)));
}

static gboolean
has_all_pages (gpointer data)
{
  g_autofree char *text = rt_test_dup_text (((Fixture *) data)->pane);

  return g_list_model_get_n_items (get_tree (data)) == 1001 &&
         strstr (text, "[ ] 1000000 items") != NULL;
}

/* A page of a thousand of the million: the last one opens, its last is chosen. */
static void
check_tree (Fixture *fixture)
{
  GtkWidget *list = rt_test_find (fixture->pane, "Response body tree");
  GListModel *tree = get_tree (fixture);

  rt_test_wait (has_all_pages, fixture);
  rt_test_assert_no_text (fixture->pane, "without an end");
  rt_test_assert_no_text (fixture->pane, "so far");
  g_signal_emit_by_name (list, "activate", 1000);
  g_assert_cmpuint (g_list_model_get_n_items (tree), ==, 2001);
  gtk_widget_activate_action (list, "list.scroll-to-item", "u", 2000);
  gtk_test_widget_wait_for_draw (list);
  gtk_single_selection_set_selected (GTK_SINGLE_SELECTION (tree), 2000);
  rt_test_assert_text (fixture->pane, "$[999999]");
}

static void
check_filter (Fixture *fixture)
{
  GtkWidget *entry = rt_test_find (fixture->pane, "Filter the tree");

  gtk_editable_set_text (GTK_EDITABLE (entry), "$[999995].text");
  g_signal_emit_by_name (entry, "search-changed");
  rt_test_wait (is_ready, fixture);
  rt_test_assert_text (fixture->pane, "1 value fits.");
  rt_test_assert_text (fixture->pane, "needle");
  gtk_editable_set_text (GTK_EDITABLE (entry), "nowhere to be found");
  g_signal_emit_by_name (entry, "search-changed");
  rt_test_wait (is_ready, fixture);
  rt_test_assert_text (fixture->pane, "Nothing fits.");
  gtk_editable_set_text (GTK_EDITABLE (entry), "");
  g_signal_emit_by_name (entry, "search-changed");
}

/* Every view is begun with a part of the body, and left before it is ready. */
static void
test_json (void)
{
  static const char *const views[] = { "tree", "hex", "raw", "pretty", "tree" };
  Fixture fixture;

  set_up (&fixture, rt_test_big_new_json (), "application/json", 20 * 1024 * 1024);
  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      choose (&fixture, views[i]);
      send (&fixture, (30 + 10 * i) * 1024 * 1024);
    }
  rt_test_assert_text (fixture.pane, "items so far");
  send_rest (&fixture);
  check_tree (&fixture);
  check_filter (&fixture);
  check_pretty (&fixture);
  check_one_line (&fixture);
  check_one_line_copy (&fixture);
  check_hex (&fixture);
  tear_down (&fixture);
}

/* The end in the midst of indexing and finding: nothing is left behind. */
static void
test_dispose (void)
{
  static const char *const views[] = { "pretty", "raw", "hex", "tree" };

  for (guint i = 0; i < G_N_ELEMENTS (views); i++)
    {
      Fixture fixture;
      GObject *lines;
      GtkWidget *pane;

      set_up (&fixture, rt_test_big_new_json (), "application/json", 40 * 1024 * 1024);
      lines = G_OBJECT (get_lines (&fixture));
      pane = fixture.pane;
      choose (&fixture, views[i]);
      open_find (&fixture);
      type_find (&fixture, "nowhere to be found");
      send (&fixture, fixture.big->length);
      rt_exchange_finish (fixture.exchange);
      g_object_add_weak_pointer (lines, (gpointer *) &lines);
      g_object_add_weak_pointer (G_OBJECT (pane), (gpointer *) &pane);
      tear_down (&fixture);
      while (lines != NULL || pane != NULL)
        g_main_context_iteration (NULL, TRUE);
    }
}

/* Another exchange in the midst of the first: only the second is seen. */
static void
test_other (void)
{
  g_autoptr (RtExchange) other = rt_test_exchange_new ("http://e/", "HTTP/1.1 200 OK\r\n\r\n",
                                                       "another", -1);
  Fixture fixture;

  set_up (&fixture, rt_test_big_new_log (), "text/plain", 90 * 1024 * 1024);
  open_find (&fixture);
  type_find (&fixture, "needle");
  rt_response_pane_set_exchange (RT_RESPONSE_PANE (fixture.pane), other);
  rt_test_wait (is_ready, &fixture);
  g_assert_cmpuint (rt_lines_get_n_lines (get_lines (&fixture)), ==, 1);
  assert_text (&fixture, 0, "another");
  assert_shown (&fixture, "another");
  find (&fixture, "needle", "No matches");
  find (&fixture, "other", "1 of 1");
  tear_down (&fixture);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/big-body/log", test_log);
  g_test_add_func ("/big-body/json", test_json);
  g_test_add_func ("/big-body/dispose", test_dispose);
  g_test_add_func ("/big-body/other", test_other);

  return g_test_run ();
}
