/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of image-decode.c: sizes, caps, what is broken, what is not loaded. */

#include "config.h"

#include "image-decode.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

static GBytes *
make_png (int      width,
          int      height,
          gboolean alpha)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, alpha, 8, width, height);
  char *data;
  gsize length;

  gdk_pixbuf_fill (pixbuf, 0xff000080);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", NULL, NULL));

  return g_bytes_new_take (data, length);
}

typedef struct
{
  GMainLoop *loop;
  RtImage   *image;
  GError    *error;
} Result;

static void
done_cb (GObject      *source,
         GAsyncResult *result,
         gpointer      user_data)
{
  Result *r = user_data;

  r->image = rt_image_decode_finish (result, &r->error);
  g_main_loop_quit (r->loop);
}

static RtImage *
decode (GBytes  *bytes,
        int      width,
        GError **error)
{
  g_autoptr (GMainLoop) loop = g_main_loop_new (NULL, FALSE);
  Result r = { loop, NULL, NULL };

  rt_image_decode_async (bytes, width, NULL, done_cb, &r);
  g_main_loop_run (loop);
  if (r.error != NULL)
    g_propagate_error (error, r.error);

  return r.image;
}

static void
test_png (void)
{
  g_autoptr (GBytes) bytes = make_png (30, 20, TRUE);
  g_autoptr (RtImage) image = decode (bytes, 0, NULL);

  g_assert_nonnull (image);
  g_assert_cmpint (image->width, ==, 30);
  g_assert_cmpint (image->height, ==, 20);
  g_assert_cmpstr (image->format, ==, "PNG");
  g_assert_null (image->animation);
  g_assert_null (image->flaw);
}

static void
test_cut (void)
{
  g_autoptr (GBytes) whole = make_png (600, 600, FALSE);
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / 2);
  g_autoptr (GBytes) none = g_bytes_new_static ("words", 5);
  g_autoptr (GError) error = NULL;
  g_autoptr (RtImage) image = decode (half, 0, NULL);

  g_assert_nonnull (image);
  g_assert_nonnull (image->flaw);
  g_assert_null (decode (none, 0, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA);
}

/* The size alone decides: no pixel is made. */
static void
test_too_large (void)
{
  g_autoptr (GBytes) small = make_png (10, 10, FALSE);
  gsize length;
  g_autofree guint8 *data = g_memdup2 (g_bytes_get_data (small, &length), g_bytes_get_size (small));
  g_autoptr (GBytes) large = NULL;
  g_autoptr (GError) error = NULL;
  guint32 crc = 0xffffffff;

  length = g_bytes_get_size (small);
  data[16] = data[20] = 0;
  data[17] = data[21] = 1;
  for (gsize i = 12; i < 29; i++)
    {
      crc ^= data[i];
      for (int bit = 0; bit < 8; bit++)
        crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }
  crc = GUINT32_TO_BE (~crc);
  memcpy (data + 29, &crc, 4);
  large = g_bytes_new_static (data, length);
  g_assert_null (decode (large, 0, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_MESSAGE_TOO_LARGE);
}

static guint8
get_alpha (GdkPixbuf *pixbuf,
           int        x,
           int        y)
{
  const guint8 *pixels = gdk_pixbuf_read_pixels (pixbuf);

  g_assert_true (gdk_pixbuf_get_has_alpha (pixbuf));

  return pixels[y * gdk_pixbuf_get_rowstride (pixbuf) + 4 * x + 3];
}

/* In the size asked for; a file that it names is not read. */
static void
test_svg (void)
{
  g_autoptr (GBytes) png = make_png (50, 50, FALSE);
  g_autofree char *path = g_build_filename (g_get_tmp_dir (), "rt-image-XXXXXX.png", NULL);
  g_autofree char *svg = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (RtImage) image = NULL;
  g_autoptr (GError) error = NULL;
  int fd = g_mkstemp (path);

  g_assert_cmpint (fd, >=, 0);
  close (fd);
  g_assert_true (g_file_set_contents (path, g_bytes_get_data (png, NULL), g_bytes_get_size (png),
                                      NULL));
  svg = g_strdup_printf ("<svg xmlns='http://www.w3.org/2000/svg' "
                         "xmlns:xlink='http://www.w3.org/1999/xlink' width='100' height='50'>"
                         "<script>document.x()</script>"
                         "<image xlink:href='file://%s' width='50' height='50'/>"
                         "<rect x='50' width='50' height='50' fill='green'/></svg>", path);
  bytes = g_bytes_new (svg, strlen (svg));
  image = decode (bytes, 400, &error);
  g_unlink (path);
  if (image == NULL)
    {
      g_test_skip ("gdk-pixbuf has no loader for SVG here");
      return;
    }
  g_assert_true (image->is_vector);
  g_assert_cmpint (image->width, ==, 100);
  g_assert_cmpint (gdk_pixbuf_get_width (image->pixbuf), ==, 400);
  g_assert_cmpint (get_alpha (image->pixbuf, 100, 100), ==, 0);
  g_assert_cmpint (get_alpha (image->pixbuf, 300, 100), ==, 255);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/image-decode/png", test_png);
  g_test_add_func ("/image-decode/cut", test_cut);
  g_test_add_func ("/image-decode/too-large", test_too_large);
  g_test_add_func ("/image-decode/svg", test_svg);

  return g_test_run ();
}
