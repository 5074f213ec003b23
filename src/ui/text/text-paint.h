/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Draws a laid out row in many colours. Attributes of Pango would cut it into
 * as many pieces, each shaped apart and drawn apart, which takes most of a frame
 * when source text is dense: a row is shaped whole, and drawn once a colour.
 */

#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * rt_text_paint:
 * @layout: of one line
 * @inks: for each byte of the text of @layout, which of @colors it has
 * @colors: (array length=n_colors)
 */
void rt_text_paint (GtkSnapshot   *snapshot,
                    PangoLayout   *layout,
                    const guint8  *inks,
                    const GdkRGBA *colors,
                    guint          n_colors);

G_END_DECLS
