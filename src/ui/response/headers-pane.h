/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pane of the heads: every field line in wire order and spelling, interim
 * responses, trailers, and the request head as it was sent.
 */

#pragma once

#include "response-pane.h"

G_BEGIN_DECLS

#define RT_TYPE_HEADERS_PANE (rt_headers_pane_get_type ())
G_DECLARE_FINAL_TYPE (RtHeadersPane, rt_headers_pane, RT, HEADERS_PANE, RtResponsePane)

/** All rows, headings included: a list of RtFieldItem. (transfer none) */
GListModel *rt_headers_pane_get_items (RtHeadersPane *self);

G_END_DECLS
