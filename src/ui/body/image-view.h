/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An image: its size and format, zoom, checks behind what is transparent. An
 * animation plays, and stops when asked to or when animations are off; a vector image
 * is made anew for the zoom.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define RT_TYPE_IMAGE_VIEW (rt_image_view_get_type ())
G_DECLARE_FINAL_TYPE (RtImageView, rt_image_view, RT, IMAGE_VIEW, GtkWidget)

/** Property "busy": an image is being decoded. */
GtkWidget *rt_image_view_new       (void);
/** @bytes: (nullable): the image, decoded in a thread */
void       rt_image_view_set_bytes (RtImageView *self,
                                    GBytes      *bytes);
gboolean   rt_image_view_is_busy   (RtImageView *self);
/** "PNG, 640 × 480 pixels, 12.3 kB"; why not, when there is none. (transfer none) */
const char *rt_image_view_get_words (RtImageView *self);

G_END_DECLS
