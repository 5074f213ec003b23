/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What stands between two rungs: why the next exchange happened, what changed,
 * what others would have done, and what is to be said of it.
 */

#pragma once

#include <gtk/gtk.h>

#include "hop.h"
#include "note.h"

G_BEGIN_DECLS

#define RT_TYPE_LADDER_HOP (rt_ladder_hop_get_type ())
G_DECLARE_FINAL_TYPE (RtLadderHop, rt_ladder_hop, RT, LADDER_HOP, GtkWidget)

GtkWidget  *rt_ladder_hop_new       (void);
/**
 * rt_ladder_hop_show:
 * @hop: (nullable): %NULL after the last exchange
 * @notes: (element-type RtNote): on the trail
 * @end: how the trail ended; "" elsewhere
 *
 * It is hidden when there is nothing to say.
 */
void        rt_ladder_hop_show      (RtLadderHop *self,
                                     const RtHop *hop,
                                     GPtrArray   *notes,
                                     const char  *end);
/** All of it in words, as screen readers get it. (transfer none) */
const char *rt_ladder_hop_get_words (RtLadderHop *self);

G_END_DECLS
