/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the ties between the recorded streams and the sink: which layer they
 * are, and how long the sink's data lives.
 */

#include "tap-stream.h"

struct _RtTapRecorder
{
  gatomicrefcount  ref_count;
  const RtTapSink *sink;
  gpointer         user_data;
  GDestroyNotify   destroy;
};

struct _RtTapLink
{
  gatomicrefcount  ref_count;
  RtTapRecorder   *recorder;
  gint             layer; /* an RtTapLayer; atomic, TLS may start in a thread */
};

RtTapRecorder *
rt_tap_recorder_new (const RtTapSink *sink,
                     gpointer         user_data,
                     GDestroyNotify   destroy)
{
  RtTapRecorder *self = g_new0 (RtTapRecorder, 1);

  g_atomic_ref_count_init (&self->ref_count);
  self->sink = sink;
  self->user_data = user_data;
  self->destroy = destroy;

  return self;
}

void
rt_tap_recorder_unref (RtTapRecorder *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  if (self->destroy != NULL)
    self->destroy (self->user_data);
  g_free (self);
}

RtTapLink *
rt_tap_link_new (RtTapRecorder *recorder,
                 RtTapLayer     layer)
{
  RtTapLink *self = g_new0 (RtTapLink, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_atomic_ref_count_inc (&recorder->ref_count);
  self->recorder = recorder;
  self->layer = layer;

  return self;
}

RtTapLink *
rt_tap_link_ref (RtTapLink *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
rt_tap_link_unref (RtTapLink *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  g_clear_pointer (&self->recorder, rt_tap_recorder_unref);
  g_free (self);
}

RtTapRecorder *
rt_tap_link_get_recorder (RtTapLink *self)
{
  return self->recorder;
}

void
rt_tap_link_cover (RtTapLink *self)
{
  g_atomic_int_set (&self->layer, RT_TAP_SECRET);
}

gboolean
rt_tap_link_is_covered (RtTapLink *self)
{
  return g_atomic_int_get (&self->layer) == RT_TAP_SECRET;
}

gboolean
rt_tap_link_received (RtTapLink   *self,
                      const void  *data,
                      gsize        length,
                      GError     **error)
{
  const RtTapSink *sink = self->recorder->sink;

  return sink->received == NULL ||
         sink->received (g_atomic_int_get (&self->layer), data, length,
                         g_get_monotonic_time (), self->recorder->user_data, error);
}

void
rt_tap_link_ended (RtTapLink    *self,
                   const GError *error)
{
  const RtTapSink *sink = self->recorder->sink;

  if (sink->ended != NULL)
    sink->ended (g_atomic_int_get (&self->layer), error, g_get_monotonic_time (),
                 self->recorder->user_data);
}

GBytes *
rt_tap_link_rewrite (RtTapLink  *self,
                     const void *data,
                     gsize       length)
{
  const RtTapSink *sink = self->recorder->sink;
  RtTapLayer layer = g_atomic_int_get (&self->layer);

  if (sink->rewrite == NULL || layer == RT_TAP_SECRET)
    return NULL;

  return sink->rewrite (layer, data, length, self->recorder->user_data);
}

void
rt_tap_link_sent (RtTapLink  *self,
                  const void *data,
                  gsize       length)
{
  const RtTapSink *sink = self->recorder->sink;

  if (sink->sent != NULL)
    sink->sent (g_atomic_int_get (&self->layer), data, length, g_get_monotonic_time (),
                self->recorder->user_data);
}
