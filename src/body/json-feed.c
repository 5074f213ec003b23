/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The feed: a window of the text at a time, the first one at once. */

#include "config.h"

#include "json-feed.h"

#include "worker.h"

#define N_TOKENS 512
/* Bytes that are read before somebody may look again. */
#define WINDOW (1024 * 1024)
/* The first ones, in the caller's thread: more than a screen holds, and read in
 * less than a millisecond. */
#define AT_ONCE (64 * 1024)

struct _RtJsonFeed
{
  const RtJsonFeedFuncs *funcs;
  gpointer               index;
  RtWorker              *worker;
  RtDecodedText         *text;
  gulong                 changed_id;
  /* Only for whoever has the turn to read. */
  RtJsonScanner         *scanner;
  guint64                rest;    /* how far the rest after a flaw was given */
  /* Under the lock; only the reader changes it. */
  GRWLock                lock;
  RtJsonView             view;
  gsize                  size;
};

static void
feed_free (RtJsonFeed *self)
{
  self->funcs->free_index (self->index);
  rt_json_scanner_free (self->scanner);
  rt_json_flaw_clear (&self->view.flaw);
  g_clear_pointer (&self->view.bytes, g_bytes_unref);
  g_clear_object (&self->text);
  g_rw_lock_clear (&self->lock);
  g_free (self);
}

/* Under the lock. */
static void
set_bytes (RtJsonFeed *self,
           GBytes     *bytes)
{
  if (self->view.bytes == bytes)
    return;
  g_clear_pointer (&self->view.bytes, g_bytes_unref);
  self->view.bytes = g_bytes_ref (bytes);
  self->view.text = g_bytes_get_data (bytes, NULL);
}

/* How far to go from @offset on, in one step. */
static gsize
find_window (guint64 offset,
             gsize   length)
{
  return MIN (length, offset + (offset < AT_ONCE ? AT_ONCE : WINDOW));
}

/* The lock is held while tokens are taken, or only to show what was taken. */
static gboolean
publishes (RtJsonFeed *self)
{
  return self->funcs->publish != NULL;
}

static void
publish (RtJsonFeed        *self,
         GBytes            *bytes,
         RtJsonScan         scan,
         const RtJsonToken *tokens,
         gsize              n_tokens)
{
  RtJsonFlaw flaw = { 0 };

  if (scan == RT_JSON_SCAN_FLAW && !self->view.has_flaw)
    rt_json_scanner_fill_flaw (self->scanner, g_bytes_get_data (bytes, NULL), &flaw);
  g_rw_lock_writer_lock (&self->lock);
  set_bytes (self, bytes);
  if (publishes (self))
    self->funcs->publish (self->index);
  else
    self->funcs->take_tokens (self->index, tokens, n_tokens);
  self->view.limit = self->view.length = rt_json_scanner_get_position (self->scanner);
  self->view.has_partial = rt_json_scanner_get_partial (self->scanner, &self->view.partial);
  self->size = rt_json_scanner_get_size (self->scanner);
  if (flaw.message != NULL)
    {
      self->view.flaw = flaw;
      self->view.has_flaw = TRUE;
    }
  self->view.done = scan == RT_JSON_SCAN_END ||
                    (scan == RT_JSON_SCAN_FLAW && self->funcs->take_rest == NULL);
  g_rw_lock_writer_unlock (&self->lock);
}

/* Without the part of a line that is only its indent, when the line has
 * nothing of what was read: it belongs to what follows. */
static guint64
find_rest (const RtJsonView *view)
{
  guint64 offset = view->limit;

  if (view->has_partial)
    return offset;
  while (offset > 0 && (view->text[offset - 1] == ' ' || view->text[offset - 1] == '\t'))
    offset--;

  return offset == 0 || view->text[offset - 1] == '\n' ? offset : view->limit;
}

/* What follows on a flaw, a window at a time. Nobody else changes the view, so
 * that it is read here without the lock. */
static gboolean
read_rest (RtJsonFeed *self,
           GBytes     *bytes,
           gboolean    complete)
{
  RtJsonView view = self->view;
  gsize length;

  if (self->funcs->take_rest == NULL)
    return FALSE;
  view.text = g_bytes_get_data (bytes, &length);
  if (self->rest == G_MAXUINT64)
    self->rest = view.limit = find_rest (&view);
  view.length = find_window (self->rest, length);
  view.done = complete && view.length == length;
  if (publishes (self) && view.length > self->rest)
    self->funcs->take_rest (self->index, &view, self->rest, view.length);
  g_rw_lock_writer_lock (&self->lock);
  set_bytes (self, bytes);
  if (publishes (self))
    self->funcs->publish (self->index);
  else if (view.length > self->rest)
    self->funcs->take_rest (self->index, &view, self->rest, view.length);
  /* Not the whole view: who asked for the flaw reads it without the lock. */
  self->view.limit = view.limit;
  self->view.length = view.length;
  self->view.done = view.done;
  g_rw_lock_writer_unlock (&self->lock);
  self->rest = view.length;

  return view.length < length;
}

/* What is taken beside those who read is shown at the end of the window. */
static gboolean
read_json (RtJsonFeed *self,
           GBytes     *bytes,
           gboolean    complete)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  guint64 position = rt_json_scanner_get_position (self->scanner);
  gsize window = find_window (position, length);
  RtJsonToken tokens[N_TOKENS];
  RtJsonScan scan;
  gsize n;

  do
    {
      scan = rt_json_scanner_read (self->scanner, text, window, complete && window == length,
                                   tokens, N_TOKENS, &n);
      if (publishes (self))
        self->funcs->take_tokens (self->index, tokens, n);
      if (!publishes (self) || scan != RT_JSON_SCAN_FULL)
        publish (self, bytes, scan, tokens, n);
    }
  while (scan == RT_JSON_SCAN_FULL && !rt_worker_has_ended (self->worker));

  return scan == RT_JSON_SCAN_FLAW || window < length;
}

static gboolean
step (RtWorker *worker,
      gpointer  core)
{
  RtJsonFeed *self = core;
  gboolean complete = FALSE;
  g_autoptr (GBytes) bytes = rt_decoded_text_dup_bytes (self->text, &complete);
  gboolean more;

  if (self->view.done)
    return FALSE;
  more = self->view.has_flaw ? read_rest (self, bytes, complete)
                             : read_json (self, bytes, complete);
  rt_worker_tell (worker);

  return more && !self->view.done;
}

static void
text_changed_cb (RtJsonFeed *self)
{
  gboolean begins;

  g_rw_lock_reader_lock (&self->lock);
  begins = self->view.length < AT_ONCE;
  g_rw_lock_reader_unlock (&self->lock);
  if (begins)
    rt_worker_run_here (self->worker);
  else
    rt_worker_wake (self->worker);
}

RtJsonFeed *
rt_json_feed_new (RtDecodedText         *text,
                  gboolean               several,
                  const RtJsonFeedFuncs *funcs,
                  gpointer               index,
                  GObject               *owner)
{
  RtJsonFeed *self = g_new0 (RtJsonFeed, 1);

  self->funcs = funcs;
  self->index = index;
  self->scanner = rt_json_scanner_new (several);
  self->rest = G_MAXUINT64;
  g_rw_lock_init (&self->lock);
  self->text = g_object_ref (text);
  self->worker = rt_worker_new (owner, self, (GDestroyNotify) feed_free, step, funcs->changed);
  self->changed_id = g_signal_connect_swapped (text, "changed", G_CALLBACK (text_changed_cb), self);
  rt_worker_run_here (self->worker);

  return self;
}

void
rt_json_feed_close (RtJsonFeed *self)
{
  g_clear_signal_handler (&self->changed_id, self->text);
  rt_worker_end (self->worker);
}

const RtJsonView *
rt_json_feed_begin (RtJsonFeed *self)
{
  g_rw_lock_reader_lock (&self->lock);

  return &self->view;
}

void
rt_json_feed_end (RtJsonFeed *self)
{
  g_rw_lock_reader_unlock (&self->lock);
}

const RtJsonFlaw *
rt_json_feed_get_flaw (RtJsonFeed *self)
{
  gboolean has_flaw;

  g_rw_lock_reader_lock (&self->lock);
  has_flaw = self->view.has_flaw;
  g_rw_lock_reader_unlock (&self->lock);

  return has_flaw ? &self->view.flaw : NULL;
}

gboolean
rt_json_feed_is_done (RtJsonFeed *self)
{
  gboolean done;

  g_rw_lock_reader_lock (&self->lock);
  done = self->view.done;
  g_rw_lock_reader_unlock (&self->lock);

  return done;
}

gsize
rt_json_feed_get_size (RtJsonFeed *self)
{
  gsize size;

  g_rw_lock_reader_lock (&self->lock);
  size = self->size;
  g_rw_lock_reader_unlock (&self->lock);

  return size;
}
