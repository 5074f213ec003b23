/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the writing side of the tap: forwards and records, and writes the
 * sink's bytes in place of the caller's where the sink asks for it. Several
 * vectors are written one after the other, by GIO's own default.
 */

#include "tap-stream.h"

#define RT_TYPE_TAP_OUTPUT_STREAM (rt_tap_output_stream_get_type ())
G_DECLARE_FINAL_TYPE (RtTapOutputStream, rt_tap_output_stream, RT, TAP_OUTPUT_STREAM,
                      GFilterOutputStream)

struct _RtTapOutputStream
{
  GFilterOutputStream  parent_instance;
  RtTapLink           *link;

  /* Bytes that go out in place of others. As long as they are not all written,
   * the caller is told that its own are not, and comes back with them. */
  GBytes              *rewritten;
  gsize                rewritten_done;
  gsize                replaced_length;
};

static void rt_tap_output_stream_pollable_init (GPollableOutputStreamInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RtTapOutputStream, rt_tap_output_stream,
                               G_TYPE_FILTER_OUTPUT_STREAM,
                               G_IMPLEMENT_INTERFACE (G_TYPE_POLLABLE_OUTPUT_STREAM,
                                                      rt_tap_output_stream_pollable_init))

static GOutputStream *
get_base (gpointer self)
{
  return G_FILTER_OUTPUT_STREAM (self)->base_stream;
}

/* One write to the base, by waiting or not. */
static gssize
write_once (RtTapOutputStream  *self,
            gboolean            is_blocking,
            const void         *data,
            gsize               count,
            GCancellable       *cancellable,
            GError            **error)
{
  GOutputStream *base = get_base (self);
  gssize n_written;

  if (is_blocking)
    n_written = g_output_stream_write (base, data, count, cancellable, error);
  else
    n_written = g_pollable_output_stream_write_nonblocking (G_POLLABLE_OUTPUT_STREAM (base),
                                                            data, count, NULL, error);
  if (n_written > 0)
    rt_tap_link_sent (self->link, data, n_written);

  return n_written;
}

/* Writes what is left of the sink's bytes. Only when all of them are out, the
 * caller's count as written. */
static gssize
write_rewritten (RtTapOutputStream  *self,
                 gboolean            is_blocking,
                 gsize               count,
                 GCancellable       *cancellable,
                 GError            **error)
{
  gsize size;
  const guint8 *data = g_bytes_get_data (self->rewritten, &size);

  while (self->rewritten_done < size)
    {
      gssize n_written = write_once (self, is_blocking, data + self->rewritten_done,
                                     size - self->rewritten_done, cancellable, error);

      if (n_written < 0)
        return -1;
      self->rewritten_done += n_written;
    }

  g_clear_pointer (&self->rewritten, g_bytes_unref);
  return MIN (count, self->replaced_length);
}

static gssize
write_any (RtTapOutputStream  *self,
           gboolean            is_blocking,
           const void         *data,
           gsize               count,
           GCancellable       *cancellable,
           GError            **error)
{
  if (count == 0)
    return 0;

  if (self->rewritten == NULL)
    {
      self->rewritten = rt_tap_link_rewrite (self->link, data, count);
      self->rewritten_done = 0;
      self->replaced_length = count;
    }

  if (self->rewritten != NULL)
    return write_rewritten (self, is_blocking, count, cancellable, error);

  return write_once (self, is_blocking, data, count, cancellable, error);
}

static gssize
rt_tap_output_stream_write (GOutputStream  *stream,
                            const void     *buffer,
                            gsize           count,
                            GCancellable   *cancellable,
                            GError        **error)
{
  return write_any (RT_TAP_OUTPUT_STREAM (stream), TRUE, buffer, count, cancellable, error);
}

static gboolean
rt_tap_output_stream_can_poll (GPollableOutputStream *stream)
{
  GOutputStream *base = get_base (stream);

  return G_IS_POLLABLE_OUTPUT_STREAM (base) &&
         g_pollable_output_stream_can_poll (G_POLLABLE_OUTPUT_STREAM (base));
}

static gboolean
rt_tap_output_stream_is_writable (GPollableOutputStream *stream)
{
  return g_pollable_output_stream_is_writable (G_POLLABLE_OUTPUT_STREAM (get_base (stream)));
}

static GSource *
rt_tap_output_stream_create_source (GPollableOutputStream *stream,
                                    GCancellable          *cancellable)
{
  GPollableOutputStream *base = G_POLLABLE_OUTPUT_STREAM (get_base (stream));
  g_autoptr (GSource) source = g_pollable_output_stream_create_source (base, NULL);

  return g_pollable_source_new_full (stream, source, cancellable);
}

static gssize
rt_tap_output_stream_write_nonblocking (GPollableOutputStream  *stream,
                                        const void             *buffer,
                                        gsize                   count,
                                        GError                **error)
{
  return write_any (RT_TAP_OUTPUT_STREAM (stream), FALSE, buffer, count, NULL, error);
}

static void
rt_tap_output_stream_dispose (GObject *object)
{
  /* A stream of the connection closes nothing by going away; nor may this. */
  g_filter_output_stream_set_close_base_stream (G_FILTER_OUTPUT_STREAM (object), FALSE);

  G_OBJECT_CLASS (rt_tap_output_stream_parent_class)->dispose (object);
}

static void
rt_tap_output_stream_finalize (GObject *object)
{
  RtTapOutputStream *self = RT_TAP_OUTPUT_STREAM (object);

  g_clear_pointer (&self->rewritten, g_bytes_unref);
  g_clear_pointer (&self->link, rt_tap_link_unref);

  G_OBJECT_CLASS (rt_tap_output_stream_parent_class)->finalize (object);
}

static void
rt_tap_output_stream_class_init (RtTapOutputStreamClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GOutputStreamClass *stream_class = G_OUTPUT_STREAM_CLASS (klass);

  object_class->dispose = rt_tap_output_stream_dispose;
  object_class->finalize = rt_tap_output_stream_finalize;
  stream_class->write_fn = rt_tap_output_stream_write;
}

static void
rt_tap_output_stream_pollable_init (GPollableOutputStreamInterface *iface)
{
  iface->can_poll = rt_tap_output_stream_can_poll;
  iface->is_writable = rt_tap_output_stream_is_writable;
  iface->create_source = rt_tap_output_stream_create_source;
  iface->write_nonblocking = rt_tap_output_stream_write_nonblocking;
}

static void
rt_tap_output_stream_init (RtTapOutputStream *self)
{
}

GOutputStream *
rt_tap_output_stream_new (GOutputStream *base,
                          RtTapLink     *link)
{
  RtTapOutputStream *self = g_object_new (RT_TYPE_TAP_OUTPUT_STREAM, "base-stream", base, NULL);

  self->link = rt_tap_link_ref (link);

  return G_OUTPUT_STREAM (self);
}
