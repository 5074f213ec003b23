/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* JSON as a tree that opens when it is asked to, with the path of the chosen
 * value, and a filter by text or by JSONPath (RFC 9535). A page of the viewer.
 */

#pragma once

#include <gtk/gtk.h>

#include "body-page.h"

G_BEGIN_DECLS

#define RT_TYPE_TREE_VIEW (rt_tree_view_get_type ())
G_DECLARE_FINAL_TYPE (RtTreeView, rt_tree_view, RT, TREE_VIEW, GtkWidget)

GtkWidget  *rt_tree_view_new        (void);
/** @tree: (nullable): shown from its root, through the filter when there is one */
void        rt_tree_view_set_tree   (RtTreeView *self,
                                     RtJsonTree *tree);

G_END_DECLS
