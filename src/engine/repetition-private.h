/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The clock of a repetition, so that a test needs none. */

#pragma once

#include "repetition.h"

G_BEGIN_DECLS

typedef struct
{
  /** Monotonic microseconds. */
  gint64   (*now)  (gpointer data);
  /** A source that is ready after so many microseconds. (transfer full) */
  GSource *(*wait) (gint64   microseconds,
                    gpointer data);
  gpointer data;
} RtRepetitionClock;

/** Before it is started. */
void rt_repetition_set_clock (RtRepetition            *self,
                              const RtRepetitionClock *clock);

G_END_DECLS
