/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The walk: where a token ends, told by its first byte. It knows no more of
 * the grammar than that, and must only be given what the scanner has passed.
 */

#include "config.h"

#include "json-walk.h"

#include "json-bytes.h"

const RtJsonSpan *
rt_json_span_find (const GArray *spans,
                   guint64       offset)
{
  guint low = 0;
  guint high = spans->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const RtJsonSpan *span = &g_array_index (spans, RtJsonSpan, middle);

      if (offset < span->start)
        high = middle;
      else if (offset >= span->end)
        low = middle + 1;
      else
        return span;
    }

  return NULL;
}

void
rt_json_note_long (GArray            *longs,
                   const RtJsonToken *token)
{
  RtJsonSpan span = { token->start, token->end };

  if (span.end - span.start >= RT_JSON_LONG)
    g_array_append_val (longs, span);
}

guint64
rt_json_walk_space (const RtJsonSource *source,
                    guint64             offset)
{
  while (offset < source->limit)
    {
      guint64 stop = MIN (source->limit, offset + RT_JSON_LONG);
      const RtJsonSpan *span;

      offset = rt_json_skip_space (source->text + offset, source->text + stop) - source->text;
      if (offset < stop || stop == source->limit)
        break;
      span = rt_json_span_find (source->longs, offset);
      if (span != NULL && rt_json_is_space (source->text[span->start]))
        offset = MIN (span->end, source->limit);
    }

  return offset;
}

/* To the next quote or backslash. */
static const char *
skip_string (const char *p,
             const char *end)
{
  while (end - p >= 8)
    {
      guint64 word = rt_json_load (p);
      guint64 marks = rt_json_mark (word, '"') | rt_json_mark (word, '\\');

      if (marks != 0)
        return p + rt_json_first_mark (marks);
      p += 8;
    }
  while (p < end && *p != '"' && *p != '\\')
    p++;

  return p;
}

/* The end of what begins at @start and did not end in RT_JSON_LONG bytes. */
static guint64
find_end (const RtJsonSource *source,
          guint64             start)
{
  const RtJsonSpan *span = rt_json_span_find (source->longs, start);

  /* An unfinished token is not noted, and it is the last. */
  return span != NULL && span->start == start ? MIN (span->end, source->limit) : source->limit;
}

static guint64
end_of_string (const RtJsonSource *source,
               guint64             start)
{
  const char *stop = source->text + MIN (source->limit, start + RT_JSON_LONG);
  const char *p = source->text + start + 1;

  while (TRUE)
    {
      p = skip_string (p, stop);
      if (p >= stop)
        break;
      if (*p == '"')
        return p + 1 - source->text;
      p += 2;
    }

  return (guint64) (stop - source->text) == source->limit ? source->limit
                                                          : find_end (source, start);
}

static gboolean
ends_word (char c)
{
  return (guchar) c <= ' ' || c == ',' || c == ']' || c == '}' || c == '[' || c == '{' || c == '"';
}

static guint64
end_of_word (const RtJsonSource *source,
             guint64             start)
{
  guint64 stop = MIN (source->limit, start + RT_JSON_LONG);
  guint64 p = start + 1;

  while (p < stop && !ends_word (source->text[p]))
    p++;

  return p < stop || stop == source->limit ? p : find_end (source, start);
}

static RtJsonTokenKind
kind_of_string (const RtJsonSource *source,
                guint64             end)
{
  guint64 next = end;

  if (next < source->limit && rt_json_is_space (source->text[next]))
    next = rt_json_walk_space (source, next);

  return next < source->limit && source->text[next] == ':' ? RT_JSON_TOKEN_KEY
                                                           : RT_JSON_TOKEN_STRING;
}

static guint64
skip_between (const RtJsonSource *source,
              guint64             offset)
{
  while (offset < source->limit)
    {
      char c = source->text[offset];

      if (rt_json_is_space (c))
        offset = rt_json_walk_space (source, offset);
      else if (c == ',' || c == ':' || c == 0x1e)
        offset++;
      else
        break;
    }

  return offset;
}

gboolean
rt_json_walk (const RtJsonSource *source,
              guint64             offset,
              RtJsonToken        *token)
{
  offset = skip_between (source, offset);
  if (offset >= source->limit)
    return FALSE;
  token->start = offset;
  token->end = offset + 1;
  switch (source->text[offset])
    {
    case '{':
      token->kind = RT_JSON_TOKEN_OBJECT;
      break;
    case '[':
      token->kind = RT_JSON_TOKEN_ARRAY;
      break;
    case '}':
      token->kind = RT_JSON_TOKEN_OBJECT_END;
      break;
    case ']':
      token->kind = RT_JSON_TOKEN_ARRAY_END;
      break;
    case '"':
      token->end = end_of_string (source, offset);
      token->kind = kind_of_string (source, token->end);
      break;
    case 't':
    case 'f':
    case 'n':
      token->end = end_of_word (source, offset);
      token->kind = RT_JSON_TOKEN_WORD;
      break;
    default:
      token->end = end_of_word (source, offset);
      token->kind = RT_JSON_TOKEN_NUMBER;
      break;
    }

  return TRUE;
}
