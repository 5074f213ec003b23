/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtRun, the clock: the time for the whole send, and how long nothing may
 * happen. It stands still while there is no attempt.
 */

#include "config.h"

#include "run-private.h"

#include <glib/gi18n-lib.h>

static gint64
seconds_from (gint64 start,
              guint  seconds)
{
  return seconds > 0 ? start + seconds * G_USEC_PER_SEC : G_MAXINT64;
}

static gboolean
clock_cb (gpointer user_data)
{
  RtRun *self = user_data;
  RtRequest *request = self->request;
  gint64 now = g_get_monotonic_time ();
  gint64 whole = rt_run_get_deadline (self);
  gint64 idle = seconds_from (rt_attempt_get_active_at (self->attempt),
                              rt_request_get_idle_timeout (request));
  const char *phase = rt_phase_to_words (rt_attempt_get_phase (self->attempt));
  g_autofree char *words = NULL;

  if (now < MIN (whole, idle))
    {
      g_source_set_ready_time (self->clock, MIN (whole, idle));
      return G_SOURCE_CONTINUE;
    }

  g_source_set_ready_time (self->clock, -1);
  if (now >= whole)
    {
      guint seconds = rt_request_get_timeout (request);

      words = g_strdup_printf (ngettext ("There was no whole answer within %u second. "
                                         "It ended in this phase: %s.",
                                         "There was no whole answer within %u seconds. "
                                         "It ended in this phase: %s.", seconds),
                               seconds, phase);
      rt_attempt_abort (self->attempt, RT_FAILURE_TIMED_OUT, words);
    }
  else
    {
      guint seconds = rt_request_get_idle_timeout (request);

      words = g_strdup_printf (ngettext ("Nothing happened for %u second. It ended in this phase: %s.",
                                         "Nothing happened for %u seconds. It ended in this phase: %s.",
                                         seconds),
                               seconds, phase);
      rt_attempt_abort (self->attempt, RT_FAILURE_IDLE_TIMED_OUT, words);
    }

  return G_SOURCE_CONTINUE;
}

void
rt_run_start_clock (RtRun *self)
{
  if (self->clock != NULL)
    {
      g_source_set_ready_time (self->clock, 0);
      return;
    }

  self->clock = g_timeout_source_new (0);
  g_source_set_callback (self->clock, clock_cb, self, NULL);
  g_source_attach (self->clock, g_main_context_get_thread_default ());
}

void
rt_run_stop_clock (RtRun *self)
{
  if (self->clock != NULL)
    g_source_set_ready_time (self->clock, -1);
}

gint64
rt_run_get_deadline (RtRun *self)
{
  return seconds_from (self->started, rt_request_get_timeout (self->request));
}
