/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The maker of lines, and the loop over the pieces. */

#include "config.h"

#include "markup-layout.h"

#include <string.h>

void
rt_markup_layout_init (RtMarkupLayout      *self,
                       gboolean             html,
                       gboolean             check,
                       const RtMarkupState *state)
{
  memset (self, 0, sizeof *self);
  self->html = html;
  self->check = check;
  if (check && !html)
    self->opens = g_byte_array_new ();
  if (state == NULL)
    {
      self->state.flags = html ? RT_MARKUP_HTML_START : 0;
      return;
    }

  self->state = *state;
  self->at = self->scan = MAX (state->offset, state->raw_end);
  self->depth = state->depth;
  self->keep = state->keep_depth;
}

void
rt_markup_layout_clear (RtMarkupLayout *self)
{
  g_clear_pointer (&self->pieces, g_array_unref);
  g_clear_pointer (&self->waiting, g_array_unref);
  g_clear_pointer (&self->opens, g_byte_array_unref);
}

void
rt_markup_layout_end_line (RtMarkupLayout *self)
{
  if (self->has_line && self->end != NULL)
    self->end (self, &self->line, self->data);
  self->has_line = FALSE;
}

void
rt_markup_layout_begin_line (RtMarkupLayout *self,
                             guint64         start,
                             guint           indent)
{
  rt_markup_layout_end_line (self);
  self->has_line = TRUE;
  self->line.start = self->line.end = start;
  self->line.indent = MIN (indent, RT_MARKUP_MAX_INDENT);
  self->state.offset = start;
  if (self->begin != NULL)
    self->begin (self, &self->line, &self->state, self->data);
}

void
rt_markup_layout_extend (RtMarkupLayout *self,
                         guint64         end)
{
  self->state.raw_end = end;
  while (!self->stopped && self->line.end < end)
    {
      const char *from = self->text + self->line.end;
      guint64 rest = MIN (end, self->length) - self->line.end;
      const char *lf = memchr (from, '\n', rest);
      guint64 next;

      if (lf == NULL)
        {
          self->line.end += rest;
          break;
        }
      next = lf - self->text + 1;
      self->line.end = next - 1;
      if (self->line.end > self->line.start && self->text[self->line.end - 1] == '\r')
        self->line.end--;
      rt_markup_layout_begin_line (self, next, 0);
    }
  self->state.raw_end = 0;
}

guint64
rt_markup_layout_find (RtMarkupLayout *self,
                       const char     *mark)
{
  gsize n = strlen (mark);
  guint64 from = MIN (self->scan, self->length);
  const char *found = memmem (self->text + from, self->length - from, mark, n);

  if (found != NULL)
    return found - self->text + n;
  if (self->length >= n)
    self->scan = MAX (self->scan, self->length - n + 1);

  return 0;
}

/* What follows the mistake stands as it is. */
static void
run_rest (RtMarkupLayout *self,
          guint64         budget)
{
  guint64 end = MIN (self->length, self->at + budget);

  if (!self->has_line)
    rt_markup_layout_begin_line (self, self->at, 0);
  rt_markup_layout_extend (self, end);
  self->at = end;
  if (self->complete && end == self->length)
    {
      rt_markup_layout_end_line (self);
      self->stopped = TRUE;
    }
}

gboolean
rt_markup_layout_run (RtMarkupLayout *self,
                      const char     *text,
                      guint64         length,
                      gboolean        complete,
                      guint64         budget)
{
  guint64 stop = self->at + budget;
  /* At a line within something that stands as it is. */
  gboolean resume = !self->has_line && self->state.raw_end != 0;

  self->text = text;
  self->length = length;
  self->complete = complete;
  if (resume)
    {
      guint64 end = self->state.raw_end;

      self->at = self->scan = end;
      rt_markup_layout_begin_line (self, self->state.offset, 0);
      rt_markup_layout_extend (self, end);
    }
  while (!self->stopped && self->at < stop && self->at <= length)
    {
      if (self->state.flags & RT_MARKUP_REST)
        {
          run_rest (self, budget);
          return !self->stopped && self->at < length;
        }
      if (!(self->html ? rt_html_layout_step (self) : rt_xml_layout_step (self)))
        return FALSE;
    }

  return !self->stopped && (self->at < length || complete);
}

/* In a doctype: whether it is known what stands at the "<" under the scan; past a
 * comment or an instruction, whose quotes and brackets are none. */
static gboolean
pass_hidden (RtMarkupLayout *self)
{
  const char *p = self->text + self->scan;
  guint64 rest = self->length - self->scan;
  gboolean comment = rest >= 4 && memcmp (p, "<!--", 4) == 0;
  const char *found;

  if (rest < 4 && !self->complete)
    return FALSE;
  if (!comment && (rest < 2 || p[1] != '?'))
    return TRUE;
  found = comment ? memmem (p + 4, rest - 4, "-->", 3) : memmem (p + 2, rest - 2, "?>", 2);
  if (found == NULL)
    return FALSE;
  self->scan = found - self->text + (comment ? 2 : 1);

  return TRUE;
}

guint64
rt_markup_layout_find_end (RtMarkupLayout *self,
                           gboolean        brackets)
{
  for (; self->scan < self->length; self->scan++)
    {
      char c = self->text[self->scan];

      if (self->quote != '\0')
        {
          const char *quote = memchr (self->text + self->scan, self->quote,
                                      self->length - self->scan);

          if (quote == NULL)
            {
              self->scan = self->length;
              return 0;
            }
          self->scan = quote - self->text;
          self->quote = '\0';
        }
      else if (c == '"' || c == '\'')
        self->quote = c;
      else if (self->nested > 0 && c == '<' && !pass_hidden (self))
        return 0;
      else if (brackets && c == '[')
        self->nested++;
      else if (brackets && c == ']' && self->nested > 0)
        self->nested--;
      else if (c == '>' && self->nested == 0)
        return self->scan + 1;
    }

  return 0;
}
