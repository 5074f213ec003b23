/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The arrows that open and close the chosen row of a tree. The expander of GTK
 * has them too, but it never has the focus: the row around it has.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/** For a #GtkListView whose model is a #GtkSingleSelection of #GtkTreeListRow.
 * (transfer full) */
GtkEventController *rt_tree_keys_new (void);

G_END_DECLS
