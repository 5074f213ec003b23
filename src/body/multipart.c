/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The search for delimiters. It stops where a line that may be one has not
 * arrived as a whole, and goes on there; no byte is looked at more than a
 * bounded number of times.
 */

#include "config.h"

#include "multipart.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define MAX_BOUNDARY 256
/* White space that may follow a delimiter. */
#define MAX_PADDING 1024

typedef struct
{
  char    *delimiter; /* "--" and the boundary; the first cursor's */
  gsize    delimiter_length;
  guint64  scanned;   /* no delimiter begins before it */
  RtRecord part;      /* that has not ended */
  guint64  head_start;
  guint32  number;
  guint    faults;
  gboolean in_part;
  gboolean closed;    /* what follows is no part */
  gboolean finished;
} Cursor;

typedef struct
{
  gsize    end;      /* after its line */
  gsize    line_end; /* bytes of the line end before it, part of it */
  gboolean closing;
} Delimiter;

typedef enum
{
  FOUND,
  NOT_ONE,
  NOT_ALL_THERE,
} Verdict;

static gboolean
is_boundary_char (char c)
{
  return g_ascii_isalnum (c) || (c != '\0' && strchr ("'()+_,-./:=? ", c) != NULL);
}

static gboolean
is_odd (const char *boundary)
{
  gsize n = strlen (boundary);

  if (n > 70 || boundary[n - 1] == ' ')
    return TRUE;
  for (gsize i = 0; i < n; i++)
    if (!is_boundary_char (boundary[i]))
      return TRUE;

  return FALSE;
}

/* NULL when parts can be told apart by it. */
static const char *
find_error (const char *boundary)
{
  if (boundary == NULL)
    return _("The Content-Type names no boundary, so the parts cannot be told apart.");
  if (*boundary == '\0')
    return _("The boundary in the Content-Type is empty.");
  if (strlen (boundary) > MAX_BOUNDARY)
    return _("The boundary in the Content-Type is too long.");

  return NULL;
}

/* Whether what stands at @at, the delimiter's text, is a whole line: padding,
 * a line end, or the end of all. */
static Verdict
judge (Cursor       *self,
       const guint8 *data,
       gsize         length,
       gsize         at,
       gboolean      complete,
       Delimiter    *found)
{
  gsize p = at + self->delimiter_length;
  gsize limit;

  if (at > 0 && data[at - 1] != '\n')
    return NOT_ONE;
  found->line_end = at == 0 ? 0 : at > 1 && data[at - 2] == '\r' ? 2 : 1;
  if (length - p < 2 && !complete)
    return NOT_ALL_THERE;
  found->closing = length - p >= 2 && data[p] == '-' && data[p + 1] == '-';
  if (found->closing)
    p += 2;
  limit = MIN (length, p + MAX_PADDING);
  while (p < limit && (data[p] == ' ' || data[p] == '\t'))
    p++;
  if (p == length && !complete)
    return NOT_ALL_THERE;
  if (p < length && data[p] == '\r')
    {
      if (p + 1 == length && !complete)
        return NOT_ALL_THERE;
      p++;
    }
  if (p < length && data[p] != '\n')
    return NOT_ONE;
  if (p < length && data[p - 1] != '\r')
    self->faults |= RT_MULTIPART_BARE_LF;
  found->end = MIN (length, p + 1);

  return FOUND;
}

/* The first line that is empty from @at on: where the fields end. G_MAXSIZE when it
 * is not there yet. */
static gsize
find_head_end (const guint8 *data,
               gsize         length,
               gsize         at,
               gsize        *content)
{
  gsize limit = MIN (length, at + RT_MULTIPART_MAX_HEAD);
  gsize line = at;

  while (line < limit)
    {
      const guint8 *end;

      if (data[line] == '\n' ||
          (data[line] == '\r' && line + 1 < length && data[line + 1] == '\n'))
        {
          *content = line + (data[line] == '\n' ? 1 : 2);
          return line;
        }
      end = memchr (data + line, '\n', limit - line);
      if (end == NULL)
        break;
      line = end - data + 1;
    }

  return G_MAXSIZE;
}

/* Finds where the content of the part begins, when its fields are all there, up
 * to @end. */
static void
read_head (Cursor       *self,
           const guint8 *data,
           gsize         end,
           gboolean      whole)
{
  RtRecord *part = &self->part;
  gsize content;

  if (part->places[RT_PART_CONTENT] != 0)
    return;
  if (find_head_end (data, end, self->head_start, &content) != G_MAXSIZE)
    {
      part->places[RT_PART_CONTENT] = content;
      if (data[content - 1] == '\n' && (content < 2 || data[content - 2] != '\r'))
        self->faults |= RT_MULTIPART_BARE_LF;
    }
  else if (end - MIN (end, self->head_start) > RT_MULTIPART_MAX_HEAD)
    {
      part->flags |= RT_PART_NO_HEAD_END;
      part->places[RT_PART_CONTENT] = self->head_start;
    }
  else if (whole)
    {
      part->flags |= RT_PART_NO_HEAD_END;
      part->places[RT_PART_CONTENT] = MAX (end, self->head_start);
    }
}

static void
give_part (Cursor   *self,
           gsize     end,
           RtRecord *record)
{
  self->part.end = MAX (end, self->part.places[RT_PART_CONTENT]);
  self->part.number = self->number++;
  self->in_part = FALSE;
  *record = self->part;
}

static void
end_part (Cursor          *self,
          const guint8    *data,
          gsize            at,
          const Delimiter *delimiter,
          RtRecord        *record)
{
  gsize end = at - delimiter->line_end;

  if (delimiter->line_end == 1)
    self->faults |= RT_MULTIPART_BARE_LF;
  /* The empty line may be the one whose end belongs to the delimiter. */
  read_head (self, data, at, FALSE);
  read_head (self, data, end, TRUE);
  give_part (self, end, record);
}

/* TRUE when a part ends before it. */
static gboolean
take_delimiter (Cursor          *self,
                const guint8    *data,
                gsize            at,
                const Delimiter *delimiter,
                RtRecord        *record)
{
  gboolean ends = self->in_part;

  if (ends)
    end_part (self, data, at, delimiter, record);
  /* The line end of this delimiter is also the one before the next. */
  self->scanned = delimiter->end;
  self->closed = delimiter->closing;
  if (!self->closed)
    {
      self->in_part = TRUE;
      self->part = (RtRecord) { .start = at };
      self->head_start = delimiter->end;
    }

  return ends;
}

/* The end of the bytes without a closing delimiter, or with one. */
static gboolean
finish (Cursor       *self,
        const guint8 *data,
        gsize         length,
        RtRecord     *record)
{
  gboolean ends = self->in_part;

  if (self->finished)
    return FALSE;
  self->finished = TRUE;
  if (self->number == 0 && !ends)
    self->faults |= RT_MULTIPART_NO_PARTS;
  if (!self->closed)
    self->faults |= RT_MULTIPART_NOT_CLOSED;
  if (ends)
    {
      read_head (self, data, length, TRUE);
      self->part.flags |= RT_PART_UNFINISHED;
      give_part (self, length, record);
    }

  return ends;
}

/* Passes over what is no delimiter. FALSE: there is none up to @length. */
static gboolean
find_delimiter (Cursor       *self,
                const guint8 *data,
                gsize         length,
                gboolean      complete,
                Delimiter    *delimiter)
{
  while (!self->closed && self->scanned < length)
    {
      const guint8 *found = memmem (data + self->scanned, length - self->scanned,
                                    self->delimiter, self->delimiter_length);
      Verdict verdict;

      if (found == NULL)
        {
          gsize kept = self->delimiter_length - 1;

          if (length > kept)
            self->scanned = MAX (self->scanned, length - kept);
          return FALSE;
        }
      self->scanned = found - data;
      verdict = judge (self, data, length, self->scanned, complete, delimiter);
      if (verdict == FOUND)
        return TRUE;
      if (verdict == NOT_ALL_THERE)
        return FALSE;
      self->scanned++;
    }

  return FALSE;
}

static gboolean
next_part (gpointer      cursor,
           const guint8 *data,
           gsize         length,
           gboolean      complete,
           RtRecord     *record)
{
  Cursor *self = cursor;
  Delimiter delimiter = { 0 };

  while (find_delimiter (self, data, length, complete, &delimiter))
    if (take_delimiter (self, data, self->scanned, &delimiter, record))
      return TRUE;
  if (complete)
    return finish (self, data, length, record);
  if (self->in_part)
    {
      /* A line end before what is not searched yet may be a delimiter's. */
      gsize end = self->scanned - MIN (self->scanned, 2);

      read_head (self, data, end, FALSE);
      self->part.end = MAX (end, self->part.places[RT_PART_CONTENT]);
    }

  return FALSE;
}

static void
seek (gpointer        cursor,
      const RtRecord *record)
{
  Cursor *self = cursor;

  self->scanned = record->start;
  self->number = record->number;
}

static gboolean
get_open (gconstpointer cursor,
          RtRecord     *record)
{
  const Cursor *self = cursor;

  *record = self->part;
  record->number = self->number;
  record->end = MAX (record->end, self->head_start);

  return self->in_part;
}

static guint
get_faults (gconstpointer cursor)
{
  return ((const Cursor *) cursor)->faults;
}

static void
clear (gpointer cursor)
{
  g_clear_pointer (&((Cursor *) cursor)->delimiter, g_free);
}

RtRecords *
rt_multipart_new (RtDecodedText      *bytes,
                  const RtMediaType  *type,
                  const char        **error)
{
  static const RtRecordReader reader = {
    sizeof (Cursor), next_part, seek, get_open, get_faults, clear
  };
  const char *boundary;
  const char *reason;
  Cursor *cursor;

  g_return_val_if_fail (type != NULL, NULL);

  boundary = rt_media_type_get_parameter (type, "boundary");
  reason = find_error (boundary);
  if (error != NULL)
    *error = reason;
  if (reason != NULL)
    return NULL;

  cursor = g_new0 (Cursor, 1);
  cursor->delimiter = g_strconcat ("--", boundary, NULL);
  cursor->delimiter_length = strlen (cursor->delimiter);
  cursor->faults = is_odd (boundary) ? RT_MULTIPART_ODD_BOUNDARY : 0;

  return rt_records_new (bytes, &reader, cursor);
}

static gsize
find_line_end (const guint8 *data,
               gsize         from,
               gsize         to)
{
  const guint8 *lf = from < to ? memchr (data + from, '\n', to - from) : NULL;

  return lf != NULL ? (gsize) (lf - data) + 1 : to;
}

void
rt_part_init (RtPart         *self,
              const RtRecord *record,
              const guint8   *data)
{
  guint64 content = record->places[RT_PART_CONTENT];
  guint64 head_end;

  g_return_if_fail (self != NULL && record != NULL);

  *self = (RtPart) { .faults = record->flags };
  self->head_start = find_line_end (data, record->start, record->end);
  self->content_start = content != 0 ? content : record->end;
  self->content_length = content != 0 ? record->end - content : 0;
  head_end = content != 0 ? content : self->head_start;
  if (!(self->faults & RT_PART_NO_HEAD_END) && head_end > self->head_start)
    head_end -= head_end - 1 > self->head_start && data[head_end - 2] == '\r' ? 2 : 1;
  self->head_length = head_end - self->head_start;
}

char *
rt_multipart_fault_words (guint faults)
{
  const char *words[5] = { NULL };
  guint n = 0;

  if (faults & RT_MULTIPART_NO_PARTS)
    words[n++] = _("The boundary that the Content-Type names is nowhere in the body.");
  else if (faults & RT_MULTIPART_NOT_CLOSED)
    words[n++] = _("The closing delimiter is missing: the last part may be cut off.");
  if (faults & RT_MULTIPART_ODD_BOUNDARY)
    words[n++] = _("The boundary is longer than 70 characters, or has some that RFC 2046 forbids.");
  if (faults & RT_MULTIPART_BARE_LF)
    words[n++] = _("Lines end in LF where CR LF is due.");

  return g_strjoinv (" ", (char **) words);
}
