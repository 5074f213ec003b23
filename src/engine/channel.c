/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtChannel: the tap's sink for one connection, and a switch to whoever uses
 * the connection now.
 */

#include "channel.h"

struct _RtChannel
{
  gatomicrefcount  count;
  guint64          id;
  GSocket         *socket;
  RtConnection    *facts;
  const RtTapSink *listener;
  gpointer         listener_data;
};

static gboolean
received_cb (RtTapLayer    layer,
             const guint8 *data,
             gsize         length,
             gint64        time,
             gpointer      user_data,
             GError      **error)
{
  RtChannel *self = user_data;

  if (layer == RT_TAP_SECRET || self->listener == NULL)
    return TRUE;

  return self->listener->received (layer, data, length, time, self->listener_data, error);
}

static void
ended_cb (RtTapLayer    layer,
          const GError *error,
          gint64        time,
          gpointer      user_data)
{
  RtChannel *self = user_data;

  if (layer != RT_TAP_SECRET && self->listener != NULL)
    self->listener->ended (layer, error, time, self->listener_data);
}

static GBytes *
rewrite_cb (RtTapLayer    layer,
            const guint8 *data,
            gsize         length,
            gpointer      user_data)
{
  RtChannel *self = user_data;

  if (layer == RT_TAP_SECRET || self->listener == NULL)
    return NULL;

  return self->listener->rewrite (layer, data, length, self->listener_data);
}

static void
sent_cb (RtTapLayer    layer,
         const guint8 *data,
         gsize         length,
         gint64        time,
         gpointer      user_data)
{
  RtChannel *self = user_data;

  if (layer != RT_TAP_SECRET && self->listener != NULL)
    self->listener->sent (layer, data, length, time, self->listener_data);
}

static const RtTapSink sink = {
  .received = received_cb,
  .ended = ended_cb,
  .rewrite = rewrite_cb,
  .sent = sent_cb,
};

RtChannel *
rt_channel_attach (GIOStream *stream)
{
  static guint64 last_id; /* the engines' threads */
  static GMutex mutex;
  RtChannel *self;

  g_return_val_if_fail (G_IS_IO_STREAM (stream), NULL);

  self = g_new0 (RtChannel, 1);
  g_atomic_ref_count_init (&self->count);
  g_mutex_lock (&mutex);
  self->id = ++last_id;
  g_mutex_unlock (&mutex);

  if (G_IS_SOCKET_CONNECTION (stream))
    self->socket = g_object_ref (g_socket_connection_get_socket (G_SOCKET_CONNECTION (stream)));
  rt_tap_attach (stream, &sink, rt_channel_ref (self), (GDestroyNotify) rt_channel_unref);

  return self;
}

RtChannel *
rt_channel_ref (RtChannel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  g_atomic_ref_count_inc (&self->count);

  return self;
}

void
rt_channel_unref (RtChannel *self)
{
  g_return_if_fail (self != NULL);

  if (!g_atomic_ref_count_dec (&self->count))
    return;

  g_clear_object (&self->socket);
  g_clear_pointer (&self->facts, rt_connection_unref);
  g_free (self);
}

void
rt_channel_set_listener (RtChannel       *self,
                         const RtTapSink *listener,
                         gpointer         user_data)
{
  g_return_if_fail (self != NULL);

  self->listener = listener;
  self->listener_data = user_data;
}

void
rt_channel_drop_listener (RtChannel *self,
                          gpointer   user_data)
{
  g_return_if_fail (self != NULL);

  if (self->listener_data == user_data)
    rt_channel_set_listener (self, NULL, NULL);
}

RtConnection *
rt_channel_get_facts (RtChannel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->facts;
}

void
rt_channel_set_facts (RtChannel    *self,
                      RtConnection *facts)
{
  g_return_if_fail (self != NULL && facts != NULL);

  g_clear_pointer (&self->facts, rt_connection_unref);
  self->facts = rt_connection_ref (facts);
}

guint64
rt_channel_get_id (RtChannel *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return self->id;
}

GSocket *
rt_channel_get_socket (RtChannel *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->socket;
}

void
rt_channel_shut_down (RtChannel *self)
{
  g_return_if_fail (self != NULL);

  /* It may be closed already: nothing is lost then. */
  if (self->socket != NULL)
    g_socket_shutdown (self->socket, TRUE, TRUE, NULL);
}
