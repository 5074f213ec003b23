/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of image-canvas.c: the scale, and the size that it asks for. */

#include "config.h"

#include "image-canvas.h"

#include "widgets.h"

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_IMAGE_CANVAS);
}

static void
test_scale (void)
{
  RtImageCanvas *canvas = g_object_new (RT_TYPE_IMAGE_CANVAS, NULL);
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, TRUE, 8, 1200, 700);
  GtkWindow *window = rt_test_show (GTK_WIDGET (canvas));
  int minimum;
  int natural;

  gdk_pixbuf_fill (pixbuf, 0x00ff0080);
  rt_image_canvas_set_pixbuf (canvas, pixbuf, 1200, 700);
  gtk_widget_measure (GTK_WIDGET (canvas), GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural,
                      NULL, NULL);
  g_assert_cmpint (minimum, ==, 1);
  g_assert_cmpint (natural, ==, 1200);
  g_assert_cmpfloat (rt_image_canvas_get_scale (canvas), <=, 1);
  rt_image_canvas_set_scale (canvas, 2);
  gtk_widget_measure (GTK_WIDGET (canvas), GTK_ORIENTATION_VERTICAL, -1, &minimum, &natural,
                      NULL, NULL);
  g_assert_cmpint (minimum, ==, 1400);
  g_assert_cmpfloat (rt_image_canvas_get_scale (canvas), ==, 2);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  gtk_test_accessible_assert_role (GTK_ACCESSIBLE (canvas), GTK_ACCESSIBLE_ROLE_IMG);
  gtk_window_destroy (window);
}

static GdkTexture *
draw (GtkWidget *widget)
{
  g_autoptr (GdkPaintable) paintable = gtk_widget_paintable_new (widget);
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;

  gdk_paintable_snapshot (paintable, snapshot, gtk_widget_get_width (widget),
                          gtk_widget_get_height (widget));
  node = gtk_snapshot_to_node (snapshot);

  return gsk_renderer_render_texture (gtk_native_get_renderer (gtk_widget_get_native (widget)),
                                      node, NULL);
}

/* Nothing is seen between the tiles, at any scale. */
static void
test_seams (void)
{
  static const double scales[] = { 0.333, 0.577, 0.61, 1, 1.237 };
  RtImageCanvas *canvas = g_object_new (RT_TYPE_IMAGE_CANVAS, NULL);
  g_autoptr (GdkPixbuf) pixbuf = gdk_pixbuf_new (GDK_COLORSPACE_RGB, FALSE, 8, 1100, 600);
  GtkWindow *window = rt_test_show (GTK_WIDGET (canvas));

  gdk_pixbuf_fill (pixbuf, 0xff0000ff);
  rt_image_canvas_set_pixbuf (canvas, pixbuf, 1100, 600);
  for (guint i = 0; i < G_N_ELEMENTS (scales); i++)
    {
      g_autoptr (GdkTexture) texture = NULL;
      g_autofree guint32 *pixels = NULL;
      int width;
      int height;

      rt_image_canvas_set_scale (canvas, scales[i]);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
      texture = draw (GTK_WIDGET (canvas));
      width = gdk_texture_get_width (texture);
      height = gdk_texture_get_height (texture);
      g_assert_cmpint (width, >=, (int) (1100 * scales[i]));
      pixels = g_new (guint32, (gsize) width * height);
      gdk_texture_download (texture, (guchar *) pixels, width * 4);
      for (int y = 2; y < (int) (600 * scales[i]) - 2; y++)
        for (int x = 2; x < (int) (1100 * scales[i]) - 2; x++)
          g_assert_cmphex (pixels[y * width + x], ==, 0xffff0000);
    }
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/image-canvas/new-destroy", test_new_destroy);
  g_test_add_func ("/image-canvas/scale", test_scale);
  g_test_add_func ("/image-canvas/seams", test_seams);

  return g_test_run ();
}
