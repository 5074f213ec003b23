/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Lays children out one after another, and begins a new line where the width
 * ends: buttons of different width in a narrow window. A child that expands
 * takes what is left of its line.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RT_TYPE_WRAP_LAYOUT (rt_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (RtWrapLayout, rt_wrap_layout, RT, WRAP_LAYOUT, GtkLayoutManager)

/* Property "spacing" int (6): pixels between children and between lines. */
GtkLayoutManager *rt_wrap_layout_new (void);

G_END_DECLS
