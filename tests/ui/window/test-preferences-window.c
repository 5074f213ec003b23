/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The preferences follow the settings, and the settings follow them. */

#include "config.h"

#include "preferences-window.h"

#include "../response/widgets.h"

static GtkWidget *
find_first (GtkWidget *root,
            GType      type)
{
  if (G_TYPE_CHECK_INSTANCE_TYPE (root, type))
    return root;

  for (GtkWidget *child = gtk_widget_get_first_child (root); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    {
      GtkWidget *found = find_first (child, type);

      if (found != NULL)
        return found;
    }

  return NULL;
}

static void
test_both_ways (void)
{
  g_autoptr(RtSettings) settings = rt_settings_new ();
  GtkWidget *window = rt_preferences_window_new (settings);
  GtkWidget *timeout = find_first (window, GTK_TYPE_SPIN_BUTTON);
  gpointer weak = window;
  guint seconds;

  g_assert_true (GTK_IS_SPIN_BUTTON (timeout));
  g_object_set (settings, "timeout", 7u, NULL);
  g_assert_cmpfloat (gtk_spin_button_get_value (GTK_SPIN_BUTTON (timeout)), ==, 7);
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (timeout), 9);
  g_object_get (settings, "timeout", &seconds, NULL);
  g_assert_cmpuint (seconds, ==, 9);

  g_object_add_weak_pointer (G_OBJECT (window), &weak);
  gtk_window_destroy (GTK_WINDOW (window));
  while (weak != NULL)
    g_main_context_iteration (NULL, TRUE);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);

  g_test_add_func ("/preferences/both-ways", test_both_ways);

  return g_test_run ();
}
