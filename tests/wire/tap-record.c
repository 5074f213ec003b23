/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns what a tap told a test. */

#include "tap-record.h"

#include <string.h>

static gboolean
received_cb (RtTapLayer    layer,
             const guint8 *data,
             gsize         length,
             gint64        time,
             gpointer      user_data,
             GError      **error)
{
  TapRecord *self = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_assert_cmpint (time, >=, self->last_time);
  self->last_time = time;
  g_byte_array_append (self->received[layer], data, length);
  if (self->max_received > 0 && layer != RT_TAP_SECRET &&
      self->received[layer]->len > self->max_received)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE, "enough");
      return FALSE;
    }

  return TRUE;
}

static void
ended_cb (RtTapLayer    layer,
          const GError *error,
          gint64        time,
          gpointer      user_data)
{
  TapRecord *self = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  self->n_ended[layer]++;
  g_clear_error (&self->end_error);
  self->end_error = error != NULL ? g_error_copy (error) : NULL;
}

static GBytes *
rewrite_cb (RtTapLayer    layer,
            const guint8 *data,
            gsize         length,
            gpointer      user_data)
{
  TapRecord *self = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_assert_cmpint (layer, !=, RT_TAP_SECRET);
  self->n_rewrites++;

  return g_steal_pointer (&self->replacement);
}

static void
sent_cb (RtTapLayer    layer,
         const guint8 *data,
         gsize         length,
         gint64        time,
         gpointer      user_data)
{
  TapRecord *self = user_data;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->lock);

  g_assert_cmpint (time, >=, self->last_time);
  self->last_time = time;
  g_byte_array_append (self->sent[layer], data, length);
}

const RtTapSink tap_record_sink = { received_cb, ended_cb, rewrite_cb, sent_cb };

TapRecord *
tap_record_new (void)
{
  TapRecord *self = g_new0 (TapRecord, 1);

  g_atomic_ref_count_init (&self->ref_count);
  g_mutex_init (&self->lock);
  for (int i = 0; i <= RT_TAP_CLEAR; i++)
    {
      self->received[i] = g_byte_array_new ();
      self->sent[i] = g_byte_array_new ();
    }

  return self;
}

TapRecord *
tap_record_ref (TapRecord *self)
{
  g_atomic_ref_count_inc (&self->ref_count);
  return self;
}

void
tap_record_unref (TapRecord *self)
{
  if (!g_atomic_ref_count_dec (&self->ref_count))
    return;

  for (int i = 0; i <= RT_TAP_CLEAR; i++)
    {
      g_clear_pointer (&self->received[i], g_byte_array_unref);
      g_clear_pointer (&self->sent[i], g_byte_array_unref);
    }
  g_clear_error (&self->end_error);
  g_clear_pointer (&self->replacement, g_bytes_unref);
  g_mutex_clear (&self->lock);
  g_free (self);
}

void
tap_record_destroy (gpointer data)
{
  TapRecord *self = data;

  g_atomic_int_inc (&self->n_destroyed);
  g_main_context_wakeup (NULL);
  tap_record_unref (self);
}

/* The library closes connections in its own time, perhaps in a thread. */
void
tap_record_wait (TapRecord *self)
{
  while (g_atomic_int_get (&self->n_destroyed) == 0)
    g_main_context_iteration (NULL, TRUE);
}

void
tap_record_check (GByteArray *bytes,
                  const char *expected)
{
  g_assert_cmpmem (bytes->data, bytes->len, expected, strlen (expected));
}
