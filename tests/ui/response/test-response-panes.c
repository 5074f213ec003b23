/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of response-panes.c. */

#include "config.h"

#include "response-panes.h"

#include <adwaita.h>

#include "response-pane.h"
#include "widgets.h"

static void
test_order (void)
{
  GtkStack *stack = g_object_ref_sink (GTK_STACK (gtk_stack_new ()));
  g_autoptr (GPtrArray) parts = g_ptr_array_new ();
  g_autoptr (GString) names = g_string_new (NULL);

  rt_response_panes_add (stack, parts);
  for (guint i = 0; i < parts->len; i++)
    {
      GtkStackPage *page = gtk_stack_get_page (stack, g_ptr_array_index (parts, i));

      g_assert_true (RT_IS_RESPONSE_PANE (g_ptr_array_index (parts, i)));
      g_assert_cmpstr (gtk_stack_page_get_title (page), !=, "");
      g_string_append_printf (names, "%s ", gtk_stack_page_get_name (page));
    }
  g_assert_cmpstr (names->str, ==, "body headers why cookies timing connection wire ");
  g_assert_finalize_object (stack);
}

/* Much is liked, little is needed. */
static void
test_height (void)
{
  GtkWidget *bin = g_object_ref_sink (adw_bin_new ());
  int minimum, natural;

  gtk_widget_set_layout_manager (bin, rt_response_panes_new_layout ());
  adw_bin_set_child (ADW_BIN (bin), gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  gtk_widget_set_size_request (adw_bin_get_child (ADW_BIN (bin)), 50, 40);
  gtk_widget_measure (bin, GTK_ORIENTATION_VERTICAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 40);
  g_assert_cmpint (natural, >, 100);
  gtk_widget_measure (bin, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 50);
  gtk_widget_set_size_request (adw_bin_get_child (ADW_BIN (bin)), 50, 4000);
  gtk_widget_measure (bin, GTK_ORIENTATION_VERTICAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 4000);
  g_assert_finalize_object (bin);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/response-panes/order", test_order);
  g_test_add_func ("/response-panes/height", test_height);

  return g_test_run ();
}
