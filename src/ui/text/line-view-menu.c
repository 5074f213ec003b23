/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The context menu. */

#include "config.h"

#include "line-view-private.h"

#include <glib/gi18n-lib.h>

static GMenuModel *
create_menu (void)
{
  GMenu *menu = g_menu_new ();
  g_autoptr (GMenu) selection = g_menu_new ();
  g_autoptr (GMenu) places = g_menu_new ();
  g_autoptr (GMenu) look = g_menu_new ();

  g_menu_append (selection, _("_Copy"), "text.copy");
  g_menu_append (selection, _("Select _All"), "text.select-all");
  g_menu_append (places, _("_Find…"), "text.find");
  g_menu_append (places, _("_Go to Line…"), "text.go-to-line");
  g_menu_append (look, _("_Wrap Lines"), "text.wrap");
  g_menu_append_section (menu, NULL, G_MENU_MODEL (selection));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (places));
  g_menu_append_section (menu, NULL, G_MENU_MODEL (look));

  return G_MENU_MODEL (menu);
}

void
rt_line_view_popup_menu (RtLineView *self,
                         double      x,
                         double      y)
{
  GdkRectangle rect = { (int) x, (int) y, 1, 1 };

  if (self->popover == NULL)
    {
      g_autoptr (GMenuModel) menu = create_menu ();

      self->popover = gtk_popover_menu_new_from_model (menu);
      gtk_popover_set_has_arrow (GTK_POPOVER (self->popover), FALSE);
      gtk_popover_set_position (GTK_POPOVER (self->popover), GTK_POS_BOTTOM);
      gtk_widget_set_halign (self->popover, GTK_ALIGN_START);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &rect);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}
