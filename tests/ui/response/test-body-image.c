/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of body-image.c: pictures, caps before pixels. */

#include "config.h"

#include "body-image.h"

#include <gdk-pixbuf/gdk-pixbuf.h>

/* A PNG head that announces @width x @height and holds nothing. */
static GBytes *
create_bomb (guint32 width,
             guint32 height)
{
  static const guint8 magic[] = "\211PNG\r\n\032\n\0\0\0\rIHDR";
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  guint32 numbers[2] = { GUINT32_TO_BE (width), GUINT32_TO_BE (height) };

  g_byte_array_append (bytes, magic, 16);
  g_byte_array_append (bytes, (const guint8 *) numbers, 8);
  g_byte_array_append (bytes, (const guint8 *) "\010\006\0\0\0", 5);

  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

static GBytes *
create_png (int width,
            int height)
{
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, width, height);
  char *data;
  gsize length;

  gdk_pixbuf_fill (pixbuf, 0x336699ff);
  g_assert_true (gdk_pixbuf_save_to_buffer (pixbuf, &data, &length, "png", NULL, NULL));

  return g_bytes_new_take (data, length);
}

static void
test_decode (void)
{
  g_autoptr (GBytes) bytes = create_png (40, 20);
  g_autoptr (GError) error = NULL;
  int width, height;
  g_autoptr (GdkTexture) texture = rt_body_image_decode (bytes, &width, &height, &error);

  g_assert_no_error (error);
  g_assert_cmpint (width, ==, 40);
  g_assert_cmpint (height, ==, 20);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, 40);
}

static void
test_scaled (void)
{
  g_autoptr (GBytes) bytes = create_png (4096, 16);
  int width, height;
  g_autoptr (GdkTexture) texture = rt_body_image_decode (bytes, &width, &height, NULL);

  g_assert_cmpint (width, ==, 4096);
  g_assert_cmpint (gdk_texture_get_width (texture), ==, RT_BODY_IMAGE_MAX_SIDE);
  g_assert_cmpint (gdk_texture_get_height (texture), ==, 8);
}

static void
test_cut (void)
{
  g_autoptr (GBytes) whole = create_png (300, 300);
  g_autoptr (GBytes) half = g_bytes_new_from_bytes (whole, 0, g_bytes_get_size (whole) / 2);
  g_autoptr (GdkTexture) texture = NULL;
  int width, height;

  texture = rt_body_image_decode (half, &width, &height, NULL);
  g_assert_cmpint (width, ==, 300);
}

static void
test_bad (void)
{
  g_autoptr (GBytes) words = g_bytes_new_static ("not an image", 12);
  g_autoptr (GBytes) nothing = g_bytes_new_static ("", 0);
  g_autoptr (GError) error = NULL;
  int width, height;

  g_assert_null (rt_body_image_decode (words, &width, &height, &error));
  g_assert_nonnull (error);
  g_clear_error (&error);
  g_assert_null (rt_body_image_decode (nothing, &width, &height, &error));
  g_assert_nonnull (error);
}

static void
test_too_large (void)
{
  /* The loader reads the head once its checksum is there. */
  static const guint8 rest[64] = { 0 };
  g_autoptr (GBytes) head = create_bomb (100000, 100000);
  g_autoptr (GByteArray) all = g_byte_array_new ();
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  int width, height;

  g_byte_array_append (all, g_bytes_get_data (head, NULL), g_bytes_get_size (head));
  g_byte_array_append (all, rest, sizeof rest);
  bytes = g_byte_array_free_to_bytes (g_steal_pointer (&all));
  g_assert_null (rt_body_image_decode (bytes, &width, &height, &error));
  g_assert_nonnull (error);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/body-image/decode", test_decode);
  g_test_add_func ("/body-image/scaled", test_scaled);
  g_test_add_func ("/body-image/cut", test_cut);
  g_test_add_func ("/body-image/bad", test_bad);
  g_test_add_func ("/body-image/too-large", test_too_large);

  return g_test_run ();
}
