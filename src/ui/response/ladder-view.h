/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The whole trail from top to bottom: each exchange a rung, and between two of
 * them why the next happened and what changed.
 */

#pragma once

#include <gtk/gtk.h>

#include "catalogue.h"
#include "trail.h"

G_BEGIN_DECLS

#define RT_TYPE_LADDER_VIEW (rt_ladder_view_get_type ())
G_DECLARE_FINAL_TYPE (RtLadderView, rt_ladder_view, RT, LADDER_VIEW, GtkWidget)

/* Signal "chosen" (uint position): the person wants to see that exchange. Its
 * buttons activate "response.copy-ladder". */
void  rt_ladder_view_set_trail     (RtLadderView *self,
                                    RtTrail      *trail);
void  rt_ladder_view_set_catalogue (RtLadderView *self,
                                    RtCatalogue  *catalogue);

G_END_DECLS
