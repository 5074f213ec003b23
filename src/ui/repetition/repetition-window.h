/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Repeats a request: how often, what came, as a plot and a table. */

#pragma once

#include <adwaita.h>

#include "repetition.h"

G_BEGIN_DECLS

#define RT_TYPE_REPETITION_WINDOW (rt_repetition_window_get_type ())
G_DECLARE_FINAL_TYPE (RtRepetitionWindow, rt_repetition_window, RT, REPETITION_WINDOW, AdwWindow)

/* Signal "show-trail" (RtTrail): the person chose a send whose trail is still
 * there. Closing it stops what goes on. */

/** @request: followed; Start sends it as it is then */
GtkWidget    *rt_repetition_window_new            (GtkWindow          *parent,
                                                   RtEngine           *engine,
                                                   RtRequest          *request);
/** What was started last; NULL before. (transfer none) */
RtRepetition *rt_repetition_window_get_repetition (RtRepetitionWindow *self);

G_END_DECLS
