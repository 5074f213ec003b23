/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The index. A mark costs 24 bytes and stands for 2 KiB of text at least, so
 * that it stays small whatever the text; and for 16 KiB at most, so that the
 * walk from it stays short.
 */

#include "config.h"

#include "json-line-index.h"

#include <string.h>

#define MARK_LINES 256
#define MARK_MIN 2048
#define MARK_MAX (16 * 1024)

static void
init_tables (RtJsonLineTables *tables)
{
  tables->marks = g_array_new (FALSE, FALSE, sizeof (RtJsonMark));
  tables->longs = g_array_new (FALSE, FALSE, sizeof (RtJsonSpan));
  tables->long_lines = g_array_new (FALSE, FALSE, sizeof (RtJsonSpan));
}

static void
clear_tables (RtJsonLineTables *tables)
{
  g_array_unref (tables->marks);
  g_array_unref (tables->longs);
  g_array_unref (tables->long_lines);
}

RtJsonLineIndex *
rt_json_line_index_new (void)
{
  RtJsonLineIndex *self = g_new0 (RtJsonLineIndex, 1);

  init_tables (&self->tables);
  init_tables (&self->found);
  self->taken.layout = (RtJsonLayout) RT_JSON_LAYOUT_INIT;
  self->taken.rest = G_MAXUINT64;
  self->scan = self->taken;

  return self;
}

void
rt_json_line_index_free (RtJsonLineIndex *self)
{
  clear_tables (&self->tables);
  clear_tables (&self->found);
  g_free (self);
}

/* NULL before the first. */
static inline const RtJsonMark *
get_last_mark (const RtJsonLineIndex *self)
{
  const GArray *marks = self->found.marks->len > 0 ? self->found.marks : self->tables.marks;

  return marks->len > 0 ? &g_array_index (marks, RtJsonMark, marks->len - 1) : NULL;
}

static inline void
begin_line (RtJsonLineIndex *self,
            guint64          line,
            guint64          offset,
            guint64          depth)
{
  const RtJsonMark *last = get_last_mark (self);
  RtJsonMark mark = { line, offset, depth };

  if (last != NULL)
    {
      guint64 bytes = offset - last->offset;

      if (bytes < MARK_MIN || (bytes < MARK_MAX && line - last->line < MARK_LINES))
        return;
    }
  g_array_append_val (self->found.marks, mark);
}

void
rt_json_line_index_take_tokens (RtJsonLineIndex   *self,
                                const RtJsonToken *tokens,
                                gsize              n_tokens)
{
  RtJsonLineScan *scan = &self->taken;

  for (const RtJsonToken *t = tokens; t < tokens + n_tokens; t++)
    {
      guint64 length = t->end - t->start;
      gsize depth = scan->layout.depth;
      RtJsonJoint joint;

      if (G_UNLIKELY (length >= RT_JSON_LONG))
        rt_json_note_long (self->found.longs, t);
      if (t->kind == RT_JSON_TOKEN_SPACE)
        continue;
      joint = rt_json_layout_next (&scan->layout, t->kind);
      if (joint < RT_JSON_JOINT_LINE && scan->n_lines > 0)
        {
          scan->line_length += length + (joint == RT_JSON_JOINT_COLON ? 2 : 0);
          continue;
        }
      scan->line_length += joint == RT_JSON_JOINT_COMMA_LINE;
      scan->longest = MAX (scan->longest, scan->line_length);
      scan->line_length = rt_json_layout_get_indent (&scan->layout) + length;
      begin_line (self, scan->n_lines++, t->start, depth);
    }
}

static void
end_rest_line (RtJsonLineIndex *self,
               const char      *text,
               guint64          end)
{
  RtJsonLineScan *scan = &self->taken;
  RtJsonSpan span = { scan->rest_line, end };
  gboolean has_cr = end > scan->rest_line && text[end - 1] == '\r';

  scan->longest = MAX (scan->longest, end - scan->rest_line - has_cr);
  if (end - scan->rest_line >= MARK_MAX)
    g_array_append_val (self->found.long_lines, span);
  scan->rest_line = end + 1;
  scan->n_rest++;
}

void
rt_json_line_index_take_rest (RtJsonLineIndex  *self,
                              const RtJsonView *view,
                              guint64           from,
                              guint64           to)
{
  RtJsonLineScan *scan = &self->taken;
  const char *text = view->text;
  const char *p = text + from;

  if (scan->rest == G_MAXUINT64)
    {
      /* No more of it will come. */
      if (view->has_partial)
        rt_json_line_index_take_tokens (self, &view->partial, 1);
      scan->rest = scan->rest_line = from;
      begin_line (self, scan->n_lines, from, 0);
    }
  while ((p = memchr (p, '\n', text + to - p)) != NULL)
    {
      end_rest_line (self, text, p - text);
      begin_line (self, scan->n_lines + scan->n_rest, scan->rest_line, 0);
      p++;
    }
}

/* Few texts have any. */
static void
replace_spans (GArray **spans,
               GArray  *found)
{
  GArray *more;

  if (found->len == 0)
    return;
  more = g_array_sized_new (FALSE, FALSE, sizeof (RtJsonSpan), (*spans)->len + found->len);
  g_array_append_vals (more, (*spans)->data, (*spans)->len);
  g_array_append_vals (more, found->data, found->len);
  g_array_unref (*spans);
  *spans = more;
  g_array_set_size (found, 0);
}

void
rt_json_line_index_publish (RtJsonLineIndex *self)
{
  g_array_append_vals (self->tables.marks, self->found.marks->data, self->found.marks->len);
  g_array_set_size (self->found.marks, 0);
  replace_spans (&self->tables.longs, self->found.longs);
  replace_spans (&self->tables.long_lines, self->found.long_lines);
  self->scan = self->taken;
}

const RtJsonMark *
rt_json_line_index_find_line (RtJsonLineIndex *self,
                              guint64          line)
{
  static const RtJsonMark start = { 0, 0, 0 };
  guint low = 0;
  guint high = self->tables.marks->len;

  if (high == 0)
    return &start;
  while (low + 1 < high)
    {
      guint middle = low + (high - low) / 2;
      const RtJsonMark *mark = &g_array_index (self->tables.marks, RtJsonMark, middle);

      if (mark->line <= line)
        low = middle;
      else
        high = middle;
    }

  return &g_array_index (self->tables.marks, RtJsonMark, low);
}

gsize
rt_json_line_index_get_size (RtJsonLineIndex *self)
{
  return sizeof *self + self->tables.marks->len * sizeof (RtJsonMark) +
         (self->tables.longs->len + self->tables.long_lines->len) * sizeof (RtJsonSpan);
}
