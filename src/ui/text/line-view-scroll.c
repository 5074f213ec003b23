/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Goes to places, and says which place is where on the screen. */

#include "config.h"

#include "line-view-private.h"

#include <math.h>

/* The row of a place at the top, or at @above rows below it. */
static void
scroll_to_row (RtLineView    *self,
               const RtPlace *place,
               double         above)
{
  RtTopRow top = { place->line, rt_line_view_find_row (self, place), 0 };
  gint64 rows = ceil (above);

  top.offset = (rows - above) * self->row_height;
  if (!rt_line_view_move_row (self, &top, -rows))
    top.offset = 0;
  gtk_adjustment_set_value (self->adjustments[GTK_ORIENTATION_VERTICAL],
                            rt_line_view_get_position (self, &top) * self->row_height);
}

static int
compare_rows (guint64        line,
              guint64        row,
              const RtTopRow *other)
{
  if (line != other->line)
    return line < other->line ? -1 : 1;

  return row < other->row ? -1 : row > other->row;
}

static void
scroll_to_y (RtLineView    *self,
             const RtPlace *place)
{
  guint64 row = rt_line_view_find_row (self, place);
  double page = gtk_widget_get_height (GTK_WIDGET (self)) / (double) self->row_height;
  RtTopRow top, bottom, near_row;

  rt_line_view_get_top_row (self, &top);
  bottom = near_row = top;
  if (rt_line_view_move_row (self, &bottom, (gint64) (page + top.offset / self->row_height)) &&
      compare_rows (place->line, row, &bottom) >= 0)
    {
      rt_line_view_move_row (self, &bottom, 3);
      scroll_to_row (self, place, compare_rows (place->line, row, &bottom) < 0 ? page - 1
                                                                               : page / 3);
      return;
    }
  if (compare_rows (place->line, row, &top) < 0 ||
      (compare_rows (place->line, row, &top) == 0 && top.offset > 0))
    {
      rt_line_view_move_row (self, &near_row, -3);
      scroll_to_row (self, place, compare_rows (place->line, row, &near_row) >= 0 ? 0 : page / 3);
    }
}

static void
scroll_to_x (RtLineView    *self,
             const RtPlace *place)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  double page = gtk_adjustment_get_page_size (adjustment);
  double value = gtk_adjustment_get_value (adjustment);
  double x = rt_line_view_get_text_x (self, place);
  double margin = MIN (page / 4, 6 * self->cell_width);

  if (x < value + (value > 0 ? self->cell_width : 0))
    gtk_adjustment_set_value (adjustment, x < page - margin ? 0 : x - margin);
  else if (x > value + page - 2 * self->cell_width)
    {
      self->widest = MAX (self->widest, x);
      rt_line_view_configure_horizontal (self);
      gtk_adjustment_set_value (adjustment, x > value + 2 * page ? x - page / 2
                                                                 : x - page + margin);
    }
}

void
rt_line_view_scroll_to (RtLineView    *self,
                        const RtPlace *place)
{
  RtPlace target;

  g_return_if_fail (RT_IS_LINE_VIEW (self));
  g_return_if_fail (place != NULL);

  target = *place;
  if (gtk_widget_get_height (GTK_WIDGET (self)) == 0 || self->row_height == 0)
    {
      self->pending = target;
      self->has_pending = TRUE;
      return;
    }
  rt_line_view_clamp_place (self, &target);
  if (self->n_lines == 0)
    return;
  scroll_to_y (self, &target);
  if (!self->wrap)
    scroll_to_x (self, &target);
}

void
rt_line_view_get_top (RtLineView *self,
                      RtPlace    *top)
{
  RtTopRow row;

  g_return_if_fail (RT_IS_LINE_VIEW (self));
  g_return_if_fail (top != NULL);

  *top = (RtPlace) { 0, 0 };
  if (self->n_lines == 0 || self->row_height == 0)
    return;
  rt_line_view_get_top_row (self, &row);
  top->line = row.line;
  top->byte = rt_line_view_get_row_start (self, row.line, row.row);
}

/* The row of what is seen at @y. */
static RtTextRow *
find_seen (RtLineView *self,
           double      y)
{
  GPtrArray *rows = rt_line_view_get_seen (self);
  double index = floor ((y - self->seen_y) / self->row_height);

  return g_ptr_array_index (rows, (guint) CLAMP (index, 0, rows->len - 1.0));
}

void
rt_line_view_get_place_at (RtLineView *self,
                           double      x,
                           double      y,
                           RtPlace    *place)
{
  RtTextRow *row;

  g_return_if_fail (RT_IS_LINE_VIEW (self));
  g_return_if_fail (place != NULL);

  *place = (RtPlace) { 0, 0 };
  if (self->lines == NULL || rt_line_view_get_seen (self)->len == 0)
    return;
  row = find_seen (self, y);
  place->line = row->key.line;
  place->byte = rt_text_row_get_byte (row, x - self->gutter + rt_line_view_get_scroll_x (self));
}

gboolean
rt_line_view_get_place_rect (RtLineView    *self,
                             const RtPlace *place,
                             GdkRectangle  *rect)
{
  GPtrArray *rows;

  g_return_val_if_fail (RT_IS_LINE_VIEW (self), FALSE);
  g_return_val_if_fail (place != NULL && rect != NULL, FALSE);

  if (self->lines == NULL)
    return FALSE;
  rows = rt_line_view_get_seen (self);
  for (guint i = 0; i < rows->len; i++)
    {
      const RtTextRow *row = g_ptr_array_index (rows, i);
      double x;

      if (row->key.line != place->line || place->byte < row->start || place->byte > row->end ||
          (place->byte == row->end && !row->last))
        continue;
      x = self->gutter - rt_line_view_get_scroll_x (self) + rt_text_row_get_x (row, place->byte);
      *rect = (GdkRectangle) { (int) x, self->seen_y + i * self->row_height, self->cell_width,
                               self->row_height };
      return x >= self->gutter - 1 && x < gtk_widget_get_width (GTK_WIDGET (self));
    }

  return FALSE;
}
