/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the marks in an image say that its loader does not: that the end is
 * missing, that it moves, how large it is when it is too large to be read. PNG,
 * JPEG and WebP; of others nothing is known. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  gboolean is_cut;      /* the bytes end before the image does */
  gboolean is_animated; /* it has more than one picture */
  guint    width;       /* of PNG; 0: not known */
  guint    height;
} RtImageMarks;

/** @marks: (out) */
void rt_image_marks_read (const guint8 *data,
                          gsize         length,
                          RtImageMarks *marks);

G_END_DECLS
