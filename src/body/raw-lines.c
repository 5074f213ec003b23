/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The lines that a text has. A thread makes the index; who reads takes the
 * group of marks and the mapped bytes under a short lock and looks at the
 * bytes after it.
 */

#include "config.h"

#include "raw-lines.h"

#include "line-index.h"
#include "text-reader.h"

#include <string.h>

/* Bytes that are indexed before somebody may look again; the first of them at
 * once, so that a screen is there. */
#define SLICE_BYTES (256 * 1024)

typedef struct
{
  /* Only for whoever has the turn to read. */
  RtLineScan  scan;
  GArray     *marks;
  /* Under the lock. */
  RtLineIndex index;
} Index;

struct _RtRawLines
{
  RtLines parent_instance;

  Index        *index; /* owned by the reader */
  RtTextReader *reader;
};

G_DEFINE_FINAL_TYPE (RtRawLines, rt_raw_lines, RT_TYPE_LINES)

/* What one call needs, taken under the lock. */
typedef struct
{
  GBytes     *bytes;
  const char *text;
  RtLineGroup group;
  gboolean    complete;
} View;

static void
view_clear (View *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (View, view_clear)

static guint64
count_lines (const Index *index)
{
  const RtLineScan *scan = &index->index.scan;

  return scan->open.line + (scan->n_bytes > scan->open.offset ? 1 : 0);
}

static void
take_bytes (const RtReadText *text,
            View             *view)
{
  view->bytes = g_bytes_ref (text->bytes);
  view->text = g_bytes_get_data (view->bytes, NULL);
  view->complete = text->complete;
}

/* FALSE when there is no such line. */
static gboolean
look_at_line (RtLines *lines,
              guint64  line,
              View    *view)
{
  RtRawLines *self = RT_RAW_LINES (lines);
  const RtReadText *text = rt_text_reader_begin (self->reader);
  gboolean found = line < count_lines (self->index);

  if (found)
    {
      take_bytes (text, view);
      rt_line_index_find_line (&self->index->index, line, &view->group);
    }
  rt_text_reader_end (self->reader);

  return found;
}

/* A CR that may be half of a line end is not shown until that is known. */
static void
settle_end (const View *view,
            RtLineSpan *span)
{
  if (view->group.open && !view->complete && span->end > span->start &&
      view->text[span->end - 1] == '\r')
    span->end--;
}

static gboolean
find_span (RtLines    *lines,
           guint64     line,
           View       *view,
           RtLineSpan *span)
{
  if (!look_at_line (lines, line, view))
    return FALSE;

  rt_line_group_get_span (&view->group, view->text, line, span);
  settle_end (view, span);

  return TRUE;
}

static void
index_free (gpointer data)
{
  Index *self = data;

  rt_line_index_clear (&self->index);
  g_clear_pointer (&self->marks, g_array_unref);
  g_free (self);
}

static void
read_slice (gpointer    data,
            const char *text,
            gsize       length,
            gboolean    complete)
{
  Index *self = data;

  rt_line_scan (&self->scan, text, length, self->marks);
}

static gboolean
publish (gpointer data)
{
  Index *self = data;
  gboolean changed = self->scan.n_bytes != self->index.scan.n_bytes;

  rt_line_index_add (&self->index, &self->scan, self->marks);
  g_array_set_size (self->marks, 0);

  return changed;
}

static guint64
rt_raw_lines_get_n_lines (RtLines *lines)
{
  RtRawLines *self = RT_RAW_LINES (lines);
  guint64 n;

  rt_text_reader_begin (self->reader);
  n = count_lines (self->index);
  rt_text_reader_end (self->reader);

  return n;
}

static guint64
rt_raw_lines_get_length (RtLines *lines,
                         guint64  line)
{
  g_auto (View) view = { NULL };
  RtLineSpan span;

  return find_span (lines, line, &view, &span) ? span.end - span.start : 0;
}

static gsize
rt_raw_lines_get_lengths (RtLines *lines,
                          guint64  line,
                          gsize    n,
                          guint64 *lengths)
{
  gsize i = 0;

  /* A group at a time. */
  while (i < n)
    {
      g_auto (View) view = { NULL };
      RtLineSpan span;

      if (!find_span (lines, line + i, &view, &span))
        break;
      lengths[i++] = span.end - span.start;
      for (; i < n && line + i < view.group.next.line; i++)
        {
          rt_line_group_next_span (&view.group, view.text, line + i - 1, &span);
          lengths[i] = span.end - span.start;
        }
    }

  return i;
}

static void
rt_raw_lines_read (RtLines *lines,
                   guint64  line,
                   guint64  from,
                   gsize    length,
                   GString *out)
{
  g_auto (View) view = { NULL };
  RtLineSpan span;

  if (!find_span (lines, line, &view, &span) || from >= span.end - span.start)
    return;

  g_string_append_len (out, view.text + span.start + from,
                       MIN (length, span.end - span.start - from));
}

/* Adds @text with "\n" for each of its line ends, and at its end. */
static void
append_lines (GString    *out,
              const char *text,
              gsize       length)
{
  const char *end = text + length;

  while (text < end)
    {
      const char *cr = memchr (text, '\r', end - text);
      const char *stop = cr != NULL ? cr : end;

      g_string_append_len (out, text, stop - text);
      if (cr != NULL && (cr + 1 == end || cr[1] != '\n'))
        g_string_append_c (out, '\r');
      text = stop + (cr != NULL ? 1 : 0);
    }
  g_string_append_c (out, '\n');
}

static gsize
rt_raw_lines_read_block (RtLines *lines,
                         guint64  line,
                         gsize    max_length,
                         GString *out)
{
  RtRawLines *self = RT_RAW_LINES (lines);
  gsize n = rt_raw_lines_fit (self, line, G_MAXUINT64, max_length);
  g_autoptr (GBytes) block = NULL;
  gsize length;
  const char *text;

  if (n == 0)
    return 0;

  block = rt_raw_lines_dup_lines (self, line, n);
  text = g_bytes_get_data (block, &length);
  append_lines (out, text, length);

  return n;
}

static guint64
rt_raw_lines_get_longest (RtLines *lines)
{
  RtRawLines *self = RT_RAW_LINES (lines);
  const RtLineScan *scan = &self->index->index.scan;
  guint64 longest;

  rt_text_reader_begin (self->reader);
  longest = MAX (scan->longest, scan->n_bytes - scan->open.offset);
  rt_text_reader_end (self->reader);

  return longest;
}

static gboolean
rt_raw_lines_is_complete (RtLines *lines)
{
  return rt_text_reader_is_complete (RT_RAW_LINES (lines)->reader);
}

static double
rt_raw_lines_get_share (RtLines *lines)
{
  return rt_text_reader_get_share (RT_RAW_LINES (lines)->reader);
}

/* Not in dispose: whoever still has the object may read what there is. */
static void
rt_raw_lines_finalize (GObject *object)
{
  g_clear_pointer (&RT_RAW_LINES (object)->reader, rt_text_reader_close);

  G_OBJECT_CLASS (rt_raw_lines_parent_class)->finalize (object);
}

static void
rt_raw_lines_class_init (RtRawLinesClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  RtLinesClass *lines_class = RT_LINES_CLASS (klass);

  object_class->finalize = rt_raw_lines_finalize;

  lines_class->get_n_lines = rt_raw_lines_get_n_lines;
  lines_class->get_length = rt_raw_lines_get_length;
  lines_class->get_lengths = rt_raw_lines_get_lengths;
  lines_class->read = rt_raw_lines_read;
  lines_class->read_block = rt_raw_lines_read_block;
  lines_class->get_longest = rt_raw_lines_get_longest;
  lines_class->is_complete = rt_raw_lines_is_complete;
  lines_class->get_share = rt_raw_lines_get_share;
}

static void
rt_raw_lines_init (RtRawLines *self)
{
}

RtLines *
rt_raw_lines_new (RtDecodedText *text)
{
  static const RtTextReaderFuncs funcs = {
    SLICE_BYTES, read_slice, publish, index_free, (gpointer) rt_lines_emit_changed
  };
  RtRawLines *self;

  g_return_val_if_fail (RT_IS_DECODED_TEXT (text), NULL);

  self = g_object_new (RT_TYPE_RAW_LINES, NULL);
  self->index = g_new0 (Index, 1);
  self->index->marks = g_array_new (FALSE, FALSE, sizeof (RtLineMark));
  rt_line_index_init (&self->index->index);
  self->reader = rt_text_reader_new (text, &funcs, self->index, G_OBJECT (self));

  return RT_LINES (self);
}

/* The last mark that a block reaches needs no look at the text. */
static gboolean
find_mark_after (RtRawLines *self,
                 guint64     line,
                 guint64     end,
                 guint64     offset,
                 RtLineMark *mark)
{
  gboolean found;

  rt_text_reader_begin (self->reader);
  found = rt_line_index_find_mark (&self->index->index, end, offset, mark);
  rt_text_reader_end (self->reader);

  return found && mark->line > line;
}

gsize
rt_raw_lines_fit (RtRawLines *self,
                  guint64     line,
                  guint64     end,
                  gsize       max_length)
{
  g_auto (View) view = { NULL };
  RtLineSpan span;
  RtLineMark mark;
  guint64 stop;
  gsize n = 1;

  g_return_val_if_fail (RT_IS_RAW_LINES (self), 0);

  if (line >= end || !find_span (RT_LINES (self), line, &view, &span) ||
      span.end - span.start > max_length)
    return 0;

  stop = span.start + max_length;
  if (find_mark_after (self, line, end, stop, &mark))
    return mark.line - line;

  while (line + n < end && line + n < view.group.next.line)
    {
      rt_line_group_next_span (&view.group, view.text, line + n - 1, &span);
      if (span.next > stop)
        break;
      n++;
    }

  return n;
}

GBytes *
rt_raw_lines_dup_lines (RtRawLines *self,
                        guint64     line,
                        guint64     n)
{
  g_auto (View) first_view = { NULL };
  g_auto (View) last_view = { NULL };
  RtLineSpan first;
  RtLineSpan last;

  g_return_val_if_fail (RT_IS_RAW_LINES (self), NULL);
  g_return_val_if_fail (n > 0, NULL);

  if (!find_span (RT_LINES (self), line, &first_view, &first) ||
      !find_span (RT_LINES (self), line + n - 1, &last_view, &last))
    return g_bytes_new (NULL, 0);

  return g_bytes_new_from_bytes (last_view.bytes, first.start, last.end - first.start);
}

GBytes *
rt_raw_lines_dup_slice (RtRawLines *self,
                        guint64     line,
                        guint64     from,
                        gsize       length)
{
  g_auto (View) view = { NULL };
  RtLineSpan span;

  g_return_val_if_fail (RT_IS_RAW_LINES (self), NULL);

  if (!find_span (RT_LINES (self), line, &view, &span) || from >= span.end - span.start)
    return g_bytes_new (NULL, 0);

  return g_bytes_new_from_bytes (view.bytes, span.start + from,
                                 MIN (length, span.end - span.start - from));
}
