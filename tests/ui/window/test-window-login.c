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
#include "window-fixture.h"
#include "window-private.h"

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

  fixture_send (self);
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

  fixture_aim (self, "/digest-auth/auth/user/secret/SHA-256,MD5");
  fixture_send (self);
  rt_credentials_set_kind (get_login (self), RT_CREDENTIALS_USER);
  rt_test_assert_text (pane, "Several were offered");
  fixture_aim (self, "/status/200");
  fixture_send (self);
  rt_test_assert_no_text (pane, "Several were offered");
}

#define WINDOW(name, func) \
  g_test_add ("/window-login/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

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
