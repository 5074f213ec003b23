/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of src/ui/after-paint.c. */

#include "after-paint.h"

static GPtrArray *called;

static void
call_cb (GtkWidget *widget)
{
  g_ptr_array_add (called, widget);
}

static void
test_painted (void)
{
  GtkWidget *window = gtk_window_new ();
  GtkWidget *label = gtk_label_new ("a");

  called = g_ptr_array_new ();
  gtk_window_set_child (GTK_WINDOW (window), label);
  rt_after_paint (label, call_cb);
  rt_after_paint (window, call_cb);
  g_assert_cmpuint (called->len, ==, 0);
  gtk_window_present (GTK_WINDOW (window));
  while (called->len < 2)
    g_main_context_iteration (NULL, TRUE);
  g_assert_true (g_ptr_array_find (called, label, NULL));
  g_assert_true (g_ptr_array_find (called, window, NULL));
  gtk_window_destroy (GTK_WINDOW (window));
  g_clear_pointer (&called, g_ptr_array_unref);
}

static void
test_gone (void)
{
  GtkWidget *label = g_object_ref_sink (gtk_label_new ("a"));

  called = g_ptr_array_new ();
  rt_after_paint (label, call_cb);
  g_assert_finalize_object (label);
  while (g_main_context_iteration (NULL, FALSE))
    continue;
  g_assert_cmpuint (called->len, ==, 0);
  g_clear_pointer (&called, g_ptr_array_unref);
}

int
main (int   argc,
      char *argv[])
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/after-paint/painted", test_painted);
  g_test_add_func ("/after-paint/gone", test_gone);

  return g_test_run ();
}
