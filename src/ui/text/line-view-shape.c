/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Makes the layout of a row, and says which ink each piece of it has. */

#include "config.h"

#include "line-view-private.h"

#include <string.h>

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

/* Inks of the text of a slice, and what stands after it. */
static void
add_tokens (RtLineView    *self,
            guint8        *inks,
            const RtSlice *slice,
            RtSyntaxState *state,
            const char    *text,
            gsize          length)
{
  g_autoptr (GArray) tokens = g_array_new (FALSE, FALSE, sizeof (RtToken));

  rt_syntax_scan (self->syntax, text, length, state, tokens);
  for (guint i = 0; i < tokens->len; i++)
    {
      const RtToken *token = &g_array_index (tokens, RtToken, i);
      gsize start = rt_slice_to_drawn (slice, token->start);
      gsize end = rt_slice_to_drawn (slice, token->end);

      memset (inks + start, rt_text_colors_get_token (self->syntax, token->kind), end - start);
    }
}

static void
add_syntax (RtLineView    *self,
            guint8        *inks,
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
  add_tokens (self, inks, slice, &state, text->str + start, rt_slice_get_bytes (slice));
  self->shaped = (RtPlace) { line, place.byte + rt_slice_get_bytes (slice) };
  self->shaped_state = state;
}

/* What stands for something else looks unlike the same text that was sent. */
static void
add_units (guint8        *inks,
           const RtSlice *slice)
{
  for (guint i = 0; i + 1 < slice->units->len; i++)
    {
      const RtUnit *unit = &g_array_index (slice->units, RtUnit, i);

      if (unit->kind != RT_UNIT_PLAIN && unit->kind != RT_UNIT_TAB)
        memset (inks + unit->drawn, unit->kind == RT_UNIT_INVALID ? RT_INK_RED : RT_INK_ORANGE,
                unit[1].drawn - unit->drawn);
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
  g_autofree guint8 *inks = g_new0 (guint8, slice->drawn->len + 1);
  PangoLayout *layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);

  add_syntax (self, inks, slice, key->line, from, text, start);
  add_units (inks, slice);
  pango_layout_set_single_paragraph_mode (layout, TRUE);
  pango_layout_set_auto_dir (layout, FALSE);
  pango_layout_set_text (layout, slice->drawn->str, slice->drawn->len);

  return rt_text_row_new (key, from + start, slice, layout, g_steal_pointer (&inks));
}
