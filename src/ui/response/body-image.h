/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* An image decoded for the screen: its size is known before its pixels are
 * made, and it is never decoded larger than it can be shown. Any thread.
 */

#pragma once

#include <gdk/gdk.h>

G_BEGIN_DECLS

/* An image of more pixels than this is not decoded at all. */
#define RT_BODY_IMAGE_MAX_PIXELS (64 * 1000 * 1000)
/* Width and height that are ever made. */
#define RT_BODY_IMAGE_MAX_SIDE 2048

/**
 * rt_body_image_decode:
 * @width: (out): pixels of the image as sent, 0 when they were not found
 * @height: (out): the same
 * @error: not an image that can be read, or too large
 *
 * Returns: (transfer full) (nullable): the picture, scaled down when it is large
 */
GdkTexture *rt_body_image_decode (GBytes  *bytes,
                                  int     *width,
                                  int     *height,
                                  GError **error);

G_END_DECLS
