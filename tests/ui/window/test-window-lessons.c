/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of window-lessons.c: a lesson in the window, from the list to its end. */

#include "config.h"

#include "window.h"

#include "../response/widgets.h"
#include "window-fixture.h"
#include "window-private.h"

/* Without the playground, and with a URL. */
static void
set_up_alone (Fixture       *self,
              gconstpointer  data)
{
  fixture_make (self);
  rt_window_start (self->window, "http://127.0.0.1/");
  gtk_window_present (GTK_WINDOW (self->window));
}

static void
act (Fixture    *self,
     const char *action)
{
  gtk_widget_activate_action (GTK_WIDGET (self->window), action, NULL);
}

static gboolean
is_listed (gpointer data)
{
  return rt_test_find (data, "POST and 303") != NULL;
}

static void
choose (Fixture    *self,
        const char *title)
{
  act (self, "win.lessons");
  rt_test_wait (is_listed, self->window->lesson_list);
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->window->result_stack), ==, "lessons");
  g_signal_emit_by_name (rt_test_find (GTK_WIDGET (self->window->lesson_list), title), "activate");
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->window->result_stack), ==, "response");
  g_assert_true (gtk_widget_get_visible (GTK_WIDGET (self->window->lesson_card)));
}

static void
test_whole (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *card = GTK_WIDGET (self->window->lesson_card);
  RtRequest *request = rt_window_get_request (self->window);
  g_autofree char *before = g_strdup (rt_request_get_url (request));

  g_assert_false (gtk_widget_get_visible (card));
  choose (self, "POST and 303");

  /* What was typed before can be had back. */
  act (self, "win.lesson-fill-in");
  g_assert_cmpstr (rt_request_get_method (request), ==, "POST");
  g_assert_false (rt_request_get_follow (request));
  act (self, "win.undo-edit");
  g_assert_cmpstr (rt_request_get_url (request), ==, before);

  /* Not before it is passed. */
  act (self, "win.lesson-next");
  rt_test_assert_text (card, "Step 1 of 3");
  fixture_send (self);
  rt_test_assert_text (card, "This step wants a 303; the response was 200, because the request "
                       "went to /.");

  for (guint i = 0; i < 3; i++)
    {
      act (self, "win.lesson-fill-in");
      fixture_send (self);
      rt_test_assert_text (card, "Passed.");
      g_assert_cmpint (rt_settings_is_finished (self->settings, "03-post-303"), ==, i == 2);
      act (self, "win.lesson-next");
    }
  g_assert_false (gtk_widget_get_visible (card));
  g_assert_cmpstr (gtk_stack_get_visible_child_name (self->window->result_stack), ==, "lessons");
  g_assert_nonnull (rt_test_find (GTK_WIDGET (self->window->lesson_list), "POST and 303, done"));
}

static void
test_values (Fixture       *self,
             gconstpointer  data)
{
  GtkWidget *card = GTK_WIDGET (self->window->lesson_card);
  GListModel *fields;
  g_autoptr(RtPair) pair = NULL;

  choose (self, "A cached page and 304");
  act (self, "win.lesson-fill-in");
  fixture_send (self);
  act (self, "win.lesson-next");
  act (self, "win.lesson-fill-in");
  fields = G_LIST_MODEL (rt_request_get_fields (rt_window_get_request (self->window)));
  pair = g_list_model_get_item (fields, 0);
  g_assert_cmpstr (rt_pair_get_name (pair), ==, "If-None-Match");
  g_assert_cmpstr (rt_pair_get_value (pair), ==, "\"playground\"");
  fixture_send (self);
  rt_test_assert_text (card, "Passed.");
  act (self, "win.lesson-back");
  rt_test_assert_text (card, "Step 1 of 4");
  rt_test_assert_text (card, "Passed.");
}

static void
test_leave (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *card = GTK_WIDGET (self->window->lesson_card);

  choose (self, "A range");
  act (self, "win.lesson-leave");
  g_assert_false (gtk_widget_get_visible (card));
  g_assert_null (self->window->lesson_run);
  fixture_send (self);

  /* Another one takes its place, also from within. */
  choose (self, "A range");
  choose (self, "A broken response");
  rt_test_assert_text (card, "Step 1 of 4 · A broken response");
}

static void
test_no_playground (Fixture       *self,
                    gconstpointer  data)
{
  choose (self, "A range");
  act (self, "win.lesson-fill-in");
  g_assert_true (gtk_revealer_get_reveal_child (self->window->message_revealer));
  g_assert_cmpstr (rt_request_get_url (rt_window_get_request (self->window)), ==,
                   "http://127.0.0.1/");
}

/* The window can go while lessons are being read. */
static void
test_gone (Fixture       *self,
           gconstpointer  data)
{
  act (self, "win.lessons");
}

#define LESSONS(name, set_up, func) \
  g_test_add ("/window-lessons/" name, Fixture, NULL, set_up, func, fixture_tear_down)

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);

  LESSONS ("whole", fixture_set_up, test_whole);
  LESSONS ("values", fixture_set_up, test_values);
  LESSONS ("leave", fixture_set_up, test_leave);
  LESSONS ("no-playground", set_up_alone, test_no_playground);
  LESSONS ("gone", fixture_set_up, test_gone);

  return g_test_run ();
}
