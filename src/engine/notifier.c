/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Notifiers that stand beside each other share a desk: one source, attached
 * once. Making it due takes no lock of the context, which the thread that wakes
 * up would want at the same moment.
 */

#include "notifier.h"

#define NEVER G_MAXINT64

/* The context owns its sources, so it is the notifiers that keep the context. */
typedef struct
{
  GSource    parent;
  int        users;       /* atomic; the last takes the source out of its context */

  GMutex     mutex;       /* guards all below */
  GPtrArray *waiting;     /* RtNotifier, each with its object held, as they were poked */
  gint64     told;        /* monotonic time of the last delivery */
  gint64     due;
  gboolean   is_attached;
} Desk;

struct _RtNotifier
{
  Desk          *desk;
  GMainContext  *context;
  RtNotifierFunc func;
  GObject       *object;     /* borrowed: the owner */
  gboolean       is_waiting; /* guarded by the desk's mutex */
};

static gint64
get_due (Desk *desk)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&desk->mutex);

  return desk->due;
}

/* Rounds up: the context would be woken for nothing. */
static gboolean
desk_prepare (GSource *source,
              int     *timeout)
{
  gint64 due = get_due ((Desk *) source);
  gint64 left = MAX (0, due - g_source_get_time (source));

  *timeout = due != NEVER ? (int) ((left + 999) / 1000) : -1;

  return left == 0;
}

static gboolean
desk_check (GSource *source)
{
  return get_due ((Desk *) source) <= g_source_get_time (source);
}

static GPtrArray *
steal_waiting (Desk *desk)
{
  g_autoptr(GMutexLocker) locker = g_mutex_locker_new (&desk->mutex);
  GPtrArray *waiting = g_steal_pointer (&desk->waiting);

  for (guint i = 0; i < waiting->len; i++)
    ((RtNotifier *) g_ptr_array_index (waiting, i))->is_waiting = FALSE;
  desk->waiting = g_ptr_array_new ();
  desk->told = g_get_monotonic_time ();
  desk->due = NEVER;

  return waiting;
}

static gboolean
desk_dispatch (GSource     *source,
               GSourceFunc  callback,
               gpointer     user_data)
{
  g_autoptr(GPtrArray) waiting = steal_waiting ((Desk *) source);

  for (guint i = 0; i < waiting->len; i++)
    {
      RtNotifier *notifier = g_ptr_array_index (waiting, i);
      g_autoptr(GObject) object = notifier->object;

      notifier->func (object);
    }

  return G_SOURCE_CONTINUE;
}

static void
desk_finalize (GSource *source)
{
  Desk *desk = (Desk *) source;

  g_clear_pointer (&desk->waiting, g_ptr_array_unref);
  g_mutex_clear (&desk->mutex);
}

static GSourceFuncs desk_funcs = {
  .prepare = desk_prepare,
  .check = desk_check,
  .dispatch = desk_dispatch,
  .finalize = desk_finalize,
};

static Desk *
desk_new (void)
{
  GSource *source = g_source_new (&desk_funcs, sizeof (Desk));
  Desk *desk = (Desk *) source;

  g_source_set_can_recurse (source, TRUE);
  g_mutex_init (&desk->mutex);
  desk->waiting = g_ptr_array_new ();
  desk->due = NEVER;

  return desk;
}

static RtNotifier *
create (Desk          *desk,
        GMainContext  *context,
        RtNotifierFunc func,
        gpointer       object)
{
  RtNotifier *self = g_new0 (RtNotifier, 1);

  g_atomic_int_inc (&desk->users);
  self->desk = desk;
  self->context = g_main_context_ref (context);
  self->func = func;
  self->object = object;

  return self;
}

RtNotifier *
rt_notifier_new (GMainContext  *context,
                 RtNotifierFunc func,
                 gpointer       object)
{
  g_return_val_if_fail (func != NULL && G_IS_OBJECT (object), NULL);

  return create (desk_new (), context != NULL ? context : g_main_context_default (),
                 func, object);
}

RtNotifier *
rt_notifier_new_beside (RtNotifier    *other,
                        RtNotifierFunc func,
                        gpointer       object)
{
  g_return_val_if_fail (other != NULL && func != NULL && G_IS_OBJECT (object), NULL);

  g_source_ref (&other->desk->parent);

  return create (other->desk, other->context, func, object);
}

void
rt_notifier_free (RtNotifier *self)
{
  g_return_if_fail (self != NULL);

  /* One that waits holds the object, which owns self. */
  if (g_atomic_int_dec_and_test (&self->desk->users))
    g_source_destroy (&self->desk->parent);
  g_source_unref (&self->desk->parent);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_free (self);
}

void
rt_notifier_expect (RtNotifier *self)
{
  g_return_if_fail (self != NULL);

  g_mutex_lock (&self->desk->mutex);
  self->desk->told = g_get_monotonic_time ();
  g_mutex_unlock (&self->desk->mutex);

  rt_notifier_poke (self, FALSE);
}

/* With the lock held. The object waits with its notifier. */
static void
join_waiting (Desk       *desk,
              RtNotifier *self)
{
  if (self->is_waiting)
    return;

  self->is_waiting = TRUE;
  g_object_ref (self->object);
  g_ptr_array_add (desk->waiting, self);
}

void
rt_notifier_poke (RtNotifier *self,
                  gboolean    at_once)
{
  Desk *desk;
  gint64 due;
  gboolean is_sooner;
  gboolean is_first;

  g_return_if_fail (self != NULL);

  desk = self->desk;
  g_mutex_lock (&desk->mutex);
  join_waiting (desk, self);
  due = at_once ? 0 : desk->told + RT_NOTIFIER_INTERVAL;
  is_sooner = due < desk->due;
  desk->due = MIN (due, desk->due);
  is_first = !desk->is_attached;
  desk->is_attached = TRUE;
  g_mutex_unlock (&desk->mutex);

  if (is_first)
    g_source_attach (&desk->parent, self->context);
  else if (is_sooner)
    g_main_context_wakeup (self->context);
}
