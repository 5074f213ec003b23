/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The worker over a text, and the lock. */

#include "config.h"

#include "text-reader.h"

#include "worker.h"

struct _RtTextReader
{
  const RtTextReaderFuncs *funcs;
  gpointer                 index;
  RtDecodedText           *text;
  RtWorker                *worker;
  gulong                   changed_id;
  GMutex                   mutex;
  RtReadText               seen; /* under the lock; only the step changes it */
};

static void
reader_free (RtTextReader *self)
{
  self->funcs->free_index (self->index);
  g_clear_object (&self->text);
  g_clear_pointer (&self->seen.bytes, g_bytes_unref);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

/* TRUE when somebody would see a difference. Gives @bytes away. */
static gboolean
publish (RtTextReader *self,
         GBytes       *bytes,
         gsize         length,
         gboolean      complete)
{
  g_autoptr (GBytes) old = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  gboolean changed = self->funcs->publish (self->index) || complete != self->seen.complete;

  old = self->seen.bytes;
  self->seen = (RtReadText) { bytes, length, complete };

  return changed;
}

static gboolean
step (RtWorker *worker,
      gpointer  core)
{
  RtTextReader *self = core;
  gboolean all = FALSE;
  GBytes *bytes = rt_decoded_text_dup_bytes (self->text, &all);
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  gsize slice = self->funcs->slice;
  /* Nobody else writes what was seen. */
  gsize to = slice > 0 ? MIN (length, self->seen.length + slice) : length;

  all = all && to == length;
  self->funcs->read (self->index, text != NULL ? text : "", to, all);
  if (publish (self, bytes, to, all))
    rt_worker_tell (worker);

  return to < length;
}

static void
run (RtTextReader *self)
{
  if (self->funcs->slice > 0)
    rt_worker_run_here (self->worker);
  else
    rt_worker_wake (self->worker);
}

static void
text_changed_cb (RtTextReader *self)
{
  run (self);
  if (self->funcs->slice > 0)
    rt_worker_tell_here (self->worker);
}

RtTextReader *
rt_text_reader_new (RtDecodedText           *text,
                    const RtTextReaderFuncs *funcs,
                    gpointer                 index,
                    GObject                 *owner)
{
  RtTextReader *self;

  g_return_val_if_fail (RT_IS_DECODED_TEXT (text), NULL);
  g_return_val_if_fail (funcs != NULL, NULL);

  self = g_new0 (RtTextReader, 1);
  self->funcs = funcs;
  self->index = index;
  self->text = g_object_ref (text);
  g_mutex_init (&self->mutex);
  self->seen.bytes = g_bytes_new (NULL, 0);
  self->worker = rt_worker_new (owner, self, (GDestroyNotify) reader_free, step, funcs->changed);
  self->changed_id = g_signal_connect_swapped (text, "changed", G_CALLBACK (text_changed_cb),
                                               self);
  run (self);

  return self;
}

void
rt_text_reader_close (RtTextReader *self)
{
  g_return_if_fail (self != NULL);

  g_clear_signal_handler (&self->changed_id, self->text);
  rt_worker_end (self->worker);
}

const RtReadText *
rt_text_reader_begin (RtTextReader *self)
{
  g_mutex_lock (&self->mutex);

  return &self->seen;
}

void
rt_text_reader_end (RtTextReader *self)
{
  g_mutex_unlock (&self->mutex);
}

gboolean
rt_text_reader_is_complete (RtTextReader *self)
{
  gboolean complete = rt_text_reader_begin (self)->complete;

  rt_text_reader_end (self);

  return complete;
}

double
rt_text_reader_get_share (RtTextReader *self)
{
  gsize length = rt_text_reader_begin (self)->length;

  rt_text_reader_end (self);

  return rt_decoded_text_get_share (self->text, length);
}
