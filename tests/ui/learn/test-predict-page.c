/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of predict-page.c: nothing is said before it is guessed. */

#include "config.h"

#include "predict-page.h"

#include "widgets.h"

typedef struct
{
  RtCatalogue *catalogue;
  RtSettings  *settings;
  GtkWidget   *widget;
  GtkWindow   *window;
  guint        revealed;
  guint        done;
} Fixture;

static void
count_cb (guint *count)
{
  (*count)++;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->catalogue = rt_catalogue_new (NULL);
  self->settings = rt_settings_new ();
  self->widget = rt_predict_page_new ();
  rt_predict_page_set_catalogue (RT_PREDICT_PAGE (self->widget), self->catalogue, self->settings);
  g_signal_connect_swapped (self->widget, "revealed", G_CALLBACK (count_cb), &self->revealed);
  g_signal_connect_swapped (self->widget, "done", G_CALLBACK (count_cb), &self->done);
  self->window = rt_test_show (self->widget);
  rt_predict_page_start (RT_PREDICT_PAGE (self->widget));
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  gtk_window_destroy (self->window);
  g_clear_object (&self->settings);
  g_clear_object (&self->catalogue);
}

static void
arrive (Fixture *self,
        int      status)
{
  rt_predict_page_set_status (RT_PREDICT_PAGE (self->widget), status);
}

static void
press (Fixture    *self,
       const char *name)
{
  GtkWidget *button = rt_test_find_as (self->widget, GTK_TYPE_BUTTON, name);

  g_assert_nonnull (button);
  g_signal_emit_by_name (button, "clicked");
}

static void
test_right (Fixture       *self,
            gconstpointer  data)
{
  rt_test_assert_text (self->widget, "Which class");
  rt_test_assert_text (self->widget, "No guesses yet");
  arrive (self, 404);
  rt_test_assert_no_text (self->widget, "404");
  press (self, "4xx Client error");
  rt_test_assert_text (self->widget, "Right, it is 4xx Client error");
  g_assert_cmpuint (self->revealed, ==, 0);
  press (self, "404 Not Found");
  g_assert_cmpuint (self->revealed, ==, 1);
  rt_test_assert_text (self->widget, "Right!");
  rt_test_assert_text (self->widget, "Not Found");
  rt_test_assert_text (self->widget, "The server has nothing to show at this address");
  rt_test_assert_text (self->widget, "1 guess: 1 class right, 1 code right");
  g_assert_cmpuint (self->done, ==, 0);
  press (self, "See the Response");
  g_assert_cmpuint (self->done, ==, 1);
}

/* The class that it is, not the one that was guessed, is asked on. */
static void
test_wrong (Fixture       *self,
            gconstpointer  data)
{
  arrive (self, 503);
  press (self, "2xx Success");
  rt_test_assert_text (self->widget, "No, it is 5xx Server error");
  press (self, "500 Internal Server Error");
  rt_test_assert_text (self->widget, "Not quite");
  rt_test_assert_text (self->widget, "you said 2xx Success");
  rt_test_assert_text (self->widget, "you said 500");
  rt_test_assert_text (self->widget, "Service Unavailable");
  rt_test_assert_text (self->widget, "1 guess: 0 classes right, 0 codes right");
}

/* Guessed before the response is there, and a code that is not among the buttons. */
static void
test_early (Fixture       *self,
            gconstpointer  data)
{
  GtkWidget *entry;

  press (self, "4xx Client error");
  rt_test_assert_text (self->widget, "Waiting for the response");
  g_assert_cmpuint (self->revealed, ==, 0);
  arrive (self, 418);
  rt_test_assert_text (self->widget, "Which code is it?");
  entry = rt_test_find_as (self->widget, GTK_TYPE_ENTRY, "Another code");
  g_assert_false (gtk_widget_get_sensitive (rt_test_find_as (self->widget, GTK_TYPE_BUTTON,
                                                             "Guess this code")));
  gtk_editable_set_text (GTK_EDITABLE (entry), "41");
  g_signal_emit_by_name (entry, "activate");
  g_assert_cmpuint (self->revealed, ==, 0);
  gtk_editable_set_text (GTK_EDITABLE (entry), "418");
  press (self, "Guess this code");
  g_assert_cmpuint (self->revealed, ==, 1);
  rt_test_assert_text (self->widget, "1 guess: 1 class right, 1 code right");
}

/* There is no code to ask for in no class. */
static void
test_no_class (Fixture       *self,
               gconstpointer  data)
{
  arrive (self, 999);
  press (self, "5xx Server error");
  g_assert_cmpuint (self->revealed, ==, 1);
  rt_test_assert_text (self->widget, "999");
  rt_test_assert_text (self->widget, "1 guess: 0 classes right, 0 codes right");
}

static void
test_show_me (Fixture       *self,
              gconstpointer  data)
{
  press (self, "Show Me");
  g_assert_cmpuint (self->revealed, ==, 1);
  g_assert_cmpuint (self->done, ==, 1);
  g_assert_cmpuint (rt_predict_page_get_tally (RT_PREDICT_PAGE (self->widget))->given_up, ==, 1);
  g_assert_cmpuint (rt_predict_page_get_tally (RT_PREDICT_PAGE (self->widget))->guesses, ==, 0);
}

/* A new send begins anew; the tally stays. */
static void
test_again (Fixture       *self,
            gconstpointer  data)
{
  arrive (self, 200);
  press (self, "2xx Success");
  press (self, "200 OK");
  rt_predict_page_start (RT_PREDICT_PAGE (self->widget));
  rt_test_assert_text (self->widget, "Which class");
  rt_test_assert_no_text (self->widget, "OK");
  arrive (self, 302);
  press (self, "3xx Redirection");
  press (self, "301 Moved Permanently");
  rt_test_assert_text (self->widget, "2 guesses: 2 classes right, 1 code right");
}

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_PREDICT_PAGE);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/predict-page/new-destroy", test_new_destroy);
#define ADD(name, function) \
  g_test_add ("/predict-page/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("right", test_right);
  ADD ("wrong", test_wrong);
  ADD ("early", test_early);
  ADD ("no-class", test_no_class);
  ADD ("show-me", test_show_me);
  ADD ("again", test_again);

  return g_test_run ();
}
