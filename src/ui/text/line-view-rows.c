/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which rows a line has, what each of them shows, and the rows that were made.
 * Without wrapping a line is one row, of which a slice is made.
 */

#include "config.h"

#include "line-view-private.h"
#include "wrap.h"

/* A line of so many bytes is laid out whole. */
#define SHORT_LINE 256
/* Slices of longer ones begin at multiples of as many cells. */
#define BLOCK 64
/* Bytes before a slice of a long line, to guess what syntax it stands in. */
#define CONTEXT 4096
/* Rows and broken lines that are kept. */
#define MAX_ROWS 400
#define MAX_BREAKS 200

static guint
hash_key (gconstpointer key)
{
  const RtRowKey *row = key;

  return g_int64_hash (&row->line) * 31 + g_int64_hash (&row->part);
}

static gboolean
equal_keys (gconstpointer a,
            gconstpointer b)
{
  const RtRowKey *one = a;
  const RtRowKey *other = b;

  return one->line == other->line && one->part == other->part;
}

void
rt_line_view_init_rows (RtLineView *self)
{
  self->rows = g_hash_table_new_full (hash_key, equal_keys, NULL,
                                      (GDestroyNotify) rt_text_row_free);
  self->breaks = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free,
                                        (GDestroyNotify) g_array_unref);
  self->states = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, g_free);
  self->seen = g_ptr_array_new ();
}

void
rt_line_view_forget_rows (RtLineView *self)
{
  g_ptr_array_set_size (self->seen, 0);
  self->seen_valid = FALSE;
  self->shaped = (RtPlace) { 0, 0 };
  g_hash_table_remove_all (self->rows);
  g_hash_table_remove_all (self->breaks);
  g_hash_table_remove_all (self->states);
}

static gboolean
is_row_from (gpointer key,
             gpointer value,
             gpointer user_data)
{
  return ((RtRowKey *) key)->line >= *(guint64 *) user_data;
}

static gboolean
is_line_from (gpointer key,
              gpointer value,
              gpointer user_data)
{
  return *(guint64 *) key >= *(guint64 *) user_data;
}

void
rt_line_view_forget_rows_from (RtLineView *self,
                               guint64     line)
{
  guint64 next = line + 1;

  g_ptr_array_set_size (self->seen, 0);
  self->seen_valid = FALSE;
  g_hash_table_foreach_remove (self->rows, is_row_from, &line);
  g_hash_table_foreach_remove (self->breaks, is_line_from, &line);
  g_hash_table_foreach_remove (self->states, is_line_from, &next);
}

static gboolean
is_old_row (gpointer key,
            gpointer value,
            gpointer user_data)
{
  return ((RtTextRow *) value)->stamp != *(guint *) user_data;
}

void
rt_line_view_prune_rows (RtLineView *self)
{
  if (g_hash_table_size (self->rows) > MAX_ROWS)
    g_hash_table_foreach_remove (self->rows, is_old_row, &self->stamp);
}

/* Where the rows of a line that is not long begin. */
static GArray *
get_breaks (RtLineView *self,
            guint64     line,
            guint64     length)
{
  GArray *starts = g_hash_table_lookup (self->breaks, &line);
  g_autoptr (GString) text = NULL;

  if (starts != NULL)
    return starts;
  if (g_hash_table_size (self->breaks) > MAX_BREAKS)
    g_hash_table_remove_all (self->breaks);
  text = g_string_sized_new (length + 1);
  rt_lines_read (self->lines, line, 0, length, text);
  starts = g_array_new (FALSE, FALSE, sizeof (guint32));
  rt_wrap_break (text->str, text->len, self->columns, starts);
  g_hash_table_insert (self->breaks, g_memdup2 (&line, sizeof line), starts);

  return starts;
}

guint64
rt_line_view_count_rows (RtLineView *self,
                         guint64     line)
{
  guint64 length;
  guint pitch;

  if (!self->wrap)
    return 1;
  length = rt_lines_get_length (self->lines, line);
  if (length <= RT_LONG_LINE)
    return get_breaks (self, line, length)->len;
  pitch = rt_wrap_get_pitch (self->columns);

  return (length + pitch - 1) / pitch;
}

static guint64
get_long_row_start (RtLineView *self,
                    guint64     line,
                    guint64     row)
{
  guint slack = rt_wrap_get_slack (self->columns);
  guint64 target = row * rt_wrap_get_pitch (self->columns);
  guint64 from = target - MIN (target, slack + 4);
  g_autoptr (GString) text = g_string_new (NULL);

  if (row == 0)
    return 0;
  rt_lines_read (self->lines, line, from, target + 4 - from, text);

  return from + rt_wrap_choose (text->str, text->len, target - from, slack);
}

guint64
rt_line_view_get_row_start (RtLineView *self,
                            guint64     line,
                            guint64     row)
{
  guint64 length = rt_lines_get_length (self->lines, line);
  GArray *starts;

  if (!self->wrap)
    return row == 0 ? 0 : length;
  if (row >= rt_line_view_count_rows (self, line))
    return length;
  if (length > RT_LONG_LINE)
    return get_long_row_start (self, line, row);
  starts = get_breaks (self, line, length);

  return g_array_index (starts, guint32, row);
}

static guint64
find_break (GArray  *starts,
            guint64  byte)
{
  guint low = 0, high = starts->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (starts, guint32, middle) <= byte)
        low = middle;
      else
        high = middle;
    }

  return low;
}

guint64
rt_line_view_find_row (RtLineView    *self,
                       const RtPlace *place)
{
  guint64 length, row;

  if (!self->wrap)
    return 0;
  length = rt_lines_get_length (self->lines, place->line);
  if (length <= RT_LONG_LINE)
    return find_break (get_breaks (self, place->line, length), place->byte);

  row = MIN (place->byte / rt_wrap_get_pitch (self->columns),
             rt_line_view_count_rows (self, place->line) - 1);
  /* The next row may begin before its multiple. */
  if (row + 1 < rt_line_view_count_rows (self, place->line) &&
      get_long_row_start (self, place->line, row + 1) <= place->byte)
    row++;

  return row;
}

/* A row of a wrapped line: all of it is seen. */
static RtTextRow *
make_wrapped (RtLineView     *self,
              const RtRowKey *key,
              guint64         length)
{
  guint64 start = rt_line_view_get_row_start (self, key->line, key->part);
  guint64 end = rt_line_view_get_row_start (self, key->line, key->part + 1);
  gboolean is_long = length > RT_LONG_LINE;
  guint64 from = is_long ? start - MIN (start, CONTEXT) : 0;
  g_autoptr (GString) text = g_string_sized_new (end + 5 - from);
  RtTextRow *row;

  rt_lines_read (self->lines, key->line, from, end + 4 - from, text);
  row = rt_line_view_shape (self, key, from, text, start - from, end - from, 0, G_MAXUINT);
  rt_text_row_fit (row, self->columns * self->cell_width + self->cell_width / 2);

  return row;
}

/* Where in a line that is not long the slice begins: a byte and its cell. */
static gsize
find_slice (const GString *text,
            guint64        block,
            guint64       *cell)
{
  RtSliceWalk walk = { 0, };
  gsize i = 0;

  *cell = block * BLOCK;
  if (rt_slice_is_simple (text->str, MIN (text->len, *cell)))
    return MIN (text->len, *cell);
  while (i < text->len && walk.cell < *cell)
    i += rt_slice_step (&walk, text->str + i, text->len - i, 0);
  *cell = walk.cell;

  return i;
}

static RtTextRow *
make_slice (RtLineView     *self,
            const RtRowKey *key,
            guint64         length)
{
  g_autoptr (GString) text = g_string_sized_new (length + 1);
  guint max_cells = length <= SHORT_LINE ? G_MAXUINT : self->columns + 2 * BLOCK;
  RtTextRow *row;
  guint64 cell;
  gsize start;

  rt_lines_read (self->lines, key->line, 0, length, text);
  start = find_slice (text, key->part, &cell);
  row = rt_line_view_shape (self, key, 0, text, start, text->len, cell, max_cells);
  row->x = cell * self->cell_width;

  return row;
}

static RtTextRow *
make_long_slice (RtLineView     *self,
                 const RtRowKey *key)
{
  guint64 from = key->part - MIN (key->part, CONTEXT);
  g_autoptr (GString) text = g_string_new (NULL);
  RtTextRow *row;
  gsize start;

  rt_lines_read (self->lines, key->line, from, key->part - from + 4 * (self->columns + 8), text);
  start = rt_slice_align (text->str, text->len, key->part - from);
  row = rt_line_view_shape (self, key, from, text, start, text->len, 0, self->columns + 8);
  row->x = row->start * self->cell_width;

  return row;
}

static guint64
get_part (RtLineView *self,
          guint64     length,
          guint64     row)
{
  double cell = rt_line_view_get_scroll_x (self) / self->cell_width;

  if (self->wrap)
    return row;
  if (length > RT_LONG_LINE)
    return MIN ((guint64) cell, length);

  return length > SHORT_LINE ? (guint64) cell / BLOCK : 0;
}

RtTextRow *
rt_line_view_get_row (RtLineView *self,
                      guint64     line,
                      guint64     row)
{
  guint64 length = rt_lines_get_length (self->lines, line);
  RtRowKey key = { line, get_part (self, length, row) };
  RtTextRow *made = g_hash_table_lookup (self->rows, &key);

  if (made == NULL)
    {
      if (self->wrap)
        made = make_wrapped (self, &key, length);
      else if (length > RT_LONG_LINE)
        made = make_long_slice (self, &key);
      else
        made = make_slice (self, &key, length);
      made->first = made->start == 0;
      made->last = made->end >= length;
      g_hash_table_insert (self->rows, &made->key, made);
    }
  made->stamp = self->stamp;

  return made;
}

GPtrArray *
rt_line_view_get_seen (RtLineView *self)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  RtTopRow top;
  double y;

  if (self->seen_valid)
    return self->seen;
  self->seen_valid = TRUE;
  self->stamp++;
  g_ptr_array_set_size (self->seen, 0);
  if (self->n_lines == 0 || height == 0 || self->row_height == 0)
    return self->seen;

  rt_line_view_get_top_row (self, &top);
  self->seen_y = -top.offset;
  for (y = self->seen_y; y < height; y += self->row_height)
    {
      RtTextRow *row = rt_line_view_get_row (self, top.line, top.row);

      g_ptr_array_add (self->seen, row);
      self->widest = MAX (self->widest, row->x + row->width);
      if (!rt_line_view_move_row (self, &top, 1))
        break;
    }
  rt_line_view_prune_rows (self);

  return self->seen;
}

double
rt_line_view_get_text_x (RtLineView    *self,
                         const RtPlace *place)
{
  guint64 length = rt_lines_get_length (self->lines, place->line);
  g_autoptr (GString) text = NULL;
  RtSliceWalk walk = { 0, };

  if (length > RT_LONG_LINE)
    return place->byte * self->cell_width;
  text = g_string_sized_new (place->byte + 5);
  rt_lines_read (self->lines, place->line, 0, place->byte + 4, text);
  for (gsize i = 0; i < MIN (place->byte, text->len);)
    i += rt_slice_step (&walk, text->str + i, text->len - i, 0);

  return walk.cell * self->cell_width;
}
