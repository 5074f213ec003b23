/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

#include "config.h"

#include "window-fixture.h"

#include "../response/widgets.h"
#include "window-private.h"

void
fixture_make (Fixture *self)
{
  g_autoptr (GError) error = NULL;

  self->engine = rt_engine_new (&error);
  g_assert_no_error (error);
  self->catalogue = rt_catalogue_new (&error);
  g_assert_no_error (error);
  self->playground = rt_playground_new ();
  self->settings = rt_settings_new ();
  self->window = RT_WINDOW (rt_window_new (NULL, self->engine, self->catalogue,
                                           self->playground, self->settings));
}

void
fixture_set_up (Fixture       *self,
                gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  fixture_make (self);
  rt_playground_start (self->playground, 0, &error);
  g_assert_no_error (error);
  rt_window_start (self->window, NULL);
  gtk_window_present (GTK_WINDOW (self->window));
}

void
fixture_tear_down (Fixture       *self,
                   gconstpointer  data)
{
  gpointer window = self->window;

  g_object_add_weak_pointer (G_OBJECT (self->window), &window);
  gtk_window_destroy (GTK_WINDOW (self->window));
  while (window != NULL)
    g_main_context_iteration (NULL, TRUE);

  g_assert_finalize_object (g_steal_pointer (&self->engine));
  g_clear_object (&self->playground);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->settings);
}

void
fixture_aim (Fixture    *self,
             const char *path)
{
  g_autofree char *url =
    g_strconcat (rt_playground_get_http_origin (self->playground), path, NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->window->url_entry), url);
}

gboolean
fixture_is_done (gpointer window)
{
  RtTrail *trail = rt_window_get_trail (window);

  return trail != NULL && !rt_trail_is_running (trail);
}

void
fixture_send (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.send", NULL);
  rt_test_wait (fixture_is_done, self->window);
}
