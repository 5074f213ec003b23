/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pane of time and size: the waterfall, and how many bytes went each way. */

#pragma once

#include "response-pane.h"

G_BEGIN_DECLS

#define RT_TYPE_TIMING_PANE (rt_timing_pane_get_type ())
G_DECLARE_FINAL_TYPE (RtTimingPane, rt_timing_pane, RT, TIMING_PANE, RtResponsePane)

G_END_DECLS
