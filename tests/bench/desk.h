/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The display that is measured on. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * desk_have_manager:
 *
 * Announces a window manager where there is none, as on a display for tests:
 * without one GTK asks the X server several times a frame whether one has come,
 * and waits for the answer each time. Before GTK opens the display.
 */
void desk_have_manager (void);

G_END_DECLS
