/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of parts-view.c: the list, its note, and the bytes of the part that is chosen. */

#include "config.h"

#include "parts-view.h"

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

static void
test_parts (void)
{
  GtkWidget *view = rt_parts_view_new ();
  GtkWindow *window = rt_test_show (view);
  const char *data = "--b\r\nContent-Disposition: form-data; name=\"pic\"; filename=\"a.png\"\r\n"
                     "Content-Type: image/png\r\n\r\nPNG!\r\n--b\r\n\r\nwords\r\n";
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, strlen (data));
  g_autoptr (RtMediaType) type = rt_media_type_parse ("multipart/form-data; boundary=b");
  Chosen chosen = { 0 };
  GtkWidget *list;

  g_signal_connect (view, "part-chosen", G_CALLBACK (chosen_cb), &chosen);
  rt_parts_view_set_bytes (RT_PARTS_VIEW (view), bytes, type);
  g_assert_cmpuint (rt_parts_view_get_n (RT_PARTS_VIEW (view)), ==, 2);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  rt_test_assert_text (view, "pic");
  rt_test_assert_text (view, "a.png");
  rt_test_assert_text (view, "image/png");
  rt_test_assert_text (view, "closing delimiter is missing");
  list = rt_test_find_as (view, GTK_TYPE_COLUMN_VIEW, "Parts");
  g_signal_emit_by_name (list, "activate", 0);
  g_assert_cmpuint (chosen.start, ==, strstr (data, "PNG!") - data);
  g_assert_cmpuint (chosen.length, ==, 4);
  g_assert_cmpstr (chosen.type, ==, "image/png");
  g_assert_cmpstr (chosen.disposition, ==, "form-data; name=\"pic\"; filename=\"a.png\"");
  g_signal_emit_by_name (list, "activate", 1);
  g_assert_cmpstr (chosen.type, ==, "text/plain");
  g_assert_cmpstr (chosen.disposition, ==, "");
  rt_parts_view_set_bytes (RT_PARTS_VIEW (view), bytes, NULL);
  g_assert_cmpuint (rt_parts_view_get_n (RT_PARTS_VIEW (view)), ==, 0);
  rt_test_assert_text (view, "cannot be told apart");
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

  return g_test_run ();
}
