/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtWindow, what a person can do in it. Each action is thin: the work is the
 * engine's, the pane's, or the view's.
 */

#include "config.h"

#include "window-private.h"

#include <glib/gi18n-lib.h>

#include "error-text.h"
#include "url.h"

static void
say_guessed_scheme (RtWindow *self)
{
  g_autoptr(RtUrl) url = rt_url_parse (rt_request_get_url (self->request), NULL);
  g_autofree char *message = NULL;

  if (url == NULL || !rt_url_is_scheme_guessed (url))
    return;

  message = g_strdup_printf (_("%s:// was added: %s"), rt_url_get_scheme (url),
                             rt_url_get_text (url));
  rt_window_set_message (self, message, FALSE);
}

/* Nothing that was typed is lost; the keyboard goes where it is wrong. */
static void
complain (RtWindow     *self,
          const GError *error)
{
  g_autofree char *line = rt_error_text_dup_line (error);

  rt_window_set_message (self, line, TRUE);
  rt_window_uncover_request (self);
  if (g_error_matches (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_METHOD))
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->method_entry));
      return;
    }
  if (g_error_matches (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_FIELD))
    rt_request_pane_set_page (self->request_pane, "headers");
  else if (g_error_matches (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_CONTENT))
    rt_request_pane_set_page (self->request_pane, "body");
  else if (g_error_matches (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_PROXY) ||
           g_error_matches (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_CA_FILE))
    rt_request_pane_set_page (self->request_pane, "options");
  else
    {
      gtk_widget_add_css_class (GTK_WIDGET (self->url_entry), "error");
      gtk_widget_grab_focus (GTK_WIDGET (self->url_entry));
    }
}

void
rt_window_send_request (RtWindow  *self,
                        RtRequest *request)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(RtTrail) trail = NULL;

  if (!rt_request_validate (request, &error))
    {
      complain (self, error);
      return;
    }

  say_guessed_scheme (self);
  trail = rt_engine_send (self->engine, request);
  rt_window_set_trail (self, trail);
}

/* By a key this can be asked for at any time: the button is Stop while one runs. */
static void
send_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);

  if (rt_window_is_running (self))
    {
      rt_window_set_message (self, _("The request before still runs; Escape stops it."), FALSE);
      self->says_busy = TRUE;
      return;
    }
  rt_window_move_login (self);
  rt_window_send_request (self, self->request);
}

static void
undo_move_login_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  rt_window_undo_move_login (RT_WINDOW (widget));
}

static void
stop_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);

  if (rt_window_is_running (self))
    rt_trail_stop (self->trail);
  else
    rt_window_leave_projector (self);
}

/* "Try it": the request that brings exactly this code. A redirect would lead
 * away from it. */
void
rt_window_try_code (RtWindow *self,
                    int       code)
{
  g_autofree char *method = NULL;
  g_autofree char *url = rt_playground_dup_try_url (self->playground, code, &method);

  if (url == NULL)
    return;

  rt_request_set_method (self->request, method);
  rt_request_set_url (self->request, url);
  if (rt_status_class_of (code) == RT_CLASS_REDIRECTION && rt_request_get_follow (self->request))
    {
      rt_request_set_follow (self->request, FALSE);
      adw_toast_overlay_add_toast (self->toast_overlay,
                                   adw_toast_new (_("Follow redirects is now off, to show this "
                                                    "code")));
    }
  /* It would be silly to ask which code was asked for. */
  self->known = TRUE;
  rt_window_send_request (self, self->request);
  self->known = FALSE;
}

static void
show_trail_cb (RtWindow *self,
               RtTrail  *trail)
{
  if (trail != self->trail)
    rt_window_set_trail (self, trail);
}

/* One for each window: it is brought to the front when it is open. */
static void
repeat_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);

  if (self->repetition == NULL)
    {
      g_set_weak_pointer (&self->repetition,
                          rt_repetition_window_new (GTK_WINDOW (self), self->engine,
                                                    self->request));
      g_signal_connect_object (self->repetition, "show-trail", G_CALLBACK (show_trail_cb), self,
                               G_CONNECT_SWAPPED);
    }
  gtk_window_present (GTK_WINDOW (self->repetition));
}

static void
focus_url_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);

  gtk_widget_grab_focus (GTK_WIDGET (self->url_entry));
  gtk_editable_select_region (GTK_EDITABLE (self->url_entry), -1, 0);
}

static void
focus_method_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  gtk_widget_grab_focus (GTK_WIDGET (RT_WINDOW (widget)->method_entry));
}

static void
follow_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);

  rt_request_set_follow (self->request, !rt_request_get_follow (self->request));
}

/* There is nothing to ask for where redirects are not followed. */
static void
step_action (GtkWidget  *widget,
             const char *action_name,
             GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);
  gboolean step = rt_request_get_follow (self->request) && rt_request_get_step (self->request);

  rt_request_set_follow (self->request, TRUE);
  rt_request_set_step (self->request, !step);
}

static void
show_sidebar (RtWindow *self,
              gboolean  show)
{
  if (self->narrow || self->projector)
    self->sidebar_wanted = show;
  else
    rt_settings_set_sidebar_visible (self->settings, show);
  rt_window_update (self);
}

static void
sidebar_action (GtkWidget  *widget,
                const char *action_name,
                GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);

  show_sidebar (self, !gtk_widget_get_visible (self->sidebar));
}

static void
search_codes_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);

  show_sidebar (self, TRUE);
  rt_reference_list_focus_search (self->reference_list);
}

static void
turn_split_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);
  gboolean is_below =
    rt_settings_get_orientation (self->settings) == GTK_ORIENTATION_VERTICAL;

  rt_settings_set_orientation (self->settings, is_below ? GTK_ORIENTATION_HORIZONTAL
                                                        : GTK_ORIENTATION_VERTICAL);
}

static void
go_playground_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);

  rt_request_set_method (self->request, "GET");
  rt_window_start (self, NULL);
}

static void
show_request_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);

  rt_window_uncover_request (self);
  rt_request_pane_set_page (self->request_pane, g_variant_get_string (parameter, NULL));
}

static void
show_pane_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);

  rt_window_show_response (self);
  gtk_widget_activate_action_variant (GTK_WIDGET (rt_window_have_response_view (self)),
                                      "response.show-pane", parameter);
}

static void
find_body_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  RtWindow *self = RT_WINDOW (widget);

  rt_window_show_response (self);
  gtk_widget_activate_action (GTK_WIDGET (rt_window_have_response_view (self)),
                              "response.find-body", NULL);
}

/* Not in the folder that GtkApplication reads by itself: it would make all rows
 * of it with each window. */
static void
show_help_overlay_action (GtkWidget  *widget,
                          const char *action_name,
                          GVariant   *parameter)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (widget);

  if (gtk_application_window_get_help_overlay (window) == NULL)
    {
      g_autoptr(GtkBuilder) builder = gtk_builder_new_from_resource (
        "/io/github/roundtrip_app/Roundtrip/ui/window/help-overlay.ui");
      GObject *overlay = gtk_builder_get_object (builder, "help_overlay");

      gtk_application_window_set_help_overlay (window, GTK_SHORTCUTS_WINDOW (overlay));
    }
  gtk_window_present (GTK_WINDOW (gtk_application_window_get_help_overlay (window)));
}

void
rt_window_class_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.send", NULL, send_action);
  gtk_widget_class_install_action (widget_class, "win.stop", NULL, stop_action);
  gtk_widget_class_install_action (widget_class, "win.undo-move-login", NULL,
                                   undo_move_login_action);
  gtk_widget_class_install_action (widget_class, "win.repeat", NULL, repeat_action);
  gtk_widget_class_install_action (widget_class, "win.focus-url", NULL, focus_url_action);
  gtk_widget_class_install_action (widget_class, "win.focus-method", NULL, focus_method_action);
  gtk_widget_class_install_action (widget_class, "win.follow", NULL, follow_action);
  gtk_widget_class_install_action (widget_class, "win.step", NULL, step_action);
  gtk_widget_class_install_action (widget_class, "win.sidebar", NULL, sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.search-codes", NULL, search_codes_action);
  gtk_widget_class_install_action (widget_class, "win.turn-split", NULL, turn_split_action);
  gtk_widget_class_install_action (widget_class, "win.go-playground", NULL, go_playground_action);
  gtk_widget_class_install_action (widget_class, "win.show-request", "s", show_request_action);
  gtk_widget_class_install_action (widget_class, "win.show-pane", "s", show_pane_action);
  gtk_widget_class_install_action (widget_class, "win.find-body", NULL, find_body_action);
  gtk_widget_class_install_action (widget_class, "win.show-help-overlay", NULL,
                                   show_help_overlay_action);
}
