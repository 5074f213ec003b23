/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Shows one body in the view of the person's choice: a row of tabs, one page a
 * view, what is to be said of it, its size and charset. A part of a multipart
 * body is shown in the same way, one step in, and a part of a part two.
 */

#pragma once

#include <gtk/gtk.h>

#include "body-content.h"
#include "settings.h"

G_BEGIN_DECLS

#define RT_TYPE_BODY_VIEWER (rt_body_viewer_get_type ())
G_DECLARE_FINAL_TYPE (RtBodyViewer, rt_body_viewer, RT, BODY_VIEWER, GtkWidget)

/* Properties, writable, notify: "wrap" boolean (TRUE): long lines are; "charset"
 * string: of the person's choice, "" for the one that was found; "view" string:
 * the nick of the view that is shown, "" without content.
 * "part" RtBodyContent, read-only, notifies: shown in place of the content, or NULL.
 * "busy" boolean, read-only, notifies: what is shown is still being made. */
GtkWidget     *rt_body_viewer_new          (void);

/** NULL: nothing is shown. What was shown is let go at once. */
void           rt_body_viewer_set_content  (RtBodyViewer  *self,
                                            RtBodyContent *content);
/** What is shown: the content, or a part of it. (transfer none) (nullable) */
RtBodyContent *rt_body_viewer_get_shown    (RtBodyViewer  *self);
/** The part that is shown; NULL for the whole. (transfer none) (nullable) */
RtBodyContent *rt_body_viewer_get_part     (RtBodyViewer  *self);
/** A name for a file of the part, made safe; NULL without one. (transfer full) */
char          *rt_body_viewer_dup_part_name (RtBodyViewer *self);

/** Where the views that were chosen are remembered; NULL: nowhere. */
void           rt_body_viewer_set_settings (RtBodyViewer  *self,
                                            RtSettings    *settings);

/** What is to be said besides what the viewer knows: a checksum, a save that
 * failed. NULL takes it away. */
void           rt_body_viewer_set_message  (RtBodyViewer  *self,
                                            const char    *message);
/** Goes before the size in the status line: "12.3 kB as sent, gzip". */
void           rt_body_viewer_set_origin   (RtBodyViewer  *self,
                                            const char    *origin);

/** Opens what finds in the view that is shown. */
void           rt_body_viewer_find         (RtBodyViewer  *self);

gboolean       rt_body_viewer_is_busy      (RtBodyViewer  *self);

G_END_DECLS
