/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cutting of a stream into blocks; a line is looked at once, as soon as its
 * end is there.
 */

#include "config.h"

#include "event-stream.h"

#include "event-line.h"

#include <string.h>

struct _RtEventStream
{
  GArray  *blocks; /* RtEventBlock */
  gsize    line;     /* where the line begins that is not read yet */
  gsize    scanned;  /* no line end before it from there on */
  gsize    block;    /* where the block begins that is not ended yet */
  guint64  id_line;  /* of the blocks that are ended */
  guint64  id_pending;
  gboolean in_block; /* it has a line */
  gboolean after_cr; /* an LF that comes next belongs to the line end before */
  gboolean begun;
  gboolean unfinished;
  gboolean cut;
};

RtEventStream *
rt_event_stream_new (void)
{
  RtEventStream *self = g_new0 (RtEventStream, 1);

  self->blocks = g_array_new (FALSE, FALSE, sizeof (RtEventBlock));

  return self;
}

void
rt_event_stream_free (RtEventStream *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->blocks, g_array_unref);
  g_free (self);
}

static void
add_block (RtEventStream *self,
           gsize          end)
{
  RtEventBlock block = { self->block, end - self->block, self->id_pending };

  self->id_line = self->id_pending;
  self->in_block = FALSE;
  if (self->blocks->len < RT_EVENT_STREAM_MAX_BLOCKS)
    g_array_append_val (self->blocks, block);
  else
    self->cut = TRUE;
}

/* "id" or "id:…", without NUL in the value: such a one is passed over. */
static gboolean
is_id (const guint8 *line,
       gsize         length)
{
  if (length < 2 || line[0] != 'i' || line[1] != 'd')
    return FALSE;

  return length == 2 || (line[2] == ':' && memchr (line, '\0', length) == NULL);
}

static void
take_line (RtEventStream *self,
           const guint8  *data,
           gsize          end)
{
  if (end == self->line)
    {
      if (self->in_block)
        add_block (self, end);
      return;
    }
  if (!self->in_block)
    {
      self->in_block = TRUE;
      self->block = self->line;
      self->id_pending = self->id_line;
    }
  if (is_id (data + self->line, end - self->line))
    self->id_pending = self->line + 1;
}

/* TRUE when it is known whether there is a byte order mark. */
static gboolean
begin (RtEventStream *self,
       const guint8  *data,
       gsize          length,
       gboolean       complete)
{
  static const guint8 mark[] = { 0xef, 0xbb, 0xbf };

  if (self->begun)
    return TRUE;
  if (length < sizeof mark && !complete && memcmp (data, mark, length) == 0)
    return FALSE;
  self->begun = TRUE;
  if (length >= sizeof mark && memcmp (data, mark, sizeof mark) == 0)
    self->line = self->scanned = sizeof mark;

  return TRUE;
}

static void
finish (RtEventStream *self,
        const guint8  *data,
        gsize          length)
{
  if (self->line < length)
    take_line (self, data, length);
  self->line = self->scanned = length;
  if (!self->in_block)
    return;
  self->unfinished = TRUE;
  add_block (self, length);
}

void
rt_event_stream_extend (RtEventStream *self,
                        const guint8  *data,
                        gsize          length,
                        gboolean       complete)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (data != NULL || length == 0);

  if (length == 0 || !begin (self, data, length, complete))
    return;
  while (self->scanned < length)
    {
      gsize end;

      if (self->after_cr && data[self->scanned] == '\n')
        self->line = ++self->scanned;
      self->after_cr = FALSE;
      if (self->scanned == length)
        break;
      end = rt_event_line_end ((const char *) data + self->scanned,
                               (const char *) data + length) - (const char *) data;
      self->scanned = end;
      if (end == length)
        break;
      take_line (self, data, end);
      self->after_cr = data[end] == '\r';
      self->line = self->scanned = end + 1;
    }
  if (complete)
    finish (self, data, length);
}

guint
rt_event_stream_get_n_blocks (RtEventStream *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->blocks->len;
}

const RtEventBlock *
rt_event_stream_get_block (RtEventStream *self,
                           guint          index)
{
  g_return_val_if_fail (self != NULL && index < self->blocks->len, NULL);

  return &g_array_index (self->blocks, RtEventBlock, index);
}

gboolean
rt_event_stream_is_unfinished (RtEventStream *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->unfinished;
}

gboolean
rt_event_stream_is_cut (RtEventStream *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->cut;
}
