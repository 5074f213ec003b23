/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Makes the layout of a row: its text, the colours of its tokens, and a look
 * for what stands for something else.
 */

#include "config.h"

#include "line-view-private.h"

/* Lines and bytes that are read before a line to know what it begins within;
 * what was opened before those is not known. */
#define LINES_BEFORE 64
#define BYTES_BEFORE 8192

/* What the line begins within, as far as the lines before it tell. JSON and
 * hexadecimal have nothing that goes over a line end. */
static RtSyntaxState
find_state (RtLineView *self,
            guint64     line)
{
  RtSyntaxState state = { 0, };
  RtSyntaxState *known = NULL;
  guint64 from = line;

  if (self->syntax != RT_SYNTAX_XML)
    return state;
  while (from > 0 && line - from < LINES_BEFORE && known == NULL)
    {
      known = g_hash_table_lookup (self->states, &from);
      if (known == NULL)
        from--;
    }
  if (known != NULL)
    state = *known;
  for (; from < line; from++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint64 length = rt_lines_get_length (self->lines, from);
      guint64 start = length - MIN (length, BYTES_BEFORE);
      guint64 next = from + 1;

      rt_lines_read (self->lines, from, start, length - start, text);
      if (start > 0)
        rt_syntax_guess (self->syntax, text->str, text->len, &state);
      else
        rt_syntax_scan (self->syntax, text->str, text->len, &state, NULL);
      rt_syntax_scan (self->syntax, "\n", 1, &state, NULL);
      g_hash_table_replace (self->states, g_memdup2 (&next, sizeof next),
                            g_memdup2 (&state, sizeof state));
    }

  return state;
}

static void
insert (PangoAttrList  *list,
        PangoAttribute *attribute,
        gsize           start,
        gsize           end)
{
  attribute->start_index = start;
  attribute->end_index = end;
  pango_attr_list_insert (list, attribute);
}

static void
color (PangoAttrList *list,
       const GdkRGBA *rgba,
       gsize          start,
       gsize          end)
{
  insert (list,
          pango_attr_foreground_new (rgba->red * 65535, rgba->green * 65535, rgba->blue * 65535),
          start, end);
}

/* Colours of the text of a slice, and what stands after it. */
static void
add_tokens (RtLineView    *self,
            PangoAttrList *list,
            const RtSlice *slice,
            RtSyntaxState *state,
            const char    *text,
            gsize          length)
{
  const RtTextColors *colors = rt_line_view_get_colors (self);
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (RtToken));

  rt_syntax_scan (self->syntax, text, length, state, tokens);
  for (guint i = 0; i < tokens->len; i++)
    {
      const RtToken *token = &g_array_index (tokens, RtToken, i);
      const GdkRGBA *rgba = rt_text_colors_get_token (colors, self->syntax, token->kind);

      if (rgba != NULL)
        color (list, rgba, rt_slice_to_drawn (slice, token->start),
               rt_slice_to_drawn (slice, token->end));
    }
}

static void
add_syntax (RtLineView    *self,
            PangoAttrList *list,
            const RtSlice *slice,
            guint64        line,
            guint64        from,
            const GString *text,
            gsize          start)
{
  RtSyntaxState state = { 0, };
  RtPlace place = { line, from + start };

  if (self->syntax == RT_SYNTAX_NONE)
    return;
  /* The row before was made just now, as a rule. */
  if (rt_place_compare (&place, &self->shaped) == 0 && place.byte > 0)
    state = self->shaped_state;
  else if (from > 0)
    rt_syntax_guess (self->syntax, text->str, start, &state);
  else
    {
      state = find_state (self, line);
      rt_syntax_scan (self->syntax, text->str, start, &state, NULL);
    }
  add_tokens (self, list, slice, &state, text->str + start, rt_slice_get_bytes (slice));
  self->shaped = (RtPlace) { line, place.byte + rt_slice_get_bytes (slice) };
  self->shaped_state = state;
}

/* What stands for something else looks unlike the same text that was sent. */
static void
add_units (RtLineView    *self,
           PangoAttrList *list,
           const RtSlice *slice)
{
  const RtTextColors *colors = rt_line_view_get_colors (self);

  for (guint i = 0; i + 1 < slice->units->len; i++)
    {
      const RtUnit *unit = &g_array_index (slice->units, RtUnit, i);
      const GdkRGBA *rgba = unit->kind == RT_UNIT_INVALID ? &colors->red : &colors->orange;
      gsize start = unit->drawn;
      gsize end = unit[1].drawn;

      if (unit->kind == RT_UNIT_PLAIN || unit->kind == RT_UNIT_TAB)
        continue;
      color (list, rgba, start, end);
      insert (list, pango_attr_background_new (rgba->red * 65535, rgba->green * 65535,
                                               rgba->blue * 65535), start, end);
      insert (list, pango_attr_background_alpha_new (65535 * 0.16), start, end);
      if (unit->kind == RT_UNIT_INVALID)
        insert (list, pango_attr_underline_new (PANGO_UNDERLINE_SINGLE), start, end);
    }
}

RtTextRow *
rt_line_view_shape (RtLineView     *self,
                    const RtRowKey *key,
                    guint64         from,
                    const GString  *text,
                    gsize           start,
                    gsize           limit,
                    guint64         cell,
                    guint           max_cells)
{
  gboolean is_long = rt_lines_get_length (self->lines, key->line) > RT_LONG_LINE;
  RtSlice *slice = rt_slice_new (text->str + start, text->len - start, limit - start,
                                 self->wrap ? 0 : cell, max_cells,
                                 self->pictures | (is_long ? RT_SLICE_COMPACT : 0));
  g_autoptr (PangoAttrList) list = pango_attr_list_new ();
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);

  add_syntax (self, list, slice, key->line, from, text, start);
  add_units (self, list, slice);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_attributes (layout, list);
  pango_layout_set_text (layout, slice->drawn->str, slice->drawn->len);

  return rt_text_row_new (key, from + start, slice, layout);
}
