/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of view-tabs.c: what is offered, what is chosen. */

#include "config.h"

#include "view-tabs.h"

#include "contents.h"
#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_VIEW_TABS);
}

static GtkToggleButton *
get_button (GtkWidget  *tabs,
            RtBodyView  view)
{
  GtkWidget *child = gtk_widget_get_first_child (tabs);

  for (guint i = 0; i < view; i++)
    child = gtk_widget_get_next_sibling (child);

  return GTK_TOGGLE_BUTTON (child);
}

static void
chosen_cb (guint *chosen,
           guint  view)
{
  *chosen = view;
}

static void
test_choice (void)
{
  g_autoptr (RtBodyContent) json = rt_test_content_new ("application/json", "{}", -1);
  GtkWidget *tabs = g_object_ref_sink (g_object_new (RT_TYPE_VIEW_TABS, NULL));
  guint chosen = 99;

  g_signal_connect_swapped (tabs, "chosen", G_CALLBACK (chosen_cb), &chosen);
  rt_view_tabs_set_content (RT_VIEW_TABS (tabs), json);
  for (guint i = 0; i < RT_N_BODY_VIEWS; i++)
    g_assert_true (gtk_widget_get_visible (GTK_WIDGET (get_button (tabs, i))) ==
                   rt_body_content_has_view (json, i));
  rt_view_tabs_set_view (RT_VIEW_TABS (tabs), RT_BODY_VIEW_PRETTY);
  g_assert_cmpuint (chosen, ==, 99);
  g_assert_true (gtk_toggle_button_get_active (get_button (tabs, RT_BODY_VIEW_PRETTY)));
  gtk_toggle_button_set_active (get_button (tabs, RT_BODY_VIEW_TREE), TRUE);
  g_assert_cmpuint (chosen, ==, RT_BODY_VIEW_TREE);
  rt_view_tabs_set_content (RT_VIEW_TABS (tabs), NULL);
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (get_button (tabs, RT_BODY_VIEW_HEX))));
  g_assert_finalize_object (tabs);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/view-tabs/new-destroy", test_new_destroy);
  g_test_add_func ("/view-tabs/choice", test_choice);

  return g_test_run ();
}
