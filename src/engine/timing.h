/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* When each phase of an exchange began and ended. A plain value. */

#pragma once

#include "failure.h"

G_BEGIN_DECLS

/* Microseconds of g_get_monotonic_time(); -1 where it did not happen. */
typedef struct
{
  gint64 start;
  gint64 end; /* -1 while it goes on */
} RtSpanOfTime;

typedef struct
{
  gint64       started;  /* the exchange began */
  gint64       ended;    /* -1 while it runs */
  RtSpanOfTime phases[RT_N_PHASES];
  gint64       wall_clock; /* g_get_real_time() at started */
} RtTiming;

void     rt_timing_init       (RtTiming       *self);
gboolean rt_timing_happened   (const RtTiming *self,
                               RtPhase         phase);
/** Microseconds of @phase; until @now while it goes on; -1 when it did not happen. */
gint64   rt_timing_get_length (const RtTiming *self,
                               RtPhase         phase,
                               gint64          now);
/** Microseconds of the whole, until @now while it runs. */
gint64   rt_timing_get_total  (const RtTiming *self,
                               gint64          now);
/** Microseconds of the whole that lie in no phase: this computer's own work, such
 * as reading the trusted authorities before TLS. */
gint64   rt_timing_get_rest   (const RtTiming *self,
                               gint64          now);

/* A rest that is less is not worth a word. */
#define RT_TIMING_REST_MIN (10 * G_TIME_SPAN_MILLISECOND)

G_END_DECLS
