/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The trail as a row of chips, and under it why the chosen exchange was
 * followed by another.
 */

#pragma once

#include <gtk/gtk.h>

#include "trail.h"

G_BEGIN_DECLS

#define RT_TYPE_TRAIL_STRIP (rt_trail_strip_get_type ())
G_DECLARE_FINAL_TYPE (RtTrailStrip, rt_trail_strip, RT, TRAIL_STRIP, GtkWidget)

/* Property "exchange" RtExchange (nullable), read-only, notifies: the chosen
 * one. While a trail grows, its newest is, until the person chooses. */
void        rt_trail_strip_set_trail    (RtTrailStrip *self,
                                         RtTrail      *trail);
RtExchange *rt_trail_strip_get_exchange (RtTrailStrip *self);
void        rt_trail_strip_choose       (RtTrailStrip *self,
                                         guint         position);
/** Why it went on, or ended, after the chosen one. (transfer none) */
const char *rt_trail_strip_get_rule     (RtTrailStrip *self);

G_END_DECLS
