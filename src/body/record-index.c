/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Marks, and the way from a mark to a record. */

#include "config.h"

#include "record-index.h"

void
rt_record_scan_add (RtRecordScan   *self,
                    const RtRecord *record,
                    GArray         *marks)
{
  g_return_if_fail (self != NULL && record != NULL && marks != NULL);

  if (self->n == 0 || record->end - self->marked > RT_RECORD_INDEX_BYTES)
    {
      RtRecordMark mark = { self->n, *record };

      g_array_append_val (marks, mark);
      self->marked = record->start;
    }
  self->n++;
}

/* The last mark that is not beyond @row. */
static const RtRecordMark *
find_mark (const GArray *marks,
           guint64       row)
{
  guint low = 0;
  guint high = marks->len;

  while (high - low > 1)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (marks, RtRecordMark, middle).row <= row)
        low = middle;
      else
        high = middle;
    }

  return marks->len > 0 ? &g_array_index (marks, RtRecordMark, low) : NULL;
}

gboolean
rt_record_index_find (const GArray         *marks,
                      const RtRecordReader *reader,
                      gpointer              cursor,
                      const guint8         *data,
                      gsize                 length,
                      gboolean              complete,
                      guint64               row,
                      RtRecord             *record)
{
  const RtRecordMark *mark;

  g_return_val_if_fail (marks != NULL && reader != NULL && record != NULL, FALSE);

  mark = find_mark (marks, row);
  if (mark == NULL)
    return FALSE;
  if (mark->row == row)
    {
      *record = mark->record;
      return TRUE;
    }
  reader->seek (cursor, &mark->record);
  for (guint64 at = mark->row; at <= row; at++)
    if (!reader->next (cursor, data, length, complete, record))
      return FALSE;

  return TRUE;
}
