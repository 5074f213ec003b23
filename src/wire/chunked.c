/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the state of one chunked content. From the first place where no chunk
 * can be read, all bytes come out as they are.
 */

#include "config.h"

#include "chunked.h"

#include "format.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#define LINE_MAX_LENGTH 4096
#define SIZE_MAX_DIGITS 16

struct _RtChunked
{
  RtChunkedPhase  phase;
  guint64         offset;     /* bytes read, framing included */
  GByteArray     *line;       /* the size line, or the line end, so far */
  guint64         line_start; /* its offset */
  guint64         size;       /* of the current chunk */
  guint64         left;       /* of its data */
  guint64         n_chunks;
};

RtChunked *
rt_chunked_new (void)
{
  RtChunked *self = g_new0 (RtChunked, 1);

  self->line = g_byte_array_new ();

  return self;
}

void
rt_chunked_free (RtChunked *self)
{
  g_clear_pointer (&self->line, g_byte_array_unref);
  g_free (self);
}

RtChunkedPhase
rt_chunked_get_phase (const RtChunked *self)
{
  return self->phase;
}

/* What was held back comes out, and all that follows it. */
static void
give_up (RtChunked     *self,
         RtChunkedStep *step,
         RtFault       *fault)
{
  self->phase = RT_CHUNKED_RAW;
  step->fault = fault;
  step->content = self->line->data;
  step->length = self->line->len;
}

static RtFault *
new_line_fault (RtChunked *self)
{
  g_autofree char *offset = rt_format_count (self->line_start);
  g_autofree char *quote = NULL;
  gsize length = self->line->len;

  while (length > 0 && strchr ("\r\n", self->line->data[length - 1]) != NULL &&
         self->line->data[length - 1] != '\0')
    length--;
  quote = rt_fault_quote (self->line->data, length);

  /* Translators: the first %s is a number of bytes */
  return rt_fault_new (RT_FAULT_CHUNK_MALFORMED,
                       _("At offset %s stands “%s” where a chunk size is expected"), offset,
                       quote);
}

static gboolean
is_space (guint8 c)
{
  return c == ' ' || c == '\t';
}

/* chunk-size [ chunk-ext ]. Returns FALSE when no size can be read;
 * @has_junk: something else than an extension follows the size. */
static gboolean
parse_size (const guint8 *line,
            gsize         length,
            guint64      *size,
            gboolean     *has_junk)
{
  gsize i = 0;

  *size = 0;
  while (i < length && i <= SIZE_MAX_DIGITS && g_ascii_isxdigit (line[i]))
    *size = (*size << 4) | g_ascii_xdigit_value (line[i++]);
  if (i == 0 || i > SIZE_MAX_DIGITS || *size > G_MAXINT64)
    return FALSE;

  while (i < length && is_space (line[i]))
    i++;
  *has_junk = i < length && line[i] != ';';

  return TRUE;
}

/* The line is whole, its LF included. */
static void
end_size_line (RtChunked     *self,
               RtChunkedStep *step)
{
  gsize length = self->line->len - 1;
  gboolean has_junk;

  if (length > 0 && self->line->data[length - 1] == '\r')
    length--;
  if (!parse_size (self->line->data, length, &self->size, &has_junk))
    {
      give_up (self, step, new_line_fault (self));
      return;
    }

  if (has_junk)
    step->fault = new_line_fault (self);
  g_byte_array_set_size (self->line, 0);
  self->left = self->size;
  self->phase = self->size > 0 ? RT_CHUNKED_DATA : RT_CHUNKED_LAST;
}

static gsize
read_size_line (RtChunked     *self,
                const guint8  *data,
                gsize          length,
                RtChunkedStep *step)
{
  gsize room = LINE_MAX_LENGTH - self->line->len;
  gsize take = MIN (length, room);
  const guint8 *lf = memchr (data, '\n', take);

  if (lf != NULL)
    take = lf - data + 1;
  if (self->line->len == 0)
    self->line_start = self->offset;
  g_byte_array_append (self->line, data, take);

  if (lf != NULL)
    end_size_line (self, step);
  else if (self->line->len == LINE_MAX_LENGTH)
    give_up (self, step, new_line_fault (self));

  return take;
}

static gsize
read_data (RtChunked     *self,
           const guint8  *data,
           gsize          length,
           RtChunkedStep *step)
{
  step->content = data;
  step->length = MIN (length, self->left);
  self->left -= step->length;
  if (self->left == 0)
    {
      self->phase = RT_CHUNKED_DATA_END;
      self->n_chunks++;
    }

  return step->length;
}

/* CR LF, or LF. Anything else is content whose size was wrong. */
static gsize
read_data_end (RtChunked     *self,
               const guint8  *data,
               RtChunkedStep *step)
{
  g_autofree char *offset = NULL;
  g_autofree char *size = NULL;
  g_autofree char *quote = NULL;

  g_byte_array_append (self->line, data, 1);
  if (data[0] == '\n')
    {
      g_byte_array_set_size (self->line, 0);
      self->phase = RT_CHUNKED_SIZE;
      return 1;
    }
  if (data[0] == '\r' && self->line->len == 1)
    return 1;

  offset = rt_format_count (self->offset + 1 - self->line->len);
  size = rt_format_bytes (self->size);
  quote = rt_fault_quote (self->line->data, self->line->len);
  give_up (self, step,
           rt_fault_new (RT_FAULT_CHUNK_MALFORMED,
                         _("At offset %s stands “%s” where the line end after a chunk of "
                           "%s is expected"), offset, quote, size));
  return 1;
}

gsize
rt_chunked_step (RtChunked     *self,
                 const guint8  *data,
                 gsize          length,
                 RtChunkedStep *step)
{
  gsize taken = length;

  g_assert (length > 0);

  *step = (RtChunkedStep) { NULL, 0, NULL };
  switch (self->phase)
    {
    case RT_CHUNKED_SIZE:
      taken = read_size_line (self, data, length, step);
      break;
    case RT_CHUNKED_DATA:
      taken = read_data (self, data, length, step);
      break;
    case RT_CHUNKED_DATA_END:
      taken = read_data_end (self, data, step);
      break;
    case RT_CHUNKED_RAW:
      step->content = data;
      step->length = length;
      break;
    case RT_CHUNKED_LAST:
    default:
      g_assert_not_reached ();
    }

  self->offset += taken;
  return taken;
}

void
rt_chunked_close (RtChunked     *self,
                  RtChunkedStep *step)
{
  g_autofree char *size = rt_format_bytes (self->size);
  g_autofree char *got = rt_format_count (self->size - self->left);
  g_autofree char *n_chunks = rt_format_count (self->n_chunks);

  *step = (RtChunkedStep) { NULL, 0, NULL };
  switch (self->phase)
    {
    case RT_CHUNKED_SIZE:
      if (self->line->len > 0 && !g_ascii_isxdigit (self->line->data[0]))
        give_up (self, step, new_line_fault (self));
      else
        step->fault = rt_fault_new (RT_FAULT_LAST_CHUNK_MISSING,
                                    _("The response ended after %s chunks, without the last, "
                                      "empty one"), n_chunks);
      break;
    case RT_CHUNKED_DATA:
      step->fault = rt_fault_new (RT_FAULT_LAST_CHUNK_MISSING,
                                  _("The response ended inside a chunk: %s announced, "
                                    "%s received"), size, got);
      break;
    case RT_CHUNKED_DATA_END:
      step->fault = rt_fault_new (RT_FAULT_LAST_CHUNK_MISSING,
                                  _("The response ended after the data of chunk %s, without "
                                    "the last, empty one"), n_chunks);
      break;
    case RT_CHUNKED_LAST:
    case RT_CHUNKED_RAW:
    default:
      break;
    }
}
