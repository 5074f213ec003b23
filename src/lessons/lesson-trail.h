/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A trail as a lesson counts it: what a person asked for and what the server
 * said to it. What the connection alone gave rise to does not count.
 */

#pragma once

#include "trail.h"

G_BEGIN_DECLS

/** Exchanges, without those that only opened a tunnel or found a kept
 * connection closed. */
guint       rt_lesson_trail_count (RtTrail *self);

/**
 * rt_lesson_trail_pick:
 * @number: from 1; 0 is the last
 *
 * Returns: (transfer none) (nullable): that exchange
 */
RtExchange *rt_lesson_trail_pick  (RtTrail *self,
                                   guint    number);

G_END_DECLS
