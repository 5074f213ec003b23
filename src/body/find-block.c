/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How much of the lines is looked at, at a time. */

#include "config.h"

#include "find-block.h"

#include "raw-lines.h"

#include <string.h>

/* Bytes of a block; what takes long is found again in less. */
#define BLOCK_BYTES (256 * 1024)
#define SLOW_BLOCK_BYTES (64 * 1024)
/* Bytes before a piece that are seen too. */
#define CONTEXT_BYTES 1024
/* Matches after which somebody may want to end it. */
#define PATIENCE 1024

static gsize
get_block_bytes (const RtTextMatcher *matcher)
{
  return rt_text_matcher_is_slow (matcher) ? SLOW_BLOCK_BYTES : BLOCK_BYTES;
}

static void
take_mapped (RtFindBlock *self,
             GBytes      *bytes)
{
  self->mapped = bytes;
  self->text.data = g_bytes_get_data (bytes, &self->text.length);
  self->text.ends_in_crlf = TRUE;
}

static void
take_made (RtFindBlock *self)
{
  self->text.data = self->made->str;
  self->text.length = self->made->len;
}

static guint64
read_lines (RtFindBlock *self,
            RtLines     *lines,
            guint64      end,
            gboolean     all,
            gsize        max)
{
  guint64 line = self->start.line;

  self->made = g_string_sized_new (max);
  do
    {
      gsize n = rt_lines_read_block_before (lines, line, end, max, self->made);

      if (n == 0)
        break;
      line += n;
    }
  while (all && line < end);
  take_made (self);

  return line - self->start.line;
}

static gboolean
load_lines (RtFindBlock   *self,
            RtLines       *lines,
            guint64        n_complete,
            const RtPlace *end,
            gsize          max)
{
  guint64 line = self->start.line;
  guint64 n;

  if (RT_IS_RAW_LINES (lines))
    {
      RtRawLines *raw = RT_RAW_LINES (lines);

      n = end != NULL ? end->line - line : rt_raw_lines_fit (raw, line, n_complete, max);
      if (n > 0)
        take_mapped (self, rt_raw_lines_dup_lines (raw, line, n));
    }
  else
    n = read_lines (self, lines, end != NULL ? end->line : n_complete, end != NULL, max);

  self->end = (RtPlace) { line + n, 0 };
  self->stop = self->text.length;
  self->in_lines = TRUE;

  return n > 0;
}

/* Not within a character. */
static gsize
align (const RtFindBlock *self,
       gsize              offset)
{
  for (gsize back = 0; back <= 3 && back < offset; back++)
    if (((guchar) self->text.data[offset - back] & 0xc0) != 0x80)
      return offset - back;

  return offset;
}

static gboolean
load_piece (RtFindBlock   *self,
            RtLines       *lines,
            gboolean       complete,
            const RtPlace *end,
            gsize          max,
            gsize          reach)
{
  guint64 line = self->start.line;
  guint64 length = rt_lines_get_length (lines, line);
  guint64 rest = length - MIN (length, self->start.byte);
  gsize context = MIN (self->start.byte, CONTEXT_BYTES);
  guint64 from = self->start.byte - context;
  gboolean last = end != NULL ? end->line > line : complete && rest <= max + reach;
  gsize n;

  if (!last && rest < max + reach)
    return FALSE;

  n = context + (last ? rest : max + reach);
  if (RT_IS_RAW_LINES (lines))
    take_mapped (self, rt_raw_lines_dup_slice (RT_RAW_LINES (lines), line, from, n));
  else
    {
      self->made = g_string_sized_new (n);
      rt_lines_read (lines, line, from, n, self->made);
      take_made (self);
    }
  self->text.cut_before = from > 0;
  self->text.cut_after = !last;
  self->first = MIN (context, self->text.length);
  self->stop = last ? self->text.length : align (self, context + max);
  self->end = last ? (RtPlace) { line + 1, 0 } : (RtPlace) { line, from + self->stop };
  self->place.byte = from;

  return TRUE;
}

gboolean
rt_find_block_load (RtFindBlock         *self,
                    RtLines             *lines,
                    const RtTextMatcher *matcher,
                    const RtPlace       *start,
                    guint64              n_complete,
                    const RtPlace       *end)
{
  gsize max = get_block_bytes (matcher);
  gboolean complete;

  g_return_val_if_fail (self != NULL && start != NULL, FALSE);

  *self = (RtFindBlock) { .start = *start, .place = *start };
  if (start->line >= rt_lines_get_n_lines (lines))
    return FALSE;

  complete = start->line < n_complete;
  if (complete && start->byte == 0 && rt_lines_get_length (lines, start->line) <= max)
    return load_lines (self, lines, n_complete, end, max);

  return load_piece (self, lines, complete, end, max, rt_text_matcher_get_reach (matcher));
}

void
rt_find_block_clear (RtFindBlock *self)
{
  rt_match_text_clear (&self->text);
  g_clear_pointer (&self->mapped, g_bytes_unref);
  if (self->made != NULL)
    g_string_free (self->made, TRUE);
  self->made = NULL;
}

/* Moves the place forward to @position. */
static void
follow (RtFindBlock *self,
        gsize        position)
{
  const char *p = self->text.data + self->position;
  const char *end = self->text.data + position;
  const char *feed;

  while (self->in_lines && (feed = memchr (p, '\n', end - p)) != NULL)
    {
      p = feed + 1;
      self->place = (RtPlace) { self->place.line + 1, 0 };
    }
  self->place.byte += end - p;
  self->position = position;
}

static gboolean
next_match (RtFindBlock    *self,
            RtTextMatcher  *matcher,
            gsize          *start,
            gsize          *end,
            GError        **error)
{
  if (!rt_text_matcher_next (matcher, &self->text, self->first, start, end, error) ||
      *start >= self->stop)
    return FALSE;

  self->first = *end;

  return TRUE;
}

gboolean
rt_find_block_next (RtFindBlock    *self,
                    RtTextMatcher  *matcher,
                    RtMatch        *match,
                    GError        **error)
{
  gsize start;
  gsize end;

  g_return_val_if_fail (self != NULL && match != NULL, FALSE);

  if (!next_match (self, matcher, &start, &end, error))
    return FALSE;

  follow (self, start);
  *match = (RtMatch) { self->place.line, self->place.byte, self->place.byte + (end - start) };

  return TRUE;
}

guint64
rt_find_block_count (RtFindBlock    *self,
                     RtTextMatcher  *matcher,
                     gboolean      (*cancel) (gpointer data),
                     gpointer        data,
                     GError        **error)
{
  guint64 n = 0;
  gsize start;
  gsize end;

  g_return_val_if_fail (self != NULL && matcher != NULL, 0);

  while (next_match (self, matcher, &start, &end, error))
    if (++n % PATIENCE == 0 && cancel (data))
      break;
  if (self->text.cut_after && self->first > self->stop)
    self->end.byte += self->first - self->stop;

  return n;
}
