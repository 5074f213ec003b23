/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The list: the reader's cursor in a thread, and what it found under the lock. */

#include "config.h"

#include "records.h"

#include "record-index.h"
#include "text-reader.h"

#define SLICE_BYTES (64 * 1024)

/* What there is of the list. */
typedef struct
{
  guint64  n; /* that have ended */
  RtRecord open;
  gboolean has_open;
  gboolean cut;
  guint    faults;
} State;

typedef struct
{
  const RtRecordReader *reader;
  gpointer              unused; /* a cursor to make others of */
  /* Only for whoever has the turn to read. */
  gpointer              cursor;
  RtRecordScan          scan;
  GArray               *found; /* RtRecordMark */
  State                 next;
  /* Under the lock. */
  GArray               *marks; /* RtRecordMark */
  State                 seen;
} Index;

struct _RtRecords
{
  GObject parent_instance;

  Index        *index; /* owned by the reader */
  RtTextReader *reader;
};

G_DEFINE_FINAL_TYPE (RtRecords, rt_records, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
index_free (gpointer data)
{
  Index *self = data;

  if (self->reader->clear != NULL)
    self->reader->clear (self->unused);
  g_clear_pointer (&self->unused, g_free);
  g_clear_pointer (&self->cursor, g_free);
  g_clear_pointer (&self->found, g_array_unref);
  g_clear_pointer (&self->marks, g_array_unref);
  g_free (self);
}

static void
read_slice (gpointer    data,
            const char *text,
            gsize       length,
            gboolean    complete)
{
  Index *self = data;
  const RtRecordReader *reader = self->reader;
  RtRecord record;

  while (!self->next.cut &&
         reader->next (self->cursor, (const guint8 *) text, length, complete, &record))
    {
      if (self->scan.n < RT_RECORDS_MAX)
        rt_record_scan_add (&self->scan, &record, self->found);
      else
        self->next.cut = TRUE;
    }
  self->next.n = self->scan.n;
  self->next.has_open = !self->next.cut && reader->get_open != NULL &&
                        self->next.n < RT_RECORDS_MAX &&
                        reader->get_open (self->cursor, &self->next.open);
  if (reader->get_faults != NULL)
    self->next.faults = reader->get_faults (self->cursor);
}

static gboolean
publish (gpointer data)
{
  Index *self = data;
  const State *now = &self->next;
  const State *before = &self->seen;
  gboolean changed = now->n != before->n || now->cut != before->cut ||
                     now->faults != before->faults || now->has_open != before->has_open ||
                     (now->has_open && now->open.end != before->open.end);

  g_array_append_vals (self->marks, self->found->data, self->found->len);
  g_array_set_size (self->found, 0);
  self->seen = *now;

  return changed;
}

static void
changed_cb (gpointer owner)
{
  g_signal_emit (owner, signals[CHANGED], 0);
}

/* Not in dispose: whoever still has the object may look at what there is. */
static void
rt_records_finalize (GObject *object)
{
  g_clear_pointer (&RT_RECORDS (object)->reader, rt_text_reader_close);

  G_OBJECT_CLASS (rt_records_parent_class)->finalize (object);
}

static void
rt_records_class_init (RtRecordsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_records_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rt_records_init (RtRecords *self)
{
}

RtRecords *
rt_records_new (RtDecodedText        *bytes,
                const RtRecordReader *reader,
                gpointer              cursor)
{
  static const RtTextReaderFuncs funcs = {
    SLICE_BYTES, read_slice, publish, index_free, changed_cb
  };
  RtRecords *self;

  g_return_val_if_fail (RT_IS_DECODED_TEXT (bytes), NULL);
  g_return_val_if_fail (reader != NULL && cursor != NULL, NULL);

  self = g_object_new (RT_TYPE_RECORDS, NULL);
  self->index = g_new0 (Index, 1);
  self->index->reader = reader;
  self->index->unused = cursor;
  self->index->cursor = g_memdup2 (cursor, reader->cursor_size);
  self->index->found = g_array_new (FALSE, FALSE, sizeof (RtRecordMark));
  self->index->marks = g_array_new (FALSE, FALSE, sizeof (RtRecordMark));
  self->reader = rt_text_reader_new (bytes, &funcs, self->index, G_OBJECT (self));

  return self;
}

static State
get_state (RtRecords *self)
{
  State state;

  rt_text_reader_begin (self->reader);
  state = self->index->seen;
  rt_text_reader_end (self->reader);

  return state;
}

guint
rt_records_get_n (RtRecords *self)
{
  State state;

  g_return_val_if_fail (RT_IS_RECORDS (self), 0);

  state = get_state (self);

  return state.n + (state.has_open ? 1 : 0);
}

guint
rt_records_get_n_ended (RtRecords *self)
{
  g_return_val_if_fail (RT_IS_RECORDS (self), 0);

  return get_state (self).n;
}

gboolean
rt_records_is_cut (RtRecords *self)
{
  g_return_val_if_fail (RT_IS_RECORDS (self), FALSE);

  return get_state (self).cut;
}

gboolean
rt_records_is_complete (RtRecords *self)
{
  g_return_val_if_fail (RT_IS_RECORDS (self), TRUE);

  return rt_text_reader_is_complete (self->reader);
}

guint
rt_records_get_faults (RtRecords *self)
{
  g_return_val_if_fail (RT_IS_RECORDS (self), 0);

  return get_state (self).faults;
}

gsize
rt_records_get_size (RtRecords *self)
{
  gsize n;

  g_return_val_if_fail (RT_IS_RECORDS (self), 0);

  rt_text_reader_begin (self->reader);
  n = self->index->marks->len;
  rt_text_reader_end (self->reader);

  return n * sizeof (RtRecordMark) + sizeof (Index);
}

/* Under the lock. */
static gboolean
find (const Index      *self,
      const RtReadText *text,
      guint             row,
      RtRecord         *record)
{
  g_autofree gpointer cursor = NULL;

  if (row == self->seen.n && self->seen.has_open)
    {
      *record = self->seen.open;
      return TRUE;
    }
  if (row >= self->seen.n)
    return FALSE;
  cursor = g_memdup2 (self->unused, self->reader->cursor_size);

  return rt_record_index_find (self->marks, self->reader, cursor,
                               g_bytes_get_data (text->bytes, NULL), text->length,
                               text->complete, row, record);
}

GBytes *
rt_records_look_up (RtRecords *self,
                    guint      row,
                    RtRecord  *record)
{
  const RtReadText *text;
  GBytes *bytes = NULL;

  g_return_val_if_fail (RT_IS_RECORDS (self), NULL);
  g_return_val_if_fail (record != NULL, NULL);

  text = rt_text_reader_begin (self->reader);
  if (find (self->index, text, row, record))
    bytes = g_bytes_ref (text->bytes);
  rt_text_reader_end (self->reader);

  return bytes;
}
