/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where the records of a body are, without keeping each of them: one in a while
 * is noted, and those after it are found again by reading on from there. A
 * record that does not lie close behind the noted one is noted itself, so that
 * each is found by looking at RT_RECORD_INDEX_BYTES at most, however long it is.
 * Pure.
 */

#pragma once

#include "record.h"

G_BEGIN_DECLS

#define RT_RECORD_INDEX_BYTES 2048

typedef struct
{
  guint64  row;
  RtRecord record;
} RtRecordMark;

typedef struct
{
  guint64 n;
  guint64 marked; /* where the last record that is noted begins */
} RtRecordScan;

/** A record that follows on those before. @marks: (element-type RtRecordMark): it
 * is added when it is to be noted. */
void     rt_record_scan_add    (RtRecordScan         *self,
                                const RtRecord       *record,
                                GArray               *marks);

/**
 * rt_record_index_find:
 * @marks: (element-type RtRecordMark): all of them
 * @cursor: (inout): one that was not used
 * @data: what the marks were made of, up to @length
 * @row: there is such a record
 *
 * Returns: FALSE when it cannot be found, which never happens
 */
gboolean rt_record_index_find  (const GArray         *marks,
                                const RtRecordReader *reader,
                                gpointer              cursor,
                                const guint8         *data,
                                gsize                 length,
                                gboolean              complete,
                                guint64               row,
                                RtRecord             *record);

G_END_DECLS
