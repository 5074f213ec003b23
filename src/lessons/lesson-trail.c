/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Skips what a person did not cause. */

#include "config.h"

#include "lesson-trail.h"

static gboolean
counts (RtExchange *exchange)
{
  const RtNext *next = rt_exchange_get_next (exchange);

  return next == NULL ||
         (next->reason != RT_NEXT_STALE_CONNECTION && next->reason != RT_NEXT_TUNNEL);
}

guint
rt_lesson_trail_count (RtTrail *self)
{
  guint count = 0;

  g_return_val_if_fail (RT_IS_TRAIL (self), 0);

  for (guint i = 0; i < rt_trail_get_n_exchanges (self); i++)
    count += counts (rt_trail_get_exchange (self, i)) ? 1 : 0;

  return count;
}

RtExchange *
rt_lesson_trail_pick (RtTrail *self,
                      guint    number)
{
  guint count = 0;

  g_return_val_if_fail (RT_IS_TRAIL (self), NULL);

  if (number == 0)
    number = rt_lesson_trail_count (self);

  for (guint i = 0; i < rt_trail_get_n_exchanges (self); i++)
    {
      RtExchange *exchange = rt_trail_get_exchange (self, i);

      if (counts (exchange) && ++count == number)
        return exchange;
    }

  return NULL;
}
