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

static GtkWidget *
find_label (GtkWidget *widget)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    if (GTK_IS_LABEL (child))
      return child;

  return NULL;
}

static gboolean
ask_tooltip (GtkWidget *widget)
{
  GtkTooltip *tooltip = g_object_new (GTK_TYPE_TOOLTIP, NULL);
  gboolean shown = FALSE;

  g_signal_emit_by_name (widget, "query-tooltip", 0, 0, FALSE, tooltip, &shown);
  g_assert_finalize_object (tooltip);

  return shown;
}

/* What may be cut is whole in a tooltip, when there is something. */
static void
test_tooltip (void)
{
  g_autoptr (RtBodyContent) json = rt_test_content_new ("application/json", "[]", -1);
  GtkWidget *widget = g_object_ref_sink (rt_body_status_new ());
  GtkWidget *summary = find_label (widget);

  g_assert_true (gtk_widget_get_has_tooltip (summary));
  g_assert_false (ask_tooltip (summary));
  rt_body_status_show (RT_BODY_STATUS (widget), json, NULL);
  g_assert_true (ask_tooltip (summary));
  g_assert_finalize_object (widget);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/body-status/new-destroy", test_new_destroy);
  g_test_add_func ("/body-status/show", test_show);
  g_test_add_func ("/body-status/tooltip", test_tooltip);

  return g_test_run ();
}
