/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Makes a piece in a thread, writes it, makes the next. */

#include "config.h"

#include "text-provider.h"

#include "text-converter.h"

struct _RtTextProvider
{
  GdkContentProvider parent_instance;

  const RtTextSource *source;
  gpointer            what;
  guint64             max_bytes; /* G_MAXUINT64 for all */
};

/* What one who asks gets. */
typedef struct
{
  const RtTextSource *source;
  gpointer            reading;
  GOutputStream      *stream;
  RtTextConverter    *converter;
  GString            *raw;  /* that is not converted yet */
  GString            *text; /* that is written next */
  guint64             left; /* bytes that may be given */
  gboolean            last;
} Writing;

G_DEFINE_FINAL_TYPE (RtTextProvider, rt_text_provider, GDK_TYPE_CONTENT_PROVIDER)

static void
writing_free (Writing *self)
{
  self->source->close (self->reading);
  g_object_unref (self->stream);
  rt_text_converter_free (self->converter);
  g_string_free (self->raw, TRUE);
  g_string_free (self->text, TRUE);
  g_free (self);
}

/* Not within a character. */
static void
cut (Writing *self)
{
  gsize n;

  if (self->text->len <= self->left)
    {
      self->left -= self->text->len;
      return;
    }
  n = self->left;
  while (n > 0 && ((guchar) self->text->str[n] & 0xc0) == 0x80)
    n--;
  g_string_truncate (self->text, n);
  self->last = TRUE;
}

/* One piece: self->text is what it says. */
static void
make_piece (Writing *self)
{
  gsize n_replaced = 0;
  gsize n;

  g_string_truncate (self->text, 0);
  self->last = !self->source->read (self->reading, self->raw);
  n = rt_text_converter_feed (self->converter, (const guint8 *) self->raw->str, self->raw->len,
                              self->last, self->text, &n_replaced);
  g_string_erase (self->raw, 0, n);
  cut (self);
}

static void
make_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Writing *self = task_data;

  do
    make_piece (self);
  while (self->text->len == 0 && !self->last && !g_cancellable_is_cancelled (cancellable));
  if (!g_task_return_error_if_cancelled (task))
    g_task_return_boolean (task, TRUE);
}

static void go_on (GTask *task);

static void
written_cb (GObject      *stream,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Writing *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (!g_output_stream_write_all_finish (G_OUTPUT_STREAM (stream), result, NULL, &error))
    g_task_return_error (task, error);
  else if (self->last)
    g_task_return_boolean (task, TRUE);
  else
    go_on (task);
}

static void
made_cb (GObject      *source_object,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  Writing *self = g_task_get_task_data (task);
  GError *error = NULL;

  if (g_task_propagate_boolean (G_TASK (result), &error))
    g_output_stream_write_all_async (self->stream, self->text->str, self->text->len,
                                     g_task_get_priority (task), g_task_get_cancellable (task),
                                     written_cb, g_object_ref (task));
  else
    g_task_return_error (task, error);
}

/* The thread has a task of its own, with the data of the whole one and without a
 * reference to the provider, which must not end there. */
static void
go_on (GTask *task)
{
  g_autoptr (GTask) piece = g_task_new (NULL, g_task_get_cancellable (task), made_cb,
                                        g_object_ref (task));

  g_task_set_source_tag (piece, go_on);
  g_task_set_task_data (piece, g_task_get_task_data (task), NULL);
  g_task_run_in_thread (piece, make_thread);
}

static GdkContentFormats *
rt_text_provider_ref_formats (GdkContentProvider *provider)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_mime_type (builder, "text/plain;charset=utf-8");
  gdk_content_formats_builder_add_mime_type (builder, "text/plain");

  return gdk_content_formats_builder_free_to_formats (builder);
}

static void
rt_text_provider_write_async (GdkContentProvider  *provider,
                              const char          *mime_type,
                              GOutputStream       *stream,
                              int                  io_priority,
                              GCancellable        *cancellable,
                              GAsyncReadyCallback  callback,
                              gpointer             user_data)
{
  RtTextProvider *self = RT_TEXT_PROVIDER (provider);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Writing *writing = g_new0 (Writing, 1);

  writing->source = self->source;
  writing->reading = self->source->open (self->what);
  writing->stream = g_object_ref (stream);
  writing->converter = rt_text_converter_new ("UTF-8");
  writing->raw = g_string_new (NULL);
  writing->text = g_string_new (NULL);
  writing->left = self->max_bytes;
  g_task_set_source_tag (task, rt_text_provider_write_async);
  g_task_set_priority (task, io_priority);
  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);
  go_on (task);
}

static gboolean
rt_text_provider_write_finish (GdkContentProvider  *provider,
                               GAsyncResult        *result,
                               GError             **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
rt_text_provider_finalize (GObject *object)
{
  RtTextProvider *self = RT_TEXT_PROVIDER (object);

  self->source->free_what (self->what);

  G_OBJECT_CLASS (rt_text_provider_parent_class)->finalize (object);
}

static void
rt_text_provider_class_init (RtTextProviderClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rt_text_provider_finalize;
  provider_class->ref_formats = rt_text_provider_ref_formats;
  provider_class->write_mime_type_async = rt_text_provider_write_async;
  provider_class->write_mime_type_finish = rt_text_provider_write_finish;
}

static void
rt_text_provider_init (RtTextProvider *self)
{
}

GdkContentProvider *
rt_text_provider_new (const RtTextSource *source,
                      gpointer            what,
                      guint64             max_bytes)
{
  RtTextProvider *self;

  g_return_val_if_fail (source != NULL && what != NULL, NULL);

  self = g_object_new (RT_TYPE_TEXT_PROVIDER, NULL);
  self->source = source;
  self->what = what;
  self->max_bytes = max_bytes > 0 ? max_bytes : G_MAXUINT64;

  return GDK_CONTENT_PROVIDER (self);
}
