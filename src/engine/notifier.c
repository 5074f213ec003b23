/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One source at most is due; it waits while the last delivery is recent. */

#include "notifier.h"

struct _RtNotifier
{
  GMutex         mutex; /* guards source and delivered */
  GMainContext  *context;
  RtNotifierFunc func;
  GObject       *object; /* borrowed: the owner */
  GSource       *source;
  gint64         delivered; /* monotonic time of the last delivery */
};

/* What a source holds: the object, so that it and its notifier outlive it. */
typedef struct
{
  GObject    *object;
  RtNotifier *notifier;
} Delivery;

static void
delivery_free (gpointer data)
{
  Delivery *delivery = data;

  g_clear_object (&delivery->object);
  g_free (delivery);
}

static gboolean
deliver_cb (gpointer user_data)
{
  Delivery *delivery = user_data;
  RtNotifier *self = delivery->notifier;

  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->source, g_source_unref);
  self->delivered = g_get_monotonic_time ();
  g_mutex_unlock (&self->mutex);

  self->func (delivery->object);

  return G_SOURCE_REMOVE;
}

RtNotifier *
rt_notifier_new (GMainContext  *context,
                 RtNotifierFunc func,
                 gpointer       object)
{
  RtNotifier *self;

  g_return_val_if_fail (func != NULL && G_IS_OBJECT (object), NULL);

  self = g_new0 (RtNotifier, 1);
  g_mutex_init (&self->mutex);
  self->context = g_main_context_ref (context != NULL ? context : g_main_context_default ());
  self->func = func;
  self->object = object;

  return self;
}

void
rt_notifier_free (RtNotifier *self)
{
  g_return_if_fail (self != NULL);

  /* A source that is due holds the object, which owns self: only one whose
   * context is gone can be left. */
  g_clear_pointer (&self->source, g_source_unref);
  g_clear_pointer (&self->context, g_main_context_unref);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

void
rt_notifier_poke (RtNotifier *self,
                  gboolean    at_once)
{
  g_autoptr(GMutexLocker) locker = NULL;
  gint64 ready;
  Delivery *delivery;

  g_return_if_fail (self != NULL);

  locker = g_mutex_locker_new (&self->mutex);
  ready = at_once ? 0 : self->delivered + RT_NOTIFIER_INTERVAL;

  if (self->source != NULL)
    {
      if (at_once)
        g_source_set_ready_time (self->source, 0);
      return;
    }

  delivery = g_new0 (Delivery, 1);
  delivery->object = g_object_ref (self->object);
  delivery->notifier = self;

  self->source = g_timeout_source_new (0);
  g_source_set_priority (self->source, G_PRIORITY_DEFAULT);
  g_source_set_callback (self->source, deliver_cb, delivery, delivery_free);
  g_source_set_ready_time (self->source, ready);
  g_source_attach (self->source, self->context);
}
