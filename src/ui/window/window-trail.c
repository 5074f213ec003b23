/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtWindow, what a person does with a trail: look at all of it, compare it,
 * edit its next request, and send again with other credentials.
 */

#include "config.h"

#include "window-private.h"

#include <glib/gi18n-lib.h>

#include "another-user.h"

static void
toggle (RtWindow   *self,
        const char *property)
{
  RtResponseView *view = rt_window_have_response_view (self);
  gboolean shown;

  g_object_get (view, property, &shown, NULL);
  rt_window_show_response (self);
  g_object_set (view, property, !shown, NULL);
}

static void
ladder_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  toggle (RT_WINDOW (widget), "ladder");
}

static void
compare_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  toggle (RT_WINDOW (widget), "comparing");
}

static void
copy_ladder_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);

  if (self->trail == NULL)
    return;
  gtk_widget_activate_action_variant (GTK_WIDGET (rt_window_have_response_view (self)),
                                      "response.copy-ladder", parameter);
  adw_toast_overlay_add_toast (self->toast_overlay, adw_toast_new (_("The trail is copied")));
}

/* Sends @request, which differs from what is edited, and shows the answer beside
 * the one before it. */
static void
send_beside (RtWindow  *self,
             RtRequest *request)
{
  g_autoptr(RtTrail) before = self->trail != NULL ? g_object_ref (self->trail) : NULL;

  rt_window_send_request (self, request);
  if (before != NULL && self->trail != before)
    g_object_set (rt_window_have_response_view (self), "comparing", TRUE, NULL);
}

static void
send_with_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);

  if (rt_window_is_running (self))
    return;
  if (rt_credentials_get_kind (rt_request_get_credentials (self->request)) == RT_CREDENTIALS_NONE)
    {
      rt_window_answer_challenge (self);
      rt_window_set_message (self, _("There are no credentials yet: give them under Auth."), FALSE);
      return;
    }
  send_beside (self, self->request);
}

/* Typed ones too: “without” is without any. */
static void
take_credentials_out (RtRequest *request)
{
  GListModel *fields = G_LIST_MODEL (rt_request_get_fields (request));

  rt_request_move_userinfo (request);
  rt_credentials_set_kind (rt_request_get_credentials (request), RT_CREDENTIALS_NONE);
  for (guint i = 0; i < g_list_model_get_n_items (fields); i++)
    {
      g_autoptr(RtPair) pair = g_list_model_get_item (fields, i);

      if (g_ascii_strcasecmp (rt_pair_get_name (pair), "Authorization") == 0)
        rt_pair_set_enabled (pair, FALSE);
    }
}

static void
send_without_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);
  g_autoptr(RtRequest) request = rt_request_copy (self->request);

  if (rt_window_is_running (self))
    return;
  take_credentials_out (request);
  send_beside (self, request);
}

static gboolean
is_user_kind (RtCredentialsKind kind)
{
  return kind == RT_CREDENTIALS_USER || kind == RT_CREDENTIALS_BASIC ||
         kind == RT_CREDENTIALS_DIGEST;
}

/* The same kind of login, for somebody else. */
static void
send_as_cb (RtWindow   *self,
            const char *user,
            const char *secret)
{
  g_autoptr(RtRequest) request = rt_request_copy (self->request);
  RtCredentials *credentials = rt_request_get_credentials (request);
  RtCredentialsKind kind = rt_credentials_get_kind (credentials);

  take_credentials_out (request);
  rt_credentials_set_kind (credentials, is_user_kind (kind) || kind == RT_CREDENTIALS_BEARER
                                          ? kind : RT_CREDENTIALS_USER);
  rt_credentials_set_user (credentials, user);
  rt_credentials_set_secret (credentials, secret);
  send_beside (self, request);
}

static void
send_as_another_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);
  RtCredentials *credentials = rt_request_get_credentials (self->request);

  if (rt_window_is_running (self))
    return;
  if (self->another == NULL)
    {
      self->another = rt_another_user_new ();
      gtk_widget_set_parent (self->another, GTK_WIDGET (self->send_stack));
      g_signal_connect_object (self->another, "send", G_CALLBACK (send_as_cb), self,
                               G_CONNECT_SWAPPED);
    }
  rt_another_user_ask (RT_ANOTHER_USER (self->another),
                       rt_credentials_get_kind (credentials) == RT_CREDENTIALS_BEARER);
}

void
rt_window_edit_request (RtWindow  *self,
                        RtRequest *request)
{
  g_autoptr(RtRequest) before = rt_request_copy (self->request);
  AdwToast *toast = adw_toast_new (_("The next request stands in the editor"));

  rt_request_assign (self->request, request);
  g_set_object (&self->before_edit, before);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo-edit", TRUE);
  adw_toast_set_button_label (toast, _("_Undo"));
  adw_toast_set_action_name (toast, "win.undo-edit");
  adw_toast_set_timeout (toast, 10);
  adw_toast_overlay_add_toast (self->toast_overlay, toast);
  gtk_widget_grab_focus (GTK_WIDGET (self->url_entry));
}

static void
undo_edit_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);

  if (self->before_edit == NULL)
    return;
  rt_waiting_bar_stop (self->waiting_bar);
  rt_request_assign (self->request, self->before_edit);
  g_clear_object (&self->before_edit);
  gtk_widget_action_set_enabled (widget, "win.undo-edit", FALSE);
}

void
rt_window_answer_challenge (RtWindow *self)
{
  rt_window_uncover_request (self);
  rt_request_pane_set_page (self->request_pane, "auth");
  gtk_widget_child_focus (GTK_WIDGET (self->request_pane), GTK_DIR_TAB_FORWARD);
}

void
rt_window_class_install_trail_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.ladder", NULL, ladder_action);
  gtk_widget_class_install_action (widget_class, "win.compare", NULL, compare_action);
  gtk_widget_class_install_action (widget_class, "win.copy-ladder", "s", copy_ladder_action);
  gtk_widget_class_install_action (widget_class, "win.send-with-credentials", NULL,
                                   send_with_action);
  gtk_widget_class_install_action (widget_class, "win.send-without-credentials", NULL,
                                   send_without_action);
  gtk_widget_class_install_action (widget_class, "win.send-as-another", NULL,
                                   send_as_another_action);
  gtk_widget_class_install_action (widget_class, "win.undo-edit", NULL, undo_edit_action);
}
