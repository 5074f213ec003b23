/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What goes on while an exchange runs: the phase, how much has come, how fast,
 * and what is left when that is known. Hides itself when it is done.
 */

#pragma once

#include "response-pane.h"

G_BEGIN_DECLS

#define RT_TYPE_PROGRESS_STRIP (rt_progress_strip_get_type ())
G_DECLARE_FINAL_TYPE (RtProgressStrip, rt_progress_strip, RT, PROGRESS_STRIP, RtResponsePane)

G_END_DECLS
