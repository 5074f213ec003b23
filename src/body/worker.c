/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Threads, turns and word for RtWorker. Knows nothing of the work. */

#include "config.h"

#include "worker.h"

#include <sys/resource.h>

/* How much less than the window the work may have of a busy processor. */
#define NICENESS 10
/* The least time from one word to the next, in milliseconds. */
#define TELL_INTERVAL 50

struct _RtWorker
{
  gatomicrefcount count;
  GMainContext   *context;
  GWeakRef        owner;
  gpointer        core;
  GDestroyNotify  free_core;
  RtWorkerStep    step;
  RtWorkerTell    tell;
  int             ended; /* atomic */

  GMutex   mutex; /* guards all below */
  gboolean running;
  gboolean again;
  GSource *source; /* the word that will go out */
  gint64   told_at;
};

static RtWorker *
worker_ref (RtWorker *self)
{
  g_atomic_ref_count_inc (&self->count);

  return self;
}

static void
worker_unref (RtWorker *self)
{
  if (!g_atomic_ref_count_dec (&self->count))
    return;

  self->free_core (self->core);
  g_weak_ref_clear (&self->owner);
  g_mutex_clear (&self->mutex);
  g_main_context_unref (self->context);
  g_free (self);
}

static gboolean
nothing_cb (gpointer data)
{
  return G_SOURCE_REMOVE;
}

/* The core may hold objects whose end is no business of the thread. */
static void
unref_in_context (RtWorker *self)
{
  g_autoptr (GMainContext) context = g_main_context_ref (self->context);
  g_autoptr (GSource) source = g_idle_source_new ();

  g_source_set_priority (source, G_PRIORITY_DEFAULT);
  g_source_set_callback (source, nothing_cb, self, (GDestroyNotify) worker_unref);
  g_source_attach (source, context);
}

static void
run_steps (RtWorker *self)
{
  gboolean more = TRUE;

  while (more)
    {
      more = self->step (self, self->core);

      g_mutex_lock (&self->mutex);
      more = (more || self->again) && !rt_worker_has_ended (self);
      self->again = FALSE;
      if (!more)
        self->running = FALSE;
      g_mutex_unlock (&self->mutex);
    }
}

/* On Linux each thread has a niceness of its own; elsewhere it is that of the
 * whole process, which must stay as it is. */
static void
let_others_first (void)
{
#ifdef __linux__
  setpriority (PRIO_PROCESS, 0, getpriority (PRIO_PROCESS, 0) + NICENESS);
#endif
}

static gpointer
work_thread (gpointer data)
{
  RtWorker *self = data;

  let_others_first ();
  run_steps (self);
  unref_in_context (self);

  return NULL;
}

/* FALSE: no turn, because another has it or nobody wants one. */
static gboolean
take_turn (RtWorker *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (rt_worker_has_ended (self))
    return FALSE;
  if (self->running)
    {
      self->again = TRUE;
      return FALSE;
    }
  self->running = TRUE;

  return TRUE;
}

static gboolean
tell_cb (gpointer data)
{
  RtWorker *self = data;
  g_autoptr (GObject) owner = g_weak_ref_get (&self->owner);

  g_mutex_lock (&self->mutex);
  if (g_main_current_source () == self->source)
    g_clear_pointer (&self->source, g_source_unref);
  self->told_at = g_get_monotonic_time ();
  g_mutex_unlock (&self->mutex);

  if (owner != NULL && !rt_worker_has_ended (self))
    self->tell (owner);

  return G_SOURCE_REMOVE;
}

/* Milliseconds until word may go out again. */
static guint
time_to_wait (RtWorker *self)
{
  gint64 since = (g_get_monotonic_time () - self->told_at) / 1000;

  return since >= TELL_INTERVAL ? 0 : TELL_INTERVAL - (guint) MAX (since, 0);
}

static void
schedule_locked (RtWorker *self)
{
  if (self->source != NULL || rt_worker_has_ended (self))
    return;

  self->source = g_timeout_source_new (time_to_wait (self));
  g_source_set_priority (self->source, G_PRIORITY_DEFAULT_IDLE);
  g_source_set_callback (self->source, tell_cb, worker_ref (self),
                         (GDestroyNotify) worker_unref);
  g_source_attach (self->source, self->context);
}

RtWorker *
rt_worker_new (gpointer       owner,
               gpointer       core,
               GDestroyNotify free_core,
               RtWorkerStep   step,
               RtWorkerTell   tell)
{
  RtWorker *self = g_new0 (RtWorker, 1);

  g_atomic_ref_count_init (&self->count);
  self->context = g_main_context_ref_thread_default ();
  g_weak_ref_init (&self->owner, owner);
  self->core = core;
  self->free_core = free_core;
  self->step = step;
  self->tell = tell;
  self->told_at = -G_USEC_PER_SEC;
  g_mutex_init (&self->mutex);

  return self;
}

void
rt_worker_end (RtWorker *self)
{
  g_autoptr (GSource) source = NULL;

  g_return_if_fail (self != NULL);

  g_atomic_int_set (&self->ended, TRUE);
  g_mutex_lock (&self->mutex);
  source = g_steal_pointer (&self->source);
  g_mutex_unlock (&self->mutex);
  if (source != NULL)
    g_source_destroy (source);

  worker_unref (self);
}

gboolean
rt_worker_has_ended (RtWorker *self)
{
  return g_atomic_int_get (&self->ended);
}

void
rt_worker_wake (RtWorker *self)
{
  g_return_if_fail (self != NULL && self->step != NULL);

  if (take_turn (self))
    g_thread_unref (g_thread_new ("body", work_thread, worker_ref (self)));
}

void
rt_worker_run_here (RtWorker *self)
{
  gboolean more;

  g_return_if_fail (self != NULL && self->step != NULL);

  if (!take_turn (self))
    return;

  more = self->step (self, self->core);

  g_mutex_lock (&self->mutex);
  more = more || self->again;
  self->again = FALSE;
  self->running = FALSE;
  g_mutex_unlock (&self->mutex);

  if (more)
    rt_worker_wake (self);
}

void
rt_worker_tell (RtWorker *self)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (self != NULL);

  locker = g_mutex_locker_new (&self->mutex);
  schedule_locked (self);
}

void
rt_worker_tell_here (RtWorker *self)
{
  g_autoptr (GSource) pending = NULL;
  gboolean now;

  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->mutex);
  now = time_to_wait (self) == 0;
  if (now)
    pending = g_steal_pointer (&self->source);
  else
    schedule_locked (self);
  g_mutex_unlock (&self->mutex);

  if (pending != NULL)
    g_source_destroy (pending);
  if (now)
    tell_cb (self);
}
