/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of image-decode.c: sizes, caps, what is broken, what is not loaded. */

#include "config.h"

#include "image-decode.h"

#include "contents.h"

#include <glib/gstdio.h>
#include <string.h>
#include <unistd.h>

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
  g_autoptr (GBytes) bytes = rt_test_png_new (30, 20, TRUE);
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
  g_autoptr (GBytes) whole = rt_test_png_new (600, 600, FALSE);
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
  g_autoptr (GBytes) small = rt_test_png_new (10, 10, FALSE);
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

static GByteArray *
to_array (GBytes *bytes)
{
  GByteArray *array = g_byte_array_new ();

  g_byte_array_append (array, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));

  return array;
}

static RtImage *
decode_array (GByteArray  *array,
              gsize        length,
              GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (array->data, length);

  return decode (bytes, 0, error);
}

/* However much of it there is: something is shown or said, in words that are not
 * those of a library. */
static void
test_cut_jpeg (void)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 300, 200);
  g_autoptr (GByteArray) array = NULL;
  g_autoptr (GBytes) whole = NULL;
  g_autoptr (RtImage) complete = NULL;
  char *data;
  gsize length;
  guint n_shown = 0;

  for (int y = 0; y < 200; y++)
    for (int x = 0; x < 900; x++)
      gdk_pixbuf_get_pixels (pixbuf)[y * gdk_pixbuf_get_rowstride (pixbuf) + x] = x * y;
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "jpeg", NULL, NULL));
  whole = g_bytes_new_take (data, length);
  array = to_array (whole);
  complete = decode (whole, 0, NULL);
  g_assert_null (complete->flaw);
  for (gsize n = 4; n < length - 2; n += length / 20)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (RtImage) image = decode_array (array, n, &error);
      const char *words = image != NULL ? image->flaw : error->message;

      g_assert_nonnull (words);
      g_assert_null (strstr (words, "library"));
      n_shown += image != NULL;
    }
  g_assert_cmpuint (n_shown, >, 10);
}

/* Two pictures of 2 x 2 on 10 x 10 are all that there is. */
static void
test_gif (void)
{
  static const char gif[] =
    "GIF89a\x0a\0\x0a\0\x80\0\0\0\0\0\xff\0\0"
    "!\xf9\4\x08\x0a\0\0\0,\0\0\0\0\2\0\2\0\0\2\3\x44\2\5\0"
    "!\xf9\4\x08\x0a\0\0\0,\0\0\0\0\2\0\2\0\0\2\3\x44\2\5\0;";
  g_autoptr (GBytes) bytes = g_bytes_new_static (gif, sizeof gif - 1);
  g_autoptr (RtImage) image = decode (bytes, 0, NULL);

  g_assert_nonnull (image);
  g_assert_null (image->flaw);
  g_assert_nonnull (image->animation);
  g_assert_false (image->is_first);
}

static void
add_checksum (guint8 *chunk,
              gsize   length)
{
  guint32 crc = 0xffffffff;

  for (gsize i = 4; i < 8 + length; i++)
    {
      crc ^= chunk[i];
      for (int bit = 0; bit < 8; bit++)
        crc = crc & 1 ? crc >> 1 ^ 0xedb88320 : crc >> 1;
    }
  crc = GUINT32_TO_BE (~crc);
  memcpy (chunk + 8 + length, &crc, 4);
}

/* The loader knows the first picture only, and that is told. */
static void
test_apng (void)
{
  guint8 chunk[20] = "\0\0\0\x08" "acTL\0\0\0\3";
  g_autoptr (GBytes) png = rt_test_png_new (10, 10, FALSE);
  g_autoptr (GByteArray) array = g_byte_array_new ();
  const guint8 *data = g_bytes_get_data (png, NULL);
  g_autoptr (RtImage) image = NULL;

  add_checksum (chunk, 8);
  g_byte_array_append (array, data, 33);
  g_byte_array_append (array, chunk, sizeof chunk);
  g_byte_array_append (array, data + 33, g_bytes_get_size (png) - 33);
  image = decode_array (array, array->len, NULL);
  g_assert_nonnull (image);
  g_assert_null (image->flaw);
  g_assert_true (image->is_first || image->animation != NULL);
}

static void
assert_reason (GByteArray *array,
               gsize       length,
               int         code,
               const char *words)
{
  g_autoptr (GError) error = NULL;

  g_assert_null (decode_array (array, length, &error));
  g_assert_error (error, G_IO_ERROR, code);
  g_assert_nonnull (strstr (error->message, words));
}

static gboolean
has_loader (const char *name)
{
  g_autoptr (GSList) formats = gdk_pixbuf_get_formats ();

  for (GSList *i = formats; i != NULL; i = i->next)
    {
      g_autofree char *own = gdk_pixbuf_format_get_name (i->data);

      if (g_str_equal (own, name))
        return TRUE;
    }

  return FALSE;
}

static void
test_reasons (void)
{
  g_autoptr (GBytes) png = rt_test_png_new (10, 10, FALSE);
  g_autoptr (GByteArray) array = to_array (png);
  g_autoptr (GByteArray) jxl = g_byte_array_new ();

  assert_reason (array, 0, G_IO_ERROR_INVALID_DATA, "it is empty");
  assert_reason (array, 20, G_IO_ERROR_INVALID_DATA, "the bytes end before");
  g_byte_array_append (jxl, (const guint8 *) "\xff\x0a........", 10);
  assert_reason (jxl, 10, G_IO_ERROR_INVALID_DATA,
                 has_loader ("jxl") ? "cannot be read" : "JPEG XL image");
  /* A line that the loader itself refuses for its size. */
  memcpy (array->data + 16, "\0\x4c\x4b\x40\0\0\0\1", 8);
  add_checksum (array->data + 8, 13);
  assert_reason (array, array->len, G_IO_ERROR_MESSAGE_TOO_LARGE, "5000000 × 1 pixels");
  /* 100,000 x 100,000: ten thousand million. */
  memcpy (array->data + 16, "\0\1\x86\xa0\0\1\x86\xa0", 8);
  add_checksum (array->data + 8, 13);
  assert_reason (array, array->len, G_IO_ERROR_MESSAGE_TOO_LARGE, "100000 × 100000 pixels");
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
  g_autoptr (GBytes) png = rt_test_png_new (50, 50, FALSE);
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
  g_test_add_func ("/image-decode/cut-jpeg", test_cut_jpeg);
  g_test_add_func ("/image-decode/gif", test_gif);
  g_test_add_func ("/image-decode/apng", test_apng);
  g_test_add_func ("/image-decode/reasons", test_reasons);
  g_test_add_func ("/image-decode/too-large", test_too_large);
  g_test_add_func ("/image-decode/svg", test_svg);

  return g_test_run ();
}
