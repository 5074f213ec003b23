/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How large the parts of a request were. Pure. */

#pragma once

#include "head.h"

G_BEGIN_DECLS

/**
 * rt_sent_largest_field:
 * @request: a request head
 * @length: (out): of its line, in bytes
 *
 * The largest field that a person could do without: not Host, nor one that
 * describes the content or the connection.
 *
 * Returns: its position, or -1 when there is none
 */
int   rt_sent_largest_field (RtHead *request,
                             gsize  *length);

/** Bytes of the request target as it was sent. */
gsize rt_sent_target_length (RtHead *request);

G_END_DECLS
