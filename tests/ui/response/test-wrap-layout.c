/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of wrap-layout.c: lines of children. */

#include "config.h"

#include "wrap-layout.h"

#include "widgets.h"

static GtkWidget *
add (GtkWidget *box,
     int        width,
     int        height,
     gboolean   expand)
{
  GtkWidget *child = gtk_drawing_area_new ();

  gtk_widget_set_size_request (child, width, height);
  gtk_widget_set_hexpand (child, expand);
  gtk_box_append (GTK_BOX (box), child);

  return child;
}

static GtkWidget *
create_box (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  g_object_set (box, "layout-manager", rt_wrap_layout_new (), NULL);

  return g_object_ref_sink (box);
}

static void
assert_at (GtkWidget *child,
           GtkWidget *box,
           int        x,
           int        y,
           int        width)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (child, box, &bounds));
  g_assert_cmpfloat (bounds.origin.x, ==, x);
  g_assert_cmpfloat (bounds.origin.y, ==, y);
  g_assert_cmpfloat (bounds.size.width, ==, width);
}

static int
height_for (GtkWidget *box,
            int        width)
{
  int natural;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, NULL, &natural, NULL, NULL);

  return natural;
}

static void
test_measure (void)
{
  GtkWidget *box = create_box ();
  int minimum, natural;

  add (box, 100, 10, FALSE);
  add (box, 60, 20, FALSE);
  add (box, 50, 10, FALSE);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 100);
  g_assert_cmpint (natural, ==, 222);
  g_assert_cmpint (height_for (box, 222), ==, 20);
  g_assert_cmpint (height_for (box, 221), ==, 20 + 6 + 10);
  g_assert_cmpint (height_for (box, 100), ==, 10 + 6 + 20 + 6 + 10);
  g_assert_cmpint (height_for (box, 116), ==, 10 + 6 + 20);
  g_assert_finalize_object (box);
}

static void
test_places (void)
{
  GtkWidget *box = create_box ();
  GtkWidget *first = add (box, 100, 10, FALSE);
  GtkWidget *hidden = add (box, 500, 10, FALSE);
  GtkWidget *second = add (box, 60, 20, FALSE);
  GtkWidget *third = add (box, 50, 10, TRUE);

  gtk_widget_set_visible (hidden, FALSE);
  height_for (box, 170);
  gtk_widget_allocate (box, 170, 36, -1, NULL);
  assert_at (first, box, 0, 0, 100);
  assert_at (second, box, 106, 0, 60);
  assert_at (third, box, 0, 26, 170);
  gtk_widget_set_direction (box, GTK_TEXT_DIR_RTL);
  gtk_widget_allocate (box, 170, 36, -1, NULL);
  assert_at (first, box, 70, 0, 100);
  g_assert_finalize_object (box);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_spacing (void)
{
  g_autoptr (GtkLayoutManager) layout = rt_wrap_layout_new ();
  guint n = 0;
  int spacing;

  g_signal_connect_swapped (layout, "notify::spacing", G_CALLBACK (count_cb), &n);
  g_object_set (layout, "spacing", 6, NULL);
  g_assert_cmpuint (n, ==, 0);
  g_object_set (layout, "spacing", 9, NULL);
  g_assert_cmpuint (n, ==, 1);
  g_object_get (layout, "spacing", &spacing, NULL);
  g_assert_cmpint (spacing, ==, 9);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/wrap-layout/measure", test_measure);
  g_test_add_func ("/wrap-layout/places", test_places);
  g_test_add_func ("/wrap-layout/spacing", test_spacing);

  return g_test_run ();
}
