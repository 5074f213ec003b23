/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The handle of a #GtkPaned that has hidden one of its sides. GTK still takes the
 * presses where it last stood, from whatever is shown there now.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** From now on a handle that is not shown takes no press. Both sides are there and
 * stay. */
void rt_split_handle_watch (GtkPaned *paned);

G_END_DECLS
