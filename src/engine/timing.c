/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The phases of an exchange as plain numbers. */

#include "timing.h"

void
rt_timing_init (RtTiming *self)
{
  g_return_if_fail (self != NULL);

  self->started = -1;
  self->ended = -1;
  self->wall_clock = 0;
  for (guint i = 0; i < RT_N_PHASES; i++)
    self->phases[i] = (RtSpanOfTime) { -1, -1 };
}

gboolean
rt_timing_happened (const RtTiming *self,
                    RtPhase         phase)
{
  g_return_val_if_fail (self != NULL && phase < RT_N_PHASES, FALSE);

  return self->phases[phase].start >= 0;
}

gint64
rt_timing_get_length (const RtTiming *self,
                      RtPhase         phase,
                      gint64          now)
{
  const RtSpanOfTime *span;

  g_return_val_if_fail (self != NULL && phase < RT_N_PHASES, -1);

  span = &self->phases[phase];
  if (span->start < 0)
    return -1;

  return MAX (0, (span->end >= 0 ? span->end : now) - span->start);
}

gint64
rt_timing_get_total (const RtTiming *self,
                     gint64          now)
{
  g_return_val_if_fail (self != NULL, 0);

  if (self->started < 0)
    return 0;

  return MAX (0, (self->ended >= 0 ? self->ended : now) - self->started);
}

gint64
rt_timing_get_rest (const RtTiming *self,
                    gint64          now)
{
  gint64 rest;

  g_return_val_if_fail (self != NULL, 0);

  rest = rt_timing_get_total (self, now);
  for (RtPhase phase = 0; phase < RT_N_PHASES; phase++)
    rest -= MAX (0, rt_timing_get_length (self, phase, now));

  return MAX (0, rest);
}
