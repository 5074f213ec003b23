/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What was guessed in this sitting, and which codes are worth guessing. Pure:
 * no widgets, and nothing that is kept longer than the window.
 */

#pragma once

#include "status-code.h"

G_BEGIN_DECLS

typedef struct
{
  guint guesses;       /* those that were given up are not among them */
  guint classes_right;
  guint codes_right;
  guint given_up;
} RtPredictTally;

/** Counts a guess. @code: 0 when it was not asked for. @status: what came.
 * A code that is right in a class that was guessed wrong counts. */
void       rt_predict_tally_add       (RtPredictTally       *self,
                                       RtStatusClass         guessed,
                                       int                   code,
                                       int                   status);
void       rt_predict_tally_give_up   (RtPredictTally       *self);
/** "7 guesses: 5 classes right, 3 codes right". (transfer full) */
char      *rt_predict_tally_dup_words (const RtPredictTally *self);

/** TRUE when @status is in one of the five classes: else there is no code to
 * ask for. */
gboolean   rt_predict_has_class       (int                   status);
/** Codes of a class that a person meets, ending in 0; never depends on what
 * came. Empty for what is no class. */
const int *rt_predict_likely_codes    (RtStatusClass         status_class);
/** The number that somebody typed, or 0 when it is not one of three digits. */
int        rt_predict_parse_code      (const char           *text);

G_END_DECLS
