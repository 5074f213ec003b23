/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Goes between the bytes of a row and where Pango put them. */

#include "config.h"

#include "text-row.h"

RtTextRow *
rt_text_row_new (const RtRowKey *key,
                 guint64         start,
                 RtSlice        *slice,
                 PangoLayout    *layout)
{
  RtTextRow *self = g_new0 (RtTextRow, 1);
  PangoRectangle extents;

  self->key = *key;
  self->start = start;
  self->end = start + rt_slice_get_bytes (slice);
  self->slice = slice;
  self->layout = layout;
  self->scale = 1;
  pango_layout_get_extents (layout, NULL, &extents);
  self->width = extents.width / (double) PANGO_SCALE;

  return self;
}

void
rt_text_row_free (RtTextRow *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->node, gsk_render_node_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  rt_slice_free (self->slice);
  g_object_unref (self->layout);
  g_free (self);
}

void
rt_text_row_fit (RtTextRow *self,
                 double     width)
{
  if (self->width > width && width > 0)
    {
      self->scale = width / self->width;
      self->width = width;
    }
}

double
rt_text_row_get_x (const RtTextRow *self,
                   guint64          byte)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (self->layout, 0);
  gsize offset = CLAMP (byte, self->start, self->end) - self->start;
  int x;

  pango_layout_line_index_to_x (line, rt_slice_to_drawn (self->slice, offset), FALSE, &x);

  return self->x + x * self->scale / PANGO_SCALE;
}

/* The unit that the character at @index of the drawn text belongs to may be
 * longer than that: the nearer of its edges is meant. */
static gsize
find_edge (const RtTextRow *self,
           gsize            index,
           double           x)
{
  gsize byte = rt_slice_to_byte (self->slice, index);
  const RtUnit *unit = rt_slice_find (self->slice, byte);
  double near_x, far_x;

  if (byte >= rt_slice_get_bytes (self->slice))
    return byte;
  near_x = rt_text_row_get_x (self, self->start + byte);
  far_x = rt_text_row_get_x (self, self->start + unit[1].byte);

  return ABS (x - near_x) <= ABS (x - far_x) ? byte : unit[1].byte;
}

guint64
rt_text_row_get_byte (const RtTextRow *self,
                      double           x)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (self->layout, 0);
  int index, trailing;

  pango_layout_line_x_to_index (line, (int) CLAMP ((x - self->x) / self->scale * PANGO_SCALE,
                                                   -1, G_MAXINT / 2),
                                &index, &trailing);
  if (x - self->x >= self->width)
    return self->end;

  return self->start + find_edge (self, index, x);
}

void
rt_text_row_get_extents (const RtTextRow *self,
                         guint64          from,
                         guint64          to,
                         GArray          *extents)
{
  PangoLayoutLine *line = pango_layout_get_line_readonly (self->layout, 0);
  gsize first, last;
  int *ranges = NULL;
  int n = 0;

  from = CLAMP (from, self->start, self->end);
  to = CLAMP (to, self->start, self->end);
  if (from >= to)
    return;
  first = rt_slice_to_drawn (self->slice, from - self->start);
  last = rt_slice_to_drawn (self->slice, to - self->start);
  pango_layout_line_get_x_ranges (line, first, last, &ranges, &n);
  for (int i = 0; i < n; i++)
    {
      RtExtent extent = { self->x + ranges[2 * i] * self->scale / PANGO_SCALE,
                          self->x + ranges[2 * i + 1] * self->scale / PANGO_SCALE };

      g_array_append_val (extents, extent);
    }
  g_free (ranges);
}
