/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of parts-view.c: the list, its note, and the bytes of the part that is chosen. */

#include "config.h"

#include "parts-view.h"

#include "contents.h"
#include "widgets.h"

#include <string.h>

typedef struct
{
  guint64 start;
  guint64 length;
  char   *type;
  char   *disposition;
} Chosen;

static void
chosen_cb (RtPartsView *view,
           guint64      start,
           guint64      length,
           const char  *type,
           const char  *disposition,
           Chosen      *chosen)
{
  chosen->start = start;
  chosen->length = length;
  g_free (chosen->type);
  chosen->type = g_strdup (type);
  g_free (chosen->disposition);
  chosen->disposition = g_strdup (disposition);
}

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_PARTS_VIEW);
}

static guint
count_rows (GtkWidget *view)
{
  GtkWidget *list = rt_test_find_as (view, GTK_TYPE_COLUMN_VIEW, "Parts");

  return g_list_model_get_n_items (
    G_LIST_MODEL (gtk_column_view_get_model (GTK_COLUMN_VIEW (list))));
}

static gboolean
is_there (gpointer view)
{
  return !rt_body_page_is_busy (RT_BODY_PAGE (view));
}

static void
test_parts (void)
{
  GtkWidget *view = rt_parts_view_new ();
  GtkWindow *window = rt_test_show (view);
  const char *data = "--b\r\nContent-Disposition: form-data; name=\"pic\"; filename=\"a.png\"\r\n"
                     "Content-Type: image/png\r\n\r\nPNG!\r\n--b\r\n\r\nwords\r\n";
  g_autoptr (RtBodyContent) content =
    rt_test_content_new ("multipart/form-data; boundary=b", data, -1);
  g_autoptr (RtBodyContent) bad = rt_test_content_new ("multipart/form-data", data, -1);
  Chosen chosen = { 0 };
  GtkWidget *list = rt_test_find_as (view, GTK_TYPE_COLUMN_VIEW, "Parts");

  g_signal_connect (view, "part-chosen", G_CALLBACK (chosen_cb), &chosen);
  rt_body_page_show (RT_BODY_PAGE (view), content, RT_BODY_VIEW_PARTS);
  rt_test_wait (is_there, view);
  g_assert_cmpuint (count_rows (view), ==, 2);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  rt_test_assert_text (view, "pic");
  rt_test_assert_text (view, "a.png");
  rt_test_assert_text (view, "image/png");
  rt_test_assert_text (view, "closing delimiter is missing");
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_cmpuint (chosen.start, ==, strstr (data, "PNG!") - data);
  g_assert_cmpuint (chosen.length, ==, 4);
  g_assert_cmpstr (chosen.type, ==, "image/png");
  g_assert_cmpstr (chosen.disposition, ==, "form-data; name=\"pic\"; filename=\"a.png\"");
  g_signal_emit_by_name (list, "activate", 1);
  g_assert_cmpstr (chosen.type, ==, "text/plain");
  g_assert_cmpstr (chosen.disposition, ==, "");
  rt_body_page_show (RT_BODY_PAGE (view), bad, RT_BODY_VIEW_PARTS);
  g_assert_cmpuint (count_rows (view), ==, 0);
  rt_test_assert_text (view, "cannot be told apart");
  g_assert_false (rt_body_page_is_busy (RT_BODY_PAGE (view)));
  rt_body_page_show (RT_BODY_PAGE (view), NULL, RT_BODY_VIEW_PARTS);
  rt_test_assert_no_text (view, "cannot be told apart");
  g_free (chosen.type);
  g_free (chosen.disposition);
  gtk_window_destroy (window);
}

/* A name that no screen should show as it is, and that is saved under none of what
 * stands for its bytes there. */
static void
test_name (void)
{
  GtkWidget *view = rt_parts_view_new ();
  GtkWindow *window = rt_test_show (view);
  const char *data = "--b\r\nContent-Disposition: form-data; filename=\"caf\351 \342\200\256.txt\""
                     "\r\n\r\nwords\r\n--b--";
  g_autoptr (RtBodyContent) content =
    rt_test_content_new ("multipart/form-data; boundary=b", data, -1);
  Chosen chosen = { 0 };
  GtkWidget *list = rt_test_find_as (view, GTK_TYPE_COLUMN_VIEW, "Parts");

  g_signal_connect (view, "part-chosen", G_CALLBACK (chosen_cb), &chosen);
  rt_body_page_show (RT_BODY_PAGE (view), content, RT_BODY_VIEW_PARTS);
  rt_test_wait (is_there, view);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  rt_test_assert_text (view, "caf\\xE9 \\xE2\\x80\\xAE.txt");
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_cmpstr (chosen.disposition, ==,
                   "form-data; filename=\"caf\351 \342\200\256.txt\"");
  g_free (chosen.type);
  g_free (chosen.disposition);
  gtk_window_destroy (window);
}

static gboolean
has_all (gpointer view)
{
  g_autofree char *text = rt_test_dup_text (view);

  return strstr (text, "10 bytes") != NULL;
}

/* The last part grows in the list; it can be chosen when it has an end. */
static void
test_arriving (void)
{
  GtkWidget *view = rt_parts_view_new ();
  GtkWindow *window = rt_test_show (view);
  const char *data = "--b\r\n\r\n12345678\r\n--b\r\n\r\nabcdefghij\r\n--b--\r\n";
  const gsize half = strstr (data, "ij") - data;
  g_autoptr (RtBodyContent) content = rt_body_content_new ("multipart/mixed; boundary=b");
  GtkWidget *list = rt_test_find_as (view, GTK_TYPE_COLUMN_VIEW, "Parts");
  Chosen chosen = { 0 };

  g_signal_connect (view, "part-chosen", G_CALLBACK (chosen_cb), &chosen);
  rt_test_content_extend (content, data, half, FALSE);
  rt_body_page_show (RT_BODY_PAGE (view), content, RT_BODY_VIEW_PARTS);
  g_assert_cmpuint (count_rows (view), ==, 2);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  rt_test_assert_text (view, "8 bytes");
  rt_test_assert_no_text (view, "10 bytes");
  g_signal_emit_by_name (list, "activate", 1);
  g_assert_null (chosen.type);
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_cmpuint (chosen.length, ==, 8);
  rt_test_content_extend (content, data, -1, TRUE);
  rt_test_wait (has_all, view);
  g_assert_cmpuint (count_rows (view), ==, 2);
  g_signal_emit_by_name (list, "activate", 1);
  g_assert_cmpuint (chosen.length, ==, 10);
  g_free (chosen.type);
  g_free (chosen.disposition);
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/parts-view/new-destroy", test_new_destroy);
  g_test_add_func ("/parts-view/parts", test_parts);
  g_test_add_func ("/parts-view/name", test_name);
  g_test_add_func ("/parts-view/arriving", test_arriving);

  return g_test_run ();
}
