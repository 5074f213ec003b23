/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The colours of drawn text. They stand in the style sheets under these names:
 * text_teal, text_violet, text_orange, text_red, text_dim, text_mark,
 * text_mark_current; so that dark and high contrast are theirs to say.
 */

#pragma once

#include <gtk/gtk.h>

#include "syntax.h"

G_BEGIN_DECLS

typedef enum
{
  RT_INK_TEXT,
  RT_INK_TEAL,
  RT_INK_VIOLET,
  RT_INK_ORANGE,
  RT_INK_RED,
  RT_INK_DIM,
  RT_N_INKS
} RtInk;

typedef struct
{
  GdkRGBA inks[RT_N_INKS];
  GdkRGBA mark;         /* behind a match */
  GdkRGBA mark_current; /* behind the match that one stands on */
  GdkRGBA selection;
  GdkRGBA current_line;
} RtTextColors;

/** Those of @widget as it is now; what its style lacks is the text's own. */
void  rt_text_colors_load      (RtTextColors *self,
                                GtkWidget    *widget);

/** The ink of a token. */
RtInk rt_text_colors_get_token (RtSyntax      syntax,
                                RtTokenKind   kind);

G_END_DECLS
