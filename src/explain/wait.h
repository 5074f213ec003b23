/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How long Retry-After says to wait. Pure. */

#pragma once

#include "head.h"

G_BEGIN_DECLS

/**
 * rt_wait_read:
 * @response: a response head
 * @now: Unix seconds; the Date of the response counts in its place when there
 *   is one, as the clocks may differ
 *
 * Returns: seconds to wait, 0 for a date that has passed, -1 when there is no
 *   Retry-After, -2 when it cannot be read
 */
gint64 rt_wait_read (RtHead *response,
                     gint64  now);

G_END_DECLS
