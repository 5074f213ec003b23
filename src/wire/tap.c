/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Owns the trick under the tap, and is the only file with it: the slots of a
 * few GIOStream classes are replaced by functions that look at the instance
 * first. An instance that was attached, or that TLS was put on, gets recording
 * streams; any other gets what it would have got without this file. Does not
 * know what the bytes mean.
 */

#include "config.h"

#include "tap.h"

#include "fault.h"
#include "tap-stream.h"

#include <gio/gunixconnection.h>
#include <glib/gi18n-lib.h>

/* What stood in the slots of a class before. */
typedef struct
{
  GType           type;
  GInputStream  *(*get_input_stream)  (GIOStream *stream);
  GOutputStream *(*get_output_stream) (GIOStream *stream);
  void           (*constructed)       (GObject   *object); /* TLS only */
} Patch;

/* Written once by install, entry by entry, before the slots of the class. */
static Patch patches[3];
static gint n_patches;

static GMutex streams_lock;

static G_DEFINE_QUARK (rt-tap-link, link)
static G_DEFINE_QUARK (rt-tap-input-stream, input_stream)
static G_DEFINE_QUARK (rt-tap-output-stream, output_stream)

/* A class made from a patched one has copied its slots, hence the walk. */
static const Patch *
find_patch (gpointer instance)
{
  for (GType type = G_OBJECT_TYPE (instance); type != 0; type = g_type_parent (type))
    for (int i = 0; i < g_atomic_int_get (&n_patches); i++)
      if (patches[i].type == type)
        return &patches[i];

  g_assert_not_reached ();
}

static GIOStream *
dup_base (GIOStream *stream)
{
  GIOStream *base = NULL;

  g_object_get (stream, "base-io-stream", &base, NULL);
  return base;
}

/* Looks for the layer that @stream is, and makes it when TLS has been put on
 * a recorded connection: the layer below carries TLS records from then on. */
static RtTapLink *
find_link (GIOStream *stream)
{
  RtTapLink *link = g_object_get_qdata (G_OBJECT (stream), link_quark ());
  RtTapLink *below = NULL;
  g_autoptr (GIOStream) base = NULL;

  if (link != NULL || !G_IS_TLS_CLIENT_CONNECTION (stream))
    return link;

  base = dup_base (stream);
  while (G_IS_TCP_WRAPPER_CONNECTION (base))
    {
      GIOStream *wrapper = base;

      base = dup_base (wrapper);
      g_clear_object (&wrapper);
    }
  if (base != NULL)
    below = g_object_get_qdata (G_OBJECT (base), link_quark ());
  if (below == NULL)
    return NULL;

  rt_tap_link_cover (below);
  link = rt_tap_link_new (rt_tap_link_get_recorder (below), RT_TAP_CLEAR);
  g_object_set_qdata_full (G_OBJECT (stream), link_quark (), link,
                           (GDestroyNotify) rt_tap_link_unref);
  return link;
}

/* The getter owns nothing to its caller, so the connection keeps the stream;
 * and it must be the same one each time. */
static gpointer
keep_stream (GIOStream *stream,
             GQuark     quark,
             gpointer   recording)
{
  g_object_set_qdata_full (G_OBJECT (stream), quark, recording, g_object_unref);
  return recording;
}

static GInputStream *
get_input_stream (GIOStream *stream)
{
  GInputStream *base = find_patch (stream)->get_input_stream (stream);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&streams_lock);
  GInputStream *recording = g_object_get_qdata (G_OBJECT (stream), input_stream_quark ());
  RtTapLink *link;

  if (recording != NULL || base == NULL)
    return recording;

  link = find_link (stream);
  if (link == NULL)
    return base;

  return keep_stream (stream, input_stream_quark (), rt_tap_input_stream_new (base, link));
}

static GOutputStream *
get_output_stream (GIOStream *stream)
{
  GOutputStream *base = find_patch (stream)->get_output_stream (stream);
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&streams_lock);
  GOutputStream *recording = g_object_get_qdata (G_OBJECT (stream), output_stream_quark ());
  RtTapLink *link;

  if (recording != NULL || base == NULL)
    return recording;

  link = find_link (stream);
  if (link == NULL)
    return base;

  return keep_stream (stream, output_stream_quark (), rt_tap_output_stream_new (base, link));
}

/* The handshake may start before anybody asks for the streams: the layer below
 * is covered as soon as the TLS object exists. */
static void
constructed (GObject *object)
{
  find_patch (object)->constructed (object);

  g_mutex_lock (&streams_lock);
  find_link (G_IO_STREAM (object));
  g_mutex_unlock (&streams_lock);
}

static gboolean
patch_class (GType     type,
             gboolean  is_tls,
             GError  **error)
{
  Patch *patch = &patches[n_patches];
  GIOStreamClass *klass = NULL;

  /* Never given back: the slots must stay. */
  if (g_type_is_a (type, G_TYPE_IO_STREAM))
    klass = g_type_class_ref (type);

  if (klass == NULL || klass->get_input_stream == NULL || klass->get_output_stream == NULL ||
      G_OBJECT_CLASS (klass)->constructed == NULL)
    {
      g_set_error (error, RT_WIRE_ERROR, RT_WIRE_ERROR_NO_TAP,
                   _("The class %s of the system's network library is not as expected"),
                   g_type_name (type));
      return FALSE;
    }

  patch->type = type;
  patch->get_input_stream = klass->get_input_stream;
  patch->get_output_stream = klass->get_output_stream;
  patch->constructed = G_OBJECT_CLASS (klass)->constructed;
  g_atomic_int_inc (&n_patches);

  klass->get_input_stream = get_input_stream;
  klass->get_output_stream = get_output_stream;
  if (is_tls)
    G_OBJECT_CLASS (klass)->constructed = constructed;

  return TRUE;
}

static gboolean
install (GError **error)
{
  GTlsBackend *tls = g_tls_backend_get_default ();

  /* It has slots of its own; initialised first, it does not copy ours. */
  g_type_class_ref (G_TYPE_TCP_WRAPPER_CONNECTION);

  if (!patch_class (G_TYPE_TCP_CONNECTION, FALSE, error) ||
      !patch_class (G_TYPE_UNIX_CONNECTION, FALSE, error))
    return FALSE;

  return !g_tls_backend_supports_tls (tls) ||
         patch_class (g_tls_backend_get_client_connection_type (tls), TRUE, error);
}

gboolean
rt_tap_install (GError **error)
{
  static GMutex lock;
  static gboolean is_done;
  static GError *failure;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&lock);

  g_return_val_if_fail (error == NULL || *error == NULL, FALSE);

  if (!is_done)
    install (&failure);
  is_done = TRUE;

  if (failure != NULL && error != NULL)
    *error = g_error_copy (failure);

  return failure == NULL;
}

void
rt_tap_attach (GIOStream       *connection,
               const RtTapSink *sink,
               gpointer         user_data,
               GDestroyNotify   destroy)
{
  g_autoptr (RtTapRecorder) recorder = NULL;

  g_return_if_fail (G_IS_SOCKET_CONNECTION (connection));
  g_return_if_fail (sink != NULL);
  g_return_if_fail (g_object_get_qdata (G_OBJECT (connection), link_quark ()) == NULL);

  recorder = rt_tap_recorder_new (sink, user_data, destroy);
  g_object_set_qdata_full (G_OBJECT (connection), link_quark (),
                           rt_tap_link_new (recorder, RT_TAP_PLAIN),
                           (GDestroyNotify) rt_tap_link_unref);
}
