/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The panes of a response: which there are, and the room that they like. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** Makes all panes and adds them to @stack, by name and title, and to @parts
 * (element-type RtResponsePane), which does not own them. */
void              rt_response_panes_add        (GtkStack  *stack,
                                                GPtrArray *parts);

/** For what has the stack as its only child: a height that is liked and not
 * needed, so that a low window stays possible. (transfer full) */
GtkLayoutManager *rt_response_panes_new_layout (void);

G_END_DECLS
