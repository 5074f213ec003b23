/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of status-mark.c: each class has a shape of its own. */

#include "config.h"

#include "status-mark.h"

#include "widgets.h"

#include <string.h>

#define SIDE 32

static const RtStatusClass classes[] = {
  RT_CLASS_NONE, RT_CLASS_INFORMATIONAL, RT_CLASS_SUCCESS, RT_CLASS_REDIRECTION,
  RT_CLASS_CLIENT_ERROR, RT_CLASS_SERVER_ERROR, RT_CLASS_OTHER,
};

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_STATUS_MARK);
}

/* All in one colour. */
static cairo_surface_t *
draw (RtStatusClass status_class)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_A8, SIDE, SIDE);
  cairo_t *cr = cairo_create (surface);

  cairo_set_line_width (cr, 2);
  if (rt_status_mark_trace (cr, status_class, SIDE / 2, SIDE / 2, 16))
    cairo_fill (cr);
  else
    cairo_stroke (cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

static guint
count_differences (cairo_surface_t *a,
                   cairo_surface_t *b)
{
  const guchar *first = cairo_image_surface_get_data (a);
  const guchar *second = cairo_image_surface_get_data (b);
  gsize length = (gsize) cairo_image_surface_get_stride (a) * SIDE;
  guint n = 0;

  for (gsize i = 0; i < length; i++)
    n += first[i] != second[i];

  return n;
}

static void
test_shapes (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    for (guint j = 0; j < i; j++)
      {
        cairo_surface_t *a = draw (classes[i]);
        cairo_surface_t *b = draw (classes[j]);

        g_assert_cmpuint (count_differences (a, b), >, 30);
        cairo_surface_destroy (a);
        cairo_surface_destroy (b);
      }
}

static void
test_colors (void)
{
  GtkWindow *window;
  GdkRGBA success, failure;
  GtkWidget *mark = rt_status_mark_new ();

  rt_test_load_look ();
  window = rt_test_show (mark);
  rt_status_mark_get_color (mark, RT_CLASS_SUCCESS, &success);
  rt_status_mark_get_color (mark, RT_CLASS_SERVER_ERROR, &failure);
  g_assert_false (gdk_rgba_equal (&success, &failure));
  gtk_test_accessible_assert_role (mark, GTK_ACCESSIBLE_ROLE_PRESENTATION);
  gtk_window_destroy (window);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/status-mark/new-destroy", test_new_destroy);
  g_test_add_func ("/status-mark/shapes", test_shapes);
  g_test_add_func ("/status-mark/colors", test_colors);

  return g_test_run ();
}
