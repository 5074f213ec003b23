/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pane of the content: text with highlighting, JSON and XML raw or laid
 * out, images, other bytes in hexadecimal; Copy and Save.
 */

#pragma once

#include "response-pane.h"

G_BEGIN_DECLS

#define RT_TYPE_BODY_PANE (rt_body_pane_get_type ())
G_DECLARE_FINAL_TYPE (RtBodyPane, rt_body_pane, RT, BODY_PANE, RtResponsePane)

/* Property "busy" boolean, read-only, notifies: something is being made ready. */
gboolean rt_body_pane_is_busy (RtBodyPane *self);

G_END_DECLS
