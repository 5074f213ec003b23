/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of response-view.c: all parts of a response together. */

#include "config.h"

#include "response-view.h"

#include "exchanges.h"
#include "widgets.h"

#include <string.h>

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_RESPONSE_VIEW);
}

static GtkWidget *
show (RtTrail *trail)
{
  g_autoptr (RtCatalogue) catalogue = rt_catalogue_new (NULL);

  return g_object_ref_sink (g_object_new (RT_TYPE_RESPONSE_VIEW, "catalogue", catalogue,
                                          "trail", trail, NULL));
}

static void
test_names (void)
{
  static const char * const names[] = {
    "Status", "Reason", "Meaning", "Trail", "Response body", "Response headers", "Timing",
    "Connection", "Wire",
  };
  GtkWidget *view = show (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      g_test_message ("%s", names[i]);
      g_assert_nonnull (rt_test_find (view, names[i]));
    }
  g_assert_finalize_object (view);
}

static void
test_trail (void)
{
  g_autoptr (RtTrail) trail =
    rt_test_trail_new (rt_test_exchange_new_at (0, "GET", "http://e/",
                                                "HTTP/1.1 302 Found\r\n\r\n", "", 0),
                       rt_test_exchange_new_at (1, "GET", "http://e/2",
                                                "HTTP/1.1 503 Busy\r\n\r\n", "later", -1), NULL);
  GtkWidget *view = show (trail);
  GtkLabel *status = GTK_LABEL (rt_test_find (view, "Status"));

  g_assert_cmpstr (gtk_label_get_text (status), ==, "503");
  g_assert_true (rt_response_view_get_exchange (RT_RESPONSE_VIEW (view)) ==
                 rt_trail_get_exchange (trail, 1));
  rt_response_view_set_trail (RT_RESPONSE_VIEW (view), NULL);
  g_assert_null (rt_response_view_get_exchange (RT_RESPONSE_VIEW (view)));
  rt_test_assert_text (view, "Nothing sent yet");
  g_object_add_weak_pointer (G_OBJECT (view), (gpointer *) &view);
  g_object_unref (view);
  /* A body that is being made ready keeps its pane alive, not the view. */
  g_assert_null (view);
}

static void
anyway_cb (GtkWidget *view,
           guint     *n)
{
  (*n)++;
}

static void
test_send_anyway (void)
{
  g_autoptr (RtTrail) trail =
    rt_test_trail_new (rt_test_exchange_new_failed ("https://e/", RT_FAILURE_TLS_SELF_SIGNED,
                                                    RT_PHASE_TLS, "not trusted"), NULL);
  GtkWidget *view = show (trail);
  GtkWidget *card = gtk_widget_get_parent (rt_test_find (view, "What happened"));
  guint n = 0;

  g_signal_connect (view, "send-anyway", G_CALLBACK (anyway_cb), &n);
  g_signal_emit_by_name (card, "send-anyway");
  g_assert_cmpuint (n, ==, 1);
  g_assert_finalize_object (view);
}

/* The trail as a whole in the place of an exchange, and back. */
static void
test_ladder (void)
{
  g_autoptr (RtTrail) trail =
    rt_test_trail_new (rt_test_exchange_new_at (0, "GET", "http://e/",
                                                "HTTP/1.1 302 Found\r\n\r\n", "", 0),
                       rt_test_exchange_new_at (1, "GET", "http://e/2",
                                                "HTTP/1.1 200 OK\r\n\r\n", "later", -1), NULL);
  GtkWidget *view = show (trail);
  GtkWindow *window = rt_test_show (view);
  GtkListBox *ladder;
  gboolean shown;

  gtk_widget_activate_action (view, "response.ladder", NULL);
  g_object_get (view, "ladder", &shown, NULL);
  g_assert_true (shown);
  ladder = GTK_LIST_BOX (rt_test_find (view, "Ladder"));
  g_signal_emit_by_name (ladder, "row-activated", gtk_list_box_get_row_at_index (ladder, 0));
  g_object_get (view, "ladder", &shown, NULL);
  g_assert_false (shown);
  g_assert_true (rt_response_view_get_exchange (RT_RESPONSE_VIEW (view)) ==
                 rt_trail_get_exchange (trail, 0));

  g_object_set (view, "comparing", TRUE, NULL);
  g_assert_false (gtk_widget_is_visible (rt_test_find (view, "Status")));
  gtk_widget_activate_action (view, "response.show-pane", "s", "headers");
  g_object_get (view, "comparing", &shown, NULL);
  g_assert_false (shown);
  g_assert_true (gtk_widget_is_visible (rt_test_find (view, "Status")));
  gtk_window_destroy (window);
  g_object_unref (view);
}

static void
clipboard_cb (GObject      *source,
              GAsyncResult *result,
              gpointer      user_data)
{
  *(char **) user_data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);
}

static void
test_copy_ladder (void)
{
  g_autoptr (RtTrail) trail =
    rt_test_trail_new (rt_test_exchange_new ("http://u:p@e/", "HTTP/1.1 404 Gone *fishing*\r\n\r\n",
                                             "", 0), NULL);
  GtkWidget *view = show (trail);
  GtkWindow *window = rt_test_show (view);
  g_autofree char *text = NULL;
  g_autofree char *markdown = NULL;

  gtk_widget_activate_action (view, "response.copy-ladder", "s", "text");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (view), NULL, clipboard_cb, &text);
  while (text == NULL)
    g_main_context_iteration (NULL, TRUE);
  gtk_widget_activate_action (view, "response.copy-ladder", "s", "markdown");
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (view), NULL, clipboard_cb, &markdown);
  while (markdown == NULL)
    g_main_context_iteration (NULL, TRUE);
  g_assert_nonnull (strstr (text, "404"));
  g_assert_nonnull (strstr (text, "*fishing*"));
  g_assert_null (strstr (text, ":p@"));
  g_assert_null (strstr (markdown, " *fishing*"));
  gtk_window_destroy (window);
  g_object_unref (view);
}

/* One switch for all panes of the window. */
static void
test_secrets (void)
{
  g_autoptr (RtTrail) trail =
    rt_test_trail_new (rt_test_exchange_new ("http://e/", "HTTP/1.1 200 OK\r\n"
                                                          "Set-Cookie: sid=s3cret\r\n\r\n",
                                             "", 0), NULL);
  GtkWidget *view = show (trail);
  GtkWindow *window = rt_test_show (view);

  gtk_widget_activate_action (view, "response.show-pane", "s", "headers");
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  rt_test_assert_no_text (view, "s3cret");
  gtk_widget_activate_action (view, "response.show-secrets", NULL);
  gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
  rt_test_assert_text (view, "sid=s3cret CR LF");
  gtk_widget_activate_action (view, "response.show-secrets", NULL);
  rt_test_assert_no_text (view, "s3cret");
  gtk_window_destroy (window);
  g_object_unref (view);
}

/* A very long reason, a huge field and many fields do not make it wide. */
static void
test_hostile (void)
{
  GString *head = g_string_new ("HTTP/1.1 200 ");
  g_autofree char *letters = g_strnfill (12 * 1000, 'w');
  g_autoptr (RtTrail) trail = NULL;
  GtkWidget *view;
  GtkWindow *window;
  int minimum;

  g_string_append_printf (head, "%s\r\nX-%s: %s\r\n\r\n", letters, letters, letters);
  trail = rt_test_trail_new (rt_test_exchange_new ("http://e/", head->str, letters, -1), NULL);
  g_string_free (head, TRUE);
  view = show (trail);
  window = rt_test_show (view);
  for (guint i = 0; i < 5; i++)
    {
      static const char * const panes[] = { "body", "headers", "timing", "connection", "wire" };

      gtk_widget_activate_action (view, "response.show-pane", "s", panes[i]);
      gtk_test_widget_wait_for_draw (GTK_WIDGET (window));
    }
  gtk_widget_measure (view, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, NULL, NULL, NULL);
  g_assert_cmpint (minimum, <=, 420);
  gtk_window_destroy (window);
  g_object_unref (view);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/response-view/new-destroy", test_new_destroy);
  g_test_add_func ("/response-view/names", test_names);
  g_test_add_func ("/response-view/trail", test_trail);
  g_test_add_func ("/response-view/send-anyway", test_send_anyway);
  g_test_add_func ("/response-view/ladder", test_ladder);
  g_test_add_func ("/response-view/copy-ladder", test_copy_ladder);
  g_test_add_func ("/response-view/secrets", test_secrets);
  g_test_add_func ("/response-view/hostile", test_hostile);

  return g_test_run ();
}
