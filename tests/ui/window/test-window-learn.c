/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a window has for learning, with a real engine and the playground. */

#include "config.h"

#include "window.h"

#include "../response/widgets.h"
#include "seen-codes.h"
#include "window-private.h"

typedef struct
{
  RtEngine     *engine;
  RtCatalogue  *catalogue;
  RtPlayground *playground;
  RtSettings   *settings;
  RtWindow     *window;
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->engine = rt_engine_new (&error);
  g_assert_no_error (error);
  self->catalogue = rt_catalogue_new (&error);
  g_assert_no_error (error);
  self->playground = rt_playground_new ();
  rt_playground_start (self->playground, 0, &error);
  g_assert_no_error (error);
  self->settings = rt_settings_new ();
  self->window = RT_WINDOW (rt_window_new (NULL, self->engine, self->catalogue,
                                           self->playground, self->settings));
  rt_window_start (self->window, NULL);
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
tear_down (Fixture       *self,
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

static gboolean
is_done (gpointer data)
{
  RtTrail *trail = rt_window_get_trail (data);

  return trail != NULL && !rt_trail_is_running (trail);
}

static void
act (Fixture    *self,
     const char *action,
     const char *parameter)
{
  gtk_widget_activate_action_variant (GTK_WIDGET (self->window), action,
                                      parameter != NULL ? g_variant_new_string (parameter)
                                                        : NULL);
}

static const char *
page (Fixture *self)
{
  return gtk_stack_get_visible_child_name (self->window->result_stack);
}

/* Side by side. */

static void
test_side_by_side (Fixture       *self,
                   gconstpointer  data)
{
  RtLookAlikesPage *look_alikes = self->window->look_alikes_page;

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self->window->request_pane)));
  act (self, "win.look-alikes", "servers");
  g_assert_cmpstr (page (self), ==, "look-alikes");
  g_assert_cmpstr (rt_look_alikes_page_get_id (look_alikes), ==, "servers");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self->window->request_pane)));
  act (self, "win.look-alikes", "");
  g_assert_cmpstr (rt_look_alikes_page_get_id (look_alikes), ==, "servers");
  g_signal_emit_by_name (look_alikes, "back");
  g_assert_cmpstr (page (self), ==, "response");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self->window->request_pane)));
}

/* From the page of a code, and back to it; from there to another, and back. */
static void
test_ways_back (Fixture       *self,
                gconstpointer  data)
{
  RtWindow *window = self->window;
  GtkWidget *button;

  rt_window_show_code (window, 403);
  button = rt_test_find_as (GTK_WIDGET (window->code_page), GTK_TYPE_BUTTON,
                            "Side by Side with 401, 407, 511");
  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
  g_assert_cmpstr (page (self), ==, "look-alikes");
  g_assert_cmpstr (rt_look_alikes_page_get_id (window->look_alikes_page), ==, "access");

  g_signal_emit_by_name (window->look_alikes_page, "show-code", 511);
  g_assert_cmpstr (page (self), ==, "code");
  rt_test_assert_text (GTK_WIDGET (window->code_page), "Back to the Comparison");
  g_signal_emit_by_name (window->code_page, "back");
  g_assert_cmpstr (page (self), ==, "look-alikes");
  g_signal_emit_by_name (window->look_alikes_page, "back");
  g_assert_cmpstr (page (self), ==, "code");
  g_assert_cmpint (rt_code_page_get_code (window->code_page), ==, 403);
  rt_test_assert_text (GTK_WIDGET (window->code_page), "Back to the Response");
  g_signal_emit_by_name (window->code_page, "back");
  g_assert_cmpstr (page (self), ==, "response");
}

static void
test_side_by_side_try (Fixture       *self,
                       gconstpointer  data)
{
  act (self, "win.look-alikes", "missing");
  g_signal_emit_by_name (self->window->look_alikes_page, "try-code", 410);
  rt_test_wait (is_done, self->window);
  g_assert_cmpstr (page (self), ==, "response");
  g_assert_cmpint (rt_reference_list_get_here (self->window->reference_list), ==, 410);
}

static gboolean
are_seen (gpointer data)
{
  return rt_settings_is_seen (data, 301) && rt_settings_is_seen (data, 302) &&
         rt_settings_is_seen (data, 303) && rt_settings_is_seen (data, 307) &&
         rt_settings_is_seen (data, 308);
}

/* The five, and the trail of one of them. */
static void
test_redirects (Fixture       *self,
                gconstpointer  data)
{
  RtWindow *window = self->window;
  GtkWidget *look_alikes = GTK_WIDGET (window->look_alikes_page);
  g_autofree char *seen = NULL;
  GtkWidget *row;

  act (self, "win.look-alikes", "redirects");
  g_signal_emit_by_name (rt_test_find_as (look_alikes, GTK_TYPE_BUTTON, "Send All Five"),
                         "clicked");
  rt_test_wait (are_seen, self->settings);
  seen = rt_seen_codes_dup_words (self->catalogue, self->settings);
  rt_test_assert_text (GTK_WIDGET (window->reference_list), seen);
  row = rt_test_find_as (look_alikes, GTK_TYPE_LIST_BOX_ROW,
                         "303: For now. Method: Becomes GET. At the end: GET, no content. "
                         "POST 303 → GET 200");
  g_assert_nonnull (row);
  g_signal_emit_by_name (row, "activate");
  g_assert_cmpstr (page (self), ==, "response");
  g_assert_cmpuint (rt_trail_get_n_exchanges (rt_window_get_trail (window)), ==, 2);
  rt_test_assert_text (GTK_WIDGET (window->response_view), "303");
  act (self, "win.look-alikes", "");
  rt_test_assert_text (look_alikes, "POST 308 → POST 200");
}

#define WINDOW(name, function) \
  g_test_add ("/window-learn/" name, Fixture, NULL, set_up, function, tear_down)

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);

  WINDOW ("side-by-side", test_side_by_side);
  WINDOW ("ways-back", test_ways_back);
  WINDOW ("side-by-side-try", test_side_by_side_try);
  WINDOW ("redirects", test_redirects);

  return g_test_run ();
}
