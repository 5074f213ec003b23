/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The records of a body as a table that grows with them, and what is to be said
 * of all above it. A row is made when it is seen; what its cells say is told by
 * whoever knows the kind of record.
 */

#pragma once

#include <gtk/gtk.h>

#include "cell-model.h"
#include "records.h"

G_BEGIN_DECLS

#define RT_TYPE_RECORD_TABLE (rt_record_table_get_type ())
G_DECLARE_FINAL_TYPE (RtRecordTable, rt_record_table, RT, RECORD_TABLE, GtkWidget)

/* Properties, of the template: "label" string: what screen readers call the table;
 * "follows-end" boolean: it shows the end as it grows, unless somebody scrolled
 * away from it; "single-click" boolean: one click activates a row.
 * Signals: "changed": there are more records, or they are complete;
 * "activate" (guint): of a row. */

/* Fills @row by rt_cell_row_take(). @data: the bytes that @record speaks of */
typedef void (*RtRecordFill) (RtCellRow      *row,
                              const RtRecord *record,
                              const guint8   *data);

/** Once, before all others. */
void       rt_record_table_set_fill        (RtRecordTable *self,
                                            RtRecordFill   fill);
void       rt_record_table_add_column      (RtRecordTable *self,
                                            const char    *title,
                                            guint          column,
                                            gboolean       expand);
/** Once: a column that is there when a row that was looked at has something to
 * say in it. */
void       rt_record_table_add_note_column (RtRecordTable *self,
                                            const char    *title,
                                            guint          column);

/** @records: (transfer full) (nullable) */
void       rt_record_table_take_records    (RtRecordTable *self,
                                            RtRecords     *records);
/** (transfer none) (nullable) */
RtRecords *rt_record_table_get_records     (RtRecordTable *self);
/** "" for none. */
void       rt_record_table_set_note        (RtRecordTable *self,
                                            const char    *note);
/** FALSE: no row is chosen. */
gboolean   rt_record_table_get_chosen      (RtRecordTable *self,
                                            guint         *row);
/** The records are not complete yet. */
gboolean   rt_record_table_is_busy         (RtRecordTable *self);

G_END_DECLS
