/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtWindow, learning: codes side by side. */

#include "config.h"

#include "window-private.h"

#include <glib/gi18n-lib.h>

static gboolean
is_shown (RtWindow   *self,
          const char *name)
{
  return g_strcmp0 (gtk_stack_get_visible_child_name (self->result_stack), name) == 0;
}

/* Codes side by side. Their page and the pages of codes lead to each other, and
 * back to where each was opened. */

static void
show_look_alikes (RtWindow *self)
{
  gtk_stack_set_visible_child_name (self->result_stack, "look-alikes");
  self->sidebar_wanted = FALSE;
  rt_window_update (self);
}

static void
look_alikes_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);

  if (!is_shown (self, "look-alikes"))
    self->look_alikes_from = is_shown (self, "code") ? rt_code_page_get_code (self->code_page) : 0;
  rt_look_alikes_page_show (self->look_alikes_page, g_variant_get_string (parameter, NULL));
  show_look_alikes (self);
}

static void
look_alikes_back_cb (RtWindow *self)
{
  if (self->look_alikes_from != 0)
    rt_window_show_code (self, self->look_alikes_from);
  else
    rt_window_show_response (self);
}

static void
look_alikes_code_cb (RtWindow *self,
                     int       code)
{
  rt_window_show_code (self, code);
  rt_code_page_set_back (self->code_page, _("Back to the Comparison"));
  self->code_from_look_alikes = TRUE;
}

void
rt_window_leave_code (RtWindow *self)
{
  if (self->code_from_look_alikes)
    show_look_alikes (self);
  else
    rt_window_show_response (self);
}

static void
look_alikes_try_cb (RtWindow *self,
                    int       code)
{
  rt_window_try_code (self, code);
}

static void
look_alikes_trail_cb (RtWindow *self,
                      RtTrail  *trail)
{
  AdwToast *toast = adw_toast_new (_("A trail of the comparison"));

  rt_window_set_trail (self, trail);
  adw_toast_set_button_label (toast, _("_Back to It"));
  adw_toast_set_action_name (toast, "win.look-alikes");
  adw_toast_set_action_target (toast, "s", "");
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

static void
add_look_alikes (RtWindow *self)
{
  GtkWidget *page = rt_look_alikes_page_new ();

  self->look_alikes_page = RT_LOOK_ALIKES_PAGE (page);
  rt_look_alikes_page_set_catalogue (self->look_alikes_page, self->catalogue, self->engine,
                                     rt_playground_get_http_origin (self->playground));
  g_signal_connect_object (page, "back", G_CALLBACK (look_alikes_back_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "finished", G_CALLBACK (rt_window_mark_seen), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "show-code", G_CALLBACK (look_alikes_code_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "show-trail", G_CALLBACK (look_alikes_trail_cb), self,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "try-code", G_CALLBACK (look_alikes_try_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->result_stack, page, "look-alikes");
}

gboolean
rt_window_has_room_for_request (RtWindow *self)
{
  return !is_shown (self, "look-alikes");
}

void
rt_window_class_install_learn_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.look-alikes", "s", look_alikes_action);
}

void
rt_window_add_learning (RtWindow *self)
{
  add_look_alikes (self);
  g_signal_connect_object (self->result_stack, "notify::visible-child",
                           G_CALLBACK (rt_window_update), self, G_CONNECT_SWAPPED);
}
