/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Marks and what lies between them. The text itself is the caller's. */

#include "config.h"

#include "line-index.h"

#include <string.h>

/* Where the text of the line ends whose "\n" stands before @next. */
static guint64
end_of_text (const char *text,
             guint64     start,
             guint64     next)
{
  guint64 end = next - 1;

  return end > start && text[end - 1] == '\r' ? end - 1 : end;
}

static gboolean
wants_mark (const RtLineScan *self)
{
  return self->open.line - self->marked.line >= RT_LINE_INDEX_LINES ||
         self->open.offset - self->marked.offset >= RT_LINE_INDEX_BYTES;
}

void
rt_line_scan (RtLineScan *self,
              const char *text,
              guint64     end,
              GArray     *marks)
{
  g_return_if_fail (self != NULL && marks != NULL);
  g_return_if_fail (text != NULL || end == 0);

  while (self->n_bytes < end)
    {
      const char *p = text + self->n_bytes;
      /* Many line ends in a row do not need its search. */
      const char *feed = *p == '\n' ? p : memchr (p, '\n', end - self->n_bytes);
      guint64 start = self->open.offset;

      if (feed == NULL)
        {
          self->n_bytes = end;
          return;
        }

      self->n_bytes = feed + 1 - text;
      if (self->n_bytes - start > self->longest)
        self->longest = MAX (self->longest, end_of_text (text, start, self->n_bytes) - start);
      self->open.line++;
      self->open.offset = self->n_bytes;
      if (wants_mark (self))
        {
          g_array_append_val (marks, self->open);
          self->marked = self->open;
        }
    }
}

void
rt_line_index_init (RtLineIndex *self)
{
  *self = (RtLineIndex) { g_array_new (FALSE, FALSE, sizeof (RtLineMark)) };
}

void
rt_line_index_clear (RtLineIndex *self)
{
  g_clear_pointer (&self->marks, g_array_unref);
}

void
rt_line_index_add (RtLineIndex      *self,
                   const RtLineScan *scan,
                   const GArray     *marks)
{
  g_return_if_fail (self != NULL && scan != NULL && marks != NULL);

  if (marks->len > 0)
    g_array_append_vals (self->marks, marks->data, marks->len);
  self->scan = *scan;
}

/* The group between the marks @n - 1 and @n; line 0 is before them all. */
static void
get_group (const RtLineIndex *self,
           guint              n,
           RtLineGroup       *group)
{
  const RtLineMark *marks = (const RtLineMark *) self->marks->data;

  group->open = FALSE;
  group->first = n > 0 ? marks[n - 1] : (RtLineMark) { 0, 0 };
  group->next = n < self->marks->len ? marks[n] : self->scan.open;
}

static void
get_open_group (const RtLineIndex *self,
                RtLineGroup       *group)
{
  group->open = TRUE;
  group->first = self->scan.open;
  group->next = (RtLineMark) { self->scan.open.line + 1, self->scan.n_bytes };
}

/* How many marks are not beyond @value, by line or by offset. */
static guint
count_marks (const RtLineIndex *self,
             guint64            value,
             gboolean           by_offset)
{
  const RtLineMark *marks = (const RtLineMark *) self->marks->data;
  guint low = 0;
  guint high = self->marks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if ((by_offset ? marks[middle].offset : marks[middle].line) <= value)
        low = middle + 1;
      else
        high = middle;
    }

  return low;
}

void
rt_line_index_find_line (const RtLineIndex *self,
                         guint64            line,
                         RtLineGroup       *group)
{
  g_return_if_fail (self != NULL && group != NULL);
  g_return_if_fail (line <= self->scan.open.line);

  if (line == self->scan.open.line)
    get_open_group (self, group);
  else
    get_group (self, count_marks (self, line, FALSE), group);
}

gboolean
rt_line_index_find_mark (const RtLineIndex *self,
                         guint64            line,
                         guint64            offset,
                         RtLineMark        *mark)
{
  guint n;

  g_return_val_if_fail (self != NULL && mark != NULL, FALSE);

  n = MIN (count_marks (self, line, FALSE), count_marks (self, offset, TRUE));
  if (n == 0)
    return FALSE;

  *mark = g_array_index (self->marks, RtLineMark, n - 1);

  return TRUE;
}

static void
make_span (const RtLineGroup *self,
           const char        *text,
           guint64            line,
           guint64            start,
           RtLineSpan        *span)
{
  const char *feed;

  span->start = start;
  if (self->open)
    {
      span->end = self->next.offset;
      span->next = self->next.offset;
      return;
    }

  /* The last line of a group may be long; where it ends is known. */
  if (line + 1 == self->next.line)
    span->next = self->next.offset;
  else
    {
      feed = memchr (text + start, '\n', self->next.offset - start);
      span->next = feed + 1 - text;
    }
  span->end = end_of_text (text, start, span->next);
}

void
rt_line_group_get_span (const RtLineGroup *self,
                        const char        *text,
                        guint64            line,
                        RtLineSpan        *span)
{
  guint64 start;

  g_return_if_fail (self != NULL && span != NULL);
  g_return_if_fail (line >= self->first.line && line < self->next.line);

  start = self->first.offset;
  for (guint64 i = self->first.line; i < line; i++)
    {
      const char *feed = memchr (text + start, '\n', self->next.offset - start);

      start = feed + 1 - text;
    }
  make_span (self, text, line, start, span);
}

void
rt_line_group_next_span (const RtLineGroup *self,
                         const char        *text,
                         guint64            line,
                         RtLineSpan        *span)
{
  g_return_if_fail (self != NULL && span != NULL);
  g_return_if_fail (line + 1 < self->next.line);

  make_span (self, text, line + 1, span->next, span);
}
