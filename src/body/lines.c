/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The abstract class: the calls pass through, arguments are checked. */

#include "config.h"

#include "lines.h"

G_DEFINE_ABSTRACT_TYPE (RtLines, rt_lines, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
rt_lines_class_init (RtLinesClass *klass)
{
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rt_lines_init (RtLines *self)
{
}

guint64
rt_lines_get_n_lines (RtLines *self)
{
  g_return_val_if_fail (RT_IS_LINES (self), 0);

  return RT_LINES_GET_CLASS (self)->get_n_lines (self);
}

guint64
rt_lines_get_length (RtLines *self,
                     guint64  line)
{
  g_return_val_if_fail (RT_IS_LINES (self), 0);

  return RT_LINES_GET_CLASS (self)->get_length (self, line);
}

void
rt_lines_read (RtLines *self,
               guint64  line,
               guint64  from,
               gsize    length,
               GString *out)
{
  g_return_if_fail (RT_IS_LINES (self));
  g_return_if_fail (out != NULL);

  RT_LINES_GET_CLASS (self)->read (self, line, from, length, out);
}

gsize
rt_lines_read_block (RtLines *self,
                     guint64  line,
                     gsize    max_length,
                     GString *out)
{
  g_return_val_if_fail (RT_IS_LINES (self), 0);
  g_return_val_if_fail (out != NULL, 0);

  return RT_LINES_GET_CLASS (self)->read_block (self, line, max_length, out);
}

guint64
rt_lines_get_longest (RtLines *self)
{
  g_return_val_if_fail (RT_IS_LINES (self), 0);

  return RT_LINES_GET_CLASS (self)->get_longest (self);
}

gboolean
rt_lines_is_complete (RtLines *self)
{
  g_return_val_if_fail (RT_IS_LINES (self), TRUE);

  return RT_LINES_GET_CLASS (self)->is_complete (self);
}

void
rt_lines_emit_changed (RtLines *self)
{
  g_return_if_fail (RT_IS_LINES (self));

  g_signal_emit (self, signals[CHANGED], 0);
}

int
rt_place_compare (const RtPlace *a,
                  const RtPlace *b)
{
  g_return_val_if_fail (a != NULL && b != NULL, 0);

  if (a->line != b->line)
    return a->line < b->line ? -1 : 1;
  if (a->byte != b->byte)
    return a->byte < b->byte ? -1 : 1;

  return 0;
}
