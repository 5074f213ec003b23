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

struct _RtMultipart
{
  char    *delimiter; /* "--" and the boundary */
  gsize    delimiter_length;
  gboolean is_odd;
  GArray  *parts; /* RtPart */
  guint64  scanned; /* no delimiter begins before it */
  guint64  preamble;
  guint64  epilogue; /* 0: not closed yet */
  guint64  length;
  guint    faults;
};

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

RtMultipart *
rt_multipart_new (const RtMediaType  *type,
                  const char        **error)
{
  const char *boundary;
  const char *reason = NULL;
  RtMultipart *self;

  g_return_val_if_fail (type != NULL, NULL);

  boundary = rt_media_type_get_parameter (type, "boundary");
  if (boundary == NULL)
    reason = _("The Content-Type names no boundary, so the parts cannot be told apart.");
  else if (*boundary == '\0')
    reason = _("The boundary in the Content-Type is empty.");
  else if (strlen (boundary) > MAX_BOUNDARY)
    reason = _("The boundary in the Content-Type is too long.");
  if (error != NULL)
    *error = reason;
  if (reason != NULL)
    return NULL;

  self = g_new0 (RtMultipart, 1);
  self->delimiter = g_strconcat ("--", boundary, NULL);
  self->delimiter_length = strlen (self->delimiter);
  self->is_odd = is_odd (boundary);
  self->parts = g_array_new (FALSE, TRUE, sizeof (RtPart));

  return self;
}

void
rt_multipart_free (RtMultipart *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->delimiter, g_free);
  g_clear_pointer (&self->parts, g_array_unref);
  g_free (self);
}

gboolean
rt_multipart_is_odd_boundary (RtMultipart *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->is_odd;
}

/* Whether what stands at @at, the delimiter's text, is a whole line: padding,
 * a line end, or the end of all. */
static Verdict
judge (RtMultipart  *self,
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

/* The first line that is empty from @at on: where the fields end. 0 when it is not
 * there yet. */
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

/* Reads the fields of the last part when they are all there, up to @end. */
static void
read_head (RtMultipart  *self,
           const guint8 *data,
           gsize         end,
           gboolean      whole)
{
  RtPart *part;
  gsize head_end;
  gsize content;

  if (self->parts->len == 0)
    return;
  part = &g_array_index (self->parts, RtPart, self->parts->len - 1);
  if (part->content_start != 0)
    return;

  head_end = find_head_end (data, end, part->head_start, &content);
  if (head_end != G_MAXSIZE)
    {
      part->head_length = head_end - part->head_start;
      part->content_start = content;
      if (data[content - 1] == '\n' && (content < 2 || data[content - 2] != '\r'))
        self->faults |= RT_MULTIPART_BARE_LF;
    }
  else if (end - MIN (end, part->head_start) > RT_MULTIPART_MAX_HEAD)
    {
      part->faults |= RT_PART_NO_HEAD_END;
      part->content_start = part->head_start;
    }
  else if (whole)
    {
      part->faults |= RT_PART_NO_HEAD_END;
      part->head_length = end - MIN (end, part->head_start);
      part->content_start = MAX (end, part->head_start);
    }
}

static void
end_part (RtMultipart     *self,
          const guint8    *data,
          gsize            at,
          const Delimiter *delimiter)
{
  gsize end = at - delimiter->line_end;
  RtPart *part;

  if (self->parts->len == 0)
    {
      self->preamble = end;
      return;
    }
  part = &g_array_index (self->parts, RtPart, self->parts->len - 1);
  if (delimiter->line_end == 1)
    self->faults |= RT_MULTIPART_BARE_LF;
  /* The empty line may be the one whose end belongs to the delimiter. */
  read_head (self, data, at, FALSE);
  read_head (self, data, end, TRUE);
  part->content_length = end - MIN (end, part->content_start);
  part->complete = TRUE;
}

static void
take_delimiter (RtMultipart     *self,
                const guint8    *data,
                gsize            at,
                const Delimiter *delimiter)
{
  RtPart part = { 0 };

  end_part (self, data, at, delimiter);
  self->scanned = delimiter->end;
  if (delimiter->closing)
    {
      self->epilogue = delimiter->end;
      return;
    }
  if (self->parts->len == RT_MULTIPART_MAX_PARTS)
    {
      self->faults |= RT_MULTIPART_TOO_MANY;
      self->epilogue = delimiter->end;
      return;
    }
  part.start = at;
  part.head_start = delimiter->end;
  g_array_append_val (self->parts, part);
  /* The line end of this delimiter is also the one before the next. */
  self->scanned = delimiter->end;
}

static void
scan (RtMultipart  *self,
      const guint8 *data,
      gsize         length,
      gboolean      complete)
{
  while (self->epilogue == 0 && self->scanned < length)
    {
      Delimiter delimiter = { 0 };
      const guint8 *found = memmem (data + self->scanned, length - self->scanned,
                                    self->delimiter, self->delimiter_length);
      Verdict verdict;

      if (found == NULL)
        {
          gsize kept = self->delimiter_length - 1;

          if (length > kept)
            self->scanned = MAX (self->scanned, length - kept);
          return;
        }
      self->scanned = found - data;
      verdict = judge (self, data, length, self->scanned, complete, &delimiter);
      if (verdict == NOT_ALL_THERE)
        return;
      if (verdict == NOT_ONE)
        self->scanned++;
      else
        take_delimiter (self, data, self->scanned, &delimiter);
    }
}

static void
finish (RtMultipart *self)
{
  RtPart *part;

  if (self->parts->len == 0)
    {
      self->faults |= RT_MULTIPART_NO_PARTS;
      self->preamble = self->epilogue == 0 ? self->length : self->preamble;
    }
  if (self->epilogue != 0)
    return;
  self->faults |= RT_MULTIPART_NOT_CLOSED;
  if (self->parts->len == 0)
    return;
  part = &g_array_index (self->parts, RtPart, self->parts->len - 1);
  part->faults |= RT_PART_UNFINISHED;
  part->complete = TRUE;
}

void
rt_multipart_extend (RtMultipart  *self,
                     const guint8 *data,
                     gsize         length,
                     gboolean      complete)
{
  RtPart *part;

  g_return_if_fail (self != NULL);
  g_return_if_fail (data != NULL || length == 0);

  self->length = length;
  if (length > 0)
    scan (self, data, length, complete);
  if (self->parts->len > 0 && self->epilogue == 0)
    {
      /* A line end before what is not searched yet may be a delimiter's. */
      gsize end = complete ? length : self->scanned - MIN (self->scanned, 2);

      read_head (self, data, end, complete);
      part = &g_array_index (self->parts, RtPart, self->parts->len - 1);
      if (part->content_start != 0)
        part->content_length = end - MIN (end, part->content_start);
    }
  if (complete)
    finish (self);
}

guint
rt_multipart_get_n_parts (RtMultipart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->parts->len;
}

const RtPart *
rt_multipart_get_part (RtMultipart *self,
                       guint        index)
{
  g_return_val_if_fail (self != NULL && index < self->parts->len, NULL);

  return &g_array_index (self->parts, RtPart, index);
}

guint
rt_multipart_get_faults (RtMultipart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->faults;
}

guint64
rt_multipart_get_preamble (RtMultipart *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->preamble;
}

guint64
rt_multipart_get_epilogue (RtMultipart *self,
                           guint64     *length)
{
  g_return_val_if_fail (self != NULL, 0);

  if (length != NULL)
    *length = self->epilogue != 0 ? self->length - self->epilogue : 0;

  return self->epilogue;
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
  if (faults & RT_MULTIPART_BARE_LF)
    words[n++] = _("Lines end in LF where CR LF is due.");
  if (faults & RT_MULTIPART_TOO_MANY)
    words[n++] = _("There are more parts than are listed here.");

  return g_strjoinv (" ", (char **) words);
}
