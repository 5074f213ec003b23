/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The cutting of a stream into blocks; a line is looked at once, as soon as its
 * end is there.
 */

#include "config.h"

#include "event-stream.h"

#include "event-line.h"
#include "server-event.h"

#include <string.h>

typedef struct
{
  char    *wanted;  /* part of a type, case folded; NULL for all blocks */
  gsize    line;    /* where the line begins that is not read yet */
  gsize    scanned; /* no line end before it from there on */
  RtRecord block;   /* that has a line, but no end yet */
  gsize    type_length; /* of its line with the type */
  guint64  id_line; /* of the blocks that have ended */
  guint32  number;
  gboolean in_block;
  gboolean after_cr; /* an LF that comes next belongs to the line end before */
  gboolean begun;
  gboolean unfinished;

  guint64  judged;  /* the line of a type, as a place of a block */
  gsize    judged_length;
  gboolean judgement;
} Cursor;

static gboolean
is_named (const char *line,
          gsize       length,
          const char *name)
{
  gsize n = strlen (name);

  return length >= n && memcmp (line, name, n) == 0 && (length == n || line[n] == ':');
}

static gboolean
judge_type (const Cursor *self,
            const guint8 *data)
{
  g_autofree char *type = rt_server_event_dup_type (&self->block, data);
  g_autofree char *folded = g_utf8_casefold (type, -1);

  return strstr (folded, self->wanted) != NULL;
}

/* Most events are of the type of the one before. */
static gboolean
is_judged (const Cursor *self,
           const guint8 *data)
{
  guint64 line = self->block.places[RT_EVENT_TYPE_LINE];

  return line != 0 && self->judged != 0 && self->type_length == self->judged_length &&
         memcmp (data + line - 1, data + self->judged - 1, self->type_length) == 0;
}

static gboolean
is_wanted (Cursor       *self,
           const guint8 *data)
{
  if (self->wanted == NULL)
    return TRUE;
  if (!(self->block.flags & RT_EVENT_HAS_DATA))
    return FALSE;
  if (!is_judged (self, data))
    {
      self->judgement = judge_type (self, data);
      self->judged = self->block.places[RT_EVENT_TYPE_LINE];
      self->judged_length = self->type_length;
    }

  return self->judgement;
}

static gboolean
end_block (Cursor       *self,
           const guint8 *data,
           gsize         end,
           RtRecord     *record)
{
  self->in_block = FALSE;
  self->block.end = end;
  self->block.number = self->number++;
  self->id_line = self->block.places[RT_EVENT_ID_LINE];
  *record = self->block;

  return is_wanted (self, data);
}

/* The line from self->line to @end, which is not empty. */
static void
add_line (Cursor       *self,
          const guint8 *data,
          gsize         end)
{
  const char *line = (const char *) data + self->line;
  gsize length = end - self->line;

  if (!self->in_block)
    {
      self->in_block = TRUE;
      self->block = (RtRecord) { .start = self->line };
      self->block.places[RT_EVENT_ID_LINE] = self->id_line;
    }
  if (is_named (line, length, "data"))
    self->block.flags |= RT_EVENT_HAS_DATA;
  else if (is_named (line, length, "event"))
    {
      self->block.places[RT_EVENT_TYPE_LINE] = self->line + 1;
      self->type_length = length;
    }
  /* An ID with NUL in it is passed over. */
  else if (is_named (line, length, "id") && memchr (line, '\0', length) == NULL)
    self->block.places[RT_EVENT_ID_LINE] = self->line + 1;
}

/* TRUE when the line ends a block that is wanted. */
static gboolean
take_line (Cursor       *self,
           const guint8 *data,
           gsize         end,
           RtRecord     *record)
{
  if (end > self->line)
    add_line (self, data, end);
  else if (self->in_block)
    return end_block (self, data, end, record);

  return FALSE;
}

/* TRUE when it is known whether there is a byte order mark. */
static gboolean
begin (Cursor       *self,
       const guint8 *data,
       gsize         length,
       gboolean      complete)
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

static gboolean
finish (Cursor       *self,
        const guint8 *data,
        gsize         length,
        RtRecord     *record)
{
  if (self->line < length)
    add_line (self, data, length);
  self->line = self->scanned = length;
  if (!self->in_block)
    return FALSE;
  self->unfinished = TRUE;

  return end_block (self, data, length, record);
}

static gboolean
next_block (gpointer      cursor,
            const guint8 *data,
            gsize         length,
            gboolean      complete,
            RtRecord     *record)
{
  Cursor *self = cursor;
  gboolean found = FALSE;

  if (!begin (self, data, length, complete))
    return FALSE;
  while (!found && self->scanned < length)
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
      found = take_line (self, data, end, record);
      self->after_cr = data[end] == '\r';
      self->line = self->scanned = end + 1;
    }

  return found || (complete && finish (self, data, length, record));
}

static void
seek (gpointer        cursor,
      const RtRecord *record)
{
  Cursor *self = cursor;

  self->line = self->scanned = record->start;
  self->id_line = record->places[RT_EVENT_ID_LINE];
  self->number = record->number;
  self->begun = TRUE;
}

static guint
get_faults (gconstpointer cursor)
{
  return ((const Cursor *) cursor)->unfinished ? RT_EVENT_STREAM_UNFINISHED : 0;
}

static void
clear (gpointer cursor)
{
  g_clear_pointer (&((Cursor *) cursor)->wanted, g_free);
}

RtRecords *
rt_event_stream_new (RtDecodedText *bytes,
                     const char    *type)
{
  static const RtRecordReader reader = {
    sizeof (Cursor), next_block, seek, NULL, get_faults, clear
  };
  Cursor *cursor = g_new0 (Cursor, 1);

  if (type != NULL && *type != '\0')
    cursor->wanted = g_utf8_casefold (type, -1);

  return rt_records_new (bytes, &reader, cursor);
}
