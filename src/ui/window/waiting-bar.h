/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A countdown to a Send, which can be skipped or called off. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RT_TYPE_WAITING_BAR (rt_waiting_bar_get_type ())
G_DECLARE_FINAL_TYPE (RtWaitingBar, rt_waiting_bar, RT, WAITING_BAR, GtkWidget)

/* Signal "due": the time is over, or the person does not want to wait. */

/** Shows itself and counts; 0 seconds is due at once. Begins anew while it counts. */
void     rt_waiting_bar_start   (RtWaitingBar *self,
                                 guint         seconds);
/** Hides itself; nothing becomes due. */
void     rt_waiting_bar_stop    (RtWaitingBar *self);
gboolean rt_waiting_bar_waits   (RtWaitingBar *self);

G_END_DECLS
