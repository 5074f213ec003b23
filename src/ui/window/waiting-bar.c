/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtWaitingBar: one timer, by the monotonic clock. */

#include "config.h"

#include "waiting-bar.h"

#include <glib/gi18n-lib.h>

#include "template.h"

struct _RtWaitingBar
{
  GtkWidget  parent_instance;

  gint64     due;    /* monotonic microseconds */
  guint      timer;

  GtkButton *now;
  GtkLabel  *words;
};

G_DEFINE_FINAL_TYPE (RtWaitingBar, rt_waiting_bar, GTK_TYPE_WIDGET)

enum
{
  DUE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
become_due (RtWaitingBar *self)
{
  rt_waiting_bar_stop (self);
  g_signal_emit (self, signals[DUE], 0);
}

static void
now_cb (RtWaitingBar *self)
{
  become_due (self);
}

/* Whole seconds, so that the words change once a second. */
static gint64
seconds_left (RtWaitingBar *self)
{
  gint64 left = self->due - g_get_monotonic_time ();

  return (MAX (left, 0) + G_USEC_PER_SEC - 1) / G_USEC_PER_SEC;
}

static void
show_left (RtWaitingBar *self)
{
  guint left = seconds_left (self);
  g_autofree char *words =
    g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "It is sent again in %u second.",
                                  "It is sent again in %u seconds.", left), left);

  gtk_label_set_text (self->words, words);
}

static gboolean
tick_cb (gpointer user_data)
{
  RtWaitingBar *self = user_data;

  if (seconds_left (self) > 0)
    {
      show_left (self);
      return G_SOURCE_CONTINUE;
    }

  self->timer = 0;
  become_due (self);

  return G_SOURCE_REMOVE;
}

static void
rt_waiting_bar_dispose (GObject *object)
{
  RtWaitingBar *self = RT_WAITING_BAR (object);

  g_clear_handle_id (&self->timer, g_source_remove);
  rt_template_dispose (GTK_WIDGET (object), RT_TYPE_WAITING_BAR);

  G_OBJECT_CLASS (rt_waiting_bar_parent_class)->dispose (object);
}

static void
rt_waiting_bar_class_init (RtWaitingBarClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = rt_waiting_bar_dispose;

  signals[DUE] = g_signal_new ("due", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                               0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_template_from_resource (
    widget_class, "/io/github/roundtrip_app/Roundtrip/ui/window/waiting-bar.ui");
  gtk_widget_class_bind_template_child (widget_class, RtWaitingBar, now);
  gtk_widget_class_bind_template_child (widget_class, RtWaitingBar, words);
  gtk_widget_class_bind_template_callback (widget_class, now_cb);
  gtk_widget_class_bind_template_callback (widget_class, rt_waiting_bar_stop);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
rt_waiting_bar_init (RtWaitingBar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

void
rt_waiting_bar_start (RtWaitingBar *self,
                      guint         seconds)
{
  g_return_if_fail (RT_IS_WAITING_BAR (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  if (seconds == 0)
    {
      become_due (self);
      return;
    }

  self->due = g_get_monotonic_time () + seconds * G_USEC_PER_SEC;
  self->timer = g_timeout_add (200, tick_cb, self);
  show_left (self);
  gtk_widget_set_visible (GTK_WIDGET (self), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (self->now));
}

void
rt_waiting_bar_stop (RtWaitingBar *self)
{
  g_return_if_fail (RT_IS_WAITING_BAR (self));

  g_clear_handle_id (&self->timer, g_source_remove);
  gtk_widget_set_visible (GTK_WIDGET (self), FALSE);
}

gboolean
rt_waiting_bar_waits (RtWaitingBar *self)
{
  g_return_val_if_fail (RT_IS_WAITING_BAR (self), FALSE);

  return self->timer != 0;
}
