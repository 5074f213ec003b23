/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Work that can wait until a window is seen: what stands behind a tab, rows
 * below the fold. It is done in pieces when nothing else is to be done.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef void (*RtAfterPaint) (GtkWidget *widget);

/**
 * rt_after_paint:
 * @widget: what is waited for; nothing happens when it goes away before
 * @func: called once, some time after @widget was painted for the first time
 *
 * Several calls are done in their order, each in a turn of its own.
 */
void rt_after_paint (GtkWidget    *widget,
                     RtAfterPaint  func);

G_END_DECLS
