/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtWindow, learning: codes side by side, guessing a status before it is seen,
 * and large type for a hall.
 */

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
  rt_lazy_page_have_child (self->look_alikes_lazy);
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
look_alikes_made_cb (RtWindow  *self,
                     GtkWidget *page)
{
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
}

/* Predict. What is sent is shown when its status was guessed; what a code was
 * asked for by ("Try It", a comparison) is shown at once. Until then the
 * response view does not have the trail, nobody is told of its codes, and what
 * could show it in another way cannot be done. */

static void
enable_while_shown (RtWindow *self)
{
  static const char * const actions[] = {
    "win.compare", "win.copy-ladder", "win.ladder", "win.next-step", "win.repeat",
  };

  for (gsize i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], !self->hiding);
}

static void
reveal (RtWindow *self)
{
  if (!self->hiding)
    return;
  self->hiding = FALSE;
  g_signal_group_set_target (self->guessed, NULL);
  rt_response_view_set_trail (rt_window_have_response_view (self), self->trail);
  if (!rt_trail_is_running (self->trail))
    rt_window_show_outcome (self);
  rt_window_update (self);
}

static void
predict_done_cb (RtWindow *self)
{
  reveal (self);
  rt_window_show_response (self);
}

/* A redirect that waits for the person's decision: it is what can be guessed,
 * and the decision is made where it is shown. */
static void
pending_cb (RtWindow *self)
{
  g_autoptr(RtPending) pending = rt_trail_dup_pending (self->trail);
  int status;

  if (!self->hiding || pending == NULL || pending->kind != RT_PENDING_REDIRECT)
    return;
  status = rt_exchange_get_status (rt_trail_get_exchange (self->trail, pending->position));
  if (status > 0)
    rt_predict_page_set_status (self->predict_page, status);
}

void
rt_window_guess_ended (RtWindow *self)
{
  RtExchange *last = rt_trail_get_last (self->trail);
  int status = last != NULL ? rt_exchange_get_status (last) : 0;

  if (status > 0)
    {
      rt_predict_page_set_status (self->predict_page, status);
      return;
    }
  reveal (self);
  rt_window_show_response (self);
  rt_window_set_message (self, _("No status came, so there was nothing to guess."), FALSE);
}

gboolean
rt_window_hide_trail (RtWindow *self,
                      RtTrail  *trail)
{
  self->hiding = self->predict && !self->known && trail != NULL && rt_trail_is_running (trail);
  g_signal_group_set_target (self->guessed, self->hiding ? trail : NULL);
  if (self->hiding)
    {
      rt_lazy_page_have_child (self->predict_lazy);
      rt_predict_page_start (self->predict_page);
    }

  return self->hiding;
}

static void
set_predict (RtWindow *self,
             gboolean  predict)
{
  if (self->predict == predict)
    return;
  self->predict = predict;
  if (self->hiding)
    predict_done_cb (self);
  g_object_notify (G_OBJECT (self), "predict");
}

static void
predict_made_cb (RtWindow  *self,
                 GtkWidget *page)
{
  self->predict_page = RT_PREDICT_PAGE (page);
  rt_predict_page_set_catalogue (self->predict_page, self->catalogue, self->settings);
  g_signal_connect_object (page, "revealed", G_CALLBACK (reveal), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (page, "done", G_CALLBACK (predict_done_cb), self, G_CONNECT_SWAPPED);
}

/* Projector mode: only what was answered, and large. */

static void
set_projector (RtWindow *self,
               gboolean  projector)
{
  if (self->projector == projector)
    return;
  self->projector = projector;
  self->sidebar_wanted = FALSE;
  if (projector)
    gtk_widget_add_css_class (GTK_WIDGET (self->result_stack), "projector");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->result_stack), "projector");
  rt_window_update (self);
  g_object_notify (G_OBJECT (self), "projector");
}

gboolean
rt_window_leave_projector (RtWindow *self)
{
  gboolean projector = self->projector;

  set_projector (self, FALSE);

  return projector;
}

void
rt_window_uncover_request (RtWindow *self)
{
  rt_window_leave_projector (self);
  if (is_shown (self, "look-alikes"))
    rt_window_show_response (self);
}

void
rt_window_update_learning (RtWindow *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->request_pane),
                          !self->projector && !is_shown (self, "look-alikes"));
  enable_while_shown (self);
}

enum
{
  PROP_0,
  PROP_PREDICT,
  PROP_PROJECTOR,
};

static void
get_property (GObject    *object,
              guint       prop_id,
              GValue     *value,
              GParamSpec *pspec)
{
  RtWindow *self = RT_WINDOW (object);

  switch (prop_id)
    {
    case PROP_PREDICT:
      g_value_set_boolean (value, self->predict);
      break;
    case PROP_PROJECTOR:
      g_value_set_boolean (value, self->projector);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
set_property (GObject      *object,
              guint         prop_id,
              const GValue *value,
              GParamSpec   *pspec)
{
  switch (prop_id)
    {
    case PROP_PREDICT:
      set_predict (RT_WINDOW (object), g_value_get_boolean (value));
      break;
    case PROP_PROJECTOR:
      set_projector (RT_WINDOW (object), g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

/* Switches of a window, so that menus and screen readers see their state. Not
 * kept: the next start is as any other. */
static void
install_switch (GtkWidgetClass *widget_class,
                guint           prop_id,
                const char     *action,
                const char     *name)
{
  g_object_class_install_property (G_OBJECT_CLASS (widget_class), prop_id,
                                   g_param_spec_boolean (name, NULL, NULL, FALSE,
                                                         G_PARAM_READWRITE |
                                                           G_PARAM_STATIC_STRINGS |
                                                           G_PARAM_EXPLICIT_NOTIFY));
  gtk_widget_class_install_property_action (widget_class, action, name);
}

void
rt_window_class_install_learn_actions (GtkWidgetClass *widget_class)
{
  G_OBJECT_CLASS (widget_class)->get_property = get_property;
  G_OBJECT_CLASS (widget_class)->set_property = set_property;
  install_switch (widget_class, PROP_PREDICT, "win.predict", "predict");
  install_switch (widget_class, PROP_PROJECTOR, "win.projector", "projector");
  gtk_widget_class_install_action (widget_class, "win.look-alikes", "s", look_alikes_action);
}

static RtLazyPage *
add_page (RtWindow   *self,
          const char *name,
          GType       type,
          GCallback   made_cb)
{
  GtkWidget *page = rt_lazy_page_new (type);

  g_signal_connect_object (page, "made", made_cb, self, G_CONNECT_SWAPPED);
  gtk_stack_add_named (self->result_stack, page, name);

  return RT_LAZY_PAGE (page);
}

void
rt_window_add_learning (RtWindow *self)
{
  self->look_alikes_lazy = add_page (self, "look-alikes", RT_TYPE_LOOK_ALIKES_PAGE,
                                     G_CALLBACK (look_alikes_made_cb));
  self->predict_lazy = add_page (self, "predict", RT_TYPE_PREDICT_PAGE,
                                 G_CALLBACK (predict_made_cb));
  self->guessed = g_signal_group_new (RT_TYPE_TRAIL);
  g_signal_group_connect_swapped (self->guessed, "notify::pending", G_CALLBACK (pending_cb), self);
  g_signal_connect_object (self->result_stack, "notify::visible-child",
                           G_CALLBACK (rt_window_update), self, G_CONNECT_SWAPPED);
}
