/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The pane of the connection: addresses, protocol, encryption, certificates. */

#pragma once

#include "response-pane.h"

G_BEGIN_DECLS

#define RT_TYPE_CONNECTION_PANE (rt_connection_pane_get_type ())
G_DECLARE_FINAL_TYPE (RtConnectionPane, rt_connection_pane, RT, CONNECTION_PANE, RtResponsePane)

G_END_DECLS
