/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What stands in place of a response before the first Send: what to try. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RT_TYPE_EMPTY_RESPONSE (rt_empty_response_get_type ())
G_DECLARE_FINAL_TYPE (RtEmptyResponse, rt_empty_response, RT, EMPTY_RESPONSE, GtkWidget)

G_END_DECLS
