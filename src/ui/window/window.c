/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtWindow, its parts: what stands where, and what follows when a response
 * arrives. It knows nothing of HTTP but the number of a status.
 */

#include "config.h"

#include "window-private.h"

#include <glib/gi18n-lib.h>

#include "grammar.h"
#include "suggestion.h"
#include "url.h"

/* Below this width there is no room for three columns side by side, with text of
 * the usual size. */
#define NARROW_WIDTH 800

G_DEFINE_FINAL_TYPE (RtWindow, rt_window, ADW_TYPE_APPLICATION_WINDOW)

void
rt_window_set_message (RtWindow   *self,
                       const char *message,
                       gboolean    is_error)
{
  self->says_busy = FALSE;
  gtk_label_set_label (self->message_label, message != NULL ? message : "");
  gtk_revealer_set_reveal_child (self->message_revealer, message != NULL);
  if (is_error)
    gtk_widget_add_css_class (GTK_WIDGET (self->message_label), "error");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self->message_label), "error");
}

gboolean
rt_window_is_running (RtWindow *self)
{
  return self->trail != NULL && rt_trail_is_running (self->trail);
}

void
rt_window_update (RtWindow *self)
{
  gboolean running = rt_window_is_running (self);
  gboolean sidebar = self->narrow || self->projector
                       ? self->sidebar_wanted : rt_settings_get_sidebar_visible (self->settings);
  GtkOrientation split = self->narrow ? GTK_ORIENTATION_VERTICAL
                                      : rt_settings_get_orientation (self->settings);

  gtk_widget_set_visible (self->sidebar, sidebar);
  /* A narrow window has no room for both. */
  gtk_widget_set_visible (GTK_WIDGET (self->inner_paned), !self->narrow || !sidebar);
  rt_window_set_split (self, split);
  rt_window_place_split (self);

  /* The URL needs the room; the menu has them too. */
  gtk_widget_set_visible (self->redirect_buttons, !self->narrow);
  gtk_widget_set_visible (self->sidebar_button, !self->narrow || sidebar);
  gtk_stack_set_visible_child_name (self->send_stack, running ? "stop" : "send");
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.send-with-credentials", !running);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.send-without-credentials", !running);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.send-as-another", !running);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.stop", running || self->projector);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.turn-split", !self->narrow);
  if (!running && self->says_busy)
    rt_window_set_message (self, NULL, FALSE);
  rt_window_update_learning (self);
}

/* The title names what is asked for. */
static void
update_title (RtWindow *self)
{
  g_autoptr(RtUrl) url = rt_url_parse (rt_request_get_url (self->request), NULL);
  g_autofree char *title = NULL;

  if (url != NULL)
    title = g_strdup_printf ("%s%s", rt_url_get_authority (url), rt_url_get_target (url));
  gtk_window_set_title (GTK_WINDOW (self), title != NULL ? title : _("Roundtrip"));
}

/* The reference follows the exchange that is shown. */

static void
mark_exchange_seen (RtWindow   *self,
                    RtExchange *exchange)
{
  g_autoptr(GPtrArray) interim = rt_exchange_dup_interim_heads (exchange);
  int status = rt_exchange_get_status (exchange);

  for (guint i = 0; i < interim->len; i++)
    rt_settings_mark_seen (self->settings, rt_head_get_status (g_ptr_array_index (interim, i)));
  if (status > 0)
    rt_settings_mark_seen (self->settings, status);
}

void
rt_window_mark_seen (RtWindow *self,
                     RtTrail  *trail)
{
  for (guint i = 0; i < rt_trail_get_n_exchanges (trail); i++)
    mark_exchange_seen (self, rt_trail_get_exchange (trail, i));
}

static RtExchange *
get_exchange (RtWindow *self)
{
  return self->response_view != NULL ? rt_response_view_get_exchange (self->response_view) : NULL;
}

/* Only when the code becomes another one: a list that is being read must not
 * jump with every piece of content. */
static void
mark_here (RtWindow *self)
{
  RtExchange *exchange = get_exchange (self);
  int status = exchange != NULL ? rt_exchange_get_status (exchange) : 0;

  if (status != rt_reference_list_get_here (self->reference_list))
    rt_reference_list_set_here (self->reference_list, status);
}

void
rt_window_follow_exchange (RtWindow *self)
{
  g_signal_group_set_target (self->shown, get_exchange (self));
  mark_here (self);
}

void
rt_window_show_outcome (RtWindow *self)
{
  rt_window_mark_seen (self, self->trail);
  rt_window_offer_challenges (self);
  rt_window_follow_exchange (self);
  rt_window_judge_lesson (self, self->trail);
}

static void
finished_cb (RtTrail  *trail,
             RtWindow *self)
{
  if (trail != self->trail)
    return;

  if (self->hiding)
    rt_window_guess_ended (self);
  else
    rt_window_show_outcome (self);
  rt_window_update (self);
}

void
rt_window_set_trail (RtWindow *self,
                     RtTrail  *trail)
{
  gboolean hidden;

  if (self->trail != NULL)
    rt_trail_stop (self->trail);

  rt_waiting_bar_stop (self->waiting_bar);
  self->sidebar_wanted = FALSE;
  g_set_object (&self->trail, trail);
  if (trail != NULL)
    g_signal_connect_object (trail, "finished", G_CALLBACK (finished_cb), self, 0);
  hidden = rt_window_hide_trail (self, trail);
  if (trail != NULL || self->response_view != NULL)
    rt_response_view_set_trail (rt_window_have_response_view (self), hidden ? NULL : trail);
  rt_window_show_response (self);
  rt_window_update (self);
}

void
rt_window_show_response (RtWindow *self)
{
  gtk_stack_set_visible_child_name (self->result_stack, self->hiding ? "predict" : "response");
  rt_reference_list_unselect (self->reference_list);
  rt_window_follow_exchange (self);
}

static void
due_cb (RtWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.send", NULL);
}

/* Entries. */

static void
url_left_cb (RtWindow *self)
{
  rt_window_move_login (self);
}

static void
url_activate_cb (RtWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.send", NULL);
}

/* RFC 9110 section 9.1: a method is a token. Said as it is typed; what is
 * typed stays. */
static void
method_changed_cb (RtWindow *self)
{
  const char *method = gtk_editable_get_text (GTK_EDITABLE (self->method_entry));

  rt_suggest_entry_set_error (self->method_entry,
                              rt_grammar_is_token (method, -1) ? NULL
                                : _("A method is one word of letters, digits and !#$%&'*+-.^_`|~"));
}

static void
request_changed_cb (RtWindow *self)
{
  rt_window_set_message (self, NULL, FALSE);
  gtk_widget_remove_css_class (GTK_WIDGET (self->url_entry), "error");
  update_title (self);
}

/* Its many rows are made when it is first opened. */
static void
make_menu_cb (GtkMenuButton *button,
              gpointer       user_data)
{
  g_autoptr (GtkBuilder) builder = NULL;

  if (gtk_menu_button_get_menu_model (button) != NULL)
    return;

  builder = gtk_builder_new_from_resource (
    "/io/github/roundtrip_app/Roundtrip/ui/window/main-menu.ui");
  gtk_menu_button_set_menu_model (button,
                                  G_MENU_MODEL (gtk_builder_get_object (builder, "menu")));
}

/* The window's width. */

static gboolean
is_narrow (RtWindow *self,
           int       width)
{
  int dpi; /* in 1/1024; what "Large Text" of the desktop sets */

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);

  return width < NARROW_WIDTH * MAX (1, dpi / 1024.0 / 96);
}

static void
width_cb (RtWindow *self)
{
  GdkSurface *surface = gtk_native_get_surface (GTK_NATIVE (self));
  gboolean narrow;

  if (surface == NULL)
    return;

  narrow = is_narrow (self, gdk_surface_get_width (surface));
  if (narrow == self->narrow)
    return;

  self->narrow = narrow;
  self->sidebar_wanted = FALSE;
  rt_window_update (self);
}

static void
rt_window_realize (GtkWidget *widget)
{
  RtWindow *self = RT_WINDOW (widget);
  int width, height;

  GTK_WIDGET_CLASS (rt_window_parent_class)->realize (widget);

  gtk_window_get_default_size (GTK_WINDOW (self), &width, &height);
  self->narrow = width > 0 && is_narrow (self, width);
  rt_window_update (self);
  g_signal_connect_object (gtk_native_get_surface (GTK_NATIVE (self)), "notify::width",
                           G_CALLBACK (width_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (widget), "notify::gtk-xft-dpi",
                           G_CALLBACK (width_cb), self, G_CONNECT_SWAPPED);
}

static gboolean
rt_window_close_request (GtkWindow *window)
{
  RtWindow *self = RT_WINDOW (window);
  int width, height;

  gtk_window_get_default_size (window, &width, &height);
  g_object_set (self->settings,
                "window-width", width,
                "window-height", height,
                "window-maximized", gtk_window_is_maximized (window),
                NULL);
  if (self->trail != NULL)
    rt_trail_stop (self->trail);

  return GTK_WINDOW_CLASS (rt_window_parent_class)->close_request (window);
}

static void
rt_window_dispose (GObject *object)
{
  RtWindow *self = RT_WINDOW (object);

  if (self->trail != NULL)
    rt_trail_stop (self->trail);
  g_clear_object (&self->trail);
  rt_window_clear_lessons (self);
  g_clear_weak_pointer (&self->repetition);
  g_clear_pointer (&self->moved_login, rt_moved_login_free);
  g_clear_object (&self->shown);
  g_clear_object (&self->guessed);
  g_clear_object (&self->before_edit);
  g_clear_pointer (&self->another, gtk_widget_unparent);
  g_clear_object (&self->request);
  g_clear_object (&self->settings);
  g_clear_object (&self->playground);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->engine);

  G_OBJECT_CLASS (rt_window_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, RtWindow, method_entry);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, url_entry);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, follow_toggle);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, step_toggle);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, redirect_buttons);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, sidebar_button);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, send_stack);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, menu_button);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, message_revealer);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, message_label);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, inner_paned);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, reference_list);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, request_pane);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, toast_overlay);
  gtk_widget_class_bind_template_child (widget_class, RtWindow, waiting_bar);
  gtk_widget_class_bind_template_callback (widget_class, method_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, url_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, url_left_cb);
  gtk_widget_class_bind_template_callback (widget_class, due_cb);
  gtk_widget_class_bind_template_callback (widget_class, rt_window_place_split);
}

static void
rt_window_class_init (RtWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_window_dispose;
  GTK_WINDOW_CLASS (klass)->close_request = rt_window_close_request;
  widget_class->realize = rt_window_realize;

  g_type_ensure (RT_TYPE_SUGGEST_ENTRY);
  g_type_ensure (RT_TYPE_REFERENCE_LIST);
  g_type_ensure (RT_TYPE_REQUEST_PANE);
  g_type_ensure (RT_TYPE_WAITING_BAR);
  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/roundtrip_app/Roundtrip/ui/window/window.ui");
  bind_children (widget_class);
  rt_window_class_bind_pages (widget_class);
  rt_window_class_install_actions (widget_class);
  rt_window_class_install_learn_actions (widget_class);
  rt_window_class_install_step_actions (widget_class);
  rt_window_class_install_trail_actions (widget_class);
  rt_window_class_install_lesson_actions (widget_class);
}

static void
rt_window_init (RtWindow *self)
{
  g_autoptr (RtCookieJar) jar = rt_cookie_jar_new (NULL);

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_menu_button_set_create_popup_func (self->menu_button, make_menu_cb, NULL, NULL);
  rt_window_init_lessons (self);
  rt_window_watch_split (self);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo-edit", FALSE);
  self->request = rt_request_new ();
  rt_request_set_cookie_jar (self->request, jar);
  self->shown = g_signal_group_new (RT_TYPE_EXCHANGE);
  g_signal_group_connect_swapped (self->shown, "changed", G_CALLBACK (mark_here), self);
}

static void
bind_request (RtWindow *self)
{
  GBindingFlags both = G_BINDING_SYNC_CREATE | G_BINDING_BIDIRECTIONAL;

  g_object_bind_property (self->request, "method", self->method_entry, "text", both);
  g_object_bind_property (self->request, "url", self->url_entry, "text", both);
  g_object_bind_property (self->request, "follow", self->follow_toggle, "active", both);
  g_object_bind_property (self->request, "step", self->step_toggle, "active", both);
  g_object_bind_property (self->settings, "timeout", self->request, "timeout",
                          G_BINDING_SYNC_CREATE);
  g_object_bind_property (self->settings, "idle-timeout", self->request, "idle-timeout",
                          G_BINDING_SYNC_CREATE);
  g_signal_connect_object (self->request, "changed", G_CALLBACK (request_changed_cb), self,
                           G_CONNECT_SWAPPED);
  rt_request_pane_set_catalogue (self->request_pane, self->catalogue);
  rt_request_pane_set_request (self->request_pane, self->request);
}

static void
bind_settings (RtWindow *self)
{
  int width, height;
  gboolean maximized;

  g_object_get (self->settings,
                "window-width", &width,
                "window-height", &height,
                "window-maximized", &maximized,
                NULL);
  gtk_window_set_default_size (GTK_WINDOW (self), width, height);
  if (maximized)
    gtk_window_maximize (GTK_WINDOW (self));
  g_signal_connect_object (self->settings, "notify::orientation", G_CALLBACK (rt_window_update),
                           self, G_CONNECT_SWAPPED);
  g_signal_connect_object (self->settings, "notify::sidebar-visible",
                           G_CALLBACK (rt_window_update), self, G_CONNECT_SWAPPED);
}

GtkWidget *
rt_window_new (GtkApplication *application,
               RtEngine       *engine,
               RtCatalogue    *catalogue,
               RtPlayground   *playground,
               RtSettings     *settings)
{
  RtWindow *self;
  g_autoptr(GListModel) methods = NULL;

  g_return_val_if_fail (RT_IS_ENGINE (engine) && RT_IS_CATALOGUE (catalogue), NULL);
  g_return_val_if_fail (RT_IS_PLAYGROUND (playground) && RT_IS_SETTINGS (settings), NULL);

  self = g_object_new (RT_TYPE_WINDOW, "application", application, NULL);
  self->engine = g_object_ref (engine);
  self->catalogue = g_object_ref (catalogue);
  self->playground = g_object_ref (playground);
  self->settings = g_object_ref (settings);

  methods = rt_suggestion_list_from_entries (rt_catalogue_get_methods (catalogue));
  rt_suggest_entry_set_suggestions (self->method_entry, methods);
  rt_reference_list_set_catalogue (self->reference_list, catalogue, settings);
  rt_window_add_learning (self);
  bind_request (self);
  bind_settings (self);
  rt_window_update (self);

  return GTK_WIDGET (self);
}

void
rt_window_start (RtWindow   *self,
                 const char *url)
{
  const char *origin;
  g_autofree char *home = NULL;

  g_return_if_fail (RT_IS_WINDOW (self));

  origin = rt_playground_get_http_origin (self->playground);
  if (origin != NULL)
    home = g_strconcat (origin, "/", NULL);
  rt_request_set_url (self->request, url != NULL ? url : home);
  update_title (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->url_entry));
  /* Backwards: its beginning is what is seen of a long one. */
  gtk_editable_select_region (GTK_EDITABLE (self->url_entry), -1, 0);
}

RtRequest *
rt_window_get_request (RtWindow *self)
{
  g_return_val_if_fail (RT_IS_WINDOW (self), NULL);

  return self->request;
}

RtTrail *
rt_window_get_trail (RtWindow *self)
{
  g_return_val_if_fail (RT_IS_WINDOW (self), NULL);

  return self->trail;
}
