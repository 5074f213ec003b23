/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtInbox: a queue, and one source that is attached once. To post takes no lock
 * of the context, which the thread that wakes up would want at the same moment.
 */

#include "inbox.h"

typedef struct
{
  void         (*func) (gpointer data);
  gpointer       data;
  GDestroyNotify destroy;
} Call;

struct _RtInbox
{
  GSource       parent;
  GAsyncQueue  *calls;
  GMainContext *context;
};

static void
call_free (gpointer data)
{
  Call *call = data;

  if (call->destroy != NULL)
    call->destroy (call->data);
  g_free (call);
}

static gboolean
check (GSource *source)
{
  return g_async_queue_length (((RtInbox *) source)->calls) > 0;
}

static gboolean
prepare (GSource *source,
         int     *timeout)
{
  *timeout = -1;

  return check (source);
}

static gboolean
dispatch (GSource     *source,
          GSourceFunc  callback,
          gpointer     user_data)
{
  RtInbox *self = (RtInbox *) source;
  Call *call;

  while ((call = g_async_queue_try_pop (self->calls)) != NULL)
    {
      call->func (call->data);
      call_free (call);
    }

  return G_SOURCE_CONTINUE;
}

static void
finalize (GSource *source)
{
  g_clear_pointer (&((RtInbox *) source)->calls, g_async_queue_unref);
}

static GSourceFuncs inbox_funcs = {
  .prepare = prepare,
  .check = check,
  .dispatch = dispatch,
  .finalize = finalize,
};

RtInbox *
rt_inbox_new (GMainContext *context)
{
  GSource *source = g_source_new (&inbox_funcs, sizeof (RtInbox));
  RtInbox *self = (RtInbox *) source;

  self->calls = g_async_queue_new_full (call_free);
  self->context = g_main_context_ref (context);
  g_source_attach (source, context);

  return self;
}

void
rt_inbox_free (RtInbox *self)
{
  g_return_if_fail (self != NULL);

  g_source_destroy (&self->parent);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_source_unref (&self->parent);
}

void
rt_inbox_post (RtInbox        *self,
               void          (*func) (gpointer data),
               gpointer        data,
               GDestroyNotify  destroy)
{
  Call *call;

  g_return_if_fail (self != NULL && func != NULL);

  call = g_new (Call, 1);
  *call = (Call) { func, data, destroy };
  g_async_queue_push (self->calls, call);
  g_main_context_wakeup (self->context);
}
