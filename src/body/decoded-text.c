/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is UTF-8 already is a slice of the received bytes. Anything else is
 * converted from where the conversion stopped, a slice at a time, into a spool;
 * the first slice at once, what follows in a thread.
 */

#include "config.h"

#include "decoded-text.h"

#include "spool.h"
#include "text-converter.h"
#include "worker.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* Bytes that are converted before somebody may look again. */
#define SLICE_BYTES (64 * 1024)
/* The least time between two mappings of what was converted. */
#define PUBLISH_INTERVAL (25 * G_TIME_SPAN_MILLISECOND)

typedef struct
{
  RtCharset *charset;

  /* Only for whoever has the turn to convert; NULL when there is no need to. */
  RtTextConverter *converter;
  RtSpool         *spool;
  GString         *buffer;
  gsize            position; /* of the received bytes */
  gint64           published_at;

  GMutex   mutex; /* guards all below */
  GBytes  *received;
  gboolean all_received;
  guint64  expected; /* bytes to be received; 0 when nobody knows */
  GBytes  *text;
  gboolean complete;
  GError  *error;
} Core;

struct _RtDecodedText
{
  GObject parent_instance;

  Core     *core; /* owned by the worker */
  RtWorker *worker;
};

G_DEFINE_FINAL_TYPE (RtDecodedText, rt_decoded_text, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
core_free (Core *self)
{
  g_clear_pointer (&self->charset, rt_charset_free);
  g_clear_pointer (&self->converter, rt_text_converter_free);
  g_clear_pointer (&self->spool, rt_spool_free);
  if (self->buffer != NULL)
    g_string_free (self->buffer, TRUE);
  g_clear_pointer (&self->received, g_bytes_unref);
  g_clear_pointer (&self->text, g_bytes_unref);
  g_clear_error (&self->error);
  g_mutex_clear (&self->mutex);
  g_free (self);
}

static Core *
core_new (RtCharset *charset)
{
  Core *self = g_new0 (Core, 1);

  g_mutex_init (&self->mutex);
  self->charset = charset;
  self->received = g_bytes_new (NULL, 0);
  self->text = g_bytes_new (NULL, 0);
  self->position = charset->skip;
  if (strcmp (charset->converter, "UTF-8") != 0)
    self->converter = rt_text_converter_new (charset->converter);
  if (self->converter != NULL)
    {
      self->spool = rt_spool_new ();
      self->buffer = g_string_sized_new (SLICE_BYTES * 2);
    }

  return self;
}

static void
set_text (Core    *self,
          GBytes  *text,
          gboolean complete,
          GError  *error)
{
  g_autoptr (GBytes) old = NULL;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  old = g_steal_pointer (&self->text);
  self->text = text != NULL ? text : g_bytes_ref (old);
  self->complete = complete;
  self->error = error;
}

/* Maps what was converted; not for each slice, a mapping is made of all of it. */
static gboolean
publish (Core     *self,
         gboolean  idle,
         gboolean  complete,
         GError  **error)
{
  gint64 now = g_get_monotonic_time ();
  GBytes *text;

  if (!idle && now - self->published_at < PUBLISH_INTERVAL)
    return TRUE;

  text = rt_spool_map (self->spool, error);
  if (text == NULL)
    return FALSE;
  set_text (self, text, complete, NULL);
  self->published_at = now;

  return TRUE;
}

static gboolean
convert_slice (Core    *self,
               GBytes  *received,
               gboolean last,
               GError **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (received, &length);
  gsize start = MIN (self->position, length);
  gsize n = MIN (length - start, SLICE_BYTES);
  gsize n_replaced = 0;

  g_string_truncate (self->buffer, 0);
  self->position += rt_text_converter_feed (self->converter, data + start, n,
                                            last && start + n == length, self->buffer,
                                            &n_replaced);

  return rt_spool_append (self->spool, self->buffer->str, self->buffer->len, error);
}

/* The bytes that are converted next; FALSE when there is nothing to do. */
static gboolean
look (Core     *self,
      GBytes  **received,
      gboolean *last)
{
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&self->mutex);

  if (self->complete)
    return FALSE;

  *received = g_bytes_ref (self->received);
  *last = self->all_received;

  return TRUE;
}

static gboolean
step (RtWorker *worker,
      gpointer  data)
{
  Core *self = data;
  g_autoptr (GBytes) received = NULL;
  GError *error = NULL;
  gboolean last = FALSE;
  gsize before = self->position;
  gsize n;
  gboolean more;

  if (!look (self, &received, &last))
    return FALSE;

  n = g_bytes_get_size (received);
  if (convert_slice (self, received, last, &error))
    {
      /* Half a character at the end waits for its other half. */
      more = self->position < n && self->position > before;
      if (publish (self, !more, last && !more, &error))
        {
          rt_worker_tell (worker);
          return more;
        }
    }
  set_text (self, rt_spool_map (self->spool, NULL), TRUE, error);
  rt_worker_tell (worker);

  return FALSE;
}

static void
tell_cb (gpointer owner)
{
  g_signal_emit (owner, signals[CHANGED], 0);
}

/* Not in dispose: whoever still has the object may read what there is. */
static void
rt_decoded_text_finalize (GObject *object)
{
  RtDecodedText *self = RT_DECODED_TEXT (object);

  g_clear_pointer (&self->worker, rt_worker_end);

  G_OBJECT_CLASS (rt_decoded_text_parent_class)->finalize (object);
}

static void
rt_decoded_text_class_init (RtDecodedTextClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = rt_decoded_text_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                   NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
rt_decoded_text_init (RtDecodedText *self)
{
}

RtDecodedText *
rt_decoded_text_new (RtCharset *charset)
{
  RtDecodedText *self;

  g_return_val_if_fail (charset != NULL, NULL);

  self = g_object_new (RT_TYPE_DECODED_TEXT, NULL);
  self->core = core_new (charset);
  self->worker = rt_worker_new (self, self->core, (GDestroyNotify) core_free, step, tell_cb);

  return self;
}

RtDecodedText *
rt_decoded_text_new_plain (void)
{
  RtCharset *charset = g_new0 (RtCharset, 1);

  /* What is passed on as it is. */
  charset->name = charset->converter = "UTF-8";
  charset->reason = RT_CHARSET_BY_FORMAT;

  return rt_decoded_text_new (charset);
}

static void
pass_on (Core    *self,
         GBytes  *received,
         gboolean complete)
{
  gsize length = g_bytes_get_size (received);
  gsize skip = MIN (self->charset->skip, length);

  set_text (self, g_bytes_new_from_bytes (received, skip, length - skip), complete, NULL);
}

void
rt_decoded_text_extend (RtDecodedText *self,
                        GBytes        *received,
                        gboolean       complete)
{
  Core *core;

  g_return_if_fail (RT_IS_DECODED_TEXT (self));
  g_return_if_fail (received != NULL);
  g_return_if_fail (!self->core->all_received);
  g_return_if_fail (g_bytes_get_size (received) >= g_bytes_get_size (self->core->received));

  core = self->core;
  g_mutex_lock (&core->mutex);
  g_bytes_unref (core->received);
  core->received = g_bytes_ref (received);
  core->all_received = complete;
  g_mutex_unlock (&core->mutex);

  if (core->converter == NULL)
    pass_on (core, received, complete);
  else
    rt_worker_run_here (self->worker);
  rt_worker_tell_here (self->worker);
}

void
rt_decoded_text_set_expected (RtDecodedText *self,
                              guint64        n_bytes)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_if_fail (RT_IS_DECODED_TEXT (self));

  locker = g_mutex_locker_new (&self->core->mutex);
  self->core->expected = n_bytes;
}

double
rt_decoded_text_get_share (RtDecodedText *self,
                           guint64        length)
{
  g_autoptr (GMutexLocker) locker = NULL;
  guint64 whole;

  g_return_val_if_fail (RT_IS_DECODED_TEXT (self), 1);

  locker = g_mutex_locker_new (&self->core->mutex);
  whole = g_bytes_get_size (self->core->text);
  /* How long it will be in UTF-8 nobody knows. */
  if (!self->core->complete && self->core->converter == NULL)
    whole = MAX (whole, self->core->expected);

  return length > 0 && length < whole ? length / (double) whole : 1;
}

const RtCharset *
rt_decoded_text_get_charset (RtDecodedText *self)
{
  g_return_val_if_fail (RT_IS_DECODED_TEXT (self), NULL);

  return self->core->charset;
}

GBytes *
rt_decoded_text_dup_bytes (RtDecodedText *self,
                           gboolean      *complete)
{
  g_autoptr (GMutexLocker) locker = NULL;

  g_return_val_if_fail (RT_IS_DECODED_TEXT (self), NULL);

  locker = g_mutex_locker_new (&self->core->mutex);
  if (complete != NULL)
    *complete = self->core->complete;

  return g_bytes_ref (self->core->text);
}

char *
rt_decoded_text_dup_trouble (RtDecodedText *self)
{
  g_autoptr (GMutexLocker) locker = NULL;
  const Core *core;

  g_return_val_if_fail (RT_IS_DECODED_TEXT (self), NULL);

  core = self->core;
  locker = g_mutex_locker_new (&self->core->mutex);
  if (core->error == NULL)
    return NULL;

  return g_strdup_printf (_("Only the beginning could be read as %s: %s"),
                          core->charset->name, core->error->message);
}
