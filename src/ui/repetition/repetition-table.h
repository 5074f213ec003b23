/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The results of a repetition as rows of a column view, sorted by any column,
 * the newest on top at first.
 */

#pragma once

#include <gtk/gtk.h>

#include "repetition.h"

G_BEGIN_DECLS

#define RT_TYPE_REPETITION_TABLE (rt_repetition_table_get_type ())
G_DECLARE_FINAL_TYPE (RtRepetitionTable, rt_repetition_table, RT, REPETITION_TABLE, GtkWidget)

/* Property "chosen" RtRepetitionResult (nullable), read-only: notifies. */
GtkWidget          *rt_repetition_table_new         (void);
/** @results: (nullable): of RtRepetitionResult */
void                rt_repetition_table_set_results (RtRepetitionTable *self,
                                                     GListModel        *results);
/** (transfer none) */
RtRepetitionResult *rt_repetition_table_get_chosen  (RtRepetitionTable *self);
/** Chooses the row of this result; 0 chooses none. */
void                rt_repetition_table_choose      (RtRepetitionTable *self,
                                                     guint              number);
/** Brings the newest into sight, unless the person has scrolled or chosen. */
void                rt_repetition_table_show_newest (RtRepetitionTable *self);

G_END_DECLS
