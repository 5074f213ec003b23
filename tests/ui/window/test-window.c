/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of window.c and window-actions.c: sending, marks, pages, actions. */

#include "config.h"

#include "window.h"

#include "widgets.h"

typedef struct
{
  RtEngine     *engine;
  RtCatalogue  *catalogue;
  RtPlayground *playground;
  RtSettings   *settings;
  RtWindow     *window;
} Fixture;

static void
set_up (Fixture       *f,
        gconstpointer  data)
{
  g_autoptr (GError) error = NULL;

  f->engine = rt_engine_new (&error);
  g_assert_no_error (error);
  f->catalogue = rt_catalogue_new (&error);
  g_assert_no_error (error);
  f->playground = rt_playground_new ();
  rt_playground_start (f->playground, 0, &error);
  g_assert_no_error (error);
  f->settings = rt_settings_new ();
  rt_test_load_look ();
  f->window = RT_WINDOW (rt_window_new (NULL, f->engine, f->catalogue, f->playground,
                                        f->settings));
  rt_window_start (f->window, NULL);
  gtk_window_present (GTK_WINDOW (f->window));
}

static void
tear_down (Fixture       *f,
           gconstpointer  data)
{
  g_object_add_weak_pointer (G_OBJECT (f->window), (gpointer *) &f->window);
  gtk_window_destroy (GTK_WINDOW (f->window));
  while (f->window != NULL)
    g_main_context_iteration (NULL, TRUE);
  g_clear_object (&f->settings);
  g_clear_object (&f->playground);
  g_clear_object (&f->catalogue);
  g_clear_object (&f->engine);
}

static gboolean
is_done (gpointer data)
{
  RtTrail *trail = rt_window_get_trail (data);

  return trail != NULL && !rt_trail_is_running (trail);
}

static gboolean
is_enabled (Fixture    *f,
            const char *button)
{
  return gtk_widget_get_sensitive (rt_test_find (GTK_WIDGET (f->window), button));
}

static void
send (Fixture    *f,
      const char *path)
{
  g_autofree char *url = g_strconcat (rt_playground_get_http_origin (f->playground), path, NULL);

  rt_request_set_url (rt_window_get_request (f->window), url);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.send", NULL);
  g_assert_nonnull (rt_window_get_trail (f->window));
}

static void
test_first (Fixture       *f,
            gconstpointer  data)
{
  GtkWidget *url = rt_test_find (GTK_WIDGET (f->window), "URL");

  g_assert_true (g_str_has_prefix (gtk_editable_get_text (GTK_EDITABLE (url)),
                                   "http://127.0.0.1:"));
  g_assert_true (gtk_editable_get_selection_bounds (GTK_EDITABLE (url), NULL, NULL));
  g_assert_true (is_enabled (f, "Send"));
  g_assert_null (rt_window_get_trail (f->window));
}

static void
test_marks (Fixture       *f,
            gconstpointer  data)
{
  send (f, "/status/404");
  rt_test_wait (is_done, f->window);
  g_assert_nonnull (rt_test_find (GTK_WIDGET (f->window), "404 Not Found, you are here"));
  g_assert_true (rt_settings_is_seen (f->settings, 404));
  send (f, "/status/204");
  rt_test_wait (is_done, f->window);
  g_assert_nonnull (rt_test_find (GTK_WIDGET (f->window), "204 No Content, you are here"));
  g_assert_null (rt_test_find (GTK_WIDGET (f->window), "404 Not Found, you are here"));
}

static void
test_stop (Fixture       *f,
           gconstpointer  data)
{
  send (f, "/delay/60");
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.stop", NULL);
  rt_test_wait (is_done, f->window);
  rt_test_assert_text (GTK_WIDGET (f->window), "Send");
  g_assert_true (is_enabled (f, "Send"));
}

static void
test_refused (Fixture       *f,
              gconstpointer  data)
{
  static const struct { const char *method; const char *url; const char *words; } cases[] = {
    { "GET", "ftp://example.org/", "http" },
    { "GE T", "http://127.0.0.1/", "method" },
    { "CONNECT", "http://127.0.0.1/", "CONNECT" },
    { "GET", "http://[::1/", "]" },
  };
  RtRequest *request = rt_window_get_request (f->window);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      rt_request_set_method (request, cases[i].method);
      rt_request_set_url (request, cases[i].url);
      gtk_widget_activate_action (GTK_WIDGET (f->window), "win.send", NULL);
      g_assert_null (rt_window_get_trail (f->window));
      rt_test_assert_text (GTK_WIDGET (f->window), cases[i].words);
      g_assert_cmpstr (rt_request_get_method (request), ==, cases[i].method);
      g_assert_cmpstr (rt_request_get_url (request), ==, cases[i].url);
    }
}

static void
test_method (Fixture       *f,
             gconstpointer  data)
{
  GtkWidget *entry = rt_test_find (GTK_WIDGET (f->window), "Method");

  gtk_editable_set_text (GTK_EDITABLE (entry), "M-SEARCH");
  g_assert_cmpstr (rt_request_get_method (rt_window_get_request (f->window)), ==, "M-SEARCH");
  g_assert_false (gtk_widget_has_css_class (entry, "error"));
  gtk_editable_set_text (GTK_EDITABLE (entry), "A B");
  g_assert_true (gtk_widget_has_css_class (entry, "error"));
}

static void
test_pages (Fixture       *f,
            gconstpointer  data)
{
  GtkWidget *list = rt_test_find (GTK_WIDGET (f->window), "Status codes");
  GtkWidget *button;

  send (f, "/status/200");
  rt_test_wait (is_done, f->window);
  gtk_selection_model_select_item (gtk_list_view_get_model (GTK_LIST_VIEW (list)), 1, TRUE);
  button = rt_test_find (GTK_WIDGET (f->window), "Back to the Response");
  g_assert_true (gtk_widget_get_child_visible (gtk_widget_get_ancestor (button, g_type_from_name ("RtCodePage"))));
  g_signal_emit_by_name (button, "clicked");
  g_assert_false (gtk_widget_get_child_visible (gtk_widget_get_ancestor (button, g_type_from_name ("RtCodePage"))));
}

static void
test_split (Fixture       *f,
            gconstpointer  data)
{
  rt_settings_set_orientation (f->settings, GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_activate_action (GTK_WIDGET (f->window), "win.turn-split", NULL);
  g_assert_cmpint (rt_settings_get_orientation (f->settings), ==, GTK_ORIENTATION_VERTICAL);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
#define ADD(path, func) g_test_add (path, Fixture, NULL, set_up, func, tear_down)
  ADD ("/window/first", test_first);
  ADD ("/window/marks", test_marks);
  ADD ("/window/stop", test_stop);
  ADD ("/window/refused", test_refused);
  ADD ("/window/method", test_method);
  ADD ("/window/pages", test_pages);
  ADD ("/window/split", test_split);

  return g_test_run ();
}
