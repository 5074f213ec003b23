/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Rows before each block of lines, of those lines that will not grow. What comes
 * after them is one row a line, but for the last line of all when there is
 * nothing between.
 */

#include "config.h"

#include "row-index.h"

#include "worker.h"

/* Lines of a block; the lengths of one are looked at to find a row. */
#define BLOCK_LINES 128
/* Lines that are counted before somebody may look again. */
#define SLICE_LINES (4 * BLOCK_LINES)

typedef struct
{
  RtLines *lines;

  GMutex   mutex; /* guards all below */
  guint    columns;
  GArray  *before;  /* of guint64: the rows before each block */
  guint64  counted; /* lines */
  guint64  rows;    /* of them */
  gboolean complete;
} Core;

/* Where counting goes on. */
typedef struct
{
  guint   columns;
  guint64 lines;
  guint64 rows;
} Counted;

struct _RtRowIndex
{
  GObject parent_instance;

  Core     *core; /* owned by the worker */
  RtWorker *worker;
  gulong    changed_id;
};

G_DEFINE_FINAL_TYPE (RtRowIndex, rt_row_index, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* What one call needs, taken under the lock. */
typedef struct
{
  guint   columns;
  guint64 counted;
  guint64 rows;
  guint64 n_lines;
  guint64 last_rows; /* of the last line of all */
} View;

static guint64
measure_rows (guint64 length,
              guint   columns)
{
  return length == 0 ? 1 : (length - 1) / columns + 1;
}

static void
core_free (Core *self)
{
  g_clear_object (&self->lines);
  g_clear_pointer (&self->before, g_array_unref);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static void
reset_locked (Core  *self,
              guint  columns)
{
  guint64 none = 0;

  self->columns = columns;
  self->counted = 0;
  self->rows = 0;
  self->complete = FALSE;
  g_array_set_size (self->before, 0);
  g_array_append_val (self->before, none);
}

/* Adds the lines unless they were counted for columns that are no more. Whoever
 * draws the window waits for the lock: all is added up before. */
static void
add_lines (Core          *self,
           const Counted *from,
           const guint64 *lengths,
           gsize          n,
           gboolean       complete)
{
  guint64 ends[SLICE_LINES / BLOCK_LINES + 1];
  guint64 rows = from->rows;
  guint n_ends = 0;

  for (gsize i = 0; i < n; i++)
    {
      rows += measure_rows (lengths[i], from->columns);
      if ((from->lines + i + 1) % BLOCK_LINES == 0)
        ends[n_ends++] = rows;
    }

  g_mutex_lock (&self->mutex);
  if (self->columns == from->columns && self->counted == from->lines)
    {
      g_array_append_vals (self->before, ends, n_ends);
      self->counted += n;
      self->rows = rows;
      self->complete = complete;
    }
  g_mutex_unlock (&self->mutex);
}

static gboolean
step (RtWorker *worker,
      gpointer  data)
{
  Core *self = data;
  guint64 lengths[SLICE_LINES];
  gboolean complete = rt_lines_is_complete (self->lines);
  guint64 n_lines = rt_lines_get_n_lines (self->lines);
  /* The last may still grow. */
  guint64 end = complete || n_lines == 0 ? n_lines : n_lines - 1;
  Counted from;
  gsize n;

  g_mutex_lock (&self->mutex);
  from = (Counted) { self->columns, self->counted, self->rows };
  g_mutex_unlock (&self->mutex);

  n = from.lines < end ? MIN (end - from.lines, SLICE_LINES) : 0;
  n = rt_lines_get_lengths (self->lines, from.lines, n, lengths);
  add_lines (self, &from, lengths, n, complete && from.lines + n == n_lines);
  rt_worker_tell (worker);

  return from.lines + n < end;
}

static void
lines_changed_cb (RtRowIndex *self)
{
  if (!rt_row_index_is_complete (self))
    rt_worker_run_here (self->worker);
}

static void
tell_cb (gpointer owner)
{
  g_signal_emit (owner, signals[CHANGED], 0);
}

static void
rt_row_index_dispose (GObject *object)
{
  RtRowIndex *self = RT_ROW_INDEX (object);

  if (self->changed_id != 0)
    g_signal_handler_disconnect (self->core->lines, self->changed_id);
  self->changed_id = 0;

  G_OBJECT_CLASS (rt_row_index_parent_class)->dispose (object);
}

static void
rt_row_index_finalize (GObject *object)
{
  RtRowIndex *self = RT_ROW_INDEX (object);

  g_clear_pointer (&self->worker, rt_worker_end);

  G_OBJECT_CLASS (rt_row_index_parent_class)->finalize (object);
}

static void
rt_row_index_class_init (RtRowIndexClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rt_row_index_dispose;
  object_class->finalize = rt_row_index_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rt_row_index_init (RtRowIndex *self)
{
}

RtRowIndex *
rt_row_index_new (RtLines *lines,
                  guint    columns)
{
  RtRowIndex *self;
  Core *core;

  g_return_val_if_fail (RT_IS_LINES (lines), NULL);
  g_return_val_if_fail (columns > 0, NULL);

  core = g_new0 (Core, 1);
  core->lines = g_object_ref (lines);
  core->before = g_array_new (FALSE, FALSE, sizeof (guint64));
  g_mutex_init (&core->mutex);
  reset_locked (core, columns);

  self = g_object_new (RT_TYPE_ROW_INDEX, NULL);
  self->core = core;
  self->worker = rt_worker_new (self, core, (GDestroyNotify) core_free, step, tell_cb);
  self->changed_id = g_signal_connect_swapped (lines, "changed", G_CALLBACK (lines_changed_cb),
                                               self);
  rt_worker_run_here (self->worker);

  return self;
}

void
rt_row_index_set_columns (RtRowIndex *self,
                          guint       columns)
{
  g_return_if_fail (RT_IS_ROW_INDEX (self));
  g_return_if_fail (columns > 0);

  if (columns == rt_row_index_get_columns (self))
    return;

  g_mutex_lock (&self->core->mutex);
  reset_locked (self->core, columns);
  g_mutex_unlock (&self->core->mutex);
  rt_worker_run_here (self->worker);
  rt_worker_tell_here (self->worker);
}

guint
rt_row_index_get_columns (RtRowIndex *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (RT_IS_ROW_INDEX (self), 0);

  locker = g_mutex_locker_new (&self->core->mutex);

  return self->core->columns;
}

gboolean
rt_row_index_is_complete (RtRowIndex *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (RT_IS_ROW_INDEX (self), TRUE);

  locker = g_mutex_locker_new (&self->core->mutex);

  return self->core->complete;
}

static void
look (Core *core,
      View *view)
{
  g_mutex_lock (&core->mutex);
  view->columns = core->columns;
  view->counted = core->counted;
  view->rows = core->rows;
  g_mutex_unlock (&core->mutex);

  view->n_lines = MAX (rt_lines_get_n_lines (core->lines), view->counted);
  /* The line that grows: one that is all of a large text must not be one row. */
  view->last_rows = view->n_lines == view->counted + 1
    ? measure_rows (rt_lines_get_length (core->lines, view->counted), view->columns) : 1;
}

static guint64
count_rows (const View *view)
{
  if (view->n_lines == view->counted)
    return view->rows;

  return view->rows + (view->n_lines - view->counted - 1) + view->last_rows;
}

/* The block of a row that was counted, and the rows before it. */
static guint64
find_block (Core    *core,
            guint64  row,
            guint64 *before)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&core->mutex);
  const guint64 *all = (const guint64 *) core->before->data;
  guint low = 1;
  guint high = core->before->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (all[middle] <= row)
        low = middle + 1;
      else
        high = middle;
    }
  *before = all[low - 1];

  return low - 1;
}

guint64
rt_row_index_get_n_rows (RtRowIndex *self)
{
  View view;

  g_return_val_if_fail (RT_IS_ROW_INDEX (self), 0);

  look (self->core, &view);

  return count_rows (&view);
}

static void
find_counted (Core       *core,
              const View *view,
              guint64     row,
              guint64    *line,
              guint64    *row_in_line)
{
  guint64 lengths[BLOCK_LINES];
  guint64 before;
  guint64 first = find_block (core, row, &before) * BLOCK_LINES;
  gsize n = rt_lines_get_lengths (core->lines, first, MIN (BLOCK_LINES, view->counted - first),
                                  lengths);

  for (gsize i = 0; i < n; i++)
    {
      guint64 rows = measure_rows (lengths[i], view->columns);

      *line = first + i;
      *row_in_line = MIN (row - before, rows - 1);
      if (row - before < rows)
        return;
      before += rows;
    }
}

void
rt_row_index_to_line (RtRowIndex *self,
                      guint64     row,
                      guint64    *line,
                      guint64    *row_in_line)
{
  View view;
  guint64 in_line = 0;
  guint64 n_rows;

  g_return_if_fail (RT_IS_ROW_INDEX (self));
  g_return_if_fail (line != NULL);

  look (self->core, &view);
  n_rows = count_rows (&view);
  row = MIN (row, n_rows > 0 ? n_rows - 1 : 0);
  *line = 0;
  if (row < view.rows)
    find_counted (self->core, &view, row, line, &in_line);
  else if (n_rows > 0)
    {
      *line = MIN (view.counted + (row - view.rows), view.n_lines - 1);
      in_line = row - view.rows - (*line - view.counted);
    }
  if (row_in_line != NULL)
    *row_in_line = in_line;
}

guint64
rt_row_index_to_row (RtRowIndex *self,
                     guint64     line)
{
  guint64 lengths[BLOCK_LINES];
  View view;
  guint64 row;
  guint64 first;
  gsize n;

  g_return_val_if_fail (RT_IS_ROW_INDEX (self), 0);

  look (self->core, &view);
  if (line >= view.n_lines)
    return count_rows (&view);
  if (line >= view.counted)
    return view.rows + (line - view.counted);

  first = line - line % BLOCK_LINES;
  g_mutex_lock (&self->core->mutex);
  row = first / BLOCK_LINES < self->core->before->len
    ? g_array_index (self->core->before, guint64, first / BLOCK_LINES) : 0;
  g_mutex_unlock (&self->core->mutex);
  n = rt_lines_get_lengths (self->core->lines, first, line - first, lengths);
  for (gsize i = 0; i < n; i++)
    row += measure_rows (lengths[i], view.columns);

  return row;
}
