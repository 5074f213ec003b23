/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Why it came out as it did: the notes on the chosen exchange, and what can be
 * tried next.
 */

#pragma once

#include "next-step.h"
#include "response-pane.h"

G_BEGIN_DECLS

#define RT_TYPE_WHY_PANE (rt_why_pane_get_type ())
G_DECLARE_FINAL_TYPE (RtWhyPane, rt_why_pane, RT, WHY_PANE, RtResponsePane)

/* Signal "step" (RtNextStep): the person wants to try it. */

G_END_DECLS
