/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtWindow, next steps: what the Why pane offers changes the request that is
 * edited, says what it changed, sends it, and can be undone.
 */

#include "config.h"

#include "window-private.h"

#include <glib/gi18n-lib.h>

/* What it changed, and the way back. The title of a toast is markup. */
static void
tell_change (RtWindow   *self,
             RtNextStep *step)
{
  g_autofree char *title = g_markup_escape_text (rt_next_step_get_words (step), -1);
  AdwToast *toast = adw_toast_new (title);

  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo-edit");
  adw_toast_set_timeout (toast, 10);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
}

void
rt_window_take_step (RtWindow   *self,
                     RtNextStep *step)
{
  g_autoptr(RtRequest) before = rt_request_copy (self->request);

  rt_waiting_bar_stop (self->waiting_bar);
  rt_next_step_apply (step, self->request);
  g_set_object (&self->before_edit, before);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo-edit", TRUE);
  tell_change (self, step);

  if (rt_next_step_wants_credentials (step))
    rt_request_pane_set_page (self->request_pane, "auth");
  else
    rt_waiting_bar_start (self->waiting_bar, rt_next_step_get_wait (step));
}

/* The step with the id of @parameter; "" is the first. */
static void
next_step_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);
  RtExplanation *explanation = NULL;
  const char *id = g_variant_get_string (parameter, NULL);
  GPtrArray *steps;

  if (self->response_view != NULL)
    explanation = rt_response_view_get_explanation (self->response_view);
  if (explanation == NULL)
    return;

  steps = rt_explanation_get_steps (explanation);
  for (guint i = 0; i < steps->len; i++)
    {
      g_autoptr(RtNextStep) step = g_object_ref (g_ptr_array_index (steps, i));

      if (*id == '\0' || g_str_equal (rt_next_step_get_id (step), id))
        {
          rt_window_take_step (self, step);
          return;
        }
    }
}

void
rt_window_class_install_step_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.next-step", "s", next_step_action);
}
