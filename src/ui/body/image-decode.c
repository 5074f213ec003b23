/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The loaders of gdk-pixbuf, with a cap that holds before memory is taken. */

#include "config.h"

#include "image-decode.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>
#include <string.h>

/* Small pieces: after the piece with the size in it nothing more is fed when the
 * image is too large. */
#define PIECE 4096

typedef struct
{
  GBytes  *bytes;
  int      wanted;

  int      width;
  int      height;
  gboolean is_vector;
  gboolean too_large;
  int      bottom; /* rows that have come */
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

/* Not every loader says that an image is cut. */
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

static RtImage *
make_image (GdkPixbufLoader *loader,
            Job             *job,
            const GError    *flaw)
{
  GdkPixbufFormat *format = gdk_pixbuf_loader_get_format (loader);
  GdkPixbufAnimation *animation = gdk_pixbuf_loader_get_animation (loader);
  GdkPixbuf *pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  g_autofree char *name = format != NULL ? gdk_pixbuf_format_get_name (format) : NULL;
  RtImage *image = g_new0 (RtImage, 1);

  image->pixbuf = g_object_ref (pixbuf);
  image->format = name != NULL ? g_ascii_strup (name, -1) : g_strdup ("");
  image->width = job->width;
  image->height = job->height;
  image->is_vector = job->is_vector;
  if (flaw != NULL)
    image->flaw = g_strdup (flaw->message);
  else if (job->bottom < gdk_pixbuf_get_height (pixbuf))
    image->flaw = g_strdup_printf (_("%d of %d rows of pixels are there."), job->bottom,
                                   gdk_pixbuf_get_height (pixbuf));
  else if (animation != NULL && !gdk_pixbuf_animation_is_static_image (animation) &&
           (gint64) job->width * job->height <= RT_IMAGE_PLAYED_PIXELS)
    image->animation = g_object_ref (animation);

  return image;
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
  Job *job = task_data;

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), job);
  g_signal_connect (loader, "area-updated", G_CALLBACK (area_updated_cb), job);
  feed (loader, job, cancellable, &error);
  gdk_pixbuf_loader_close (loader, error == NULL ? &close_error : NULL);
  if (g_task_return_error_if_cancelled (task))
    return;
  if (job->too_large)
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                             _("%d × %d pixels are too many to show; Save keeps the image."),
                             job->width, job->height);
  else if (gdk_pixbuf_loader_get_pixbuf (loader) != NULL)
    g_task_return_pointer (task, make_image (loader, job, error != NULL ? error : close_error),
                           (GDestroyNotify) rt_image_free);
  else
    g_task_return_new_error (task, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                             _("This image cannot be read: %s"),
                             error != NULL ? error->message :
                             close_error != NULL ? close_error->message : _("it is empty"));
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
