/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The loaders of gdk-pixbuf, with a cap that holds before memory is taken. */

#include "config.h"

#include "image-decode.h"

#include "image-marks.h"
#include "signature.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Small pieces: after the piece with the size in it nothing more is fed when the
 * image is too large. */
#define PIECE 4096

/* libpng reads no larger one. */
#define PNG_MAX_SIDE 1000000

typedef struct
{
  GBytes      *bytes;
  int          wanted;
  RtImageMarks marks;

  int          width;
  int          height;
  gboolean     is_vector;
  gboolean     too_large;
  int          bottom; /* rows that have come */
} Job;

void
rt_image_free (RtImage *self)
{
  if (self == NULL)
    return;
  g_clear_object (&self->pixbuf);
  g_clear_object (&self->animation);
  g_clear_pointer (&self->format, g_free);
  g_clear_pointer (&self->flaw, g_free);
  g_free (self);
}

static void
job_free (Job *job)
{
  g_clear_pointer (&job->bytes, g_bytes_unref);
  g_free (job);
}

static void
scale_to (GdkPixbufLoader *loader,
          Job             *job,
          double           scale)
{
  gdk_pixbuf_loader_set_size (loader, MAX (1, job->width * scale), MAX (1, job->height * scale));
}

static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  gpointer         user_data)
{
  GdkPixbufFormat *format = gdk_pixbuf_loader_get_format (loader);
  Job *job = user_data;
  gint64 pixels = (gint64) width * height;

  job->width = width;
  job->height = height;
  job->is_vector = format != NULL && gdk_pixbuf_format_is_scalable (format);
  if (job->is_vector && width > 0 && height > 0)
    {
      int side = MAX (width, height);
      double scale = job->wanted > 0 ? (double) job->wanted / width : 1;

      scale_to (loader, job, MIN (scale, (double) RT_IMAGE_MAX_SIDE / side));
    }
  else if (pixels > RT_IMAGE_MAX_PIXELS)
    {
      /* Of no size: the loaders give up before they take memory. */
      job->too_large = TRUE;
      gdk_pixbuf_loader_set_size (loader, 0, 0);
    }
  else if (pixels > RT_IMAGE_FULL_PIXELS)
    scale_to (loader, job, (double) RT_IMAGE_MAX_SIDE / MAX (width, height));
}

static void
area_updated_cb (GdkPixbufLoader *loader,
                 int              x,
                 int              y,
                 int              width,
                 int              height,
                 gpointer         user_data)
{
  Job *job = user_data;

  job->bottom = MAX (job->bottom, y + height);
}

static gboolean
feed (GdkPixbufLoader *loader,
      Job             *job,
      GCancellable    *cancellable,
      GError         **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (job->bytes, &length);

  for (gsize i = 0; i < length && !job->too_large; i += PIECE)
    if (g_cancellable_set_error_if_cancelled (cancellable, error) ||
        !gdk_pixbuf_loader_write (loader, data + i, MIN (PIECE, length - i), error))
      return FALSE;

  return TRUE;
}

/* Why only a part of it is there; NULL when all is. Not every loader says that
 * an image is cut, and those that do say what it is called inside of them. A
 * picture of a GIF or of another animation need not fill all rows. */
static char *
dup_flaw (const Job    *job,
          GdkPixbuf    *pixbuf,
          gboolean      fills,
          const GError *error)
{
  int height = gdk_pixbuf_get_height (pixbuf);

  if (job->bottom < height && fills && (job->marks.is_cut || error == NULL))
    return g_strdup_printf (_("%d of %d rows of pixels are there."), job->bottom, height);
  if (job->marks.is_cut)
    return g_strdup (_("the bytes end before the image does."));

  return error != NULL ? g_strstrip (g_strdup (error->message)) : NULL;
}

static RtImage *
make_image (GdkPixbufLoader *loader,
            Job             *job,
            const GError    *error)
{
  GdkPixbufFormat *format = gdk_pixbuf_loader_get_format (loader);
  GdkPixbufAnimation *animation = gdk_pixbuf_loader_get_animation (loader);
  GdkPixbuf *pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  gboolean moves = animation != NULL && !gdk_pixbuf_animation_is_static_image (animation);
  g_autofree char *name = format != NULL ? gdk_pixbuf_format_get_name (format) : NULL;
  RtImage *image = g_new0 (RtImage, 1);

  image->pixbuf = g_object_ref (pixbuf);
  image->format = name != NULL ? g_ascii_strup (name, -1) : g_strdup ("");
  image->width = job->width;
  image->height = job->height;
  image->is_vector = job->is_vector;
  image->flaw = dup_flaw (job, pixbuf, !moves && g_strcmp0 (name, "gif") != 0, error);
  if (moves && image->flaw == NULL &&
      (gint64) job->width * job->height <= RT_IMAGE_PLAYED_PIXELS)
    image->animation = g_object_ref (animation);
  image->is_first = image->animation == NULL && (moves || job->marks.is_animated);

  return image;
}

/* libpng does not tell the size of one that it refuses for it. */
static gboolean
is_too_large (Job *job)
{
  if (job->width == 0 && job->marks.width > 0 && job->marks.height > 0 &&
      MAX (job->marks.width, job->marks.height) > PNG_MAX_SIDE)
    {
      job->width = job->marks.width;
      job->height = job->marks.height;
      job->too_large = TRUE;
    }

  return job->too_large;
}

/* A sentence on why there is nothing to show. */
static char *
dup_reason (Job          *job,
            const GError *error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (job->bytes, &length);
  const RtSignature *signature = rt_signature_find (data, length);
  g_autofree char *message = NULL;

  if (is_too_large (job))
    return g_strdup_printf (_("%d × %d pixels are too many to show; Save keeps the image."),
                            job->width, job->height);
  if (length == 0)
    return g_strdup (_("This image cannot be read: it is empty"));
  if (signature != NULL && signature->group == RT_SIGNATURE_IMAGE &&
      g_error_matches (error, GDK_PIXBUF_ERROR, GDK_PIXBUF_ERROR_UNKNOWN_TYPE))
    /* Translators: "a WebP image" */
    return g_strdup_printf (_("This is %s, and nothing on this system shows such images here; "
                              "another program may."), rt_signature_words (signature));
  if (job->marks.is_cut)
    return g_strdup (_("This image cannot be read: the bytes end before there is anything to "
                       "show."));
  message = g_strstrip (g_strdup (error != NULL ? error->message : _("it is empty")));

  return g_strdup_printf (_("This image cannot be read: %s"), message);
}

static void
decode_thread (GTask        *task,
               gpointer      source,
               gpointer      task_data,
               GCancellable *cancellable)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GError) close_error = NULL;
  g_autofree char *reason = NULL;
  Job *job = task_data;
  gsize length;
  const guint8 *data = g_bytes_get_data (job->bytes, &length);

  rt_image_marks_read (data, length, &job->marks);
  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), job);
  g_signal_connect (loader, "area-updated", G_CALLBACK (area_updated_cb), job);
  feed (loader, job, cancellable, &error);
  gdk_pixbuf_loader_close (loader, error == NULL ? &close_error : NULL);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (error == NULL)
    error = g_steal_pointer (&close_error);
  if (!job->too_large && gdk_pixbuf_loader_get_pixbuf (loader) != NULL)
    {
      g_task_return_pointer (task, make_image (loader, job, error),
                             (GDestroyNotify) rt_image_free);
      return;
    }
  reason = dup_reason (job, error);
  g_task_return_new_error (task, G_IO_ERROR,
                           job->too_large ? G_IO_ERROR_MESSAGE_TOO_LARGE : G_IO_ERROR_INVALID_DATA,
                           "%s", reason);
}

void
rt_image_decode_async (GBytes              *bytes,
                       int                  width,
                       GCancellable        *cancellable,
                       GAsyncReadyCallback  callback,
                       gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  Job *job;

  g_return_if_fail (bytes != NULL);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, rt_image_decode_async);
  job = g_new0 (Job, 1);
  job->bytes = g_bytes_ref (bytes);
  job->wanted = width;
  g_task_set_task_data (task, job, (GDestroyNotify) job_free);
  g_task_run_in_thread (task, decode_thread);
}

RtImage *
rt_image_decode_finish (GAsyncResult  *result,
                        GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}
