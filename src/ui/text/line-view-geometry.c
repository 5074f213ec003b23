/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where rows stand and what the scrollbars say.
 *
 * Without wrapping a line is a row. With it the row index says for every line
 * how many rows its bytes fill; how many it really has is known only for lines
 * that were broken. So a line takes the height that the index gives it, and its
 * rows share that: scrolling goes over them a little faster or slower than the
 * finger, never jumps, and nothing is added up that could be wrong.
 */

#include "config.h"

#include "line-view-private.h"
#include "wrap.h"

#include <math.h>

#define MIN_COLUMNS 20
#define MIN_DIGITS 3
/* Room is kept for so many lines at most: who sends may announce anything. */
#define MAX_FORESEEN 99999999
#define NUMBER_PADDING 8
#define LINE_PADDING 4 /* between the numbers and the text */

void
rt_line_view_measure_font (RtLineView *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self));
  g_autoptr (PangoLayout) layout = pango_layout_new (context);
  PangoFontMetrics *metrics;
  PangoRectangle extents;
  int ascent, descent;

  /* Digits and signs are of no script: they would take a font of the person's
   * language, which need not be one of fixed width. Letters of other scripts
   * still find that language. */
  pango_context_set_language (context, pango_language_from_string ("en"));
  metrics = pango_context_get_metrics (context, NULL, NULL);
  ascent = pango_font_metrics_get_ascent (metrics);
  descent = pango_font_metrics_get_descent (metrics);
  pango_layout_set_text (layout, "0000000000000000", 16);
  pango_layout_get_extents (layout, NULL, &extents);
  self->cell_width = MAX (1, extents.width / (16.0 * PANGO_SCALE));
  self->row_height = MAX (1, PANGO_PIXELS_CEIL (ascent + descent) + 2);
  self->baseline = 1 + PANGO_PIXELS_CEIL (ascent);
  pango_font_metrics_unref (metrics);
  pango_layout_set_text (layout, "\342\220\200", -1);
  self->pictures = pango_layout_get_unknown_glyphs_count (layout) == 0 ? RT_SLICE_PICTURES : 0;
}

static int
count_digits (guint64 n)
{
  int digits = 1;

  while (n >= 10)
    {
      n /= 10;
      digits++;
    }

  return MAX (digits, MIN_DIGITS);
}

/* Room for the numbers of all lines that there will be, as far as that can be
 * told: the text must not move aside while more of it comes. */
static void
measure_numbers (RtLineView *self)
{
  double share = self->lines != NULL ? rt_lines_get_share (self->lines) : 1;

  guint64 foreseen = MIN (self->n_lines / share, MAX_FORESEEN);

  self->digits = MAX (self->digits, count_digits (MAX (self->n_lines, foreseen)));
}

static void
measure_columns (RtLineView *self)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  self->gutter = LINE_PADDING;
  if (self->show_line_numbers)
    {
      measure_numbers (self);
      self->gutter += 2 * NUMBER_PADDING + self->digits * self->cell_width;
    }
  self->columns = MAX (MIN_COLUMNS, (width - self->gutter - 2) / self->cell_width);
}

/* Rows as the index counts them. */
static double
get_line_position (RtLineView *self,
                   guint64     line)
{
  return self->row_index != NULL ? rt_row_index_to_row (self->row_index, line) : line;
}

static double
get_line_size (RtLineView *self,
               guint64     line)
{
  double size;

  if (self->row_index == NULL)
    return 1;
  size = rt_row_index_to_row (self->row_index, line + 1) -
         (double) rt_row_index_to_row (self->row_index, line);

  return MAX (1, size);
}

static double
get_position (RtLineView     *self,
              const RtTopRow *top)
{
  double within = top->row + top->offset / self->row_height;

  return get_line_position (self, top->line) +
         within * get_line_size (self, top->line) / rt_line_view_count_rows (self, top->line);
}

static void
find_top_row (RtLineView *self,
              double      position,
              RtTopRow   *top)
{
  double within;
  guint64 n;

  top->line = MAX (0, position);
  if (self->row_index != NULL)
    rt_row_index_to_line (self->row_index, MAX (0, position), &top->line, NULL);
  top->line = MIN (top->line, self->n_lines - 1);
  n = rt_line_view_count_rows (self, top->line);
  within = (position - get_line_position (self, top->line)) * n /
           get_line_size (self, top->line);
  within = CLAMP (within, 0, n);
  top->row = MIN ((guint64) within, n - 1);
  top->offset = round ((within - top->row) * self->row_height);
  if (top->offset >= self->row_height)
    {
      top->offset = 0;
      if (!rt_line_view_move_row (self, top, 1))
        top->offset = self->row_height;
    }
}

gboolean
rt_line_view_move_row (RtLineView *self,
                       RtTopRow   *row,
                       gint64      n)
{
  for (; n > 0; n--)
    {
      if (row->row + 1 < rt_line_view_count_rows (self, row->line))
        row->row++;
      else if (row->line + 1 < self->n_lines)
        {
          row->line++;
          row->row = 0;
        }
      else
        return FALSE;
    }
  for (; n < 0; n++)
    {
      if (row->row > 0)
        row->row--;
      else if (row->line > 0)
        {
          row->line--;
          row->row = rt_line_view_count_rows (self, row->line) - 1;
        }
      else
        return FALSE;
    }

  return TRUE;
}

int
rt_line_view_get_page_rows (RtLineView *self)
{
  return MAX (1, gtk_widget_get_height (GTK_WIDGET (self)) / MAX (1, self->row_height));
}

double
rt_line_view_get_scroll_x (RtLineView *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_HORIZONTAL];

  return adjustment != NULL && !self->wrap ? gtk_adjustment_get_value (adjustment) : 0;
}

static double
get_scroll_y (RtLineView *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];

  return adjustment != NULL ? gtk_adjustment_get_value (adjustment) : 0;
}

/* The first row of the page that ends with the last row. */
static void
find_last_page (RtLineView *self,
                RtTopRow   *top)
{
  double height = gtk_widget_get_height (GTK_WIDGET (self));
  gint64 rows = ceil (height / self->row_height);

  *top = (RtTopRow) { self->n_lines - 1, 0, 0 };
  top->row = rt_line_view_count_rows (self, top->line) - 1;
  if (rt_line_view_move_row (self, top, 1 - rows))
    top->offset = rows * self->row_height - height;
}

/* The row that has the kept place. */
static void
find_kept_row (RtLineView *self,
               RtTopRow   *top)
{
  *top = (RtTopRow) { MIN (self->top.line, self->n_lines - 1), 0, self->top_offset };
  if (self->top.line == top->line)
    top->row = rt_line_view_find_row (self, &self->top);
}

static void
keep_top (RtLineView *self)
{
  self->top.line = self->first.line;
  self->top.byte = rt_line_view_get_row_start (self, self->first.line, self->first.row);
  self->top_offset = self->first.offset;
}

static void
configure_vertical (RtLineView *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double page = gtk_widget_get_height (GTK_WIDGET (self));
  double last_value = 0, value = 0;
  RtTopRow last;

  if (adjustment == NULL)
    return;
  if (self->n_lines > 0)
    {
      find_last_page (self, &last);
      find_kept_row (self, &self->first);
      last_value = get_position (self, &last) * self->row_height;
      value = get_position (self, &self->first) * self->row_height;
      if (value > last_value)
        {
          value = last_value;
          self->first = last;
        }
    }
  gtk_adjustment_configure (adjustment, value, 0, last_value + page, self->row_height,
                            MAX (self->row_height, page - self->row_height), page);
}

void
rt_line_view_configure_horizontal (RtLineView *self)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_HORIZONTAL];
  double page = MAX (0, gtk_widget_get_width (GTK_WIDGET (self)) - self->gutter);
  double upper = 0;

  if (adjustment == NULL)
    return;
  if (!self->wrap && self->lines != NULL)
    upper = MAX (self->widest, rt_lines_get_longest (self->lines) * self->cell_width) +
            2 * self->cell_width;
  upper = MAX (upper, page);
  gtk_adjustment_configure (adjustment,
                            CLAMP (gtk_adjustment_get_value (adjustment), 0, upper - page), 0,
                            upper, 4 * self->cell_width, page * 0.9, page);
}

void
rt_line_view_configure (RtLineView *self)
{
  guint columns = self->columns;

  if (gtk_widget_get_width (GTK_WIDGET (self)) == 0)
    return;
  if (self->row_height == 0)
    rt_line_view_measure_font (self);
  measure_columns (self);
  if (columns != self->columns)
    rt_line_view_forget_rows (self);
  self->seen_valid = FALSE;
  self->configuring = TRUE;
  if (self->row_index != NULL)
    rt_row_index_set_columns (self->row_index, rt_wrap_get_pitch (self->columns));
  configure_vertical (self);
  rt_line_view_configure_horizontal (self);
  self->configuring = FALSE;
  if (self->has_pending)
    {
      self->has_pending = FALSE;
      rt_line_view_scroll_to (self, &self->pending);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  rt_line_view_queue_speak (self);
}

static gboolean
configure_again_cb (gpointer user_data)
{
  RtLineView *self = user_data;

  self->configure_id = 0;
  rt_line_view_configure (self);

  return G_SOURCE_REMOVE;
}

/* At once, and not by an allocation: when nothing but this widget is allocated, a
 * scrollbar that comes or goes asks its parents for another one, which GTK 4.8
 * forgets, and then leaves them out of the frame. Within one it waits. */
void
rt_line_view_reconfigure (RtLineView *self)
{
  self->seen_valid = FALSE;
  if (!self->configuring)
    rt_line_view_configure (self);
  else if (self->configure_id == 0)
    self->configure_id = g_idle_add_full (G_PRIORITY_DEFAULT, configure_again_cb, self, NULL);
}

/* While rows are still counted, those above may have become more since the
 * scrollbar was told: a short way is gone from where one is. */
static gboolean
move_first (RtLineView *self,
            double      pixels)
{
  double within = self->first.offset + pixels;
  gint64 rows = floor (within / self->row_height);

  if (self->row_index == NULL || rt_row_index_is_complete (self->row_index) ||
      ABS (pixels) > 2 * gtk_widget_get_height (GTK_WIDGET (self)))
    return FALSE;
  self->first.offset = rt_line_view_move_row (self, &self->first, rows)
                         ? within - rows * self->row_height : 0;

  return TRUE;
}

static void
value_changed_cb (RtLineView *self)
{
  double before = self->value;

  self->value = get_scroll_y (self);
  if (self->configuring)
    return;
  self->seen_valid = FALSE;
  if (self->n_lines > 0 && self->row_height > 0 && self->value != before)
    {
      if (!move_first (self, self->value - before))
        find_top_row (self, self->value / self->row_height, &self->first);
      keep_top (self);
    }
  gtk_widget_queue_draw (GTK_WIDGET (self));
  rt_line_view_queue_speak (self);
}

void
rt_line_view_set_adjustment (RtLineView     *self,
                             GtkOrientation  orientation,
                             GtkAdjustment  *adjustment)
{
  GtkAdjustment **member = &self->adjustments[orientation];

  if (*member == adjustment && adjustment != NULL)
    return;
  if (*member != NULL)
    g_signal_handlers_disconnect_by_func (*member, value_changed_cb, self);
  g_clear_object (member);
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  *member = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (value_changed_cb), self);
  rt_line_view_reconfigure (self);
}

/* What was seen stays; what is drawn anew is what changed. */
void
rt_line_view_lines_changed (RtLineView *self)
{
  guint64 last = self->n_lines > 0 ? self->n_lines - 1 : 0;
  gboolean seen = self->n_lines == 0 || self->seen->len == 0;

  self->n_lines = rt_lines_get_n_lines (self->lines);
  if (!seen)
    seen = ((RtTextRow *) g_ptr_array_index (self->seen, self->seen->len - 1))->key.line >= last;
  if (seen || self->wrap)
    rt_line_view_forget_rows_from (self, last);
  if (seen || self->wrap || count_digits (self->n_lines) > self->digits)
    rt_line_view_reconfigure (self);
  else
    {
      self->configuring = TRUE;
      configure_vertical (self);
      rt_line_view_configure_horizontal (self);
      self->configuring = FALSE;
    }
}

void
rt_line_view_clamp_place (RtLineView *self,
                          RtPlace    *place)
{
  /* Word of lines comes some time after they are there. */
  if (place->line >= self->n_lines && self->lines != NULL && !self->configuring &&
      rt_lines_get_n_lines (self->lines) > self->n_lines)
    rt_line_view_lines_changed (self);
  if (self->n_lines == 0)
    *place = (RtPlace) { 0, 0 };
  else if (place->line >= self->n_lines)
    rt_line_view_end_place (self, place);
  else
    place->byte = MIN (place->byte, rt_lines_get_length (self->lines, place->line));
}

void
rt_line_view_scroll_rows (RtLineView *self,
                          double      rows)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];

  gtk_adjustment_set_value (adjustment,
                            gtk_adjustment_get_value (adjustment) + rows * self->row_height);
}

void
rt_line_view_go_to_row (RtLineView     *self,
                        const RtTopRow *row)
{
  GtkAdjustment *adjustment = self->adjustments[GTK_ORIENTATION_VERTICAL];
  double value = get_position (self, row) * self->row_height;

  self->configuring = TRUE;
  gtk_adjustment_set_value (adjustment, value);
  self->configuring = FALSE;
  self->first = *row;
  keep_top (self);
  /* Beyond the last page. */
  if (gtk_adjustment_get_value (adjustment) < value)
    rt_line_view_configure (self);
  self->seen_valid = FALSE;
  gtk_widget_queue_draw (GTK_WIDGET (self));
  rt_line_view_queue_speak (self);
}
