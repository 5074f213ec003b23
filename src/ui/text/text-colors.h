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

typedef struct
{
  GdkRGBA text;
  GdkRGBA teal;
  GdkRGBA violet;
  GdkRGBA orange;
  GdkRGBA red;
  GdkRGBA dim;
  GdkRGBA mark;         /* behind a match */
  GdkRGBA mark_current; /* behind the match that one stands on */
  GdkRGBA selection;
  GdkRGBA current_line;
} RtTextColors;

/** Those of @widget as it is now; what its style lacks is the text's own. */
void           rt_text_colors_load      (RtTextColors       *self,
                                         GtkWidget          *widget);

/** The colour of a token; %NULL for the text's own. */
const GdkRGBA *rt_text_colors_get_token (const RtTextColors *self,
                                         RtSyntax            syntax,
                                         RtTokenKind         kind);

G_END_DECLS
