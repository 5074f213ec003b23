/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The window with a real engine and the playground. */

#include "config.h"

#include "window.h"

#include <string.h>

#include "../response/widgets.h"
#include "window-fixture.h"
#include "window-private.h"

static void
test_start (Fixture       *self,
            gconstpointer  data)
{
  const char *url = gtk_editable_get_text (GTK_EDITABLE (self->window->url_entry));

  g_assert_true (g_str_has_prefix (url, rt_playground_get_http_origin (self->playground)));
  g_assert_null (rt_window_get_trail (self->window));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->window->send_stack), ==, "send");
}

static void
test_send (Fixture       *self,
           gconstpointer  data)
{
  fixture_aim (self, "/status/404");
  g_assert_cmpstr (rt_request_get_url (rt_window_get_request (self->window)), ==,
                   gtk_editable_get_text (GTK_EDITABLE (self->window->url_entry)));
  fixture_send (self);
  rt_test_assert_text (GTK_WIDGET (self->window->response_view), "404");
  rt_test_assert_text (GTK_WIDGET (self->window->response_view), "Not Found");
  g_assert_cmpint (rt_reference_list_get_here (self->window->reference_list), ==, 404);
  g_assert_true (rt_settings_is_seen (self->settings, 404));
  g_assert_false (rt_settings_is_seen (self->settings, 405));
}

/* One jar for all that the window sends; the page of the request follows it. */
static void
test_cookies (Fixture       *self,
              gconstpointer  data)
{
  RtCookieJar *jar = rt_request_get_cookie_jar (rt_window_get_request (self->window));
  g_autoptr (GPtrArray) kept = NULL;

  g_assert_nonnull (jar);
  fixture_aim (self, "/cookies/set?flavour=plain");
  fixture_send (self);
  kept = rt_cookie_jar_dup_cookies (jar);
  g_assert_cmpuint (kept->len, ==, 1);
  while (g_main_context_iteration (NULL, FALSE))
    ;
  rt_test_assert_text (GTK_WIDGET (self->window->request_pane), "Cookies (1)");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-request", "s", "cookies");
  rt_test_assert_text (GTK_WIDGET (self->window->request_pane), "flavour");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.show-pane", "s", "cookies");
  rt_test_assert_text (GTK_WIDGET (self->window->response_view), "Sent (1)");
  rt_test_assert_text (GTK_WIDGET (self->window->response_view), "flavour=***");
}

static void
test_stop (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(RtFailure) failure = NULL;

  fixture_aim (self, "/stall");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.send", NULL);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->window->send_stack), ==, "stop");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.stop", NULL);
  rt_test_wait (fixture_is_done, self->window);
  failure = rt_exchange_dup_failure (rt_trail_get_last (rt_window_get_trail (self->window)));
  g_assert_cmpint (failure->kind, ==, RT_FAILURE_CANCELLED);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->window->send_stack), ==, "send");
}

static void
test_complaint (Fixture       *self,
                gconstpointer  data)
{
  gtk_editable_set_text (GTK_EDITABLE (self->window->url_entry), "gopher://x/");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.send", NULL);
  g_assert_null (rt_window_get_trail (self->window));
  g_assert_true (gtk_revealer_get_reveal_child (self->window->message_revealer));
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (self->window->url_entry)), ==,
                   "gopher://x/");

  /* Typing on takes it away. */
  gtk_editable_set_text (GTK_EDITABLE (self->window->url_entry), "gophe");
  g_assert_false (gtk_revealer_get_reveal_child (self->window->message_revealer));
}

/* What is wrong is said, and nothing that was typed is lost. */
static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  static const struct
  {
    const char *method;
    const char *url;
    const char *words;
  } cases[] = {
    { "GET", "ftp://example.org/", "http" },
    { "GE T", "http://127.0.0.1/", "position 3" },
    { "CONNECT", "http://127.0.0.1/", "CONNECT" },
    { "GET", "http://[::1/", "]" },
  };
  RtRequest *request = rt_window_get_request (self->window);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      rt_request_set_method (request, cases[i].method);
      rt_request_set_url (request, cases[i].url);
      gtk_widget_activate_action (GTK_WIDGET (self->window), "win.send", NULL);
      g_assert_null (rt_window_get_trail (self->window));
      g_assert_nonnull (strstr (gtk_label_get_label (self->window->message_label),
                                cases[i].words));
      g_assert_cmpstr (rt_request_get_method (request), ==, cases[i].method);
      g_assert_cmpstr (rt_request_get_url (request), ==, cases[i].url);
    }
}

static void
test_method (Fixture       *self,
             gconstpointer  data)
{
  RtSuggestEntry *entry = self->window->method_entry;

  gtk_editable_set_text (GTK_EDITABLE (entry), "M-SEARCH");
  g_assert_cmpstr (rt_request_get_method (rt_window_get_request (self->window)), ==,
                   "M-SEARCH");
  g_assert_null (rt_suggest_entry_get_error (entry));
  gtk_editable_set_text (GTK_EDITABLE (entry), "A B");
  g_assert_nonnull (rt_suggest_entry_get_error (entry));
}

static void
test_guessed_scheme (Fixture       *self,
                     gconstpointer  data)
{
  const char *origin = rt_playground_get_http_origin (self->playground);
  g_autofree char *typed = g_strconcat (origin + strlen ("http://"), "/status/204", NULL);

  gtk_editable_set_text (GTK_EDITABLE (self->window->url_entry), typed);
  fixture_send (self);
  g_assert_nonnull (strstr (gtk_label_get_label (self->window->message_label), "http://"));
  g_assert_cmpint (rt_reference_list_get_here (self->window->reference_list), ==, 204);
}

/* Return while a request runs sends no second one, and is no dead key. */
static void
test_busy (Fixture       *self,
           gconstpointer  data)
{
  GtkLabel *message = self->window->message_label;
  RtTrail *trail;

  fixture_aim (self, "/delay/60");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.send", NULL);
  trail = rt_window_get_trail (self->window);
  g_assert_cmpstr (gtk_label_get_label (message), ==, "");
  g_signal_emit_by_name (self->window->url_entry, "activate");
  g_assert_true (rt_window_get_trail (self->window) == trail);
  g_assert_nonnull (strstr (gtk_label_get_label (message), "still runs"));

  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.stop", NULL);
  rt_test_wait (fixture_is_done, self->window);
  g_assert_cmpstr (gtk_label_get_label (message), ==, "");
  fixture_aim (self, "/status/204");
  fixture_send (self);
  g_assert_false (rt_window_get_trail (self->window) == trail);
}

static void
test_code_page (Fixture       *self,
                gconstpointer  data)
{
  g_signal_emit_by_name (self->window->reference_list, "code-chosen", 301);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->window->result_stack), ==, "code");
  g_assert_cmpint (rt_code_page_get_code (self->window->code_page), ==, 301);

  /* "Try it" brings exactly this code, and so does not follow it. */
  g_signal_emit_by_name (self->window->code_page, "try-code", 301);
  rt_test_wait (fixture_is_done, self->window);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->window->result_stack), ==, "response");
  g_assert_cmpint (rt_reference_list_get_here (self->window->reference_list), ==, 301);
  g_assert_false (rt_request_get_follow (rt_window_get_request (self->window)));
}

static void
test_send_anyway (Fixture       *self,
                  gconstpointer  data)
{
  RtRequest *request = rt_window_get_request (self->window);

  rt_request_set_url (request, rt_playground_get_tls_trouble_origin (self->playground, "expired"));
  fixture_send (self);
  g_signal_emit_by_name (self->window->response_view, "send-anyway");
  rt_test_wait (fixture_is_done, self->window);
  g_assert_cmpint (rt_exchange_get_status (rt_trail_get_last (rt_window_get_trail (self->window))),
                   ==, 200);
  g_assert_false (rt_request_get_insecure (request));
}

static void
test_sidebar (Fixture       *self,
              gconstpointer  data)
{
  g_assert_true (gtk_widget_get_visible (self->window->sidebar));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.sidebar", NULL);
  g_assert_false (gtk_widget_get_visible (self->window->sidebar));
  g_assert_false (rt_settings_get_sidebar_visible (self->settings));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.search-codes", NULL);
  g_assert_true (gtk_widget_get_visible (self->window->sidebar));
}

static void
test_split (Fixture       *self,
            gconstpointer  data)
{
  GtkOrientable *split = GTK_ORIENTABLE (self->window->inner_paned);

  g_assert_cmpint (gtk_orientable_get_orientation (split), ==, GTK_ORIENTATION_HORIZONTAL);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.turn-split", NULL);
  g_assert_cmpint (gtk_orientable_get_orientation (split), ==, GTK_ORIENTATION_VERTICAL);
}

/* There is nothing to ask where redirects are not followed. */
static void
test_step (Fixture       *self,
           gconstpointer  data)
{
  RtRequest *request = rt_window_get_request (self->window);
  GtkWidget *toggle = rt_test_find (GTK_WIDGET (self->window), "Step through redirects");

  g_assert_false (rt_request_get_step (request));
  rt_request_set_follow (request, FALSE);
  g_assert_false (gtk_widget_is_sensitive (toggle));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.step", NULL);
  g_assert_true (rt_request_get_follow (request));
  g_assert_true (rt_request_get_step (request));
  g_assert_true (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (toggle)));
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.step", NULL);
  g_assert_true (rt_request_get_follow (request));
  g_assert_false (rt_request_get_step (request));
}

static gboolean
has_ended (gpointer data)
{
  return rt_repetition_get_state (data) == RT_REPETITION_ENDED;
}

static void
test_repeat (Fixture       *self,
             gconstpointer  data)
{
  g_autoptr(RtRepetitionResult) result = NULL;
  RtRepetition *repetition;
  GtkWidget *open;

  fixture_aim (self, "/status/404");
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.repeat", NULL);
  open = self->window->repetition;
  g_assert_nonnull (open);
  gtk_widget_activate_action (GTK_WIDGET (self->window), "win.repeat", NULL);
  g_assert_true (self->window->repetition == open);

  gtk_widget_activate_action (open, "repeat.start", NULL);
  repetition = rt_repetition_window_get_repetition (RT_REPETITION_WINDOW (open));
  rt_test_wait (has_ended, repetition);
  g_assert_null (rt_window_get_trail (self->window));
  result = g_list_model_get_item (G_LIST_MODEL (repetition), 0);
  g_signal_emit_by_name (open, "show-trail", rt_repetition_result_get_trail (result));
  g_assert_true (rt_window_get_trail (self->window) == rt_repetition_result_get_trail (result));
  rt_test_assert_text (GTK_WIDGET (self->window->response_view), "Not Found");
  gtk_window_close (GTK_WINDOW (open));
  while (self->window->repetition != NULL)
    g_main_context_iteration (NULL, TRUE);
}

static void
test_names (Fixture       *self,
            gconstpointer  data)
{
  static const char *const names[] = { "Method", "URL", "Follow redirects", "Search status codes",
                                       "Status codes" };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_nonnull (rt_test_find (GTK_WIDGET (self->window), names[i]));
}

/* What a window seldom shows is made when it is asked for. */

static void
test_help_overlay (Fixture       *self,
                   gconstpointer  data)
{
  GtkApplicationWindow *window = GTK_APPLICATION_WINDOW (self->window);
  GtkWidget *overlay;
  /* GTK 4.8 warns of the width of its own labels of keys. */
  GLogLevelFlags fatal = g_log_set_always_fatal (G_LOG_LEVEL_CRITICAL | G_LOG_LEVEL_ERROR);

  g_assert_null (gtk_application_window_get_help_overlay (window));
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL);
  overlay = GTK_WIDGET (gtk_application_window_get_help_overlay (window));
  g_assert_true (gtk_widget_get_visible (overlay));
  g_assert_true (gtk_window_get_transient_for (GTK_WINDOW (overlay)) == GTK_WINDOW (window));
  rt_test_assert_text (overlay, "Send the request");

  gtk_widget_hide (overlay);
  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-help-overlay", NULL);
  g_assert_true (gtk_widget_get_visible (overlay));
  gtk_widget_hide (overlay);
  g_log_set_always_fatal (fatal);
}

/* What stands beside the request too; its place says that nothing was sent. */
static void
test_pages (Fixture       *self,
            gconstpointer  data)
{
  RtWindow *window = self->window;

  g_assert_null (window->response_view);
  g_assert_null (window->code_page);
  g_assert_null (window->lesson_list);
  g_assert_null (window->look_alikes_page);
  g_assert_null (window->predict_page);
  rt_test_assert_text (GTK_WIDGET (window), "Nothing sent yet");

  gtk_widget_activate_action (GTK_WIDGET (window), "win.show-pane", "s", "timing");
  g_assert_nonnull (window->response_view);
  rt_test_assert_text (GTK_WIDGET (window->response_view), "Nothing sent yet");
  fixture_aim (self, "/status/404");
  fixture_send (self);
  g_assert_true (gtk_widget_get_mapped (rt_test_find (GTK_WIDGET (window), "Timing")));
}

static void
test_menu (Fixture       *self,
           gconstpointer  data)
{
  GtkMenuButton *button = self->window->menu_button;
  GtkPopover *popover;

  g_assert_null (gtk_menu_button_get_popover (button));
  gtk_menu_button_popup (button);
  popover = gtk_menu_button_get_popover (button);
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (popover)));
  rt_test_assert_text (GTK_WIDGET (popover), "New Window");

  gtk_menu_button_popdown (button);
  gtk_menu_button_popup (button);
  g_assert_true (gtk_menu_button_get_popover (button) == popover);
  gtk_menu_button_popdown (button);
}

#define WINDOW(name, func) \
  g_test_add ("/window/" name, Fixture, NULL, fixture_set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);

  WINDOW ("start", test_start);
  WINDOW ("send", test_send);
  WINDOW ("cookies", test_cookies);
  WINDOW ("stop", test_stop);
  WINDOW ("complaint", test_complaint);
  WINDOW ("refused", test_refused);
  WINDOW ("method", test_method);
  WINDOW ("guessed-scheme", test_guessed_scheme);
  WINDOW ("busy", test_busy);
  WINDOW ("code-page", test_code_page);
  WINDOW ("send-anyway", test_send_anyway);
  WINDOW ("sidebar", test_sidebar);
  WINDOW ("split", test_split);
  WINDOW ("step", test_step);
  WINDOW ("repeat", test_repeat);
  WINDOW ("names", test_names);
  WINDOW ("help-overlay", test_help_overlay);
  WINDOW ("menu", test_menu);
  WINDOW ("pages", test_pages);

  return g_test_run ();
}
