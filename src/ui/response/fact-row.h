/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One fact: a title and its value in words, the value selectable. */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RT_TYPE_FACT_ROW (rt_fact_row_get_type ())
G_DECLARE_FINAL_TYPE (RtFactRow, rt_fact_row, RT, FACT_ROW, GtkWidget)

/** @title and @value are text fit for the screen, never markup. */
GtkWidget  *rt_fact_row_new       (const char *title,
                                   const char *value);
/** The value says that something is wrong. */
void        rt_fact_row_mark_bad  (RtFactRow  *self);

G_END_DECLS
