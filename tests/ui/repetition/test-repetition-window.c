/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of repetition-window.c with a real engine and the playground. */

#include "config.h"

#include "repetition-window.h"

#include "playground.h"
#include "repetition-table.h"
#include "widgets.h"

#include <string.h>

typedef struct
{
  RtEngine     *engine;
  RtPlayground *playground;
  RtRequest    *request;
  GtkWidget    *window;
  guint         shown; /* trails */
} Fixture;

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  g_autoptr(GError) error = NULL;

  self->engine = rt_engine_new (&error);
  g_assert_no_error (error);
  self->playground = rt_playground_new ();
  rt_playground_start (self->playground, 0, &error);
  g_assert_no_error (error);
  self->request = rt_request_new ();
  self->window = rt_repetition_window_new (NULL, self->engine, self->request);
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
  g_assert_finalize_object (g_steal_pointer (&self->request));
  g_assert_finalize_object (g_steal_pointer (&self->engine));
  g_clear_object (&self->playground);
}

static void
aim (Fixture    *self,
     const char *path)
{
  g_autofree char *url =
    g_strconcat (rt_playground_get_http_origin (self->playground), path, NULL);

  rt_request_set_url (self->request, url);
}

static RtRepetition *
get (Fixture *self)
{
  return rt_repetition_window_get_repetition (RT_REPETITION_WINDOW (self->window));
}

static void
set_count (Fixture *self,
           guint    n)
{
  gtk_spin_button_set_value (GTK_SPIN_BUTTON (rt_test_find (self->window, "Times")), n);
}

static gboolean
has_ended (gpointer data)
{
  return rt_repetition_get_state (data) == RT_REPETITION_ENDED;
}

static gboolean
has_sent (gpointer data)
{
  return rt_repetition_get_n_done (data) > 0;
}

static void
activate (Fixture    *self,
          const char *action)
{
  gtk_widget_activate_action (self->window, action, NULL);
}

static void
test_run (Fixture       *self,
          gconstpointer  data)
{
  aim (self, "/status/404");
  rt_test_assert_text (self->window, "GET http://");
  set_count (self, 3);
  activate (self, "repeat.start");
  rt_test_wait (has_ended, get (self));
  g_assert_cmpuint (rt_repetition_get_n_done (get (self)), ==, 3);
  rt_test_assert_text (self->window, "3 of 3 sent · done");
  rt_test_assert_text (self->window, "3 × 404");

  /* A second run begins anew. */
  aim (self, "/status/204");
  activate (self, "repeat.start");
  rt_test_wait (has_ended, get (self));
  rt_test_assert_text (self->window, "3 × 204");
  rt_test_assert_no_text (self->window, "× 404");
}

static void
test_until (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *until = rt_test_find (self->window, "Status that ends it");

  aim (self, "/rate-limit/2");
  set_count (self, 0);
  gtk_editable_set_text (GTK_EDITABLE (until), "4x");
  g_assert_true (gtk_widget_has_css_class (until, "error"));
  activate (self, "repeat.start");
  g_assert_null (get (self));
  rt_test_assert_text (self->window, "such as 2xx");
  gtk_editable_set_text (GTK_EDITABLE (until), "4xx");
  g_assert_false (gtk_widget_has_css_class (until, "error"));
  rt_test_assert_no_text (self->window, "such as 2xx");
  activate (self, "repeat.start");
  rt_test_wait (has_ended, get (self));
  rt_test_assert_text (self->window, "3 sent · ended: the status came");
  rt_test_assert_text (self->window, "2 × 200, 1 × 429");
}

static void
test_refused (Fixture       *self,
              gconstpointer  data)
{
  rt_request_set_url (self->request, "gopher://x/");
  activate (self, "repeat.start");
  g_assert_null (get (self));
  rt_test_assert_text (self->window, "http");
}

static void
test_stop (Fixture       *self,
           gconstpointer  data)
{
  GtkWidget *times = rt_test_find (self->window, "Times");

  aim (self, "/stall");
  activate (self, "repeat.start");
  g_assert_false (gtk_widget_is_sensitive (times));
  activate (self, "repeat.stop");
  g_assert_cmpint (rt_repetition_get_end (get (self)), ==, RT_REPETITION_END_STOPPED);
  g_assert_true (gtk_widget_is_sensitive (times));
  rt_test_assert_text (self->window, "stopped");
}

static void
test_pause (Fixture       *self,
            gconstpointer  data)
{
  aim (self, "/status/200");
  set_count (self, 0);
  activate (self, "repeat.start");
  rt_test_wait (has_sent, get (self));
  activate (self, "repeat.pause");
  g_assert_cmpint (rt_repetition_get_state (get (self)), ==, RT_REPETITION_PAUSED);
  rt_test_assert_text (self->window, "Go On");
  activate (self, "repeat.pause");
  g_assert_cmpint (rt_repetition_get_state (get (self)), ==, RT_REPETITION_RUNNING);
}

static void
show_trail_cb (GtkWidget *window,
               RtTrail   *trail,
               Fixture   *self)
{
  g_assert_true (RT_IS_TRAIL (trail));
  self->shown += 1;
}

static GtkWidget *
find_table (GtkWidget *widget)
{
  while (widget != NULL && !RT_IS_REPETITION_TABLE (widget))
    widget = gtk_widget_get_parent (widget);

  return widget;
}

static void
test_show_trail (Fixture       *self,
                 gconstpointer  data)
{
  GtkWidget *table;

  g_signal_connect (self->window, "show-trail", G_CALLBACK (show_trail_cb), self);
  aim (self, "/status/200");
  set_count (self, RT_REPETITION_MAX_TRAILS + 1);
  activate (self, "repeat.start");
  rt_test_wait (has_ended, get (self));
  table = find_table (rt_test_find (self->window, "Results"));
  g_assert_nonnull (table);
  rt_repetition_table_choose (RT_REPETITION_TABLE (table), 2);
  g_assert_cmpuint (self->shown, ==, 1);
  rt_test_assert_text (self->window, "The window shows this response.");
  rt_repetition_table_choose (RT_REPETITION_TABLE (table), 1);
  g_assert_cmpuint (self->shown, ==, 1);
  rt_test_assert_text (self->window, "no longer there");
}

static void
read_cb (GObject      *clipboard,
         GAsyncResult *result,
         gpointer      data)
{
  *(char **) data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, NULL);
}

static gboolean
is_read (gpointer data)
{
  return *(char **) data != NULL;
}

static void
test_copy (Fixture       *self,
           gconstpointer  data)
{
  static const char * const actions[] = { "repeat.copy-text", "repeat.copy-csv" };
  static const char * const starts[] = { "No.\tTime", "number,started" };

  aim (self, "/status/200");
  set_count (self, 1);
  activate (self, "repeat.start");
  rt_test_wait (has_ended, get (self));
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    {
      g_autofree char *text = NULL;

      activate (self, actions[i]);
      gdk_clipboard_read_text_async (gtk_widget_get_clipboard (self->window), NULL, read_cb, &text);
      rt_test_wait (is_read, &text);
      g_assert_true (g_str_has_prefix (text, starts[i]));
    }
}

#define WINDOW(name, func) \
  g_test_add ("/repetition-window/" name, Fixture, NULL, set_up, func, tear_down)

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);

  WINDOW ("run", test_run);
  WINDOW ("until", test_until);
  WINDOW ("refused", test_refused);
  WINDOW ("stop", test_stop);
  WINDOW ("pause", test_pause);
  WINDOW ("show-trail", test_show_trail);
  WINDOW ("copy", test_copy);

  return g_test_run ();
}
