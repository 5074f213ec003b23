/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What can be said of a number that nobody has described: its class.
 * Private to this layer.
 */

#pragma once

#include "entry.h"
#include "status-code.h"

G_BEGIN_DECLS

/** @status_class: the entry of the class of @code. (transfer full) */
RtStatusCode *rt_unregistered_code_new (int      code,
                                        RtEntry *status_class);

G_END_DECLS
