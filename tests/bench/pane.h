/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A window with all that is shown of a response, as the app has it, and what
 * the measurements ask of it.
 */

#pragma once

#include "line-view.h"
#include "trail.h"

G_BEGIN_DECLS

/** Opens the window, and shows a few bytes of @media_type in it, so that all
 * widgets are there. (transfer none) */
GtkWidget  *pane_open       (const char *media_type);

/** Shows a few bytes of @media_type, in an exchange of their own. */
void        pane_show_small (GtkWidget  *pane,
                             const char *media_type);
/** A GET that receives content of @media_type, nothing of it yet. */
RtExchange *pane_exchange_new (const char *media_type);
/** Shows it, in a trail of its own that still runs. */
RtTrail    *pane_show       (GtkWidget  *pane,
                             RtExchange *exchange);
void        pane_show_trail (GtkWidget  *pane,
                             RtTrail    *trail);

/** The mapped widget of @type below @root, or NULL. */
GtkWidget  *pane_find       (GtkWidget  *root,
                             GType       type);
/** The text that is shown, or NULL. */
RtLineView *pane_get_text   (GtkWidget  *pane);
/** Whether something is being made ready. */
gboolean    pane_is_busy    (GtkWidget  *pane);

/** Runs the main loop until a frame is painted after which @is_reached. Returns
 * when it was, in microseconds. */
gint64      pane_wait       (GtkWidget  *pane,
                             gboolean  (*is_reached) (GtkWidget *pane));
/** The first line stands in the frame, of a text that has more. */
gboolean    pane_has_text   (GtkWidget  *pane);

/** Microseconds that this thread has had the processor. */
gint64      pane_get_work   (void);

G_END_DECLS
