/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of form-view.c: decoded names and values, and what is wrong with them. */

#include "config.h"

#include "form-view.h"

#include "widgets.h"

#include <string.h>

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_FORM_VIEW);
}

static void
test_fields (void)
{
  GtkWidget *view = rt_form_view_new ();
  GtkWindow *window = rt_test_show (view);
  const char *data = "first+name=Ada&city=Z%C3%BCrich&bad=%zz&flag";
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, strlen (data));

  rt_form_view_set_bytes (RT_FORM_VIEW (view), bytes);
  g_assert_cmpuint (rt_form_view_get_n (RT_FORM_VIEW (view)), ==, 4);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  rt_test_assert_text (view, "first name");
  rt_test_assert_text (view, "Zürich");
  rt_test_assert_text (view, "%zz");
  rt_test_assert_text (view, "two hexadecimal digits");
  rt_test_assert_text (view, "no “=”");
  gtk_widget_activate_action (view, "form.copy-value", NULL);
  rt_form_view_set_bytes (RT_FORM_VIEW (view), NULL);
  g_assert_cmpuint (rt_form_view_get_n (RT_FORM_VIEW (view)), ==, 0);
  gtk_widget_activate_action (view, "form.copy-value", NULL);
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/form-view/new-destroy", test_new_destroy);
  g_test_add_func ("/form-view/fields", test_fields);

  return g_test_run ();
}
