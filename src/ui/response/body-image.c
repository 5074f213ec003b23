/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Decodes images by gdk-pixbuf, with a cap that holds before memory is taken. */

#include "config.h"

#include "body-image.h"

#include <gdk-pixbuf/gdk-pixbuf.h>
#include <glib/gi18n-lib.h>

/* Small pieces: after the piece with the size in it nothing more is fed when
 * the image is too large. */
#define PIECE 4096

typedef struct
{
  int      width;
  int      height;
  gboolean too_large;
} Size;

static void
size_prepared_cb (GdkPixbufLoader *loader,
                  int              width,
                  int              height,
                  gpointer         user_data)
{
  Size *size = user_data;
  double scale;

  size->width = width;
  size->height = height;
  if ((gint64) width * height > RT_BODY_IMAGE_MAX_PIXELS)
    {
      size->too_large = TRUE;
      gdk_pixbuf_loader_set_size (loader, 1, 1);
      return;
    }
  if (width <= RT_BODY_IMAGE_MAX_SIDE && height <= RT_BODY_IMAGE_MAX_SIDE)
    return;

  scale = (double) RT_BODY_IMAGE_MAX_SIDE / MAX (width, height);
  gdk_pixbuf_loader_set_size (loader, MAX (1, width * scale), MAX (1, height * scale));
}

static gboolean
feed (GdkPixbufLoader *loader,
      GBytes          *bytes,
      const Size      *size,
      GError         **error)
{
  gsize length;
  const guint8 *data = g_bytes_get_data (bytes, &length);

  for (gsize i = 0; i < length && !size->too_large; i += PIECE)
    if (!gdk_pixbuf_loader_write (loader, data + i, MIN (PIECE, length - i), error))
      return FALSE;

  return TRUE;
}

GdkTexture *
rt_body_image_decode (GBytes  *bytes,
                      int     *width,
                      int     *height,
                      GError **error)
{
  g_autoptr (GdkPixbufLoader) loader = gdk_pixbuf_loader_new ();
  Size size = { 0, 0, FALSE };
  GdkPixbuf *pixbuf;
  gboolean fed;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (width != NULL && height != NULL, NULL);

  g_signal_connect (loader, "size-prepared", G_CALLBACK (size_prepared_cb), &size);
  fed = feed (loader, bytes, &size, error);
  /* Of an image that is cut, what is there is shown: the error of the end says
   * nothing that the faults of the response do not. */
  if (!gdk_pixbuf_loader_close (loader, fed && gdk_pixbuf_loader_get_pixbuf (loader) == NULL &&
                                          !size.too_large ? error : NULL))
    g_debug ("the image ends early");
  *width = size.width;
  *height = size.height;

  if (size.too_large)
    {
      g_clear_error (error);
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE,
                   _("%d × %d pixels are too many to show; Save keeps the image."),
                   size.width, size.height);
      return NULL;
    }
  pixbuf = gdk_pixbuf_loader_get_pixbuf (loader);
  if (pixbuf == NULL)
    {
      if (error != NULL && *error == NULL)
        g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                             _("This is no image that can be read."));
      return NULL;
    }
  g_clear_error (error);

  return gdk_texture_new_for_pixbuf (pixbuf);
}
