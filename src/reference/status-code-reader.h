/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One <code> element of data/reference/status-codes-*.xml as RtStatusCode.
 * Private to this layer.
 */

#pragma once

#include "catalogue-node.h"
#include "status-code.h"

G_BEGIN_DECLS

/** @error: RT_REFERENCE_ERROR with file, line and reason. (transfer full) */
RtStatusCode *rt_status_code_read (const RtNode  *node,
                                   GError       **error);

G_END_DECLS
