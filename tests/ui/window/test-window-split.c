/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How the window shares its room between the request and the response. */

#include "config.h"

#include "window.h"

#include "../response/widgets.h"
#include "window-fixture.h"
#include "window-private.h"

static gboolean
has_height (gpointer data)
{
  return gtk_widget_get_height (GTK_WIDGET (RT_WINDOW (data)->inner_paned)) > 0;
}

/* One above the other. */
static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  fixture_make (self);
  gtk_window_present (GTK_WINDOW (self->window));
  rt_test_wait (has_height, self->window);
  rt_window_set_split (self->window, GTK_ORIENTATION_HORIZONTAL);
  rt_window_set_split (self->window, GTK_ORIENTATION_VERTICAL);
  rt_window_place_split (self->window);
}

static int
place (Fixture *self)
{
  return gtk_paned_get_position (self->window->inner_paned);
}

static void
show_page (Fixture    *self,
           const char *page)
{
  rt_request_pane_set_page (self->window->request_pane, page);
  rt_window_place_split (self->window);
}

/* A page that is nearly empty leaves the room to the response; text takes its
 * whole share, which is less than half. */
static void
test_share (Fixture       *self,
            gconstpointer  data)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self->window->inner_paned));
  int query, body;

  show_page (self, "parameters");
  query = place (self);
  show_page (self, "body");
  body = place (self);
  g_assert_cmpint (query, >, 0);
  g_assert_cmpint (body, >, query);
  g_assert_cmpint (body, <, height / 2);
  show_page (self, "parameters");
  g_assert_cmpint (place (self), ==, query);
}

/* What a person chose stays, until the split is turned. */
static void
test_moved (Fixture       *self,
            gconstpointer  data)
{
  gboolean handled;
  int before, chosen;

  show_page (self, "parameters");
  before = place (self);
  g_signal_emit_by_name (self->window->inner_paned, "move-handle", GTK_SCROLL_STEP_DOWN, &handled);
  gtk_paned_set_position (self->window->inner_paned, before + 40);
  chosen = place (self);
  g_assert_cmpint (chosen, !=, before);
  show_page (self, "body");
  g_assert_cmpint (place (self), ==, chosen);

  rt_window_set_split (self->window, GTK_ORIENTATION_HORIZONTAL);
  rt_window_set_split (self->window, GTK_ORIENTATION_VERTICAL);
  show_page (self, "parameters");
  g_assert_cmpint (place (self), ==, before);
}

/* Text of twice the size needs twice the width. */
static void
test_large_text (Fixture       *self,
                 gconstpointer  data)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int dpi;

  g_assert_false (self->window->narrow);
  g_object_get (settings, "gtk-xft-dpi", &dpi, NULL);
  g_object_set (settings, "gtk-xft-dpi", 2 * 96 * 1024, NULL);
  g_assert_true (self->window->narrow);
  g_object_set (settings, "gtk-xft-dpi", dpi, NULL);
  g_assert_false (self->window->narrow);
}

#define SPLIT(name, func) \
  g_test_add ("/window-split/" name, Fixture, NULL, set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  SPLIT ("share", test_share);
  SPLIT ("large-text", test_large_text);
  SPLIT ("moved", test_moved);

  return g_test_run ();
}
