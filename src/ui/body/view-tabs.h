/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The row of buttons that choose how a body is looked at. */

#pragma once

#include <gtk/gtk.h>

#include "body-content.h"

G_BEGIN_DECLS

#define RT_TYPE_VIEW_TABS (rt_view_tabs_get_type ())
G_DECLARE_FINAL_TYPE (RtViewTabs, rt_view_tabs, RT, VIEW_TABS, GtkWidget)

/* Signal "chosen" (uint view): the person wants this one. */

/** Offers the views that @content (nullable) has. */
void rt_view_tabs_set_content (RtViewTabs    *self,
                               RtBodyContent *content);
/** Marks @view as the one that is shown. */
void rt_view_tabs_set_view    (RtViewTabs    *self,
                               RtBodyView     view);

G_END_DECLS
