/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What stands on top of a response: the number in the colour of its class, icon
 * and word of the class, the reason as received, the meaning, time and size.
 */

#pragma once

#include "response-pane.h"

G_BEGIN_DECLS

#define RT_TYPE_STATUS_HEAD (rt_status_head_get_type ())
G_DECLARE_FINAL_TYPE (RtStatusHead, rt_status_head, RT, STATUS_HEAD, RtResponsePane)

/* Signal "show-code" (int code): the person asks for its page. */

/** What was last announced to screen readers; "" before. (transfer none) */
const char *rt_status_head_get_announcement (RtStatusHead *self);

G_END_DECLS
