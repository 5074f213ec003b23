/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtContentStream: reads one piece after the other; a file is opened when it
 * is reached and closed when it is done.
 */

#include "config.h"

#include "content-stream.h"

#include <string.h>

#include <glib/gi18n-lib.h>

#include "failure.h"

struct _RtContentStream
{
  GInputStream parent_instance;

  GPtrArray    *pieces;
  guint         index;
  guint64       position; /* in the piece */
  GInputStream *file;
};

G_DEFINE_FINAL_TYPE (RtContentStream, rt_content_stream, G_TYPE_INPUT_STREAM)

void
rt_content_piece_free (RtContentPiece *self)
{
  g_clear_pointer (&self->bytes, g_bytes_unref);
  g_clear_pointer (&self->path, g_free);
  g_free (self);
}

static void
next_piece (RtContentStream *self)
{
  g_clear_object (&self->file);
  self->position = 0;
  self->index++;
}

static gboolean
fail (RtContentPiece  *piece,
      const char      *why,
      GError         **error)
{
  g_autofree char *shown = g_filename_display_name (piece->path);

  g_set_error (error, RT_ENGINE_ERROR, RT_ENGINE_ERROR_CONTENT,
               _("The file “%s” cannot be sent: %s."), shown, why);

  return FALSE;
}

/* Takes @cause. To be stopped is no trouble of the file. */
static gboolean
fail_with (RtContentPiece  *piece,
           GError          *cause,
           GError         **error)
{
  g_autoptr(GError) local_error = cause;

  if (!g_error_matches (cause, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    return fail (piece, cause->message, error);

  g_propagate_error (error, g_steal_pointer (&local_error));

  return FALSE;
}

static gboolean
open_file (RtContentStream  *self,
           RtContentPiece   *piece,
           GCancellable     *cancellable,
           GError          **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (piece->path);
  GError *cause = NULL;

  if (self->file != NULL)
    return TRUE;

  self->file = G_INPUT_STREAM (g_file_read (file, cancellable, &cause));
  if (self->file == NULL)
    return fail_with (piece, cause, error);

  return TRUE;
}

/* All that was announced has been read: more must not be there. */
static gboolean
check_end (RtContentStream  *self,
           RtContentPiece   *piece,
           GCancellable     *cancellable,
           GError          **error)
{
  GError *cause = NULL;
  char beyond;
  gssize n;

  if (self->file == NULL)
    return TRUE;

  n = g_input_stream_read (self->file, &beyond, 1, cancellable, &cause);
  if (n < 0)
    return fail_with (piece, cause, error);
  if (n > 0)
    return fail (piece, _("it has become longer since its length was announced"), error);

  return TRUE;
}

static gssize
read_file (RtContentStream  *self,
           RtContentPiece   *piece,
           void             *buffer,
           gsize             count,
           GCancellable     *cancellable,
           GError          **error)
{
  GError *cause = NULL;
  gssize n;

  if (!open_file (self, piece, cancellable, error))
    return -1;

  n = g_input_stream_read (self->file, buffer,
                           MIN (count, piece->length - self->position),
                           cancellable, &cause);
  if (n < 0)
    {
      fail_with (piece, cause, error);
      return -1;
    }
  if (n == 0)
    {
      fail (piece, _("it has become shorter since its length was announced"), error);
      return -1;
    }

  return n;
}

static gssize
rt_content_stream_read (GInputStream  *stream,
                        void          *buffer,
                        gsize          count,
                        GCancellable  *cancellable,
                        GError       **error)
{
  RtContentStream *self = RT_CONTENT_STREAM (stream);

  while (self->index < self->pieces->len)
    {
      RtContentPiece *piece = g_ptr_array_index (self->pieces, self->index);
      gsize left = MIN (count, piece->length - self->position);
      gssize n;

      if (left == 0)
        {
          if (!check_end (self, piece, cancellable, error))
            return -1;
          next_piece (self);
          continue;
        }

      if (piece->bytes != NULL)
        {
          const guint8 *data = g_bytes_get_data (piece->bytes, NULL);

          memcpy (buffer, data + self->position, left);
          n = left;
        }
      else
        n = read_file (self, piece, buffer, count, cancellable, error);

      if (n > 0)
        self->position += n;
      return n;
    }

  return 0;
}

static void
rt_content_stream_dispose (GObject *object)
{
  RtContentStream *self = RT_CONTENT_STREAM (object);

  g_clear_object (&self->file);
  g_clear_pointer (&self->pieces, g_ptr_array_unref);

  G_OBJECT_CLASS (rt_content_stream_parent_class)->dispose (object);
}

static void
rt_content_stream_class_init (RtContentStreamClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GInputStreamClass *stream_class = G_INPUT_STREAM_CLASS (klass);

  object_class->dispose = rt_content_stream_dispose;
  stream_class->read_fn = rt_content_stream_read;
}

static void
rt_content_stream_init (RtContentStream *self)
{
}

GInputStream *
rt_content_stream_new (GPtrArray *pieces)
{
  RtContentStream *self = g_object_new (RT_TYPE_CONTENT_STREAM, NULL);

  self->pieces = g_ptr_array_ref (pieces);

  return G_INPUT_STREAM (self);
}
