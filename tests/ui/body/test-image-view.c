/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of image-view.c: an image is described, zoomed, and replaced by words. */

#include "config.h"

#include "image-canvas.h"
#include "image-view.h"

#include "contents.h"
#include "widgets.h"

#include <string.h>

static gboolean
is_idle (gpointer data)
{
  return !rt_image_view_is_busy (data);
}

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_IMAGE_VIEW);
}

static void
test_zoom (void)
{
  GtkWidget *view = rt_image_view_new ();
  GtkWindow *window = rt_test_show (view);
  g_autoptr (GBytes) bytes = rt_test_png_new (40, 30, TRUE);
  GtkWidget *canvas;

  rt_image_view_set_bytes (RT_IMAGE_VIEW (view), bytes);
  rt_test_wait (is_idle, view);
  g_assert_true (g_str_has_prefix (rt_image_view_get_words (RT_IMAGE_VIEW (view)),
                                   "PNG · 40 × 30 pixels · "));
  canvas = rt_test_find_as (view, RT_TYPE_IMAGE_CANVAS,
                            rt_image_view_get_words (RT_IMAGE_VIEW (view)));
  g_assert_nonnull (canvas);
  gtk_widget_activate_action (view, "image.zoom-100", NULL);
  gtk_widget_activate_action (view, "image.zoom-in", NULL);
  g_assert_cmpfloat (rt_image_canvas_get_scale (RT_IMAGE_CANVAS (canvas)), ==, 1.25);
  rt_test_assert_text (view, "125 %");
  gtk_widget_activate_action (view, "image.zoom-fit", NULL);
  g_assert_cmpfloat (rt_image_canvas_get_scale (RT_IMAGE_CANVAS (canvas)), <=, 1);
  for (int i = 0; i < 60; i++)
    gtk_widget_activate_action (view, "image.zoom-in", NULL);
  g_assert_cmpfloat (rt_image_canvas_get_scale (RT_IMAGE_CANVAS (canvas)), <=, 32);
  gtk_window_destroy (window);
}

static void
test_broken (void)
{
  GtkWidget *view = rt_image_view_new ();
  GtkWindow *window = rt_test_show (view);
  g_autoptr (GBytes) words = g_bytes_new_static ("words", 5);

  rt_image_view_set_bytes (RT_IMAGE_VIEW (view), words);
  rt_test_wait (is_idle, view);
  rt_test_assert_text (view, "This image cannot be read");
  rt_image_view_set_bytes (RT_IMAGE_VIEW (view), NULL);
  g_assert_cmpstr (rt_image_view_get_words (RT_IMAGE_VIEW (view)), ==, "");
  gtk_window_destroy (window);
}

static void
show_bytes (GtkWidget  *view,
            const char *data,
            gsize       length)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (data, length);

  rt_image_view_set_bytes (RT_IMAGE_VIEW (view), bytes);
  rt_test_wait (is_idle, view);
}

/* What is not shown is told: other pictures, missing rows. */
static void
test_parts (void)
{
  /* One pixel, and a mark that another picture of one follows. */
  static const char apng[] =
    "\211PNG\015\012\032\012\000\000\000\015IHDR\000\000\000\001\000\000\000\001\010\000\000\000\000:~\233U"
    "\000\000\000\010acTL\000\000\000\002\000\000\000\000\363\215\223p"
    "\000\000\000\012IDATx\234c\250\007\000\000\201\000\200\323\224SJ"
    "\000\000\000\000IEND\256B`\202";
  GtkWidget *view = rt_image_view_new ();
  GtkWindow *window = rt_test_show (view);
  g_autoptr (GBytes) png = rt_test_png_new (600, 600, FALSE);

  show_bytes (view, apng, sizeof apng - 1);
  rt_test_assert_text (view, "only its first picture");
  show_bytes (view, g_bytes_get_data (png, NULL), g_bytes_get_size (png) / 2);
  rt_test_assert_text (view, "Only a part of it could be read: ");
  rt_test_assert_text (view, " of 600 rows of pixels are there.");
  show_bytes (view, g_bytes_get_data (png, NULL), g_bytes_get_size (png));
  rt_test_assert_no_text (view, "Only a part");
  gtk_window_destroy (window);
}

/* Gone while it decodes. */
static void
test_destroy_early (void)
{
  GtkWidget *view = rt_image_view_new ();
  GtkWindow *window = rt_test_show (view);
  g_autoptr (GBytes) bytes = rt_test_png_new (2000, 2000, FALSE);

  rt_image_view_set_bytes (RT_IMAGE_VIEW (view), bytes);
  rt_image_view_set_bytes (RT_IMAGE_VIEW (view), bytes);
  gtk_window_destroy (window);
  while (g_main_context_iteration (NULL, FALSE))
    ;
}

static gboolean
says_scale (gpointer data)
{
  GtkWidget *view = data;
  const char *words = rt_image_view_get_words (RT_IMAGE_VIEW (view));
  GtkWidget *canvas = rt_test_find_as (view, RT_TYPE_IMAGE_CANVAS, words);
  double scale = rt_image_canvas_get_scale (RT_IMAGE_CANVAS (canvas));
  g_autofree char *zoom = g_strdup_printf ("%.0f %%", scale * 100);
  g_autofree char *text = rt_test_dup_text (view);

  return scale < 0.5 && strstr (text, zoom) != NULL;
}

/* How much an image that fits is scaled is known when it has its room. */
static void
test_fit (void)
{
  GtkWidget *view = rt_image_view_new ();
  GtkWindow *window = rt_test_show (view);
  g_autoptr (GBytes) bytes = rt_test_png_new (2000, 1700, FALSE);

  rt_image_view_set_bytes (RT_IMAGE_VIEW (view), bytes);
  rt_test_wait (is_idle, view);
  rt_test_wait (says_scale, view);
  gtk_window_destroy (window);
}

/* While it arrives, the place of the image says so. */
static void
test_arriving (void)
{
  GtkWidget *view = rt_image_view_new ();
  GtkWindow *window = rt_test_show (view);
  g_autoptr (GBytes) png = rt_test_png_new (40, 30, FALSE);
  const char *data = g_bytes_get_data (png, NULL);
  g_autoptr (RtBodyContent) content = rt_body_content_new ("image/png");

  rt_test_content_extend (content, data, 20, FALSE);
  rt_body_page_show (RT_BODY_PAGE (view), content, RT_BODY_VIEW_IMAGE);
  rt_test_assert_text (view, "when all of it is here");
  rt_test_content_extend (content, data, g_bytes_get_size (png), TRUE);
  rt_body_page_show (RT_BODY_PAGE (view), content, RT_BODY_VIEW_IMAGE);
  rt_test_assert_no_text (view, "when all of it is here");
  rt_test_wait (is_idle, view);
  rt_test_assert_text (view, "40 × 30 pixels");
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/image-view/new-destroy", test_new_destroy);
  g_test_add_func ("/image-view/zoom", test_zoom);
  g_test_add_func ("/image-view/broken", test_broken);
  g_test_add_func ("/image-view/parts", test_parts);
  g_test_add_func ("/image-view/destroy-early", test_destroy_early);
  g_test_add_func ("/image-view/fit", test_fit);
  g_test_add_func ("/image-view/arriving", test_arriving);

  return g_test_run ();
}
