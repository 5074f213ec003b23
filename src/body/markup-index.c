/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A mark is made at a line when enough lines or bytes came since the last one.
 * A line longer than that is therefore followed by a mark, which also says
 * where it ended: nobody has to go over it again to know.
 */

#include "config.h"

#include "markup-index.h"

#include <string.h>

#define MIN_LINES 256
#define MIN_BYTES (8 * 1024)
#define MAX_BYTES (64 * 1024)
/* Blocks of lines that are kept. */
#define N_BLOCKS 4

typedef struct
{
  guint64       line;
  guint64       end_before; /* of the line before it */
  RtMarkupState state;
  guint         indent;     /* of its line */
} Mark;

typedef struct
{
  guint64  n_lines; /* that ended */
  guint64  longest;
  guint64  limit;    /* bytes that were laid out, without those after a mistake */
  guint64  last_end; /* of the line that ended last */
  gboolean ended;    /* nothing follows @limit that counts */
} Found;

typedef struct
{
  GArray *lines;
  guint64 first;
  guint64 last_end; /* of a block that may still grow, else 0 */
} Block;

struct _RtMarkupIndex
{
  gboolean       html;

  /* of the maker */
  RtMarkupLayout layout;
  Found          made;
  GArray        *new_marks; /* Mark */
  guint64        last_line; /* of the last mark */
  guint64        last_offset;
  gboolean       in_rest;

  /* published */
  Found          found;
  GArray        *marks; /* Mark */
  RtMarkupLine   open;  /* the line that may grow */
  gboolean       has_open;
  Block          blocks[N_BLOCKS];
  guint          next_block;
};

static guint64
measure (const RtMarkupLine *line)
{
  return line->end - line->start + 2 * line->indent;
}

static void
begin_cb (RtMarkupLayout      *layout,
          const RtMarkupLine  *line,
          const RtMarkupState *state,
          gpointer             data)
{
  RtMarkupIndex *self = data;
  guint64 n_lines = self->made.n_lines - self->last_line;
  guint64 n_bytes = line->start - self->last_offset;
  Mark mark = { self->made.n_lines, self->made.last_end, *state, line->indent };

  gboolean rest = (state->flags & RT_MARKUP_REST) != 0;

  /* Also where the rest begins: what is before it is laid out without it. */
  if (self->made.n_lines > 0 && rest == self->in_rest && n_bytes < MAX_BYTES &&
      (n_lines < MIN_LINES || n_bytes < MIN_BYTES))
    return;
  self->in_rest = rest;
  self->last_line = mark.line;
  self->last_offset = line->start;
  g_array_append_val (self->new_marks, mark);
}

static void
end_cb (RtMarkupLayout     *layout,
        const RtMarkupLine *line,
        gpointer            data)
{
  RtMarkupIndex *self = data;

  self->made.n_lines++;
  self->made.longest = MAX (self->made.longest, measure (line));
  self->made.last_end = line->end;
}

RtMarkupIndex *
rt_markup_index_new (gboolean html)
{
  RtMarkupIndex *self = g_new0 (RtMarkupIndex, 1);

  self->html = html;
  self->new_marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  self->marks = g_array_new (FALSE, FALSE, sizeof (Mark));
  rt_markup_layout_init (&self->layout, html, TRUE, NULL);
  self->layout.begin = begin_cb;
  self->layout.end = end_cb;
  self->layout.data = self;

  return self;
}

void
rt_markup_index_free (RtMarkupIndex *self)
{
  if (self == NULL)
    return;
  rt_markup_layout_clear (&self->layout);
  g_clear_pointer (&self->new_marks, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  for (guint i = 0; i < N_BLOCKS; i++)
    g_clear_pointer (&self->blocks[i].lines, g_array_unref);
  g_free (self);
}

gboolean
rt_markup_index_run (RtMarkupIndex *self,
                     const char    *text,
                     guint64        length,
                     gboolean       complete)
{
  gboolean more;
  gboolean rest;

  g_return_val_if_fail (self != NULL, FALSE);

  more = rt_markup_layout_run (&self->layout, text, length, complete, G_MAXINT64);
  rest = (self->layout.state.flags & RT_MARKUP_REST) != 0;
  self->made.limit = rest ? self->layout.flaw_at : length;
  self->made.ended = rest || complete;

  return more;
}

const char *
rt_markup_index_get_flaw (RtMarkupIndex *self,
                          guint64       *offset)
{
  g_return_val_if_fail (self != NULL && offset != NULL, NULL);

  *offset = self->layout.flaw_at;

  return self->layout.flaw;
}

gboolean
rt_markup_index_is_finished (RtMarkupIndex *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->layout.stopped;
}

gboolean
rt_markup_index_publish (RtMarkupIndex *self)
{
  const RtMarkupLayout *layout = &self->layout;
  gboolean changed;

  g_return_val_if_fail (self != NULL, FALSE);

  changed = self->made.n_lines != self->found.n_lines || self->has_open != layout->has_line ||
            (layout->has_line && memcmp (&self->open, &layout->line, sizeof self->open) != 0);
  g_array_append_vals (self->marks, self->new_marks->data, self->new_marks->len);
  g_array_set_size (self->new_marks, 0);
  self->found = self->made;
  self->has_open = layout->has_line;
  if (layout->has_line)
    self->open = layout->line;

  return changed;
}

guint64
rt_markup_index_get_n_lines (RtMarkupIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->found.n_lines + (self->has_open ? 1 : 0);
}

guint64
rt_markup_index_get_longest (RtMarkupIndex *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return MAX (self->found.longest, self->has_open ? measure (&self->open) : 0);
}

/* --- lines between two marks --- */

typedef struct
{
  GArray *lines;
  guint64 wanted;
} Making;

static void
make_begin_cb (RtMarkupLayout      *layout,
               const RtMarkupLine  *line,
               const RtMarkupState *state,
               gpointer             data)
{
  Making *making = data;

  g_array_append_val (making->lines, *line);
  layout->stopped = making->lines->len == making->wanted;
}

static void
make_end_cb (RtMarkupLayout     *layout,
             const RtMarkupLine *line,
             gpointer            data)
{
  Making *making = data;

  g_array_index (making->lines, RtMarkupLine, making->lines->len - 1).end = line->end;
}

/* What is before a mistake was laid out as if nothing followed. */
static GArray *
make_lines (RtMarkupIndex *self,
            const char    *text,
            const Mark    *mark,
            guint64        wanted)
{
  RtMarkupLayout layout;
  Making making = { g_array_new (FALSE, FALSE, sizeof (RtMarkupLine)), wanted };
  gboolean rest = (mark->state.flags & RT_MARKUP_REST) != 0;
  guint64 limit = self->found.limit;

  rt_markup_layout_init (&layout, self->html, FALSE, &mark->state);
  layout.begin = make_begin_cb;
  layout.end = make_end_cb;
  layout.data = &making;
  if (rest)
    limit = self->has_open ? self->open.end : self->found.last_end;
  rt_markup_layout_run (&layout, text, limit, self->found.ended, G_MAXINT64);
  rt_markup_layout_clear (&layout);
  /* The rule of the first line is where it was begun, not where it stands. */
  if (making.lines->len > 0)
    g_array_index (making.lines, RtMarkupLine, 0).indent = mark->indent;

  return making.lines;
}

static const Mark *
find_mark (RtMarkupIndex *self,
           guint64        line,
           guint         *index)
{
  guint low = 0;
  guint high = self->marks->len;

  while (high - low > 1)
    {
      guint middle = (low + high) / 2;

      if (g_array_index (self->marks, Mark, middle).line <= line)
        low = middle;
      else
        high = middle;
    }
  *index = low;

  return &g_array_index (self->marks, Mark, low);
}

static GArray *
find_block (RtMarkupIndex *self,
            guint64        first,
            guint64        n,
            guint64        last_end)
{
  for (guint i = 0; i < N_BLOCKS; i++)
    {
      Block *block = &self->blocks[i];

      if (block->lines != NULL && block->first == first && block->lines->len == n &&
          block->last_end == last_end)
        return g_array_ref (block->lines);
    }

  return NULL;
}

static void
keep_block (RtMarkupIndex *self,
            GArray        *lines,
            guint64        first,
            guint64        last_end)
{
  Block *block = &self->blocks[self->next_block];

  g_clear_pointer (&block->lines, g_array_unref);
  block->lines = g_array_ref (lines);
  block->first = first;
  block->last_end = last_end;
  self->next_block = (self->next_block + 1) % N_BLOCKS;
}

GArray *
rt_markup_index_dup_block (RtMarkupIndex *self,
                           const char    *text,
                           guint64        line,
                           guint64       *first)
{
  const Mark *mark;
  const Mark *next;
  guint64 n_lines;
  guint64 last_end;
  GArray *lines;
  guint index;

  g_return_val_if_fail (self != NULL && first != NULL, NULL);

  n_lines = rt_markup_index_get_n_lines (self);
  *first = 0;
  if (line >= n_lines || self->marks->len == 0)
    return g_array_new (FALSE, FALSE, sizeof (RtMarkupLine));

  mark = find_mark (self, line, &index);
  next = index + 1 < self->marks->len ? mark + 1 : NULL;
  *first = mark->line;
  n_lines = (next != NULL ? next->line : n_lines) - mark->line;
  last_end = next != NULL ? next->end_before
                          : self->has_open ? self->open.end : self->found.last_end;
  lines = find_block (self, mark->line, n_lines, last_end);
  if (lines != NULL)
    return lines;

  lines = make_lines (self, text, mark, n_lines);
  if (lines->len > 0)
    g_array_index (lines, RtMarkupLine, lines->len - 1).end = last_end;
  keep_block (self, lines, mark->line, last_end);

  return lines;
}
