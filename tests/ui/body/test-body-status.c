/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of body-status.c. */

#include "config.h"

#include "body-status.h"

#include "contents.h"
#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_BODY_STATUS);
}

static void
test_show (void)
{
  g_autoptr (RtBodyContent) text = rt_test_content_new ("text/plain; charset=koi8-r", "abc", -1);
  g_autoptr (RtBodyContent) bytes = rt_test_content_new ("application/zip", "\001\002", -1);
  GtkWidget *widget = g_object_ref_sink (rt_body_status_new ());
  RtBodyStatus *status = RT_BODY_STATUS (widget);
  GtkWidget *charset = rt_test_find_as (widget, GTK_TYPE_MENU_BUTTON, "Charset");

  rt_body_status_show (status, text, "2 bytes as sent, br");
  rt_test_assert_text (widget, "3 bytes · 2 bytes as sent, br");
  g_assert_cmpstr (gtk_menu_button_get_label (GTK_MENU_BUTTON (charset)), ==, "KOI8-R");
  g_assert_nonnull (gtk_widget_get_tooltip_text (charset));
  g_assert_true (gtk_widget_get_visible (charset));
  rt_body_status_show (status, bytes, NULL);
  rt_test_assert_text (widget, "2 bytes");
  rt_test_assert_no_text (widget, "as sent");
  g_assert_false (gtk_widget_get_visible (charset));
  rt_body_status_show (status, NULL, NULL);
  rt_test_assert_no_text (widget, "bytes");
  g_assert_finalize_object (widget);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/body-status/new-destroy", test_new_destroy);
  g_test_add_func ("/body-status/show", test_show);

  return g_test_run ();
}
