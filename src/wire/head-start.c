/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the reading of a start line: the request line of RFC 9112 section 3 and
 * the status line of section 4, and whatever servers write in their place.
 */

#include "head-private.h"

#include <string.h>

/* The line as it is taken apart, from the left. */
typedef struct
{
  RtHead *head;
  gsize   at;
  gsize   end;
} Cursor;

static gboolean
is_space (char c)
{
  return c == ' ' || c == '\t';
}

static RtSpan
take_word (Cursor *cursor)
{
  RtSpan word = { cursor->at, 0 };

  while (cursor->at < cursor->end && !is_space (cursor->head->text[cursor->at]))
    cursor->at++;
  word.length = cursor->at - word.offset;

  return word;
}

/* One SP is the separator; anything else is told. */
static void
take_spaces (Cursor *cursor)
{
  const char *text = cursor->head->text;
  gsize start = cursor->at;

  while (cursor->at < cursor->end && is_space (text[cursor->at]))
    cursor->at++;

  if (cursor->at - start > 1 || (cursor->at > start && text[start] == '\t'))
    cursor->head->start_oddities |= RT_START_EXTRA_SPACE;
}

static gboolean
span_has_prefix (const RtHead *self,
                 RtSpan        span,
                 const char   *prefix)
{
  gsize length = strlen (prefix);

  return span.length >= length &&
         g_ascii_strncasecmp (self->text + span.offset, prefix, length) == 0;
}

static guint
read_version (const RtHead *self,
              RtSpan        span)
{
  const char *digits = self->text + span.offset + strlen ("HTTP/");

  if (!span_has_prefix (self, span, "HTTP/"))
    return 0;

  switch (span.length - strlen ("HTTP/"))
    {
    case 1:
      return g_ascii_isdigit (digits[0]) ? (digits[0] - '0') * 10 : 0;
    case 3:
      if (g_ascii_isdigit (digits[0]) && digits[1] == '.' && g_ascii_isdigit (digits[2]))
        return (digits[0] - '0') * 10 + (digits[2] - '0');
      return 0;
    default:
      return 0;
    }
}

static void
set_version (RtHead *self,
             RtSpan  span)
{
  const char *text = self->text + span.offset;

  self->version = span;
  self->version_number = read_version (self, span);
  if (span.length != 8 ||
      (memcmp (text, "HTTP/1.1", 8) != 0 && memcmp (text, "HTTP/1.0", 8) != 0))
    self->start_oddities |= RT_START_BAD_VERSION;
}

/* Reads the status word. Three digits that something is glued to ("200OK")
 * are still read; returns where the word's digits end. */
static gsize
read_status (RtHead *self,
             RtSpan  word)
{
  const char *text = self->text + word.offset;
  gsize n_digits = 0;
  int status = 0;

  while (n_digits < word.length && n_digits < 5 && g_ascii_isdigit (text[n_digits]))
    status = status * 10 + (text[n_digits++] - '0');

  if (n_digits == 0 || n_digits > 4 || (n_digits < word.length && n_digits != 3))
    {
      self->start_oddities |= RT_START_BAD_STATUS;
      return word.offset + word.length;
    }

  self->status = status;
  if (word.length != 3 || status < 100 || status > 599)
    self->start_oddities |= RT_START_BAD_STATUS;

  return word.offset + n_digits;
}

static void
read_status_line (Cursor *cursor)
{
  RtHead *self = cursor->head;
  RtSpan version = take_word (cursor);
  gboolean is_http = span_has_prefix (self, version, "HTTP") ||
                     (version.length == 3 && span_has_prefix (self, version, "ICY"));

  take_spaces (cursor);
  cursor->at = read_status (self, take_word (cursor));
  if (is_http || self->status >= 0)
    set_version (self, version);
  if (self->status < 0)
    self->start_oddities |= RT_START_MALFORMED;

  if (cursor->at == cursor->end || !is_space (self->text[cursor->at]))
    self->start_oddities |= RT_START_NO_REASON_SP;
  take_spaces (cursor);
  self->reason = (RtSpan) { cursor->at, cursor->end - cursor->at };
}

/* The version is the last word, when it looks like one: a target with spaces
 * in it stays whole. */
static gsize
find_last_word (const Cursor *cursor)
{
  gsize at = cursor->end;

  while (at > cursor->at && !is_space (cursor->head->text[at - 1]))
    at--;

  return at;
}

static void
read_request_line (Cursor *cursor)
{
  RtHead *self = cursor->head;
  gsize last, target_end;
  RtSpan version;

  self->method = take_word (cursor);
  if (self->method.length == 0)
    self->start_oddities |= RT_START_MALFORMED;
  take_spaces (cursor);

  last = find_last_word (cursor);
  version = (RtSpan) { last, cursor->end - last };
  if (!span_has_prefix (self, version, "HTTP/"))
    {
      self->start_oddities |= RT_START_BAD_VERSION;
      self->target = (RtSpan) { cursor->at, cursor->end - cursor->at };
      return;
    }

  set_version (self, version);
  target_end = last;
  while (target_end > cursor->at && is_space (self->text[target_end - 1]))
    target_end--;
  self->target = (RtSpan) { cursor->at, target_end - cursor->at };
  if (last - target_end > 1 || (last > target_end && self->text[target_end] == '\t') ||
      memchr (self->text + cursor->at, ' ', self->target.length) != NULL)
    self->start_oddities |= RT_START_EXTRA_SPACE;
}

static void
judge_line (RtHead           *self,
            const RtHeadLine *line)
{
  RtOddities bytes = rt_head_judge_bytes (self->text + line->start, line->end - line->start);

  if (bytes & (RT_ODDITY_CONTROL | RT_ODDITY_BARE_CR | RT_ODDITY_NUL))
    self->start_oddities |= RT_START_CONTROL;
  if (bytes & RT_ODDITY_NOT_ASCII)
    self->start_oddities |= RT_START_NOT_ASCII;
  if (line->has_bare_lf)
    self->start_oddities |= RT_START_BARE_LF;
  if (line->is_cut)
    self->start_oddities |= RT_START_CUT;
}

gsize
rt_head_read_start_line (RtHead *self)
{
  RtHeadLine line = { 0, };
  Cursor cursor = { .head = self };

  /* RFC 9112 section 2.2: at least one empty line before it is ignored. */
  while (rt_head_next_line (self, line.next, &line) && line.end == line.start && !line.is_cut)
    self->start_oddities |= RT_START_LEADING_LINES;

  self->start_line = (RtSpan) { line.start, line.end - line.start };
  cursor.at = line.start;
  cursor.end = line.end;
  judge_line (self, &line);

  /* White space, or a lone CR, in front of the version. */
  while (cursor.at < cursor.end &&
         (is_space (self->text[cursor.at]) || self->text[cursor.at] == '\r'))
    {
      self->start_oddities |= RT_START_EXTRA_SPACE;
      cursor.at++;
    }

  if (self->kind == RT_HEAD_REQUEST)
    read_request_line (&cursor);
  else
    read_status_line (&cursor);

  return line.next;
}
