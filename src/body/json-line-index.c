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

RtJsonLineIndex *
rt_json_line_index_new (void)
{
  RtJsonLineIndex *self = g_new0 (RtJsonLineIndex, 1);

  self->marks = g_array_new (FALSE, FALSE, sizeof (RtJsonMark));
  self->longs = g_array_new (FALSE, FALSE, sizeof (RtJsonSpan));
  self->long_lines = g_array_new (FALSE, FALSE, sizeof (RtJsonSpan));
  self->layout = (RtJsonLayout) RT_JSON_LAYOUT_INIT;
  self->rest = G_MAXUINT64;

  return self;
}

void
rt_json_line_index_free (RtJsonLineIndex *self)
{
  g_array_unref (self->marks);
  g_array_unref (self->longs);
  g_array_unref (self->long_lines);
  g_free (self);
}

static inline void
begin_line (RtJsonLineIndex *self,
            guint64          line,
            guint64          offset,
            guint64          depth)
{
  RtJsonMark mark = { line, offset, depth };

  if (self->marks->len > 0)
    {
      const RtJsonMark *last = &g_array_index (self->marks, RtJsonMark, self->marks->len - 1);
      guint64 bytes = offset - last->offset;

      if (bytes < MARK_MIN || (bytes < MARK_MAX && line - last->line < MARK_LINES))
        return;
    }
  g_array_append_val (self->marks, mark);
}

void
rt_json_line_index_take_tokens (RtJsonLineIndex   *self,
                                const RtJsonToken *tokens,
                                gsize              n_tokens)
{
  for (const RtJsonToken *t = tokens; t < tokens + n_tokens; t++)
    {
      guint64 length = t->end - t->start;
      gsize depth = self->layout.depth;
      RtJsonJoint joint;

      if (G_UNLIKELY (length >= RT_JSON_LONG))
        rt_json_note_long (self->longs, t);
      if (t->kind == RT_JSON_TOKEN_SPACE)
        continue;
      joint = rt_json_layout_next (&self->layout, t->kind);
      if (joint < RT_JSON_JOINT_LINE && self->n_lines > 0)
        {
          self->line_length += length + (joint == RT_JSON_JOINT_COLON ? 2 : 0);
          continue;
        }
      self->line_length += joint == RT_JSON_JOINT_COMMA_LINE;
      self->longest = MAX (self->longest, self->line_length);
      self->line_length = rt_json_layout_get_indent (&self->layout) + length;
      begin_line (self, self->n_lines++, t->start, depth);
    }
}

static void
end_rest_line (RtJsonLineIndex *self,
               const char      *text,
               guint64          end)
{
  RtJsonSpan span = { self->rest_line, end };
  gboolean has_cr = end > self->rest_line && text[end - 1] == '\r';

  self->longest = MAX (self->longest, end - self->rest_line - has_cr);
  if (end - self->rest_line >= MARK_MAX)
    g_array_append_val (self->long_lines, span);
  self->rest_line = end + 1;
  self->n_rest++;
}

void
rt_json_line_index_take_rest (RtJsonLineIndex  *self,
                              const RtJsonView *view,
                              guint64           from,
                              guint64           to)
{
  const char *text = view->text;
  const char *p = text + from;

  if (self->rest == G_MAXUINT64)
    {
      /* No more of it will come. */
      if (view->has_partial)
        rt_json_line_index_take_tokens (self, &view->partial, 1);
      self->rest = self->rest_line = from;
      begin_line (self, self->n_lines, from, 0);
    }
  while ((p = memchr (p, '\n', text + to - p)) != NULL)
    {
      end_rest_line (self, text, p - text);
      begin_line (self, self->n_lines + self->n_rest, self->rest_line, 0);
      p++;
    }
}

/* The last mark whose @field, an offset in it, is not greater than @value. */
static const RtJsonMark *
find (RtJsonLineIndex *self,
      gsize            field,
      guint64          value)
{
  static const RtJsonMark start = { 0, 0, 0 };
  guint low = 0;
  guint high = self->marks->len;

  if (high == 0)
    return &start;
  while (low + 1 < high)
    {
      guint middle = low + (high - low) / 2;
      const RtJsonMark *mark = &g_array_index (self->marks, RtJsonMark, middle);

      if (*(const guint64 *) ((const char *) mark + field) <= value)
        low = middle;
      else
        high = middle;
    }

  return &g_array_index (self->marks, RtJsonMark, low);
}

const RtJsonMark *
rt_json_line_index_find_line (RtJsonLineIndex *self,
                              guint64          line)
{
  return find (self, G_STRUCT_OFFSET (RtJsonMark, line), line);
}

const RtJsonMark *
rt_json_line_index_find_offset (RtJsonLineIndex *self,
                                guint64          offset)
{
  return find (self, G_STRUCT_OFFSET (RtJsonMark, offset), offset);
}

gsize
rt_json_line_index_get_size (RtJsonLineIndex *self)
{
  return sizeof *self + self->marks->len * sizeof (RtJsonMark) +
         (self->longs->len + self->long_lines->len) * sizeof (RtJsonSpan);
}
