/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtRun, waiting: for a time, for the person's decision, or for the end of
 * everybody who could want the trail. Meanwhile the run does not hold the trail,
 * so that one that was let go ends.
 */

#include "config.h"

#include "run-private.h"

#include "trail-private.h"

#define UNDECIDED (-1)

static void
trail_gone_cb (gpointer  source,
               GObject  *where_it_was)
{
  g_source_set_ready_time (source, 0);
  g_source_unref (source);
}

/* In the person's thread, while the trail holds its lock. */
static void
decided_cb (RtDecision decision,
            gpointer   user_data)
{
  RtRun *self = user_data;

  if (g_atomic_int_compare_and_exchange (&self->decision, UNDECIDED, decision))
    g_source_set_ready_time (self->wait_source, 0);
}

static gboolean
wait_over_cb (gpointer user_data)
{
  RtRun *self = user_data;
  int decision;

  if (!rt_run_leave_wait (self))
    {
      rt_run_end (self, RT_TRAIL_END_STOPPED_HERE, NULL);
      return G_SOURCE_REMOVE;
    }

  decision = g_atomic_int_get (&self->decision);
  self->resume (self, decision != UNDECIDED ? (RtDecision) decision : RT_DECISION_FOLLOW);

  return G_SOURCE_REMOVE;
}

/* The attempt and the session that it used are not kept for so long. */
static void
let_go (RtRun *self)
{
  gboolean settled = self->attempt == NULL || rt_attempt_is_settled (self->attempt);

  rt_run_stop_clock (self);
  if (self->session != NULL && settled)
    rt_session_pool_give_back (self->pool, g_steal_pointer (&self->session));
  g_clear_pointer (&self->session, rt_session_discard);
  g_clear_pointer (&self->attempt, rt_attempt_unref);
}

void
rt_run_wait (RtRun       *self,
             RtPending   *pending,
             RtRunResume  resume)
{
  gint64 due = pending->due;
  RtTrail *trail = self->trail;

  g_assert (self->wait_source == NULL);

  let_go (self);
  self->resume = resume;
  self->wait_started = g_get_monotonic_time ();
  g_atomic_int_set (&self->decision, UNDECIDED);

  self->wait_source = g_timeout_source_new (G_MAXUINT);
  g_source_set_ready_time (self->wait_source, due > 0 ? due : -1);
  g_source_set_callback (self->wait_source, wait_over_cb, self, NULL);
  g_source_attach (self->wait_source, g_main_context_get_thread_default ());

  rt_trail_set_decided (trail, decided_cb, self);
  rt_trail_take_pending (trail, pending);
  g_weak_ref_set (&self->weak_trail, trail);
  g_object_weak_ref (G_OBJECT (trail), trail_gone_cb, g_source_ref (self->wait_source));
  g_clear_object (&self->trail);
}

gboolean
rt_run_is_waiting (RtRun *self)
{
  return self->wait_source != NULL;
}

gboolean
rt_run_leave_wait (RtRun *self)
{
  g_autoptr(GSource) source = NULL;

  self->trail = g_weak_ref_get (&self->weak_trail);
  g_weak_ref_set (&self->weak_trail, NULL);
  /* Nobody decides from here on: the source may go. */
  if (self->trail != NULL)
    rt_trail_set_decided (self->trail, NULL, NULL);
  source = g_steal_pointer (&self->wait_source);
  g_source_destroy (source);
  if (self->trail == NULL)
    return FALSE;

  g_object_weak_unref (G_OBJECT (self->trail), trail_gone_cb, source);
  g_source_unref (source);
  rt_trail_take_pending (self->trail, NULL);

  return TRUE;
}
