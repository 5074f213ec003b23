/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* No index: a line's number says where its bytes are. An offset takes 8 digits,
 * from 4 GiB on as many as it needs: a line that was complete never changes,
 * also when the bytes grow beyond.
 */

#include "config.h"

#include "hex-lines.h"

#include "hex.h"
#include "worker.h"

/* All but the offset and the text: "  " before the bytes, " 00" for each, a
 * space in their middle, "  |" and "|". */
#define FIXED_LENGTH (1 + RT_HEX_BYTES_PER_LINE * 3 + 1 + 3 + 1)

/* What a thread may read. */
typedef struct
{
  GMutex   mutex; /* guards all below */
  GBytes  *bytes;
  gboolean complete;
} Core;

struct _RtHexLines
{
  RtLines parent_instance;

  Core     *core; /* owned by the worker */
  RtWorker *worker;
};

G_DEFINE_FINAL_TYPE (RtHexLines, rt_hex_lines, RT_TYPE_LINES)

static void
core_free (Core *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static GBytes *
dup_bytes (RtLines *lines)
{
  Core *core = RT_HEX_LINES (lines)->core;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&core->mutex);

  return g_bytes_ref (core->bytes);
}

static guint64
get_size (RtLines *lines)
{
  Core *core = RT_HEX_LINES (lines)->core;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&core->mutex);

  return g_bytes_get_size (core->bytes);
}

static guint64
count_lines (guint64 size)
{
  return size / RT_HEX_BYTES_PER_LINE + (size % RT_HEX_BYTES_PER_LINE != 0);
}

static guint64
measure_line (guint64 line,
              guint64 size)
{
  guint64 offset = line * RT_HEX_BYTES_PER_LINE;
  guint digits = 8;

  if (line >= count_lines (size))
    return 0;

  for (guint64 rest = offset >> 32; rest > 0; rest >>= 4)
    digits++;

  return digits + FIXED_LENGTH + MIN (size - offset, RT_HEX_BYTES_PER_LINE);
}

static void
append_lines (GBytes  *bytes,
              guint64  line,
              guint64  n,
              GString *out)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (bytes, &size);
  guint64 offset = line * RT_HEX_BYTES_PER_LINE;

  rt_hex_append (out, data + offset, MIN (n * RT_HEX_BYTES_PER_LINE, size - offset), offset);
}

static guint64
rt_hex_lines_get_n_lines (RtLines *lines)
{
  return count_lines (get_size (lines));
}

static guint64
rt_hex_lines_get_length (RtLines *lines,
                         guint64  line)
{
  return measure_line (line, get_size (lines));
}

static gsize
rt_hex_lines_get_lengths (RtLines *lines,
                          guint64  line,
                          gsize    n,
                          guint64 *lengths)
{
  guint64 size = get_size (lines);
  gsize i;

  for (i = 0; i < n && line + i < count_lines (size); i++)
    lengths[i] = measure_line (line + i, size);

  return i;
}

static void
rt_hex_lines_read (RtLines *lines,
                   guint64  line,
                   guint64  from,
                   gsize    length,
                   GString *out)
{
  g_autoptr (GBytes) bytes = dup_bytes (lines);
  g_autoptr (GString) text = NULL;
  guint64 end = measure_line (line, g_bytes_get_size (bytes));

  if (from >= end)
    return;

  text = g_string_sized_new (128);
  append_lines (bytes, line, 1, text);
  g_string_append_len (out, text->str + from, MIN (length, end - from));
}

static gsize
rt_hex_lines_read_block (RtLines *lines,
                         guint64  line,
                         gsize    max_length,
                         GString *out)
{
  g_autoptr (GBytes) bytes = dup_bytes (lines);
  gsize size = g_bytes_get_size (bytes);
  guint64 n_lines = count_lines (size);
  /* As if all were as long as the last, which has the most digits. */
  gsize length = measure_line (n_lines > 0 ? n_lines - 1 : 0, size) + RT_HEX_BYTES_PER_LINE;
  gsize n;

  if (line >= n_lines || measure_line (line, size) > max_length)
    return 0;

  n = MIN (MAX (max_length / length, 1), n_lines - line);
  append_lines (bytes, line, n, out);

  return n;
}

static guint64
rt_hex_lines_get_longest (RtLines *lines)
{
  guint64 size = get_size (lines);
  guint64 n = count_lines (size);

  return MAX (n > 0 ? measure_line (n - 1, size) : 0, n > 1 ? measure_line (n - 2, size) : 0);
}

static gboolean
rt_hex_lines_is_complete (RtLines *lines)
{
  Core *core = RT_HEX_LINES (lines)->core;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&core->mutex);

  return core->complete;
}

static void
rt_hex_lines_finalize (GObject *object)
{
  RtHexLines *self = RT_HEX_LINES (object);

  g_clear_pointer (&self->worker, rt_worker_end);

  G_OBJECT_CLASS (rt_hex_lines_parent_class)->finalize (object);
}

static void
rt_hex_lines_class_init (RtHexLinesClass *klass)
{
  RtLinesClass *lines_class = RT_LINES_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rt_hex_lines_finalize;

  lines_class->get_n_lines = rt_hex_lines_get_n_lines;
  lines_class->get_length = rt_hex_lines_get_length;
  lines_class->get_lengths = rt_hex_lines_get_lengths;
  lines_class->read = rt_hex_lines_read;
  lines_class->read_block = rt_hex_lines_read_block;
  lines_class->get_longest = rt_hex_lines_get_longest;
  lines_class->is_complete = rt_hex_lines_is_complete;
}

static void
rt_hex_lines_init (RtHexLines *self)
{
  self->core = g_new0 (Core, 1);
  g_mutex_init (&self->core->mutex);
  self->core->bytes = g_bytes_new (NULL, 0);
  self->worker = rt_worker_new (self, self->core, (GDestroyNotify) core_free, NULL,
                                (RtWorkerTell) rt_lines_emit_changed);
}

RtLines *
rt_hex_lines_new (void)
{
  return g_object_new (RT_TYPE_HEX_LINES, NULL);
}

void
rt_hex_lines_extend (RtHexLines *self,
                     GBytes     *bytes,
                     gboolean    complete)
{
  g_autoptr (GBytes) old = NULL;

  g_return_if_fail (RT_IS_HEX_LINES (self));
  g_return_if_fail (bytes != NULL);

  g_mutex_lock (&self->core->mutex);
  old = g_steal_pointer (&self->core->bytes);
  self->core->bytes = g_bytes_ref (bytes);
  self->core->complete = complete;
  g_mutex_unlock (&self->core->mutex);

  rt_worker_tell_here (self->worker);
}
