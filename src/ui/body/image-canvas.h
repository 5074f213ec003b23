/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A picture drawn at a scale, on checks where it lets through. Only what is
 * seen is drawn, from tiles, so that no size of picture makes a frame late.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RT_TYPE_IMAGE_CANVAS (rt_image_canvas_get_type ())
G_DECLARE_FINAL_TYPE (RtImageCanvas, rt_image_canvas, RT, IMAGE_CANVAS, GtkWidget)

/**
 * rt_image_canvas_set_pixbuf:
 * @pixbuf: (nullable): the pixels
 * @width: of the image as sent, which the scale is about
 */
void   rt_image_canvas_set_pixbuf (RtImageCanvas *self,
                                   GdkPixbuf     *pixbuf,
                                   int            width,
                                   int            height);
/** @scale: 1 is a pixel a pixel; 0 fits the room there is, and enlarges nothing */
void   rt_image_canvas_set_scale  (RtImageCanvas *self,
                                   double         scale);
/** The scale it is drawn in now. */
double rt_image_canvas_get_scale  (RtImageCanvas *self);

G_END_DECLS
