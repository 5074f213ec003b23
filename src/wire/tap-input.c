/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the reading side of the tap: forwards, and records each byte once, in
 * whichever way it is read. Below TLS it reads ahead: GnuTLS asks for the five
 * bytes before each record and then for the record, each a call to the system.
 */

#include "tap-stream.h"

#include <string.h>

/* Eight records of TLS. */
#define AHEAD_SIZE (128 * 1024)

#define RT_TYPE_TAP_INPUT_STREAM (rt_tap_input_stream_get_type ())
G_DECLARE_FINAL_TYPE (RtTapInputStream, rt_tap_input_stream, RT, TAP_INPUT_STREAM,
                      GFilterInputStream)

struct _RtTapInputStream
{
  GFilterInputStream  parent_instance;
  RtTapLink          *link;
  gboolean            has_ended; /* told once, whatever is read after it */

  guint8             *ahead; /* of AHEAD_SIZE, made when TLS is above; or NULL */
  gsize               ahead_start;
  gint                n_ahead; /* atomic: a source may look while TLS reads in a thread */
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

static gboolean
holds_bytes (RtTapInputStream *self)
{
  return g_atomic_int_get (&self->n_ahead) > 0;
}

/* What was read ahead has been recorded when it came. */
static gssize
take_ahead (RtTapInputStream *self,
            void             *buffer,
            gsize             count)
{
  gsize n = MIN (count, (gsize) g_atomic_int_get (&self->n_ahead));

  memcpy (buffer, self->ahead + self->ahead_start, n);
  self->ahead_start += n;
  g_atomic_int_add (&self->n_ahead, -(gint) n);

  return n;
}

/* One read of the base, recorded. */
static gssize
read_base (RtTapInputStream  *self,
           gboolean           may_block,
           void              *buffer,
           gsize              count,
           GCancellable      *cancellable,
           GError           **error)
{
  GInputStream *base = get_base (self);
  GError *local = NULL;
  gssize n_read;

  if (may_block)
    n_read = g_input_stream_read (base, buffer, count, cancellable, &local);
  else
    n_read = g_pollable_input_stream_read_nonblocking (G_POLLABLE_INPUT_STREAM (base), buffer,
                                                       count, cancellable, &local);

  return record (self, buffer, n_read, local, error);
}

/* Only below TLS, which takes every byte from here on: what were read too far
 * in the clear would be lost to TLS above it. No read waits for more bytes. */
static gssize
read_some (RtTapInputStream  *self,
           gboolean           may_block,
           void              *buffer,
           gsize              count,
           GCancellable      *cancellable,
           GError           **error)
{
  gssize n_read;

  if (count == 0)
    return 0;
  if (holds_bytes (self))
    return g_cancellable_set_error_if_cancelled (cancellable, error)
             ? -1 : take_ahead (self, buffer, count);
  if (!rt_tap_link_is_covered (self->link) || count >= AHEAD_SIZE)
    return read_base (self, may_block, buffer, count, cancellable, error);

  if (self->ahead == NULL)
    self->ahead = g_malloc (AHEAD_SIZE);
  n_read = read_base (self, may_block, self->ahead, AHEAD_SIZE, cancellable, error);
  if (n_read <= 0)
    return n_read;

  self->ahead_start = 0;
  g_atomic_int_set (&self->n_ahead, n_read);
  return take_ahead (self, buffer, count);
}

static gssize
rt_tap_input_stream_read (GInputStream  *stream,
                          void          *buffer,
                          gsize          count,
                          GCancellable  *cancellable,
                          GError       **error)
{
  return read_some (RT_TAP_INPUT_STREAM (stream), TRUE, buffer, count, cancellable, error);
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
  return holds_bytes (RT_TAP_INPUT_STREAM (stream)) ||
         g_pollable_input_stream_is_readable (G_POLLABLE_INPUT_STREAM (get_base (stream)));
}

/* Ready while bytes wait that were read ahead: the socket does not know them. */
typedef struct
{
  GSource           source;
  RtTapInputStream *stream;
} AheadSource;

static gboolean
ahead_prepare (GSource *source,
               int     *timeout)
{
  *timeout = -1;
  return holds_bytes (((AheadSource *) source)->stream);
}

static gboolean
ahead_check (GSource *source)
{
  return holds_bytes (((AheadSource *) source)->stream);
}

/* It wakes the source that it is a child of. */
static gboolean
ahead_dispatch (GSource     *source,
                GSourceFunc  callback,
                gpointer     user_data)
{
  return G_SOURCE_CONTINUE;
}

static void
ahead_finalize (GSource *source)
{
  g_clear_object (&((AheadSource *) source)->stream);
}

static GSourceFuncs ahead_funcs = {
  .prepare = ahead_prepare,
  .check = ahead_check,
  .dispatch = ahead_dispatch,
  .finalize = ahead_finalize,
};

static GSource *
ahead_source_new (RtTapInputStream *stream)
{
  GSource *source = g_source_new (&ahead_funcs, sizeof (AheadSource));

  ((AheadSource *) source)->stream = g_object_ref (stream);
  return source;
}

static GSource *
rt_tap_input_stream_create_source (GPollableInputStream *stream,
                                   GCancellable         *cancellable)
{
  GPollableInputStream *base = G_POLLABLE_INPUT_STREAM (get_base (stream));
  g_autoptr (GSource) below = g_pollable_input_stream_create_source (base, NULL);
  g_autoptr (GSource) ahead = ahead_source_new (RT_TAP_INPUT_STREAM (stream));
  GSource *source = g_pollable_source_new_full (stream, below, cancellable);

  g_source_add_child_source (source, ahead);
  return source;
}

static gssize
rt_tap_input_stream_read_nonblocking (GPollableInputStream  *stream,
                                      void                  *buffer,
                                      gsize                  count,
                                      GError               **error)
{
  return read_some (RT_TAP_INPUT_STREAM (stream), FALSE, buffer, count, NULL, error);
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
  g_clear_pointer (&self->ahead, g_free);

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
