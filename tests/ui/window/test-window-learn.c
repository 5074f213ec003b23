/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a window has for learning, with a real engine and the playground. */

#include "config.h"

#include "window.h"

#include "../response/widgets.h"
#include "seen-codes.h"
#include "window-fixture.h"
#include "window-private.h"

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
  RtLookAlikesPage *look_alikes;

  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self->window->request_pane)));
  act (self, "win.look-alikes", "servers");
  look_alikes = self->window->look_alikes_page;
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
  rt_test_wait (fixture_is_done, self->window);
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
  GtkWidget *look_alikes;
  g_autofree char *seen = NULL;
  GtkWidget *row;

  act (self, "win.look-alikes", "redirects");
  look_alikes = GTK_WIDGET (window->look_alikes_page);
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

/* Predict. */

static void
send_and_wait (Fixture    *self,
               const char *path)
{
  fixture_aim (self, path);
  fixture_send (self);
}

static void
press (Fixture    *self,
       const char *name)
{
  GtkWidget *button = rt_test_find_as (GTK_WIDGET (self->window->predict_page), GTK_TYPE_BUTTON,
                                       name);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

/* What stands beside it: nothing of it may say what came. */
static void
assert_hidden (Fixture *self,
               int      status)
{
  RtWindow *window = self->window;

  g_assert_true (window->hiding);
  g_assert_cmpstr (page (self), ==, "predict");
  g_assert_null (rt_response_view_get_exchange (window->response_view));
  g_assert_null (rt_response_view_get_explanation (window->response_view));
  g_assert_cmpint (rt_reference_list_get_here (window->reference_list), ==, 0);
  g_assert_false (rt_settings_is_seen (self->settings, status));
  rt_test_assert_no_text (GTK_WIDGET (window->request_pane), "Basic realm");
}

static void
test_predict (Fixture       *self,
              gconstpointer  data)
{
  RtWindow *window = self->window;

  act (self, "win.predict", NULL);
  send_and_wait (self, "/status/409");
  assert_hidden (self, 409);
  act (self, "win.ladder", NULL);
  act (self, "win.show-pane", "why");
  act (self, "win.next-step", "");
  act (self, "win.compare", NULL);
  assert_hidden (self, 409);

  press (self, "4xx Client error");
  assert_hidden (self, 409);
  press (self, "409 Conflict");
  g_assert_false (window->hiding);
  g_assert_true (rt_settings_is_seen (self->settings, 409));
  g_assert_cmpint (rt_reference_list_get_here (window->reference_list), ==, 409);
  rt_test_assert_text (GTK_WIDGET (window->predict_page), "Right!");
  press (self, "See the Response");
  g_assert_cmpstr (page (self), ==, "response");
  rt_test_assert_text (GTK_WIDGET (window->response_view), "Conflict");
}

/* The challenge of a 401 would say what it is. */
static void
test_predict_login (Fixture       *self,
                    gconstpointer  data)
{
  act (self, "win.predict", NULL);
  send_and_wait (self, "/basic-auth/user/secret");
  assert_hidden (self, 401);
  press (self, "Show Me");
  g_assert_cmpstr (page (self), ==, "response");
  rt_test_assert_text (GTK_WIDGET (self->window->response_view), "Unauthorized");
  g_assert_true (rt_settings_is_seen (self->settings, 401));
}

static void
test_predict_failure (Fixture       *self,
                      gconstpointer  data)
{
  act (self, "win.predict", NULL);
  rt_request_set_url (self->window->request, "http://127.0.0.1:1/");
  act (self, "win.send", NULL);
  rt_test_wait (fixture_is_done, self->window);
  g_assert_false (self->window->hiding);
  g_assert_cmpstr (page (self), ==, "response");
  g_assert_cmpstr (gtk_label_get_label (self->window->message_label), ==,
                   "No status came, so there was nothing to guess.");
}

/* What was asked for by its code is not asked again. */
static void
test_predict_try (Fixture       *self,
                  gconstpointer  data)
{
  act (self, "win.predict", NULL);
  rt_window_try_code (self->window, 404);
  rt_test_wait (fixture_is_done, self->window);
  g_assert_false (self->window->hiding);
  g_assert_cmpstr (page (self), ==, "response");
  send_and_wait (self, "/status/413");
  assert_hidden (self, 413);
}

static gboolean
is_pending (gpointer data)
{
  g_autoptr (RtPending) pending = rt_trail_dup_pending (rt_window_get_trail (data));

  return pending != NULL;
}

/* In step mode the redirect that waits is what is guessed. */
static void
test_predict_step (Fixture       *self,
                   gconstpointer  data)
{
  RtWindow *window = self->window;

  act (self, "win.predict", NULL);
  rt_request_set_step (window->request, TRUE);
  fixture_aim (self, "/redirect/code/308");
  act (self, "win.send", NULL);
  rt_test_wait (is_pending, window);
  g_assert_true (window->hiding);
  press (self, "3xx Redirection");
  press (self, "308 Permanent Redirect");
  rt_test_assert_text (GTK_WIDGET (window->predict_page), "Right!");
  press (self, "See the Response");
  rt_trail_decide (rt_window_get_trail (window), RT_DECISION_FOLLOW);
  rt_test_wait (fixture_is_done, window);
  g_assert_cmpstr (page (self), ==, "response");
  rt_test_assert_text (GTK_WIDGET (window->response_view), "200");
}

/* Switched off, there is nothing left to guess. */
static void
test_predict_off (Fixture       *self,
                  gconstpointer  data)
{
  act (self, "win.predict", NULL);
  send_and_wait (self, "/status/415");
  assert_hidden (self, 415);
  act (self, "win.predict", NULL);
  g_assert_false (self->window->hiding);
  g_assert_cmpstr (page (self), ==, "response");
  rt_test_assert_text (GTK_WIDGET (self->window->response_view), "Unsupported Media Type");
  send_and_wait (self, "/status/200");
  g_assert_cmpstr (page (self), ==, "response");
}

/* Another send begins anew. */
static void
test_predict_again (Fixture       *self,
                    gconstpointer  data)
{
  act (self, "win.predict", NULL);
  send_and_wait (self, "/status/423");
  send_and_wait (self, "/status/424");
  press (self, "4xx Client error");
  assert_hidden (self, 424);
  press (self, "Show Me");
  rt_test_assert_text (GTK_WIDGET (self->window->response_view), "Failed Dependency");
  g_assert_false (rt_settings_is_seen (self->settings, 423));
}

/* Projector mode. */

static void
test_projector (Fixture       *self,
                gconstpointer  data)
{
  RtWindow *window = self->window;
  gboolean on = FALSE;

  send_and_wait (self, "/status/200");
  g_assert_true (gtk_widget_get_visible (window->sidebar));
  act (self, "win.projector", NULL);
  g_object_get (window, "projector", &on, NULL);
  g_assert_true (on);
  g_assert_true (gtk_widget_has_css_class (GTK_WIDGET (window->result_stack), "projector"));
  g_assert_false (gtk_widget_get_visible (window->sidebar));
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (window->request_pane)));
  /* The sidebar can be had, for a while; the setting is another thing. */
  act (self, "win.sidebar", NULL);
  g_assert_true (gtk_widget_get_visible (window->sidebar));
  rt_window_show_code (window, 404);
  g_assert_false (gtk_widget_get_visible (window->sidebar));
  g_assert_true (rt_settings_get_sidebar_visible (self->settings));

  /* Escape. */
  act (self, "win.stop", NULL);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (window->result_stack), "projector"));
  g_assert_true (gtk_widget_get_visible (window->sidebar));
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (window->request_pane)));
  act (self, "win.projector", NULL);
  act (self, "win.projector", NULL);
  g_assert_false (gtk_widget_has_css_class (GTK_WIDGET (window->result_stack), "projector"));
}

/* Who asks for the request sees it. */
static void
test_projector_request (Fixture       *self,
                        gconstpointer  data)
{
  act (self, "win.projector", NULL);
  act (self, "win.show-request", "auth");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self->window->request_pane)));
  act (self, "win.look-alikes", "");
  g_assert_false (gtk_widget_get_visible (GTK_WIDGET (self->window->request_pane)));
  act (self, "win.show-request", "headers");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self->window->request_pane)));
}

#define WINDOW(name, function) \
  g_test_add ("/window-learn/" name, Fixture, NULL, fixture_set_up, function, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);

  WINDOW ("side-by-side", test_side_by_side);
  WINDOW ("ways-back", test_ways_back);
  WINDOW ("side-by-side-try", test_side_by_side_try);
  WINDOW ("redirects", test_redirects);
  WINDOW ("predict", test_predict);
  WINDOW ("predict-login", test_predict_login);
  WINDOW ("predict-failure", test_predict_failure);
  WINDOW ("predict-try", test_predict_try);
  WINDOW ("predict-step", test_predict_step);
  WINDOW ("predict-off", test_predict_off);
  WINDOW ("predict-again", test_predict_again);
  WINDOW ("projector", test_projector);
  WINDOW ("projector-request", test_projector_request);

  return g_test_run ();
}
