/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Draws the rows that are seen: behind the text the line of the caret, the
 * matches and the selection; beside it the line numbers.
 */

#include "config.h"

#include "line-view-find.h"
#include "line-view-private.h"

#include <math.h>

#define NUMBER_PADDING 8

const RtTextColors *
rt_line_view_get_colors (RtLineView *self)
{
  if (!self->colors_valid)
    rt_text_colors_load (&self->colors, GTK_WIDGET (self));
  self->colors_valid = TRUE;

  return &self->colors;
}

static void
fill (GtkSnapshot   *snapshot,
      const GdkRGBA *rgba,
      double         x,
      double         y,
      double         width,
      double         height)
{
  gtk_snapshot_append_color (snapshot, rgba, &GRAPHENE_RECT_INIT (x, y, width, height));
}

/* So much of the extents as is seen. @border: (nullable) */
static void
fill_extents (RtLineView    *self,
              GtkSnapshot   *snapshot,
              const GdkRGBA *rgba,
              const GdkRGBA *border,
              GArray        *extents,
              double         y)
{
  double origin = self->gutter - rt_line_view_get_scroll_x (self);
  double width = gtk_widget_get_width (GTK_WIDGET (self));

  for (guint i = 0; i < extents->len; i++)
    {
      const RtExtent *extent = &g_array_index (extents, RtExtent, i);
      double start = MAX (origin + extent->start, 0);
      double end = MIN (origin + extent->end, width);

      if (end <= start)
        continue;
      fill (snapshot, rgba, floor (start), y, ceil (end) - floor (start), self->row_height);
      if (border != NULL)
        fill (snapshot, border, floor (start), y + self->row_height - 2,
              ceil (end) - floor (start), 2);
    }
}

static void
draw_marks (RtLineView  *self,
            GtkSnapshot *snapshot,
            RtTextRow   *row,
            double       y)
{
  const RtTextColors *colors = rt_line_view_get_colors (self);
  GArray *marks = rt_line_view_get_marks (self, row);

  for (guint i = 0; marks != NULL && i < marks->len; i++)
    {
      const RtMatch *mark = &g_array_index (marks, RtMatch, i);
      g_autoptr (GArray) extents = g_array_new (FALSE, FALSE, sizeof (RtExtent));
      gboolean current = rt_line_view_is_match (self, row, mark);

      rt_text_row_get_extents (row, mark->start, mark->end, extents);
      fill_extents (self, snapshot, current ? &colors->mark_current : &colors->mark,
                    current ? &colors->orange : NULL, extents, y);
    }
}

static void
draw_selection (RtLineView    *self,
                GtkSnapshot   *snapshot,
                RtTextRow     *row,
                const RtPlace *from,
                const RtPlace *to,
                double         y)
{
  const RtTextColors *colors = rt_line_view_get_colors (self);
  g_autoptr (GArray) extents = NULL;
  guint64 line = row->key.line;
  guint64 start = from->line == line ? from->byte : 0;
  guint64 end = to->line == line ? to->byte : G_MAXUINT64;

  if (line < from->line || line > to->line)
    return;
  extents = g_array_new (FALSE, FALSE, sizeof (RtExtent));
  rt_text_row_get_extents (row, start, end, extents);
  if (to->line > line && row->last)
    {
      RtExtent line_end = { row->x + row->width, row->x + row->width + self->cell_width };

      g_array_append_val (extents, line_end);
    }
  fill_extents (self, snapshot, &colors->selection, NULL, extents, y);
}

static void
draw_text (RtLineView  *self,
           GtkSnapshot *snapshot,
           RtTextRow   *row,
           double       y)
{
  double x = self->gutter - rt_line_view_get_scroll_x (self) + row->x;

  if (row->node == NULL)
    {
      g_autoptr (GtkSnapshot) text = gtk_snapshot_new ();

      gtk_snapshot_append_layout (text, row->layout, &rt_line_view_get_colors (self)->text);
      row->node = gtk_snapshot_free_to_node (g_steal_pointer (&text));
    }
  if (row->node == NULL)
    return;
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (
    round (x), y + self->baseline - PANGO_PIXELS (pango_layout_get_baseline (row->layout))));
  if (row->scale < 1)
    gtk_snapshot_scale (snapshot, row->scale, 1);
  gtk_snapshot_append_node (snapshot, row->node);
  gtk_snapshot_restore (snapshot);
}

static void
draw_caret (RtLineView  *self,
            GtkSnapshot *snapshot)
{
  GdkRectangle rect;

  if (gtk_widget_has_focus (GTK_WIDGET (self)) &&
      rt_line_view_get_place_rect (self, &self->caret, &rect))
    fill (snapshot, &rt_line_view_get_colors (self)->text, rect.x, rect.y, 2, rect.height);
}

static void
draw_number (RtLineView  *self,
             GtkSnapshot *snapshot,
             RtTextRow   *row,
             double       y)
{
  const RtTextColors *colors = rt_line_view_get_colors (self);
  gboolean current = row->key.line == self->caret.line;
  char text[24];
  int width;

  g_snprintf (text, sizeof text, "%" G_GUINT64_FORMAT, row->key.line + 1);
  pango_layout_set_text (self->number_layout, text, -1);
  pango_layout_get_pixel_size (self->number_layout, &width, NULL);
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &GRAPHENE_POINT_INIT (
    self->gutter - NUMBER_PADDING - 4 - width,
    y + self->baseline - PANGO_PIXELS (pango_layout_get_baseline (self->number_layout))));
  gtk_snapshot_append_layout (snapshot, self->number_layout,
                              current ? &colors->text : &colors->dim);
  gtk_snapshot_restore (snapshot);
}

static void
draw_numbers (RtLineView  *self,
              GtkSnapshot *snapshot,
              GPtrArray   *rows)
{
  if (self->number_layout == NULL)
    self->number_layout = gtk_widget_create_pango_layout (GTK_WIDGET (self), NULL);
  for (guint i = 0; i < rows->len; i++)
    {
      RtTextRow *row = g_ptr_array_index (rows, i);

      /* A slice of a line that scrolls sideways stands for its line. */
      if (row->first || !self->wrap)
        draw_number (self, snapshot, row, self->seen_y + i * self->row_height);
    }
}

static void
draw_behind (RtLineView  *self,
             GtkSnapshot *snapshot,
             GPtrArray   *rows)
{
  RtPlace from, to;
  gboolean selected = rt_line_view_get_selection (self, &from, &to);
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  for (guint i = 0; i < rows->len; i++)
    {
      RtTextRow *row = g_ptr_array_index (rows, i);
      double y = self->seen_y + i * self->row_height;

      if (row->key.line == self->caret.line && !selected)
        fill (snapshot, &rt_line_view_get_colors (self)->current_line, 0, y, width,
              self->row_height);
      if (selected)
        draw_selection (self, snapshot, row, &from, &to, y);
      draw_marks (self, snapshot, row, y);
    }
}

void
rt_line_view_snapshot (GtkWidget   *widget,
                       GtkSnapshot *snapshot)
{
  RtLineView *self = RT_LINE_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int gutter = self->show_line_numbers ? self->gutter - 4 : 0;
  GPtrArray *rows;

  if (self->lines == NULL || self->row_height == 0)
    return;
  rows = rt_line_view_get_seen (self);
  gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (gutter, 0, MAX (0, width - gutter),
                                                         height));
  draw_behind (self, snapshot, rows);
  for (guint i = 0; i < rows->len; i++)
    draw_text (self, snapshot, g_ptr_array_index (rows, i), self->seen_y + i * self->row_height);
  draw_caret (self, snapshot);
  gtk_snapshot_pop (snapshot);
  if (self->show_line_numbers)
    {
      gtk_snapshot_push_clip (snapshot, &GRAPHENE_RECT_INIT (0, 0, gutter, height));
      draw_numbers (self, snapshot, rows);
      gtk_snapshot_pop (snapshot);
    }
}
