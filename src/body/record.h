/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One of the pieces that a body is a list of: a field of form data, an event, a
 * part. Plain offsets; what they mean is told by who reads this kind of body.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Offsets in the whole body. */
typedef struct
{
  guint64 start;
  guint64 end;
  guint64 places[2]; /* inside or before it, that its reader wants to find again */
  guint32 number;    /* among all of its kind, from 0 */
  guint32 flags;     /* its reader's */
} RtRecord;

/* How a kind of body is read; static. A cursor is plain data, so that a copy of
 * one goes on by itself. */
typedef struct
{
  gsize      cursor_size;
  /* The next record that has ended before @length. FALSE: there is none yet; the
   * bytes that were looked at are not looked at again. */
  gboolean (*next)       (gpointer         cursor,
                          const guint8    *data,
                          gsize            length,
                          gboolean         complete,
                          RtRecord        *record);
  /* Goes back to where @record begins: it is the next one. @cursor was not used
   * before. */
  void     (*seek)       (gpointer         cursor,
                          const RtRecord  *record);
  /* (nullable) What there is so far of a record that has not ended. FALSE: none. */
  gboolean (*get_open)   (gconstpointer    cursor,
                          RtRecord        *record);
  /* (nullable) What is to be said of all; the reader's flags. */
  guint    (*get_faults) (gconstpointer    cursor);
  /* (nullable) Frees what the first cursor owns; its copies borrow it. */
  void     (*clear)      (gpointer         cursor);
} RtRecordReader;

G_END_DECLS
