/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The feed. At most one thread reads at any time; it ends when it has read all
 * that is there and is started again when more comes. It never touches the
 * text object or the owner: the bytes are given to it, and changes are told by
 * a source on the owner's context.
 */

#include "config.h"

#include "json-feed.h"

#define N_TOKENS 512
/* Bytes between two looks at whether it should stop. */
#define WINDOW (1024 * 1024)
#define AT_ONCE (256 * 1024)
#define PAUSE_MSEC 50

struct _RtJsonFeed
{
  gatomicrefcount        refs;
  const RtJsonFeedFuncs *funcs;
  gpointer               index;
  /* The main thread's. */
  RtDecodedText         *text;
  gulong                 changed_id;
  /* The reading thread's. */
  RtJsonScanner         *scanner;
  guint64                rest;   /* how far the rest after a flaw was given */
  /* Under the lock. */
  GRWLock                lock;
  GBytes                *bytes;
  RtJsonView             view;
  gsize                  size;
  /* Under the mutex. */
  GMutex                 mutex;
  GBytes                *next;   /* what was not looked at yet */
  gboolean               next_complete;
  gboolean               running;
  GSource               *source; /* tells the owner */
  gint64                 told;
  GMainContext          *context;
  GWeakRef               owner;
  gint                   stopped; /* atomic */
};

static RtJsonFeed *
feed_ref (RtJsonFeed *self)
{
  g_atomic_ref_count_inc (&self->refs);

  return self;
}

void
rt_json_feed_unref (RtJsonFeed *self)
{
  if (!g_atomic_ref_count_dec (&self->refs))
    return;
  self->funcs->free_index (self->index);
  rt_json_scanner_free (self->scanner);
  rt_json_flaw_clear (&self->view.flaw);
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->next, g_bytes_unref);
  g_clear_pointer (&self->source, g_source_unref);
  g_main_context_unref (self->context);
  g_weak_ref_clear (&self->owner);
  g_rw_lock_clear (&self->lock);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static gboolean
tell_cb (gpointer user_data)
{
  RtJsonFeed *self = user_data;
  g_autoptr (GObject) owner = NULL;

  g_mutex_lock (&self->mutex);
  g_clear_pointer (&self->source, g_source_unref);
  self->told = g_get_monotonic_time ();
  g_mutex_unlock (&self->mutex);
  owner = g_weak_ref_get (&self->owner);
  if (owner != NULL && !g_atomic_int_get (&self->stopped))
    self->funcs->changed (owner);

  return G_SOURCE_REMOVE;
}

static void
tell (RtJsonFeed *self)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);
  gint64 wait;

  if (self->source != NULL || g_atomic_int_get (&self->stopped))
    return;
  wait = PAUSE_MSEC - (g_get_monotonic_time () - self->told) / 1000;
  self->source = g_timeout_source_new (CLAMP (wait, 0, PAUSE_MSEC));
  g_source_set_callback (self->source, tell_cb, feed_ref (self),
                         (GDestroyNotify) rt_json_feed_unref);
  g_source_attach (self->source, self->context);
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
  if (self->bytes != bytes)
    {
      g_clear_pointer (&self->bytes, g_bytes_unref);
      self->bytes = g_bytes_ref (bytes);
      self->view.text = g_bytes_get_data (bytes, NULL);
    }
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

/* What follows on a flaw, a window at a time. */
static gboolean
read_rest (RtJsonFeed *self,
           GBytes     *bytes,
           gboolean    complete)
{
  gsize length = g_bytes_get_size (bytes);
  guint64 to;

  if (self->funcs->take_rest == NULL)
    return FALSE;
  g_rw_lock_writer_lock (&self->lock);
  if (self->rest == G_MAXUINT64)
    self->rest = self->view.limit = find_rest (&self->view);
  if (self->bytes != bytes)
    {
      g_clear_pointer (&self->bytes, g_bytes_unref);
      self->bytes = g_bytes_ref (bytes);
      self->view.text = g_bytes_get_data (bytes, NULL);
    }
  to = MIN (length, self->rest + WINDOW);
  if (to > self->rest)
    self->funcs->take_rest (self->index, &self->view, self->rest, to);
  self->view.length = self->rest = to;
  self->view.done = complete && to == length;
  g_rw_lock_writer_unlock (&self->lock);

  return to < length;
}

/* One window. Returns FALSE when there is nothing more to read. */
static gboolean
read_window (RtJsonFeed *self,
             GBytes     *bytes,
             gboolean    complete)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  gsize window = MIN (length, rt_json_scanner_get_position (self->scanner) + WINDOW);
  RtJsonToken tokens[N_TOKENS];
  RtJsonScan scan;
  gsize n;

  if (self->view.has_flaw)
    return read_rest (self, bytes, complete);
  if (self->view.done)
    return FALSE;
  do
    {
      scan = rt_json_scanner_read (self->scanner, text, window, complete && window == length,
                                   tokens, N_TOKENS, &n);
      publish (self, bytes, scan, tokens, n);
    }
  while (scan == RT_JSON_SCAN_FULL && !g_atomic_int_get (&self->stopped));

  return scan == RT_JSON_SCAN_FLAW || (scan == RT_JSON_SCAN_MORE && window < length);
}

static gpointer
read_thread (gpointer user_data)
{
  RtJsonFeed *self = user_data;

  while (TRUE)
    {
      g_autoptr (GBytes) bytes = NULL;
      gboolean complete;

      g_mutex_lock (&self->mutex);
      bytes = g_steal_pointer (&self->next);
      complete = self->next_complete;
      self->running = bytes != NULL && !g_atomic_int_get (&self->stopped);
      g_mutex_unlock (&self->mutex);
      if (bytes == NULL || g_atomic_int_get (&self->stopped))
        break;
      while (read_window (self, bytes, complete) && !g_atomic_int_get (&self->stopped))
        tell (self);
      tell (self);
    }
  rt_json_feed_unref (self);

  return NULL;
}

/* Whether the thread is needed for the bytes. */
static gboolean
read_at_once (RtJsonFeed *self,
              GBytes     *bytes,
              gboolean    complete)
{
  g_autoptr (GBytes) first = NULL;
  gsize length = g_bytes_get_size (bytes);

  if (MAX (self->view.length, self->view.limit) >= AT_ONCE)
    return TRUE;
  first = length <= AT_ONCE ? g_bytes_ref (bytes) : g_bytes_new_from_bytes (bytes, 0, AT_ONCE);
  while (read_window (self, first, complete && length <= AT_ONCE))
    ;

  return length > AT_ONCE;
}

static void
look (RtJsonFeed *self)
{
  gboolean complete = FALSE;
  g_autoptr (GBytes) bytes = rt_decoded_text_dup_bytes (self->text, &complete);
  gboolean running;

  g_mutex_lock (&self->mutex);
  running = self->running;
  if (running)
    {
      g_clear_pointer (&self->next, g_bytes_unref);
      self->next = g_bytes_ref (bytes);
      self->next_complete = complete;
    }
  g_mutex_unlock (&self->mutex);
  /* Nothing else starts the thread, so that it stays away meanwhile. */
  if (running || !read_at_once (self, bytes, complete))
    return;
  self->next = g_steal_pointer (&bytes);
  self->next_complete = complete;
  self->running = TRUE;
  g_thread_unref (g_thread_new ("json", read_thread, feed_ref (self)));
}

static void
text_changed_cb (RtJsonFeed *self)
{
  look (self);
  tell (self);
}

RtJsonFeed *
rt_json_feed_new (RtDecodedText         *text,
                  gboolean               several,
                  const RtJsonFeedFuncs *funcs,
                  gpointer               index,
                  GObject               *owner)
{
  RtJsonFeed *self = g_new0 (RtJsonFeed, 1);

  g_atomic_ref_count_init (&self->refs);
  self->funcs = funcs;
  self->index = index;
  self->scanner = rt_json_scanner_new (several);
  self->rest = G_MAXUINT64;
  self->context = g_main_context_ref_thread_default ();
  g_rw_lock_init (&self->lock);
  g_mutex_init (&self->mutex);
  g_weak_ref_init (&self->owner, owner);
  self->text = g_object_ref (text);
  self->changed_id = g_signal_connect_swapped (text, "changed", G_CALLBACK (text_changed_cb), self);
  look (self);

  return self;
}

void
rt_json_feed_stop (RtJsonFeed *self)
{
  g_atomic_int_set (&self->stopped, TRUE);
  if (self->text != NULL)
    g_clear_signal_handler (&self->changed_id, self->text);
  g_clear_object (&self->text);
  g_mutex_lock (&self->mutex);
  if (self->source != NULL)
    {
      g_autoptr (GSource) source = g_steal_pointer (&self->source);

      g_mutex_unlock (&self->mutex);
      g_source_destroy (source);
      return;
    }
  g_mutex_unlock (&self->mutex);
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
