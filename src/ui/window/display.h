/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The display, opened with no more than it needs. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rt_display_open:
 *
 * gtk_init_check(), without GL when the person chose a renderer that does not
 * use it (GSK_RENDERER=cairo). The environment is afterwards as it was.
 *
 * Returns: FALSE when there is no display
 */
gboolean rt_display_open (void);

G_END_DECLS
