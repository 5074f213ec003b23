/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The simplest that the interfaces of finder, row index and line range allow:
 * exact, and slow on much text. For the time until they are there. */

#include "config.h"

#include "finder.h"
#include "line-range.h"
#include "row-index.h"

#include <string.h>

struct _RtRowIndex
{
  GObject  parent_instance;
  RtLines *lines;
  guint    columns;
};

G_DEFINE_FINAL_TYPE (RtRowIndex, rt_row_index, G_TYPE_OBJECT)

static void
rt_row_index_dispose (GObject *object)
{
  g_clear_object (&RT_ROW_INDEX (object)->lines);
  G_OBJECT_CLASS (rt_row_index_parent_class)->dispose (object);
}

static void
rt_row_index_class_init (RtRowIndexClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rt_row_index_dispose;
  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
rt_row_index_init (RtRowIndex *self)
{
}

RtRowIndex *
rt_row_index_new (RtLines *lines,
                  guint    columns)
{
  RtRowIndex *self = g_object_new (RT_TYPE_ROW_INDEX, NULL);

  self->lines = g_object_ref (lines);
  self->columns = columns;

  return self;
}

void
rt_row_index_set_columns (RtRowIndex *self,
                          guint       columns)
{
  self->columns = columns;
}

static guint64
count (RtRowIndex *self,
       guint64     line)
{
  return MAX (1, (rt_lines_get_length (self->lines, line) + self->columns - 1) / self->columns);
}

guint64
rt_row_index_get_n_rows (RtRowIndex *self)
{
  return rt_row_index_to_row (self, G_MAXUINT64);
}

void
rt_row_index_to_line (RtRowIndex *self,
                      guint64     row,
                      guint64    *line,
                      guint64    *row_in_line)
{
  guint64 n = rt_lines_get_n_lines (self->lines);

  for (*line = 0; *line + 1 < n && row >= count (self, *line); (*line)++)
    row -= count (self, *line);
  if (row_in_line != NULL)
    *row_in_line = MIN (row, count (self, *line) - 1);
}

guint64
rt_row_index_to_row (RtRowIndex *self,
                     guint64     line)
{
  guint64 n = MIN (line, rt_lines_get_n_lines (self->lines));
  guint64 rows = 0;

  for (guint64 i = 0; i < n; i++)
    rows += count (self, i);

  return rows;
}

static void
range_thread (GTask        *task,
              gpointer      source,
              gpointer      data,
              GCancellable *cancellable)
{
  const RtPlace *places = data;
  GString *text = g_string_new (NULL);
  gsize max = places[2].byte;

  for (guint64 line = places[0].line; line <= places[1].line && text->len <= max; line++)
    {
      guint64 from = line == places[0].line ? places[0].byte : 0;
      guint64 to = line == places[1].line ? places[1].byte : G_MAXUINT32;

      if (line > places[0].line)
        g_string_append_c (text, '\n');
      rt_lines_read (source, line, from, MIN (to - from, max + 1), text);
    }
  g_task_return_pointer (task, g_string_free_to_bytes (text), (GDestroyNotify) g_bytes_unref);
}

void
rt_line_range_dup_async (RtLines             *lines,
                         const RtPlace       *from,
                         const RtPlace       *to,
                         gsize                max_bytes,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr (GTask) task = g_task_new (lines, cancellable, callback, user_data);
  RtPlace places[3] = { *from, *to, { 0, max_bytes } };

  g_task_set_task_data (task, g_memdup2 (places, sizeof places), g_free);
  g_task_run_in_thread (task, range_thread);
}

GBytes *
rt_line_range_dup_finish (RtLines       *lines,
                          GAsyncResult  *result,
                          gboolean      *cut,
                          GError       **error)
{
  const RtPlace *places = g_task_get_task_data (G_TASK (result));
  g_autoptr (GBytes) bytes = g_task_propagate_pointer (G_TASK (result), error);
  gsize max = places[2].byte;

  if (bytes == NULL)
    return NULL;
  if (cut != NULL)
    *cut = g_bytes_get_size (bytes) > max;

  return g_bytes_new_from_bytes (bytes, 0, MIN (max, g_bytes_get_size (bytes)));
}

struct _RtFinder
{
  GObject  parent_instance;
  RtLines *lines;
  char    *pattern;
};

G_DEFINE_FINAL_TYPE (RtFinder, rt_finder, G_TYPE_OBJECT)

static void
rt_finder_finalize (GObject *object)
{
  g_object_unref (RT_FINDER (object)->lines);
  g_free (RT_FINDER (object)->pattern);
  G_OBJECT_CLASS (rt_finder_parent_class)->finalize (object);
}

static void
rt_finder_class_init (RtFinderClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_finder_finalize;
  g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                G_TYPE_NONE, 0);
}

static void
rt_finder_init (RtFinder *self)
{
}

RtFinder *
rt_finder_new (RtLines      *lines,
               const char   *pattern,
               RtFindFlags   flags,
               GError      **error)
{
  RtFinder *self;

  if (flags & RT_FIND_REGEX)
    {
      g_autoptr (GRegex) regex = g_regex_new (pattern, 0, 0, error);

      if (regex == NULL)
        return NULL;
    }
  self = g_object_new (RT_TYPE_FINDER, NULL);
  self->lines = g_object_ref (lines);
  self->pattern = g_strdup (pattern);

  return self;
}

void
rt_finder_mark (RtFinder   *self,
                const char *text,
                gsize       length,
                GArray     *matches)
{
  gsize n = strlen (self->pattern);

  for (gsize i = 0; i + n <= length; i++)
    if (g_ascii_strncasecmp (text + i, self->pattern, n) == 0)
      {
        RtMatch match = { 0, i, i + n };

        g_array_append_val (matches, match);
      }
}

static GArray *
find_all (RtFinder *self)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (RtMatch));

  for (guint64 line = 0; line < MIN (10000, rt_lines_get_n_lines (self->lines)); line++)
    {
      g_autoptr (GString) text = g_string_new (NULL);
      guint first = all->len;

      rt_lines_read (self->lines, line, 0, 100000, text);
      rt_finder_mark (self, text->str, text->len, all);
      for (guint i = first; i < all->len; i++)
        g_array_index (all, RtMatch, i).line = line;
    }

  return all;
}

guint64
rt_finder_get_n_matches (RtFinder *self)
{
  g_autoptr (GArray) all = find_all (self);

  return all->len;
}

gboolean
rt_finder_is_complete (RtFinder *self)
{
  return TRUE;
}

double
rt_finder_get_progress (RtFinder *self)
{
  return 1;
}

gboolean
rt_finder_find_next (RtFinder      *self,
                     const RtPlace *from,
                     gboolean       backwards,
                     RtMatch       *match,
                     guint64       *index)
{
  g_autoptr (GArray) all = find_all (self);
  guint found = backwards ? all->len - 1 : 0;

  if (all->len == 0)
    return FALSE;
  for (guint i = 0; i < all->len; i++)
    {
      const RtMatch *one = &g_array_index (all, RtMatch, backwards ? i : all->len - 1 - i);
      RtPlace place = { one->line, backwards ? one->end : one->start };
      int order = rt_place_compare (&place, from);

      if (backwards ? order <= 0 : order >= 0)
        found = backwards ? i : all->len - 1 - i;
    }
  *match = g_array_index (all, RtMatch, found);
  if (index != NULL)
    *index = found;

  return TRUE;
}
