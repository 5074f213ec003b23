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
  GtkStyleContext *context = gtk_widget_get_style_context (widget);
  GdkRGBA tint;

  gtk_style_context_get_color (context, &self->text);
  load (context, "text_teal", &self->text, &self->teal);
  load (context, "text_violet", &self->text, &self->violet);
  load (context, "text_orange", &self->text, &self->orange);
  load (context, "text_red", &self->text, &self->red);
  load (context, "text_dim", &self->text, &self->dim);
  tint = self->text;
  tint.alpha *= 0.25;
  load (context, "text_mark", &tint, &self->mark);
  tint.alpha = self->text.alpha * 0.5;
  load (context, "text_mark_current", &tint, &self->mark_current);
  load (context, "theme_selected_bg_color", &self->text, &self->selection);
  self->selection.alpha *= 0.35;
  self->current_line = self->text;
  self->current_line.alpha *= 0.05;
}

static const GdkRGBA *
get_xml (const RtTextColors *self,
         RtTokenKind         kind)
{
  switch (kind)
    {
    case RT_TOKEN_KEY:
      return &self->orange;
    case RT_TOKEN_STRING:
    case RT_TOKEN_NUMBER:
      return &self->violet;
    case RT_TOKEN_KEYWORD:
      return &self->teal;
    case RT_TOKEN_ESCAPE:
      return &self->red;
    case RT_TOKEN_PUNCTUATION:
    case RT_TOKEN_COMMENT:
    case RT_TOKEN_DIM:
      return &self->dim;
    case RT_TOKEN_PLAIN:
    default:
      return NULL;
    }
}

const GdkRGBA *
rt_text_colors_get_token (const RtTextColors *self,
                          RtSyntax            syntax,
                          RtTokenKind         kind)
{
  if (syntax == RT_SYNTAX_XML)
    return get_xml (self, kind);

  switch (kind)
    {
    case RT_TOKEN_STRING:
      return &self->teal;
    case RT_TOKEN_KEY:
    case RT_TOKEN_NUMBER:
    case RT_TOKEN_KEYWORD:
      return &self->violet;
    case RT_TOKEN_ESCAPE:
      return &self->red;
    case RT_TOKEN_COMMENT:
    case RT_TOKEN_DIM:
      return &self->dim;
    case RT_TOKEN_PUNCTUATION:
    case RT_TOKEN_PLAIN:
    default:
      return NULL;
    }
}
