/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cookies of a hop: set here, sent there, or not, and why. Names only. */

#pragma once

#include "hop-private.h"

G_BEGIN_DECLS

/** Adds a sentence for each cookie that something is to be said of. */
void     rt_hop_cookies_say       (GPtrArray        *lines,
                                   const RtHopSides *sides);

/** The first request had a Cookie field that did not come out of a jar. */
gboolean rt_hop_cookies_are_typed (const RtHopSides *sides);

G_END_DECLS
