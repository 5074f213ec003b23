/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Many short lines at once, a long one in pieces. */

#include "config.h"

#include "line-range.h"

#define PIECE (256 * 1024)

struct _RtLineRange
{
  RtLines *lines;
  RtPlace  at;
  RtPlace  to;
};

RtLineRange *
rt_line_range_new (RtLines       *lines,
                   const RtPlace *from,
                   const RtPlace *to)
{
  RtLineRange *self;
  gboolean turned;
  guint64 n_lines;

  g_return_val_if_fail (RT_IS_LINES (lines), NULL);
  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  turned = rt_place_compare (from, to) > 0;
  n_lines = rt_lines_get_n_lines (lines);
  self = g_new0 (RtLineRange, 1);
  self->lines = g_object_ref (lines);
  self->at = turned ? *to : *from;
  self->to = turned ? *from : *to;
  if (self->to.line >= n_lines)
    self->to = (RtPlace) { n_lines > 0 ? n_lines - 1 : 0, G_MAXUINT64 };

  return self;
}

void
rt_line_range_free (RtLineRange *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->lines);
  g_free (self);
}

/* Some of the line in which it stands, perhaps to its end. */
static void
read_line (RtLineRange *self,
           GString     *out)
{
  gboolean is_last = self->at.line == self->to.line;
  guint64 length = rt_lines_get_length (self->lines, self->at.line);
  guint64 end = is_last ? MIN (length, self->to.byte) : length;
  gsize before = out->len;

  if (self->at.byte < end)
    rt_lines_read (self->lines, self->at.line, self->at.byte, MIN (end - self->at.byte, PIECE),
                   out);
  self->at.byte += out->len - before;
  if (self->at.byte < end && out->len > before)
    return;
  if (!is_last)
    g_string_append_c (out, '\n');
  self->at = is_last ? self->to : (RtPlace) { self->at.line + 1, 0 };
}

gboolean
rt_line_range_read (RtLineRange *self,
                    GString     *out)
{
  gsize n = 0;

  g_return_val_if_fail (self != NULL && out != NULL, FALSE);

  if (rt_place_compare (&self->at, &self->to) >= 0)
    return FALSE;
  if (self->at.byte == 0)
    n = rt_lines_read_block_before (self->lines, self->at.line, self->to.line, PIECE, out);
  if (n > 0)
    self->at.line += n;
  else
    read_line (self, out);

  return rt_place_compare (&self->at, &self->to) < 0;
}
