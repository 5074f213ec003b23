/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A repetition in words, and its table as text. Pure functions; words are
 * translated, what was received is made fit.
 */

#pragma once

#include "repetition.h"

G_BEGIN_DECLS

typedef enum
{
  RT_REPETITION_COLUMN_NUMBER,
  RT_REPETITION_COLUMN_TIME,   /* of day, local */
  RT_REPETITION_COLUMN_STATUS, /* "404", "none" */
  RT_REPETITION_COLUMN_REASON, /* as received, or why none came */
  RT_REPETITION_COLUMN_DURATION,
  RT_REPETITION_COLUMN_SIZE,
  RT_REPETITION_N_COLUMNS,
} RtRepetitionColumn;

/** The title of a column. */
const char *rt_repetition_text_get_title (RtRepetitionColumn  column);
/** A cell. (transfer full) */
char       *rt_repetition_text_dup_cell  (RtRepetitionResult *result,
                                          RtRepetitionColumn  column);
/** "Sent 3 of 10", "Sent 3, next in 4 s", "Ended: 200 came". (transfer full) */
char       *rt_repetition_text_dup_state (RtRepetition       *self);
/** Codes with their numbers; fastest, median, slowest. (transfer full) */
char       *rt_repetition_text_dup_summary (RtRepetition     *self);
/** @results as lines, columns apart by TABs. (transfer full) */
char       *rt_repetition_text_dup_table (GListModel         *results);
/** @results as RFC 4180 says: numbers without units, times in UTC. (transfer full) */
char       *rt_repetition_text_dup_csv   (GListModel         *results);

G_END_DECLS
