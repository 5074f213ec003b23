/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which kind of token has which colour: as the Adwaita schemes of GtkSourceView
 * have it, so that small texts in such a view look the same.
 */

#include "config.h"

#include "text-colors.h"

static void
load (GtkStyleContext *context,
      const char      *name,
      const GdkRGBA   *otherwise,
      GdkRGBA         *color)
{
  if (!gtk_style_context_lookup_color (context, name, color))
    *color = *otherwise;
}

void
rt_text_colors_load (RtTextColors *self,
                     GtkWidget    *widget)
{
  static const char * const names[RT_N_INKS] = {
    NULL, "text_teal", "text_violet", "text_orange", "text_red", "text_dim",
  };
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA *text = &self->inks[RT_INK_TEXT];
  GdkRGBA tint;

  gtk_style_context_get_color (context, text);
  for (guint i = RT_INK_TEXT + 1; i < RT_N_INKS; i++)
    load (context, names[i], text, &self->inks[i]);
  tint = *text;
  tint.alpha *= 0.25;
  load (context, "text_mark", &tint, &self->mark);
  tint.alpha = text->alpha * 0.5;
  load (context, "text_mark_current", &tint, &self->mark_current);
  load (context, "theme_selected_bg_color", text, &self->selection);
  self->selection.alpha *= 0.35;
  self->current_line = *text;
  self->current_line.alpha *= 0.05;
}

static RtInk
get_xml (RtTokenKind kind)
{
  switch (kind)
    {
    case RT_TOKEN_KEY:
      return RT_INK_ORANGE;
    case RT_TOKEN_STRING:
    case RT_TOKEN_NUMBER:
      return RT_INK_VIOLET;
    case RT_TOKEN_KEYWORD:
      return RT_INK_TEAL;
    case RT_TOKEN_ESCAPE:
      return RT_INK_RED;
    case RT_TOKEN_PUNCTUATION:
    case RT_TOKEN_COMMENT:
    case RT_TOKEN_DIM:
      return RT_INK_DIM;
    case RT_TOKEN_PLAIN:
    default:
      return RT_INK_TEXT;
    }
}

RtInk
rt_text_colors_get_token (RtSyntax    syntax,
                          RtTokenKind kind)
{
  if (syntax == RT_SYNTAX_XML)
    return get_xml (kind);

  switch (kind)
    {
    case RT_TOKEN_STRING:
      return RT_INK_TEAL;
    case RT_TOKEN_KEY:
    case RT_TOKEN_NUMBER:
    case RT_TOKEN_KEYWORD:
      return RT_INK_VIOLET;
    case RT_TOKEN_ESCAPE:
      return RT_INK_RED;
    case RT_TOKEN_COMMENT:
    case RT_TOKEN_DIM:
      return RT_INK_DIM;
    case RT_TOKEN_PUNCTUATION:
    case RT_TOKEN_PLAIN:
    default:
      return RT_INK_TEXT;
    }
}
