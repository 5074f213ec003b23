/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The walk over lines: tokens until one that begins a line, which is kept for
 * the next call. A line takes time for its number of tokens, not its length.
 */

#include "config.h"

#include "json-line-walk.h"

#include <string.h>

static const char spaces[] =
  "                                                                                ";
G_STATIC_ASSERT (sizeof spaces - 1 == 2 * RT_JSON_MAX_INDENT);

static void
fetch (RtJsonLineWalk *self)
{
  self->has_next = rt_json_walk (&self->source, self->offset, &self->next);
  if (self->has_next)
    self->offset = self->next.end;
}

void
rt_json_line_walk_init (RtJsonLineWalk   *self,
                        RtJsonLineIndex  *index,
                        const char       *text,
                        guint64           limit,
                        guint64           length,
                        const RtJsonMark *mark)
{
  self->source = (RtJsonSource) { text, limit, index->tables.longs };
  self->long_lines = index->tables.long_lines;
  self->rest = index->scan.rest;
  self->rest_line = index->scan.rest_line;
  self->length = length;
  self->line = mark->line;
  self->offset = mark->offset;
  self->layout = (RtJsonLayout) { mark->depth, mark->depth, RT_JSON_TOKEN_NUMBER };
  self->has_next = FALSE;
  if (mark->offset < limit)
    fetch (self);
}

static void
add (RtJsonLine *line,
     const char *text,
     guint64     length)
{
  if (length == 0)
    return;
  line->pieces[line->n_pieces++] = (RtJsonPiece) { text, length };
  line->length += length;
}

static void
add_token (RtJsonLineWalk    *self,
           RtJsonLine        *line,
           const RtJsonToken *token)
{
  add (line, self->source.text + token->start, token->end - token->start);
}

/* The comma after @end, when it is there: the last line may lack it still. */
static void
add_comma (RtJsonLineWalk *self,
           RtJsonLine     *line,
           guint64         end)
{
  guint64 comma = rt_json_walk_space (&self->source, end);

  if (comma < self->source.limit && self->source.text[comma] == ',')
    add (line, ",", 1);
}

static gboolean
next_rest_line (RtJsonLineWalk *self,
                RtJsonLine     *line)
{
  guint64 start = MAX (self->offset, self->rest);
  guint64 end = self->length;
  const RtJsonSpan *span;
  const char *p;

  if (self->rest == G_MAXUINT64 || start >= self->length)
    return FALSE;
  span = rt_json_span_find (self->long_lines, start);
  if (span != NULL && span->start == start)
    end = span->end;
  else if (start != self->rest_line &&
           (p = memchr (self->source.text + start, '\n', self->length - start)) != NULL)
    end = p - self->source.text;
  self->offset = end + 1;
  self->line++;
  if (end < self->length && end > start && self->source.text[end - 1] == '\r')
    end--;
  add (line, self->source.text + start, end - start);

  return TRUE;
}

gboolean
rt_json_line_walk_next (RtJsonLineWalk *self,
                        RtJsonLine     *line)
{
  RtJsonJoint joint;
  guint64 end;

  line->n_pieces = 0;
  line->length = 0;
  if (!self->has_next)
    return next_rest_line (self, line);

  rt_json_layout_next (&self->layout, self->next.kind);
  add (line, spaces, rt_json_layout_get_indent (&self->layout));
  add_token (self, line, &self->next);
  while (TRUE)
    {
      RtJsonLayout before;

      end = self->next.end;
      fetch (self);
      if (!self->has_next)
        break;
      before = self->layout;
      joint = rt_json_layout_next (&self->layout, self->next.kind);
      if (joint >= RT_JSON_JOINT_LINE)
        {
          self->layout = before;
          break;
        }
      if (joint == RT_JSON_JOINT_COLON)
        add (line, ": ", 2);
      add_token (self, line, &self->next);
    }
  if (self->layout.last == RT_JSON_TOKEN_KEY)
    add (line, ": ", 2);
  else
    add_comma (self, line, end);
  self->line++;

  return TRUE;
}

void
rt_json_line_append (const RtJsonLine *line,
                     guint64           from,
                     guint64           length,
                     GString          *out)
{
  for (guint i = 0; i < line->n_pieces && length > 0; i++)
    {
      const RtJsonPiece *piece = &line->pieces[i];
      guint64 part;

      if (from >= piece->length)
        {
          from -= piece->length;
          continue;
        }
      part = MIN (length, piece->length - from);
      g_string_append_len (out, piece->text + from, part);
      length -= part;
      from = 0;
    }
}
