/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of pictures.c: what is another picture, and since when it is there. */

#include "pictures.h"

#define N 1000

/* One of @n_dark dark pixels. */
static gboolean
take (Pictures *pictures,
      gint64    at,
      guint     n_dark)
{
  GArray *samples = g_array_sized_new (FALSE, TRUE, sizeof (guint32), N);

  g_array_set_size (samples, N);
  for (guint i = 0; i < n_dark; i++)
    g_array_index (samples, guint32, i) = 0xffffff;

  return pictures_take (pictures, at, samples);
}

static void
test_settled (void)
{
  g_autoptr(Pictures) pictures = pictures_new ();

  g_assert_cmpint (pictures_find_settled (pictures), ==, 0);
  g_assert_true (take (pictures, 10, 0));
  g_assert_cmpint (pictures_find_settled (pictures), ==, 10);
  g_assert_true (take (pictures, 20, 300));
  g_assert_false (take (pictures, 30, 303));
  g_assert_cmpint (pictures_find_settled (pictures), ==, 20);
  /* Once more another one, and back again. */
  g_assert_true (take (pictures, 40, 0));
  g_assert_true (take (pictures, 50, 301));
  g_assert_cmpint (pictures_find_settled (pictures), ==, 50);
}

/* Many small steps are a large one. */
static void
test_drift (void)
{
  g_autoptr(Pictures) pictures = pictures_new ();

  take (pictures, 1, 0);
  for (guint i = 1; i <= 10; i++)
    g_assert_false (take (pictures, 1 + i, 3 * i));
  g_assert_cmpint (pictures_find_settled (pictures), ==, 10);
}

static void
test_colours (void)
{
  g_autoptr(Pictures) pictures = pictures_new ();

  g_assert_cmpuint (pictures_count_colours (pictures), ==, 0);
  take (pictures, 1, 0);
  g_assert_cmpuint (pictures_count_colours (pictures), ==, 1);
  take (pictures, 2, 1);
  g_assert_cmpuint (pictures_count_colours (pictures), ==, 2);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/pictures/settled", test_settled);
  g_test_add_func ("/pictures/drift", test_drift);
  g_test_add_func ("/pictures/colours", test_colours);

  return g_test_run ();
}
