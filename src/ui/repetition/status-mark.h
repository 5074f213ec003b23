/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The small shape of a status class, for plots and tables: told apart without
 * its colour.
 */

#pragma once

#include <gtk/gtk.h>

#include "status-code.h"

G_BEGIN_DECLS

#define RT_TYPE_STATUS_MARK (rt_status_mark_get_type ())
G_DECLARE_FINAL_TYPE (RtStatusMark, rt_status_mark, RT, STATUS_MARK, GtkWidget)

/* Says nothing to a screen reader: the words stand beside it. */
GtkWidget *rt_status_mark_new        (void);
/** @code 0 is no response. */
void       rt_status_mark_set_code   (RtStatusMark  *self,
                                      int            code);

/** The path of the shape, @size pixels wide, around a point.
 * Returns: TRUE when it is to be filled, FALSE when it is to be stroked. */
gboolean   rt_status_mark_trace      (cairo_t       *cr,
                                      RtStatusClass  status_class,
                                      double         x,
                                      double         y,
                                      double         size);
/** The colour of the class in the style of @widget. */
void       rt_status_mark_get_color  (GtkWidget     *widget,
                                      RtStatusClass  status_class,
                                      GdkRGBA       *color);

G_END_DECLS
