/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The abstract class: the calls pass through, arguments are checked. */

#include "config.h"

#include "lines.h"

#include <string.h>

G_DEFINE_ABSTRACT_TYPE (RtLines, rt_lines, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static gsize
get_lengths_one_by_one (RtLines *self,
                        guint64  line,
                        gsize    n,
                        guint64 *lengths)
{
  guint64 n_lines = rt_lines_get_n_lines (self);
  gsize i;

  for (i = 0; i < n && line + i < n_lines; i++)
    lengths[i] = rt_lines_get_length (self, line + i);

  return i;
}

static double
get_whole_share (RtLines *self)
{
  return 1;
}

static void
rt_lines_class_init (RtLinesClass *klass)
{
  klass->get_lengths = get_lengths_one_by_one;
  klass->get_share = get_whole_share;

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

/* What @n lines take of @text, which has more of them. */
static gsize
measure_lines (const GString *text,
               gsize          from,
               guint64        n)
{
  const char *p = text->str + from;

  for (; n > 0; n--)
    p = (const char *) memchr (p, '\n', text->str + text->len - p) + 1;

  return p - text->str;
}

gsize
rt_lines_read_block_before (RtLines *self,
                            guint64  line,
                            guint64  end,
                            gsize    max_length,
                            GString *out)
{
  gsize before;
  gsize n;

  g_return_val_if_fail (RT_IS_LINES (self), 0);
  g_return_val_if_fail (out != NULL, 0);

  if (line >= end)
    return 0;

  before = out->len;
  n = rt_lines_read_block (self, line, max_length, out);
  if (n <= end - line)
    return n;

  g_string_truncate (out, measure_lines (out, before, end - line));

  return end - line;
}

gsize
rt_lines_get_lengths (RtLines *self,
                      guint64  line,
                      gsize    n,
                      guint64 *lengths)
{
  g_return_val_if_fail (RT_IS_LINES (self), 0);
  g_return_val_if_fail (lengths != NULL || n == 0, 0);

  return RT_LINES_GET_CLASS (self)->get_lengths (self, line, n, lengths);
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

double
rt_lines_get_share (RtLines *self)
{
  g_return_val_if_fail (RT_IS_LINES (self), 1);

  return RT_LINES_GET_CLASS (self)->get_share (self);
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
