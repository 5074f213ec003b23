/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of window-login.c: user and password of a URL move into the pane, and
 * back; what a response offers is put there.
 */

#include "config.h"

#include "window.h"

#include <string.h>

#include "../response/widgets.h"
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

static void
aim (Fixture    *self,
     const char *path)
{
  g_autofree char *url =
    g_strconcat (rt_playground_get_http_origin (self->playground), path, NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->window->url_entry), url);
}

static gboolean
is_done (gpointer data)
{
  RtTrail *trail = rt_window_get_trail (data);

  return trail != NULL && !rt_trail_is_running (trail);
}

static void
send_and_wait (Fixture *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.send", NULL);
  rt_test_wait (is_done, self->window);
}

static RtCredentials *
get_login (Fixture *self)
{
  return rt_request_get_credentials (rt_window_get_request (self->window));
}

/* "http://ada:p%3Aw@127.0.0.1:…/status/200" */
static char *
aim_with_user (Fixture *self)
{
  const char *origin = rt_playground_get_http_origin (self->playground);
  char *url = g_strconcat ("http://ada:p%3Aw@", origin + strlen ("http://"), "/status/200", NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->window->url_entry), url);

  return url;
}

static const char *
get_url (Fixture *self)
{
  return rt_request_get_url (rt_window_get_request (self->window));
}

static void
test_send (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *typed = aim_with_user (self);

  send_and_wait (self);
  g_assert_null (strchr (get_url (self), '@'));
  g_assert_true (g_str_has_suffix (get_url (self), "/status/200"));
  g_assert_cmpint (rt_credentials_get_kind (get_login (self)), ==, RT_CREDENTIALS_USER);
  g_assert_cmpstr (rt_credentials_get_user (get_login (self)), ==, "ada");
  g_assert_cmpstr (rt_credentials_get_secret (get_login (self)), ==, "p:w");
  rt_test_assert_text (GTK_WIDGET (self->window->toast_overlay), "now under Auth");
}

static void
test_leave (Fixture       *self,
            gconstpointer  data)
{
  g_autofree char *typed = NULL;

  gtk_widget_grab_focus (GTK_WIDGET (self->window->url_entry));
  typed = aim_with_user (self);
  g_assert_cmpstr (get_url (self), ==, typed);
  gtk_widget_grab_focus (GTK_WIDGET (self->window->method_entry));
  g_assert_null (strchr (get_url (self), '@'));
  g_assert_cmpstr (rt_credentials_get_user (get_login (self)), ==, "ada");
}

static void
test_undo (Fixture       *self,
           gconstpointer  data)
{
  g_autofree char *typed = NULL;

  rt_credentials_set_kind (get_login (self), RT_CREDENTIALS_BEARER);
  rt_credentials_set_secret (get_login (self), "token");
  typed = aim_with_user (self);
  rt_window_move_login (self->window);
  g_assert_cmpint (rt_credentials_get_kind (get_login (self)), ==, RT_CREDENTIALS_USER);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.undo-move-login", NULL);
  g_assert_cmpstr (get_url (self), ==, typed);
  g_assert_cmpint (rt_credentials_get_kind (get_login (self)), ==, RT_CREDENTIALS_BEARER);
  g_assert_cmpstr (rt_credentials_get_secret (get_login (self)), ==, "token");
  g_assert_cmpstr (rt_credentials_get_user (get_login (self)), ==, "");

  /* Who took it back is not asked again for the same URL, but for another. */
  rt_window_move_login (self->window);
  g_assert_cmpstr (get_url (self), ==, typed);
  rt_request_set_url (rt_window_get_request (self->window), "http://bob@example.org/");
  rt_window_move_login (self->window);
  g_assert_cmpstr (get_url (self), ==, "http://example.org/");
  g_assert_cmpstr (rt_credentials_get_user (get_login (self)), ==, "bob");

  /* Undo without anything to undo. */
  rt_window_undo_move_login (self->window);
  rt_window_undo_move_login (self->window);
  g_assert_cmpstr (get_url (self), ==, "http://bob@example.org/");
}

static void
test_nothing_to_move (Fixture       *self,
                      gconstpointer  data)
{
  static const char * const urls[] = { "", "http://", "example.org", "http://example.org/a@b",
                                       "http://[::1" };

  for (guint i = 0; i < G_N_ELEMENTS (urls); i++)
    {
      rt_request_set_url (rt_window_get_request (self->window), urls[i]);
      rt_window_move_login (self->window);
      g_assert_cmpstr (get_url (self), ==, urls[i]);
      g_assert_cmpint (rt_credentials_get_kind (get_login (self)), ==, RT_CREDENTIALS_NONE);
    }
}

static void
test_challenges (Fixture       *self,
                 gconstpointer  data)
{
  GtkWidget *pane = GTK_WIDGET (self->window->request_pane);

  aim (self, "/digest-auth/auth/user/secret/SHA-256,MD5");
  send_and_wait (self);
  rt_credentials_set_kind (get_login (self), RT_CREDENTIALS_USER);
  rt_test_assert_text (pane, "Several were offered");
  aim (self, "/status/200");
  send_and_wait (self);
  rt_test_assert_no_text (pane, "Several were offered");
}

#define WINDOW(name, func) \
  g_test_add ("/window-login/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);

  WINDOW ("send", test_send);
  WINDOW ("leave", test_leave);
  WINDOW ("undo", test_undo);
  WINDOW ("nothing-to-move", test_nothing_to_move);
  WINDOW ("challenges", test_challenges);

  return g_test_run ();
}
