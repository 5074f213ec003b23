/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns where a row of tabs is scrolled to. Chooses no page. */

#include "tabs.h"

/* A switcher has a tab for each page, in their order. By state it cannot be
 * told: the switcher may hear of the new page only after this. */
static GtkWidget *
find_tab (GtkWidget *switcher,
          GtkStack  *stack)
{
  GtkWidget *chosen = gtk_stack_get_visible_child (stack);
  GtkWidget *tab = gtk_widget_get_first_child (switcher);

  for (GtkWidget *page = gtk_widget_get_first_child (GTK_WIDGET (stack));
       page != NULL && tab != NULL && page != chosen; page = gtk_widget_get_next_sibling (page))
    tab = gtk_widget_get_next_sibling (tab);

  return chosen != NULL ? tab : NULL;
}

static void
show_tab_cb (GtkWidget *switcher)
{
  GtkWidget *scroller = gtk_widget_get_ancestor (switcher, GTK_TYPE_SCROLLED_WINDOW);
  GtkStack *stack = gtk_stack_switcher_get_stack (GTK_STACK_SWITCHER (switcher));
  GtkWidget *tab = stack != NULL ? find_tab (switcher, stack) : NULL;
  graphene_rect_t bounds;

  if (scroller != NULL && tab != NULL && gtk_widget_compute_bounds (tab, switcher, &bounds))
    gtk_adjustment_clamp_page (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)),
                               bounds.origin.x, bounds.origin.x + bounds.size.width);
}

void
rt_tabs_keep_in_sight (GtkStackSwitcher *switcher)
{
  GtkWidget *scroller;

  g_return_if_fail (GTK_IS_STACK_SWITCHER (switcher));

  scroller = gtk_widget_get_ancestor (GTK_WIDGET (switcher), GTK_TYPE_SCROLLED_WINDOW);
  g_return_if_fail (scroller != NULL && gtk_stack_switcher_get_stack (switcher) != NULL);

  g_signal_connect_object (gtk_stack_switcher_get_stack (switcher), "notify::visible-child",
                           G_CALLBACK (show_tab_cb), switcher, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_scrolled_window_get_hadjustment (GTK_SCROLLED_WINDOW (scroller)),
                           "notify::page-size", G_CALLBACK (show_tab_cb), switcher,
                           G_CONNECT_SWAPPED);
}
