/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads in a thread, then writes what was read. */

#include "config.h"

#include "range-provider.h"

#include "line-range.h"

struct _RtRangeProvider
{
  GdkContentProvider parent_instance;

  RtLines           *lines;
  RtPlace            from;
  RtPlace            to;
  gsize              max_bytes;
};

/* What one who asks gets. */
typedef struct
{
  GOutputStream *stream;
  GBytes        *bytes;
} Writing;

G_DEFINE_FINAL_TYPE (RtRangeProvider, rt_range_provider, GDK_TYPE_CONTENT_PROVIDER)

static void
writing_free (Writing *writing)
{
  g_object_unref (writing->stream);
  g_clear_pointer (&writing->bytes, g_bytes_unref);
  g_free (writing);
}

static GdkContentFormats *
rt_range_provider_ref_formats (GdkContentProvider *provider)
{
  GdkContentFormatsBuilder *builder = gdk_content_formats_builder_new ();

  gdk_content_formats_builder_add_mime_type (builder, "text/plain;charset=utf-8");
  gdk_content_formats_builder_add_mime_type (builder, "text/plain");

  return gdk_content_formats_builder_free_to_formats (builder);
}

static void
written_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;

  if (g_output_stream_write_all_finish (G_OUTPUT_STREAM (source), result, NULL, &error))
    g_task_return_boolean (task, TRUE);
  else
    g_task_return_error (task, g_steal_pointer (&error));
}

static void
read_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  g_autoptr (GTask) task = user_data;
  g_autoptr (GError) error = NULL;
  RtRangeProvider *self = g_task_get_source_object (task);
  Writing *writing = g_task_get_task_data (task);
  gconstpointer data;
  gsize size;

  writing->bytes = rt_line_range_dup_finish (self->lines, result, NULL, &error);
  if (writing->bytes == NULL)
    {
      g_task_return_error (task, g_steal_pointer (&error));
      return;
    }
  data = g_bytes_get_data (writing->bytes, &size);
  g_output_stream_write_all_async (writing->stream, data, size, g_task_get_priority (task),
                                   g_task_get_cancellable (task), written_cb,
                                   g_object_ref (task));
}

static void
rt_range_provider_write_async (GdkContentProvider  *provider,
                               const char          *mime_type,
                               GOutputStream       *stream,
                               int                  io_priority,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  RtRangeProvider *self = RT_RANGE_PROVIDER (provider);
  g_autoptr (GTask) task = g_task_new (self, cancellable, callback, user_data);
  Writing *writing = g_new0 (Writing, 1);

  writing->stream = g_object_ref (stream);
  g_task_set_source_tag (task, rt_range_provider_write_async);
  g_task_set_priority (task, io_priority);
  g_task_set_task_data (task, writing, (GDestroyNotify) writing_free);
  rt_line_range_dup_async (self->lines, &self->from, &self->to, self->max_bytes, cancellable,
                           read_cb, g_steal_pointer (&task));
}

static gboolean
rt_range_provider_write_finish (GdkContentProvider  *provider,
                                GAsyncResult        *result,
                                GError             **error)
{
  return g_task_propagate_boolean (G_TASK (result), error);
}

static void
rt_range_provider_finalize (GObject *object)
{
  g_object_unref (RT_RANGE_PROVIDER (object)->lines);

  G_OBJECT_CLASS (rt_range_provider_parent_class)->finalize (object);
}

static void
rt_range_provider_class_init (RtRangeProviderClass *klass)
{
  GdkContentProviderClass *provider_class = GDK_CONTENT_PROVIDER_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = rt_range_provider_finalize;
  provider_class->ref_formats = rt_range_provider_ref_formats;
  provider_class->write_mime_type_async = rt_range_provider_write_async;
  provider_class->write_mime_type_finish = rt_range_provider_write_finish;
}

static void
rt_range_provider_init (RtRangeProvider *self)
{
}

GdkContentProvider *
rt_range_provider_new (RtLines       *lines,
                       const RtPlace *from,
                       const RtPlace *to,
                       gsize          max_bytes)
{
  RtRangeProvider *self;

  g_return_val_if_fail (RT_IS_LINES (lines), NULL);
  g_return_val_if_fail (from != NULL && to != NULL, NULL);

  self = g_object_new (RT_TYPE_RANGE_PROVIDER, NULL);
  self->lines = g_object_ref (lines);
  self->from = *from;
  self->to = *to;
  self->max_bytes = max_bytes;

  return GDK_CONTENT_PROVIDER (self);
}
