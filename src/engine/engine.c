/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtEngine: a thread with a main context of its own, in which the runs live.
 * Nothing of a run is touched from another thread but through its context.
 */

#include "config.h"

#include "engine.h"

#include "inbox.h"
#include "request-private.h"
#include "run.h"
#include "session-pool.h"
#include "tap.h"
#include "trail-private.h"

struct _RtEngine
{
  GObject parent_instance;

  GMainContext  *context;
  GMainLoop     *loop;
  GThread       *thread;
  RtInbox       *inbox;

  /* The engine's thread only. */
  RtSessionPool *pool;
  GPtrArray     *runs; /* RtRun that go on */
};

G_DEFINE_FINAL_TYPE (RtEngine, rt_engine, G_TYPE_OBJECT)

/* What the engine's thread needs for a send. The engine itself is not held:
 * its end stops what goes on. */
typedef struct
{
  RtEngine     *engine;
  RtTrail      *trail;
  GMainContext *sender;
} Order;

static void
order_free (gpointer data)
{
  Order *order = data;

  g_clear_object (&order->trail);
  g_clear_pointer (&order->sender, g_main_context_unref);
  g_free (order);
}

static gboolean
forget_run_cb (gpointer run)
{
  rt_run_free (run);

  return G_SOURCE_REMOVE;
}

static void
run_done_cb (RtRun   *run,
             gpointer user_data)
{
  RtEngine *self = user_data;
  g_autoptr(GSource) source = g_idle_source_new ();

  g_ptr_array_remove_fast (self->runs, run);
  g_source_set_priority (source, G_PRIORITY_HIGH);
  g_source_set_callback (source, forget_run_cb, run, NULL);
  g_source_attach (source, self->context);
}

static void
start_run (gpointer user_data)
{
  Order *order = user_data;
  RtEngine *self = order->engine;
  RtRun *run = rt_run_new (order->trail, order->sender, self->pool, run_done_cb, self);

  g_ptr_array_add (self->runs, run);
  rt_run_start (run);
}

static gpointer
work (gpointer user_data)
{
  RtEngine *self = user_data;

  g_main_context_push_thread_default (self->context);
  self->pool = rt_session_pool_new ();
  g_main_loop_run (self->loop);

  while (self->runs->len > 0)
    {
      rt_run_stop (g_ptr_array_index (self->runs, 0));
      g_main_context_iteration (self->context, FALSE);
    }
  g_clear_pointer (&self->pool, rt_session_pool_free);
  while (g_main_context_iteration (self->context, FALSE))
    continue;
  g_main_context_pop_thread_default (self->context);

  return NULL;
}

static void
quit (gpointer loop)
{
  g_main_loop_quit (loop);
}

static void
rt_engine_dispose (GObject *object)
{
  RtEngine *self = RT_ENGINE (object);

  if (self->thread != NULL)
    {
      rt_inbox_post (self->inbox, quit, self->loop, NULL);
      g_thread_join (g_steal_pointer (&self->thread));
    }

  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_clear_pointer (&self->inbox, rt_inbox_free);
  g_clear_pointer (&self->loop, g_main_loop_unref);
  g_clear_pointer (&self->context, g_main_context_unref);

  G_OBJECT_CLASS (rt_engine_parent_class)->dispose (object);
}

static void
rt_engine_class_init (RtEngineClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rt_engine_dispose;
}

static void
rt_engine_init (RtEngine *self)
{
  self->context = g_main_context_new ();
  self->loop = g_main_loop_new (self->context, FALSE);
  self->inbox = rt_inbox_new (self->context);
  self->runs = g_ptr_array_new ();
}

RtEngine *
rt_engine_new (GError **error)
{
  RtEngine *self;

  if (!rt_tap_install (error))
    return NULL;

  self = g_object_new (RT_TYPE_ENGINE, NULL);
  self->thread = g_thread_new ("engine", work, self);

  return self;
}

RtTrail *
rt_engine_send (RtEngine  *self,
                RtRequest *request)
{
  g_autoptr(RtRequest) snapshot = NULL;
  RtTrail *trail;
  Order *order;

  g_return_val_if_fail (RT_IS_ENGINE (self) && RT_IS_REQUEST (request), NULL);

  snapshot = rt_request_dup_snapshot (request);
  order = g_new0 (Order, 1);
  order->engine = self;
  order->sender = g_main_context_ref_thread_default ();
  trail = rt_trail_new (order->sender, snapshot);
  rt_trail_begin (trail);
  order->trail = g_object_ref (trail);
  rt_inbox_post (self->inbox, start_run, order, order_free);

  return trail;
}

static void
forget_connections (gpointer user_data)
{
  RtEngine *self = user_data;

  rt_session_pool_clear (self->pool);
}

void
rt_engine_forget_connections (RtEngine *self)
{
  g_return_if_fail (RT_IS_ENGINE (self));

  rt_inbox_post (self->inbox, forget_connections, self, NULL);
}
