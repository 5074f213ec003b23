/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the splitting of a head into lines and of lines into names and values
 * (RFC 9112 sections 2.2 and 5). One pass, each byte looked at a fixed number
 * of times, whatever the bytes are.
 */

#include "head-private.h"

#include "grammar.h"

#include <string.h>

/* Reads the line at @at. Returns FALSE, with an empty line, at the end of the
 * bytes. A line end is LF or CR LF; of "CR CR LF" the first CR belongs to the
 * line. */
gboolean
rt_head_next_line (const RtHead *self,
                   gsize         at,
                   RtHeadLine   *line)
{
  const char *lf;

  *line = (RtHeadLine) { at, at, at, TRUE, FALSE };
  if (at >= self->size)
    return FALSE;

  lf = memchr (self->text + at, '\n', self->size - at);
  line->is_cut = lf == NULL;
  line->end = lf != NULL ? (gsize) (lf - self->text) : self->size;
  line->next = lf != NULL ? line->end + 1 : self->size;
  if (line->end > at && self->text[line->end - 1] == '\r')
    line->end--;
  else
    line->has_bare_lf = lf != NULL;

  return TRUE;
}

RtOddities
rt_head_judge_bytes (const char *text,
                     gsize       length)
{
  RtOddities oddities = RT_ODDITY_NONE;

  for (gsize i = 0; i < length; i++)
    {
      guchar c = text[i];

      if (c >= 0x80)
        oddities |= RT_ODDITY_NOT_ASCII;
      else if (c == '\r')
        oddities |= RT_ODDITY_BARE_CR;
      else if (c == '\0')
        oddities |= RT_ODDITY_NUL;
      else if ((c < 0x20 && c != '\t') || c == 0x7f)
        oddities |= RT_ODDITY_CONTROL;
    }

  return oddities;
}

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t';
}

/* The line end before @end, as its length. */
static gsize
line_end_before (const char *text,
                 gsize       start,
                 gsize       end)
{
  if (end == start || text[end - 1] != '\n')
    return 0;

  return end - 1 > start && text[end - 2] == '\r' ? 2 : 1;
}

static gsize
line_end_after (const char *text,
                gsize       start,
                gsize       end)
{
  if (start < end && text[start] == '\n')
    return 1;
  if (start + 1 < end && text[start] == '\r' && text[start + 1] == '\n')
    return 2;
  return 0;
}

/* Without the white space around it; of a folded value the outer line ends
 * count as white space. */
static RtSpan
trim_value (const RtHead *self,
            gsize         start,
            gsize         end)
{
  gsize length;

  do
    {
      while (start < end && is_space (self->text[start]))
        start++;
      length = line_end_after (self->text, start, end);
      start += length;
    }
  while (length > 0);

  do
    {
      while (end > start && is_space (self->text[end - 1]))
        end--;
      length = line_end_before (self->text, start, end);
      end -= length;
    }
  while (length > 0);

  return (RtSpan) { start, end - start };
}

static void
judge_name (RtHead      *self,
            RtFieldLine *field)
{
  if (field->name.length == 0)
    field->oddities |= RT_ODDITY_EMPTY_NAME;
  else if (!rt_grammar_is_token (self->text + field->name.offset, field->name.length))
    field->oddities |= RT_ODDITY_BAD_NAME;
}

/* The first line of a field: its name, and where its value starts. */
static RtFieldLine
read_field (RtHead           *self,
            const RtHeadLine *line)
{
  RtFieldLine field = { .oddities = RT_ODDITY_NONE };
  gsize start = line->start;
  gsize name_end = line->end;
  const char *colon;

  if (is_space (self->text[start]))
    {
      field.oddities |= RT_ODDITY_LEADING_SPACE;
      while (start < line->end && is_space (self->text[start]))
        start++;
    }

  colon = memchr (self->text + start, ':', line->end - start);
  field.value.offset = line->end;
  if (colon == NULL)
    field.oddities |= RT_ODDITY_NO_COLON;
  else
    {
      name_end = colon - self->text;
      field.value.offset = name_end + 1;
    }

  while (name_end > start && is_space (self->text[name_end - 1]))
    {
      field.oddities |= colon != NULL ? RT_ODDITY_SPACE_BEFORE_COLON : RT_ODDITY_NONE;
      name_end--;
    }
  field.name = (RtSpan) { start, name_end - start };
  judge_name (self, &field);

  return field;
}

static void
judge_line (RtHead           *self,
            RtFieldLine      *field,
            const RtHeadLine *line)
{
  field->oddities |= rt_head_judge_bytes (self->text + line->start, line->end - line->start);
  if (line->has_bare_lf)
    field->oddities |= RT_ODDITY_BARE_LF;
  if (line->is_cut)
    field->oddities |= RT_ODDITY_CUT;
}

/* Reads one field line with its folds; returns where the next line starts. */
static gsize
read_field_line (RtHead           *self,
                 const RtHeadLine *first)
{
  RtFieldLine field = read_field (self, first);
  RtHeadLine line = *first;
  gsize end = first->end;
  gsize next = first->next;

  judge_line (self, &field, first);
  while (rt_head_next_line (self, next, &line) && is_space (self->text[line.start]))
    {
      field.oddities |= RT_ODDITY_FOLDED;
      judge_line (self, &field, &line);
      end = line.end;
      next = line.next;
    }

  field.line = (RtSpan) { first->start, end - first->start };
  field.value = trim_value (self, field.value.offset, end);
  g_array_append_val (self->fields, field);

  return next;
}

void
rt_head_read_fields (RtHead *self,
                     gsize   at)
{
  RtHeadLine line;

  while (rt_head_next_line (self, at, &line))
    {
      if (line.end == line.start)
        {
          /* A lone CR at the end may have been half of the blank line. */
          self->is_complete = !line.is_cut;
          return;
        }
      at = read_field_line (self, &line);
    }
}
