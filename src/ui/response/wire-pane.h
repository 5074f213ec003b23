/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pane of the exact bytes: both heads with their odd bytes visible, what
 * came instead of or after them, frames of HTTP/2, and what the library made of
 * it.
 */

#pragma once

#include "response-pane.h"

G_BEGIN_DECLS

#define RT_TYPE_WIRE_PANE (rt_wire_pane_get_type ())
G_DECLARE_FINAL_TYPE (RtWirePane, rt_wire_pane, RT, WIRE_PANE, RtResponsePane)

G_END_DECLS
