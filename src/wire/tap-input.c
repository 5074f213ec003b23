/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the reading side of the tap: forwards, and records each byte once, in
 * whichever way it is read.
 */

#include "tap-stream.h"

#define RT_TYPE_TAP_INPUT_STREAM (rt_tap_input_stream_get_type ())
G_DECLARE_FINAL_TYPE (RtTapInputStream, rt_tap_input_stream, RT, TAP_INPUT_STREAM,
                      GFilterInputStream)

struct _RtTapInputStream
{
  GFilterInputStream  parent_instance;
  RtTapLink          *link;
  gboolean            has_ended; /* told once, whatever is read after it */
};

static void rt_tap_input_stream_pollable_init (GPollableInputStreamInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RtTapInputStream, rt_tap_input_stream,
                               G_TYPE_FILTER_INPUT_STREAM,
                               G_IMPLEMENT_INTERFACE (G_TYPE_POLLABLE_INPUT_STREAM,
                                                      rt_tap_input_stream_pollable_init))

static GInputStream *
get_base (gpointer self)
{
  return G_FILTER_INPUT_STREAM (self)->base_stream;
}

/* Neither is the end of the connection: the caller tries again, or has gone
 * away by itself. */
static gboolean
is_passing (const GError *error)
{
  return g_error_matches (error, G_IO_ERROR, G_IO_ERROR_WOULD_BLOCK) ||
         g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Tells the sink about the outcome of one read, and gives it to the caller.
 * Takes @local. */
static gssize
record (RtTapInputStream  *self,
        const void        *buffer,
        gssize             n_read,
        GError            *local,
        GError           **error)
{
  if (n_read > 0)
    return rt_tap_link_received (self->link, buffer, n_read, error) ? n_read : -1;

  if (!self->has_ended && !is_passing (local))
    {
      self->has_ended = TRUE;
      rt_tap_link_ended (self->link, local);
    }
  if (n_read < 0)
    g_propagate_error (error, local);

  return n_read;
}

static gssize
rt_tap_input_stream_read (GInputStream  *stream,
                          void          *buffer,
                          gsize          count,
                          GCancellable  *cancellable,
                          GError       **error)
{
  GError *local = NULL;
  gssize n_read;

  if (count == 0)
    return 0;

  n_read = g_input_stream_read (get_base (stream), buffer, count, cancellable, &local);
  return record (RT_TAP_INPUT_STREAM (stream), buffer, n_read, local, error);
}

/* Skipping on the base would hide the bytes. */
static gssize
rt_tap_input_stream_skip (GInputStream  *stream,
                          gsize          count,
                          GCancellable  *cancellable,
                          GError       **error)
{
  guint8 buffer[4096];

  return rt_tap_input_stream_read (stream, buffer, MIN (count, sizeof buffer), cancellable,
                                   error);
}

static gboolean
rt_tap_input_stream_can_poll (GPollableInputStream *stream)
{
  GInputStream *base = get_base (stream);

  return G_IS_POLLABLE_INPUT_STREAM (base) &&
         g_pollable_input_stream_can_poll (G_POLLABLE_INPUT_STREAM (base));
}

static gboolean
rt_tap_input_stream_is_readable (GPollableInputStream *stream)
{
  return g_pollable_input_stream_is_readable (G_POLLABLE_INPUT_STREAM (get_base (stream)));
}

static GSource *
rt_tap_input_stream_create_source (GPollableInputStream *stream,
                                   GCancellable         *cancellable)
{
  GPollableInputStream *base = G_POLLABLE_INPUT_STREAM (get_base (stream));
  g_autoptr (GSource) source = g_pollable_input_stream_create_source (base, NULL);

  return g_pollable_source_new_full (stream, source, cancellable);
}

static gssize
rt_tap_input_stream_read_nonblocking (GPollableInputStream  *stream,
                                      void                  *buffer,
                                      gsize                  count,
                                      GError               **error)
{
  GPollableInputStream *base = G_POLLABLE_INPUT_STREAM (get_base (stream));
  GError *local = NULL;
  gssize n_read;

  if (count == 0)
    return 0;

  n_read = g_pollable_input_stream_read_nonblocking (base, buffer, count, NULL, &local);
  return record (RT_TAP_INPUT_STREAM (stream), buffer, n_read, local, error);
}

static void
rt_tap_input_stream_dispose (GObject *object)
{
  /* A stream of the connection closes nothing by going away; nor may this. */
  g_filter_input_stream_set_close_base_stream (G_FILTER_INPUT_STREAM (object), FALSE);

  G_OBJECT_CLASS (rt_tap_input_stream_parent_class)->dispose (object);
}

static void
rt_tap_input_stream_finalize (GObject *object)
{
  RtTapInputStream *self = RT_TAP_INPUT_STREAM (object);

  g_clear_pointer (&self->link, rt_tap_link_unref);

  G_OBJECT_CLASS (rt_tap_input_stream_parent_class)->finalize (object);
}

static void
rt_tap_input_stream_class_init (RtTapInputStreamClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GInputStreamClass *stream_class = G_INPUT_STREAM_CLASS (klass);

  object_class->dispose = rt_tap_input_stream_dispose;
  object_class->finalize = rt_tap_input_stream_finalize;
  stream_class->read_fn = rt_tap_input_stream_read;
  stream_class->skip = rt_tap_input_stream_skip;
}

static void
rt_tap_input_stream_pollable_init (GPollableInputStreamInterface *iface)
{
  iface->can_poll = rt_tap_input_stream_can_poll;
  iface->is_readable = rt_tap_input_stream_is_readable;
  iface->create_source = rt_tap_input_stream_create_source;
  iface->read_nonblocking = rt_tap_input_stream_read_nonblocking;
}

static void
rt_tap_input_stream_init (RtTapInputStream *self)
{
}

GInputStream *
rt_tap_input_stream_new (GInputStream *base,
                         RtTapLink    *link)
{
  RtTapInputStream *self = g_object_new (RT_TYPE_TAP_INPUT_STREAM, "base-stream", base, NULL);

  self->link = rt_tap_link_ref (link);

  return G_INPUT_STREAM (self);
}
