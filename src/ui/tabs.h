/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tabs that may be wider than their place. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * rt_tabs_keep_in_sight:
 * @switcher: with its stack, in a scrolled window
 *
 * From now on the tab of the visible page is scrolled into sight whenever
 * another page is chosen or the room changes.
 */
void rt_tabs_keep_in_sight (GtkStackSwitcher *switcher);

G_END_DECLS
