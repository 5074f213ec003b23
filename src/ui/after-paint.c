/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Waits for the map, the paint, and an idle moment, one after the other. */

#include "config.h"

#include "after-paint.h"

typedef struct
{
  GtkWidget    *widget; /* NULL when it is gone */
  RtAfterPaint  func;
  gulong        handler;
} Waiting;

static void
waiting_clear (gpointer data)
{
  Waiting *self = data;

  g_clear_weak_pointer (&self->widget);
}

static void
waiting_release (gpointer data)
{
  g_rc_box_release_full (data, waiting_clear);
}

/* Each signal and source that may come holds it. */
static void
wait_for (gpointer    instance,
          const char *signal,
          GCallback   callback,
          Waiting    *self)
{
  self->handler = g_signal_connect_data (instance, signal, callback, g_rc_box_acquire (self),
                                         (GClosureNotify) (gpointer) waiting_release, 0);
}

static gboolean
idle_cb (gpointer user_data)
{
  Waiting *self = user_data;

  if (self->widget != NULL)
    self->func (self->widget);

  return G_SOURCE_REMOVE;
}

static void
painted_cb (GdkFrameClock *clock,
            gpointer       user_data)
{
  Waiting *self = user_data;

  g_idle_add_full (G_PRIORITY_LOW, idle_cb, g_rc_box_acquire (self), waiting_release);
  g_signal_handler_disconnect (clock, self->handler);
}

static void
map_cb (GtkWidget *widget,
        gpointer   user_data)
{
  Waiting *self = user_data;
  gulong handler = self->handler;

  wait_for (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (painted_cb), self);
  g_signal_handler_disconnect (widget, handler);
}

void
rt_after_paint (GtkWidget    *widget,
                RtAfterPaint  func)
{
  Waiting *self;

  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (func != NULL);

  self = g_rc_box_new0 (Waiting);
  g_set_weak_pointer (&self->widget, widget);
  self->func = func;
  if (gtk_widget_get_mapped (widget))
    wait_for (gtk_widget_get_frame_clock (widget), "after-paint", G_CALLBACK (painted_cb), self);
  else
    wait_for (widget, "map", G_CALLBACK (map_cb), self);
  waiting_release (self);
}
