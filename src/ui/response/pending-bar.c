/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The bar of a trail that waits. It shows only the choices that make a
 * difference; deciding is the trail's.
 */

#include "config.h"

#include "pending-bar.h"

#include "response-ui.h"
#include "response-words.h"
#include "secret-view.h"
#include "template.h"
#include "text.h"
#include "wrap-layout.h"

#include <glib/gi18n-lib.h>

struct _RtPendingBar
{
  GtkWidget    parent_instance;

  RtTrail     *trail;
  RtPending   *pending;
  gulong       pending_handler;
  guint        tick;  /* once a second while a try is waited for */
  gint64       since; /* monotonic microseconds: when the wait was first seen */

  GtkWidget   *buttons;
  GtkLabel    *countdown;
  GtkWidget   *edit;
  GtkButton   *follow;
  GtkWidget   *keep;
  GtkLevelBar *level;
  GtkLabel    *rule;
  GtkWidget   *stop;
  GtkLabel    *warning;
  GtkWidget   *with;
  GtkWidget   *without;
  GtkLabel    *words;
};

G_DEFINE_FINAL_TYPE (RtPendingBar, rt_pending_bar, GTK_TYPE_WIDGET)

enum
{
  EDIT,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gboolean
drops_content (const RtPending *pending)
{
  return pending->has_content && pending->link != NULL && pending->link->dropped != NULL &&
         g_strv_contains ((const char *const *) pending->link->dropped, "content");
}

static gboolean
changes_method (const RtPending *pending)
{
  return pending->link != NULL && pending->link->method_before != NULL &&
         g_strcmp0 (pending->link->method_before, pending->link->method_after) != 0;
}

/* Whose the credentials would become. */
static char *
dup_warning (const RtPending *pending)
{
  const char *url = pending->link != NULL ? pending->link->url_after : NULL;
  g_autofree char *text = NULL;
  g_autofree char *masked = NULL;

  if (!pending->has_credentials || !pending->origin_changes || url == NULL)
    return g_strdup ("");
  text = rt_text_from_wire (url, -1);
  masked = rt_words_bound (rt_secret_view_text (NULL, text));

  return g_strdup_printf (_("Another origin: with credentials, %s gets to know them."), masked);
}

/* What the button that is suggested does. */
static char *
dup_rule (const RtPending *pending)
{
  const RtNext *link = pending->kind == RT_PENDING_REDIRECT ? pending->link : NULL;
  g_autofree char *rule = NULL;

  if (link == NULL || link->rule == NULL)
    return g_strdup ("");
  rule = rt_words_bound (rt_text_from_wire (link->rule, -1));
  if (link->section == NULL || *link->section == '\0')
    return g_strdup_printf (_("Follow: %s"), rule);

  return g_strdup_printf (_("Follow: %s (%s)"), rule, link->section);
}

static void
show_choices (RtPendingBar *self)
{
  const RtPending *pending = self->pending;
  gboolean redirect = pending->kind == RT_PENDING_REDIRECT;
  gboolean credentials = redirect && pending->has_credentials;
  g_autofree char *warning = dup_warning (pending);
  g_autofree char *rule = dup_rule (pending);

  rt_response_ui_set_text (self->rule, NULL, rule);
  gtk_button_set_label (self->follow, redirect ? _("Follow") : _("Now"));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->follow),
                               redirect ? _("As the standard says") : _("Do not wait any longer"));
  gtk_button_set_label (GTK_BUTTON (self->stop), redirect ? _("Stop here") : _("Stop"));
  gtk_widget_set_visible (self->keep,
                          redirect && (changes_method (pending) || drops_content (pending)));
  gtk_button_set_label (GTK_BUTTON (self->keep), pending->has_content
                                                   ? _("Keep method and content")
                                                   : _("Keep method"));
  gtk_widget_set_visible (self->without, credentials && !pending->origin_changes);
  gtk_widget_set_visible (self->with, credentials && pending->origin_changes);
  gtk_widget_set_visible (self->edit, redirect && pending->request != NULL);
  rt_response_ui_set_text (self->warning, NULL, redirect ? warning : "");
}

static void
set_countdown (RtPendingBar *self)
{
  const RtPending *pending = self->pending;
  gint64 now = g_get_monotonic_time ();
  gint64 left = MAX (pending->due - now, 0);
  gint64 whole = MAX (pending->due - self->since, 1);
  gulong seconds = (left + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC;
  g_autofree char *time =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "in %lu second", "in %lu seconds", seconds),
                     seconds);
  g_autofree char *text =
    pending->tries > 0
      ? g_strdup_printf (_("Try %u of %u %s"), pending->try_number, pending->tries, time)
      : g_strdup_printf (_("Goes on %s"), time);

  if (g_strcmp0 (gtk_label_get_text (self->countdown), text) != 0)
    gtk_label_set_text (self->countdown, text);
  gtk_level_bar_set_value (self->level, CLAMP (1.0 - (double) left / whole, 0.0, 1.0));
}

static gboolean
tick_cb (gpointer user_data)
{
  set_countdown (RT_PENDING_BAR (user_data));

  return G_SOURCE_CONTINUE;
}

static void
update_countdown (RtPendingBar *self)
{
  gboolean counts = self->pending != NULL && self->pending->due > 0;

  gtk_widget_set_visible (GTK_WIDGET (self->countdown), counts);
  gtk_widget_set_visible (GTK_WIDGET (self->level), counts);
  g_clear_handle_id (&self->tick, g_source_remove);
  if (!counts)
    return;
  self->since = g_get_monotonic_time ();
  set_countdown (self);
  self->tick = g_timeout_add_seconds (1, tick_cb, self);
}

/* In step mode the next key decides. A countdown needs nobody: it leaves the
 * keyboard where it is. */
static void
take_focus (RtPendingBar *self)
{
  if (self->pending != NULL && self->pending->kind == RT_PENDING_REDIRECT &&
      gtk_widget_get_mapped (GTK_WIDGET (self)))
    gtk_widget_grab_focus (GTK_WIDGET (self->follow));
}

static void
update (RtPendingBar *self)
{
  g_autofree char *words = NULL;

  g_clear_pointer (&self->pending, rt_pending_unref);
  if (self->trail != NULL)
    self->pending = rt_trail_dup_pending (self->trail);
  gtk_widget_set_visible (GTK_WIDGET (self), self->pending != NULL);
  update_countdown (self);
  if (self->pending == NULL)
    return;

  words = rt_words_bound (rt_text_from_wire (self->pending->words != NULL
                                               ? self->pending->words : "", -1));
  rt_response_ui_set_text (self->words, NULL, words);
  show_choices (self);
  gtk_widget_set_sensitive (self->buttons, TRUE);
  take_focus (self);
}

/* A second press must not decide what comes after. */
static void
decide (RtPendingBar *self,
        RtDecision    decision)
{
  if (self->trail == NULL || self->pending == NULL)
    return;
  gtk_widget_set_sensitive (self->buttons, FALSE);
  rt_trail_decide (self->trail, decision);
}

static void
follow_cb (RtPendingBar *self)
{
  decide (self, RT_DECISION_FOLLOW);
}

static void
keep_cb (RtPendingBar *self)
{
  decide (self, RT_DECISION_KEEP_METHOD);
}

static void
without_cb (RtPendingBar *self)
{
  decide (self, RT_DECISION_WITHOUT_CREDENTIALS);
}

static void
with_cb (RtPendingBar *self)
{
  decide (self, RT_DECISION_WITH_CREDENTIALS);
}

static void
stop_cb (RtPendingBar *self)
{
  decide (self, RT_DECISION_STOP_HERE);
}

static void
edit_cb (RtPendingBar *self)
{
  g_autoptr (RtRequest) request = NULL;

  if (self->pending == NULL || self->pending->request == NULL)
    return;
  request = g_object_ref (self->pending->request);
  g_signal_emit (self, signals[EDIT], 0, request);
  decide (self, RT_DECISION_STOP_HERE);
}

static void
drop_trail (RtPendingBar *self)
{
  g_clear_handle_id (&self->tick, g_source_remove);
  if (self->trail != NULL)
    g_clear_signal_handler (&self->pending_handler, self->trail);
  g_clear_object (&self->trail);
  g_clear_pointer (&self->pending, rt_pending_unref);
}

static void
rt_pending_bar_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (rt_pending_bar_parent_class)->map (widget);
  take_focus (RT_PENDING_BAR (widget));
}

static void
rt_pending_bar_dispose (GObject *object)
{
  drop_trail (RT_PENDING_BAR (object));
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_PENDING_BAR);

  G_OBJECT_CLASS (rt_pending_bar_parent_class)->dispose (object);
}

static void
bind_template (GtkWidgetClass *widget_class)
{
  gtk_widget_class_set_template_from_resource (widget_class, RT_RESPONSE_UI "pending-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RtPendingBar, buttons);
  gtk_widget_class_bind_template_child (widget_class, RtPendingBar, countdown);
  gtk_widget_class_bind_template_child (widget_class, RtPendingBar, edit);
  gtk_widget_class_bind_template_child (widget_class, RtPendingBar, follow);
  gtk_widget_class_bind_template_child (widget_class, RtPendingBar, keep);
  gtk_widget_class_bind_template_child (widget_class, RtPendingBar, level);
  gtk_widget_class_bind_template_child (widget_class, RtPendingBar, rule);
  gtk_widget_class_bind_template_child (widget_class, RtPendingBar, stop);
  gtk_widget_class_bind_template_child (widget_class, RtPendingBar, warning);
  gtk_widget_class_bind_template_child (widget_class, RtPendingBar, with);
  gtk_widget_class_bind_template_child (widget_class, RtPendingBar, without);
  gtk_widget_class_bind_template_child (widget_class, RtPendingBar, words);
  gtk_widget_class_bind_template_callback (widget_class, edit_cb);
  gtk_widget_class_bind_template_callback (widget_class, follow_cb);
  gtk_widget_class_bind_template_callback (widget_class, keep_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_cb);
  gtk_widget_class_bind_template_callback (widget_class, with_cb);
  gtk_widget_class_bind_template_callback (widget_class, without_cb);
}

static void
rt_pending_bar_class_init (RtPendingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_pending_bar_dispose;
  widget_class->map = rt_pending_bar_map;
  signals[EDIT] = g_signal_new ("edit", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                NULL, NULL, G_TYPE_NONE, 1, RT_TYPE_REQUEST);

  g_type_ensure (RT_TYPE_WRAP_LAYOUT);
  bind_template (widget_class);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rt_pending_bar_init (RtPendingBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

void
rt_pending_bar_set_trail (RtPendingBar *self,
                          RtTrail      *trail)
{
  g_return_if_fail (RT_IS_PENDING_BAR (self));
  g_return_if_fail (trail == NULL || RT_IS_TRAIL (trail));

  if (self->trail == trail)
    return;
  drop_trail (self);
  if (trail != NULL)
    {
      self->trail = g_object_ref (trail);
      self->pending_handler = g_signal_connect_swapped (trail, "notify::pending",
                                                        G_CALLBACK (update), self);
    }
  update (self);
}
