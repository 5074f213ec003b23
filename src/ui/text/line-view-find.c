/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Asks the finder what to mark in a row, once for each row. A row is only a
 * piece of its line: some text before and after it is looked at too.
 */

#include "config.h"

#include "line-view-find.h"

/* Bytes before and after a row: a match that reaches further is not seen whole. */
#define AROUND 1024

static void
find_marks (RtLineView *self,
            RtTextRow  *row)
{
  guint64 from = row->start - MIN (row->start, AROUND);
  g_autoptr (GString) text = g_string_sized_new (row->end - from + AROUND + 1);

  rt_lines_read (self->lines, row->key.line, from, row->end - from + AROUND, text);
  rt_finder_mark (self->finder, text->str, text->len, row->marks);
  for (guint i = row->marks->len; i > 0; i--)
    {
      RtMatch *mark = &g_array_index (row->marks, RtMatch, i - 1);

      mark->line = row->key.line;
      mark->start += from;
      mark->end += from;
      if (mark->end <= row->start || mark->start >= row->end)
        g_array_remove_index (row->marks, i - 1);
    }
}

GArray *
rt_line_view_get_marks (RtLineView *self,
                        RtTextRow  *row)
{
  if (self->finder == NULL)
    return NULL;
  if (row->marks == NULL)
    {
      row->marks = g_array_new (FALSE, FALSE, sizeof (RtMatch));
      find_marks (self, row);
    }

  return row->marks;
}

gboolean
rt_line_view_is_match (RtLineView      *self,
                       const RtTextRow *row,
                       const RtMatch   *mark)
{
  return self->has_match && self->match.line == row->key.line &&
         self->match.start == mark->start;
}

static void
forget_marks (gpointer key,
              gpointer value,
              gpointer user_data)
{
  g_clear_pointer (&((RtTextRow *) value)->marks, g_array_unref);
}

void
rt_line_view_forget_marks (RtLineView *self)
{
  g_hash_table_foreach (self->rows, forget_marks, NULL);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

void
rt_line_view_set_match (RtLineView    *self,
                        const RtMatch *match)
{
  g_return_if_fail (RT_IS_LINE_VIEW (self));

  self->has_match = match != NULL;
  if (match != NULL)
    self->match = *match;
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
