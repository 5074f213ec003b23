/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Why: a trail in, notes out, in a fixed order. Pure. */

#pragma once

#include "catalogue.h"
#include "note.h"
#include "trail.h"

G_BEGIN_DECLS

/**
 * rt_explain_exchange:
 * @position: of the exchange in the trail; it must be DONE
 * @now: Unix seconds
 *
 * Returns: (transfer full): RtNote in a fixed order, topic by topic
 */
GPtrArray *rt_explain_exchange (RtTrail     *trail,
                                guint        position,
                                RtCatalogue *catalogue,
                                gint64       now);

G_END_DECLS
