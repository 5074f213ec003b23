/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of preferences-window.c: rows and settings. */

#include "config.h"

#include "preferences-window.h"

#include "widgets.h"

static void
test_new_destroy (void)
{
  RtSettings *settings = rt_settings_new ();
  GtkWidget *window = rt_preferences_window_new (settings);

  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_object_set (settings, "timeout", 12, "color-scheme", ADW_COLOR_SCHEME_FORCE_DARK, NULL);
  gtk_window_destroy (GTK_WINDOW (window));
  g_assert_null (window);
  g_assert_cmpuint (rt_settings_get_timeout (settings), ==, 12);
  g_assert_finalize_object (settings);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/preferences-window/new-destroy", test_new_destroy);

  return g_test_run ();
}
