/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a trail waits for, and the buttons that decide: at a redirect in step
 * mode, or before the next try.
 */

#pragma once

#include <gtk/gtk.h>

#include "trail.h"

G_BEGIN_DECLS

#define RT_TYPE_PENDING_BAR (rt_pending_bar_get_type ())
G_DECLARE_FINAL_TYPE (RtPendingBar, rt_pending_bar, RT, PENDING_BAR, GtkWidget)

/* Hidden while nothing is pending. Signal "edit" (RtRequest): the person wants
 * to change the next request before it is sent; nothing is decided yet. */
void rt_pending_bar_set_trail (RtPendingBar *self,
                               RtTrail      *trail);

G_END_DECLS
