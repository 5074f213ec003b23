/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The records of a body as a list that grows while bytes arrive: found in a
 * thread, the first at once. It keeps some offsets, far fewer than there are
 * bytes; a record is found again when somebody looks at it.
 */

#pragma once

#include "decoded-text.h"
#include "record.h"

G_BEGIN_DECLS

/* Records after which no more are listed: a table of so many rows can still be
 * drawn. */
#define RT_RECORDS_MAX 10000000

#define RT_TYPE_RECORDS (rt_records_get_type ())
G_DECLARE_FINAL_TYPE (RtRecords, rt_records, RT, RECORDS, GObject)

/* Signal "changed": there are more of them, the last one grew, or it is complete.
 * On the main context of the thread that made the object, at most 20 times a
 * second. */

/**
 * rt_records_new:
 * @bytes: of the body, followed until they are complete
 * @cursor: (transfer full): a cursor of @reader that was not used, from g_new()
 *
 * The first are there at once, the rest comes from a thread that ends with the
 * object. All functions but those that connect signals: any thread.
 */
RtRecords *rt_records_new         (RtDecodedText        *bytes,
                                   const RtRecordReader *reader,
                                   gpointer              cursor);

/** With the last one, also when it has not ended. */
guint      rt_records_get_n       (RtRecords            *self);
/** The first ones that will stay as they are: without one that has not ended. */
guint      rt_records_get_n_ended (RtRecords            *self);
/** There are more than RT_RECORDS_MAX. */
gboolean   rt_records_is_cut      (RtRecords            *self);
gboolean   rt_records_is_complete (RtRecords            *self);
/** What the reader has to say of all of them so far. */
guint      rt_records_get_faults  (RtRecords            *self);
/** Bytes of memory that the list takes. */
gsize      rt_records_get_size    (RtRecords            *self);

/**
 * rt_records_look_up:
 * @record: (out caller-allocates)
 *
 * Takes the same short time for each.
 *
 * Returns: (transfer full) (nullable): the bytes that @record speaks of, mapped;
 *   %NULL when there is no such record
 */
GBytes    *rt_records_look_up     (RtRecords            *self,
                                   guint                 row,
                                   RtRecord             *record);

G_END_DECLS
