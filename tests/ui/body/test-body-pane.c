/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of body-pane.c: the content in its views. */

#include "config.h"

#include "body-pane.h"

#include "body-viewer.h"
#include "contents.h"
#include "exchanges.h"
#include "line-view.h"
#include "parts-view.h"
#include "widgets.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gstdio.h>
#include <string.h>

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_BODY_PANE);
}

static gboolean
is_ready (gpointer data)
{
  return !rt_body_pane_is_busy (data);
}

static GtkWidget *
show (const char *head,
      const char *content,
      gssize      length)
{
  g_autoptr (RtExchange) exchange = rt_test_exchange_new ("http://e/x", head, content, length);
  GtkWidget *pane = g_object_ref_sink (g_object_new (RT_TYPE_BODY_PANE, "exchange", exchange,
                                                     NULL));

  rt_test_wait (is_ready, pane);

  return pane;
}

static char *
dup_body (GtkWidget *pane)
{
  RtLineView *view = RT_LINE_VIEW (rt_test_find (pane, "Response body"));

  return rt_test_lines_dup (rt_line_view_get_lines (view));
}

static GtkToggleButton *
find_toggle (GtkWidget  *widget,
             const char *label)
{
  if (GTK_IS_TOGGLE_BUTTON (widget) &&
      g_strcmp0 (gtk_button_get_label (GTK_BUTTON (widget)), label) == 0)
    return GTK_TOGGLE_BUTTON (widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkToggleButton *found = find_toggle (child, label);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_json (void)
{
  GtkWidget *pane = show ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n",
                          "{\"b\":1.00}", -1);
  g_autofree char *pretty = dup_body (pane);
  g_autofree char *raw = NULL;

  g_assert_cmpstr (pretty, ==, "{\n  \"b\": 1.00\n}");
  gtk_toggle_button_set_active (find_toggle (pane, "Raw"), TRUE);
  rt_test_wait (is_ready, pane);
  raw = dup_body (pane);
  g_assert_cmpstr (raw, ==, "{\"b\":1.00}");
  rt_test_assert_text (pane, "UTF-8");
  g_assert_finalize_object (pane);
}

static void
test_bad_json (void)
{
  GtkWidget *pane = show ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\n\r\n", "{a}", -1);
  g_autofree char *text = dup_body (pane);

  g_assert_cmpstr (text, ==, "{\na}");
  rt_test_assert_text (pane, "line 1, column 2");
  g_assert_finalize_object (pane);
}

/* However long it is, all of it is there. */
static void
test_long (void)
{
  gsize n = 3 * 1024 * 1024;
  g_autofree char *content = g_malloc (n);
  GtkWidget *pane;
  g_autofree char *all = NULL;

  for (gsize i = 0; i < n; i++)
    content[i] = i % 40000 == 39999 ? '\n' : i % 50 == 0 ? ' ' : 'z';
  pane = show ("HTTP/1.1 200 OK\r\nContent-Type: text/plain\r\n\r\n", content, n);
  all = dup_body (pane);
  g_assert_cmpuint (strlen (all), ==, n);
  g_assert_finalize_object (pane);
}

static void
test_binary (void)
{
  GtkWidget *pane = show ("HTTP/1.1 200 OK\r\n\r\n", "\0\1\2", 3);
  g_autofree char *text = dup_body (pane);

  g_assert_true (g_str_has_prefix (text, "00000000  00 01 02"));
  g_assert_finalize_object (pane);
}

static void
test_image (void)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 30, 20);
  g_autofree char *data = NULL;
  gsize length;
  GtkWidget *pane;

  gdk_pixbuf_fill (pixbuf, 0);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", NULL, NULL));
  pane = show ("HTTP/1.1 200 OK\r\nContent-Type: image/png\r\n\r\n", data, length);
  rt_test_assert_text (pane, "30 × 20 pixels");
  g_assert_finalize_object (pane);
}

static void
test_empty (void)
{
  GtkWidget *pane = show ("HTTP/1.1 204 No Content\r\n\r\n", "", 0);

  rt_test_assert_text (pane, "204 has no body");
  g_assert_finalize_object (pane);
}

/* The text is there from its first byte on, while it still arrives. */
static void
test_running (void)
{
  g_autoptr (RtExchange) exchange = rt_test_exchange_new_running ("http://e/");
  GtkWidget *pane = g_object_new (RT_TYPE_BODY_PANE, "exchange", exchange, NULL);
  GtkWindow *window = rt_test_show (pane);
  g_autofree char *text = NULL;

  rt_test_assert_text (pane, "Nothing has arrived yet.");
  rt_test_exchange_add_head (exchange, "HTTP/1.1 200 OK\r\n\r\n");
  g_assert_true (rt_body_append (rt_exchange_get_body (exchange), "la", 2, NULL));
  g_signal_emit_by_name (exchange, "changed");
  rt_test_assert_text (pane, "2 bytes so far");
  g_assert_true (rt_body_append (rt_exchange_get_body (exchange), "te", 2, NULL));
  rt_exchange_finish (exchange);
  while (g_main_context_iteration (NULL, FALSE) || rt_body_pane_is_busy (RT_BODY_PANE (pane)))
    ;
  text = dup_body (pane);
  g_assert_cmpstr (text, ==, "late");
  gtk_window_destroy (window);
}

/* Another exchange before the first is ready, and the end in the midst. */
static void
test_changes (void)
{
  g_autoptr (RtExchange) first = rt_test_exchange_new ("http://e/", "HTTP/1.1 200 OK\r\n\r\n",
                                                       "first", -1);
  g_autoptr (RtExchange) second = rt_test_exchange_new ("http://e/", "HTTP/1.1 200 OK\r\n\r\n",
                                                        "second", -1);
  GtkWidget *pane = g_object_ref_sink (g_object_new (RT_TYPE_BODY_PANE, "exchange", first, NULL));
  g_autofree char *text = NULL;

  rt_response_pane_set_exchange (RT_RESPONSE_PANE (pane), second);
  rt_test_wait (is_ready, pane);
  text = dup_body (pane);
  g_assert_cmpstr (text, ==, "second");
  rt_response_pane_set_exchange (RT_RESPONSE_PANE (pane), first);
  g_object_run_dispose (G_OBJECT (pane));
  g_object_add_weak_pointer (G_OBJECT (pane), (gpointer *) &pane);
  g_object_unref (pane);
  while (pane != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_checksum (void)
{
  GtkWidget *pane = show ("HTTP/1.1 200 OK\r\nContent-MD5: XUFAKrxLKna5cZ2REBfFkg==\r\n\r\n",
                          "hello", -1);

  gtk_widget_activate_action (pane, "body.checksum", NULL);
  rt_test_wait (is_ready, pane);
  rt_test_assert_text (pane, "2cf24dba5fb0a30e");
  rt_test_assert_text (pane, "Content-MD5");
  g_assert_finalize_object (pane);
}

static GtkWidget *
find_parts (GtkWidget *widget)
{
  GtkWidget *found = RT_IS_PARTS_VIEW (widget) ? widget : NULL;

  for (GtkWidget *child = gtk_widget_get_first_child (widget); found == NULL && child != NULL;
       child = gtk_widget_get_next_sibling (child))
    found = find_parts (child);

  return found;
}

/* What is said of a part is said of its bytes, and is not said of the whole. */
static void
test_part_checksum (void)
{
  static const char text[] = "--b\r\n\r\nhello\r\n--b--\r\n";
  g_autofree char *whole = g_compute_checksum_for_string (G_CHECKSUM_SHA256, text, -1);
  GtkWidget *pane = show ("HTTP/1.1 200 OK\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n",
                          text, -1);
  GtkWidget *view = find_parts (pane);
  GtkWidget *viewer = gtk_widget_get_ancestor (view, RT_TYPE_BODY_VIEWER);

  g_signal_emit_by_name (rt_test_find_as (view, GTK_TYPE_COLUMN_VIEW, "Parts"), "activate", 0);
  gtk_widget_activate_action (pane, "body.checksum", NULL);
  rt_test_wait (is_ready, pane);
  rt_test_assert_text (pane, "SHA-256 of this part: 2cf24dba5fb0a30e");
  gtk_widget_activate_action (viewer, "viewer.leave-part", NULL);
  rt_test_assert_no_text (pane, "2cf24dba5fb0a30e");
  gtk_widget_activate_action (pane, "body.checksum", NULL);
  rt_test_wait (is_ready, pane);
  rt_test_assert_text (pane, whole);
  g_assert_finalize_object (pane);
}

/* The dialog that asks for a file; NULL when there is none. */
static GtkFileChooser *
find_chooser (void)
{
  GListModel *windows = gtk_window_get_toplevels ();

  for (guint i = 0; i < g_list_model_get_n_items (windows); i++)
    {
      g_autoptr (GtkWidget) window = g_list_model_get_item (windows, i);

      if (GTK_IS_FILE_CHOOSER (window))
        return GTK_FILE_CHOOSER (window);
    }

  return NULL;
}

static gboolean
has_file (gpointer path)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (find_chooser ());

  return file != NULL && g_strcmp0 (g_file_peek_path (file), path) == 0;
}

/* Its own folder is read: until then it would undo the choice of another. */
static gboolean
has_any_file (gpointer data)
{
  g_autoptr (GFile) file = gtk_file_chooser_get_file (data);

  return file != NULL;
}

static gboolean
is_there (gpointer path)
{
  return g_file_test (path, G_FILE_TEST_EXISTS);
}

/* Answers the dialog as a person would: the name that is offered, in @folder. */
static void
save_there (const char *folder,
            const char *title,
            const char *name,
            const char *bytes,
            gsize       length)
{
  GtkFileChooser *chooser = find_chooser ();
  g_autofree char *offered = gtk_file_chooser_get_current_name (chooser);
  g_autofree char *path = g_build_filename (folder, name, NULL);
  g_autoptr (GFile) place = g_file_new_for_path (folder);
  g_autofree char *read = NULL;
  gsize n;

  g_assert_cmpstr (gtk_window_get_title (GTK_WINDOW (chooser)), ==, title);
  g_assert_cmpstr (offered, ==, name);
  rt_test_wait (has_any_file, chooser);
  g_assert_true (gtk_file_chooser_set_current_folder (chooser, place, NULL));
  rt_test_wait (has_file, path);
  gtk_dialog_response (GTK_DIALOG (chooser), GTK_RESPONSE_ACCEPT);
  rt_test_wait (is_there, path);
  g_assert_true (g_file_get_contents (path, &read, &n, NULL));
  g_assert_cmpmem (read, n, bytes, length);
  g_assert_cmpint (g_remove (path), ==, 0);
  g_assert_null (find_chooser ());
}

/* Save means what is shown: the whole, or the part under its own name. */
static void
test_save (void)
{
  static const char text[] = "--b\r\nContent-Disposition: form-data; filename=\"../p.txt\"\r\n"
                             "\r\nhe\0llo\r\n--b--\r\n";
  g_autofree char *folder = g_dir_make_tmp ("roundtrip-XXXXXX", NULL);
  GtkWidget *pane = show ("HTTP/1.1 200 OK\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n",
                          text, sizeof text - 1);
  GtkWindow *window = rt_test_show (pane);
  GtkWidget *view = find_parts (pane);
  GtkWidget *viewer = gtk_widget_get_ancestor (view, RT_TYPE_BODY_VIEWER);

  gtk_widget_activate_action (pane, "body.save", NULL);
  save_there (folder, "Save Body as Received", "x", text, sizeof text - 1);
  g_signal_emit_by_name (rt_test_find_as (view, GTK_TYPE_COLUMN_VIEW, "Parts"), "activate", 0);
  gtk_widget_activate_action (pane, "body.save", NULL);
  save_there (folder, "Save Part", "p.txt", "he\0llo", 6);
  gtk_widget_activate_action (viewer, "viewer.leave-part", NULL);
  gtk_widget_activate_action (pane, "body.save", NULL);
  save_there (folder, "Save Body as Received", "x", text, sizeof text - 1);

  /* Not wanted after all: nothing is written, nothing is said. */
  gtk_widget_activate_action (pane, "body.save", NULL);
  gtk_dialog_response (GTK_DIALOG (find_chooser ()), GTK_RESPONSE_CANCEL);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  g_assert_null (find_chooser ());
  rt_test_assert_no_text (pane, "Not saved");
  g_assert_cmpint (g_rmdir (folder), ==, 0);
  g_object_unref (pane);
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/body-pane/new-destroy", test_new_destroy);
  g_test_add_func ("/body-pane/json", test_json);
  g_test_add_func ("/body-pane/bad-json", test_bad_json);
  g_test_add_func ("/body-pane/long", test_long);
  g_test_add_func ("/body-pane/binary", test_binary);
  g_test_add_func ("/body-pane/image", test_image);
  g_test_add_func ("/body-pane/empty", test_empty);
  g_test_add_func ("/body-pane/running", test_running);
  g_test_add_func ("/body-pane/changes", test_changes);
  g_test_add_func ("/body-pane/checksum", test_checksum);
  g_test_add_func ("/body-pane/part-checksum", test_part_checksum);
  g_test_add_func ("/body-pane/save", test_save);

  return g_test_run ();
}
