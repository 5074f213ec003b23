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

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/image-canvas/new-destroy", test_new_destroy);
  g_test_add_func ("/image-canvas/scale", test_scale);

  return g_test_run ();
}
