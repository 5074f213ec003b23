/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Tests of look-alikes-trails.c: five redirects sent through the engine to the
 * playground, and what the table says of them.
 */

#include "config.h"

#include "look-alikes-trails.h"

#include "playground.h"
#include "widgets.h"

typedef struct
{
  RtCatalogue  *catalogue;
  RtEngine     *engine;
  RtPlayground *playground;
  GtkWidget    *trails;
  guint         finished;
  RtTrail      *chosen;
} Fixture;

static void
finished_cb (Fixture *self,
             RtTrail *trail)
{
  g_assert_false (rt_trail_is_running (trail));
  self->finished++;
}

static void
chosen_cb (Fixture *self,
           RtTrail *trail)
{
  self->chosen = trail;
}

static void
set_up (Fixture       *self,
        gconstpointer  data)
{
  self->catalogue = rt_catalogue_new (NULL);
  self->engine = rt_engine_new (NULL);
  self->playground = rt_playground_new ();
  g_assert_true (rt_playground_start (self->playground, 0, NULL));
  self->trails = g_object_ref_sink (rt_look_alikes_trails_new ());
  rt_look_alikes_trails_set_group (RT_LOOK_ALIKES_TRAILS (self->trails), self->catalogue,
                                   rt_catalogue_find_group (self->catalogue, "redirects"));
  rt_look_alikes_trails_set_origin (RT_LOOK_ALIKES_TRAILS (self->trails), self->engine,
                                    rt_playground_get_http_origin (self->playground));
  g_signal_connect_swapped (self->trails, "finished", G_CALLBACK (finished_cb), self);
  g_signal_connect_swapped (self->trails, "show-trail", G_CALLBACK (chosen_cb), self);
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_assert_finalize_object (self->trails);
  g_clear_object (&self->engine);
  g_clear_object (&self->playground);
  g_clear_object (&self->catalogue);
}

static gboolean
is_done (gpointer data)
{
  return ((Fixture *) data)->finished == 5;
}

static GtkWidget *
find_row (Fixture    *self,
          const char *label)
{
  return rt_test_find_as (self->trails, GTK_TYPE_LIST_BOX_ROW, label);
}

static void
test_before (Fixture       *self,
             gconstpointer  data)
{
  GtkWidget *row = find_row (self, "303: For now. Method: Becomes GET. Not sent yet.");

  g_assert_nonnull (row);
  g_assert_false (gtk_list_box_row_get_activatable (GTK_LIST_BOX_ROW (row)));
  g_assert_null (rt_look_alikes_trails_get_trail (RT_LOOK_ALIKES_TRAILS (self->trails), 303));
  rt_test_assert_text (self->trails, "Not sent yet");
}

static void
test_send (Fixture       *self,
           gconstpointer  data)
{
  static const struct { int code; const char *arrived; const char *happened; } cases[] = {
    { 301, "GET, no content", "POST 301 → GET 200" },
    { 302, "GET, no content", "POST 302 → GET 200" },
    { 303, "GET, no content", "POST 303 → GET 200" },
    { 307, "POST, 25 bytes", "POST 307 → POST 200" },
    { 308, "POST, 25 bytes", "POST 308 → POST 200" },
  };
  GtkWidget *row;

  g_signal_emit_by_name (rt_test_find_as (self->trails, GTK_TYPE_BUTTON, "Send All Five"),
                         "clicked");
  rt_test_wait (is_done, self);
  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    rt_test_assert_text (self->trails, cases[i].happened);
  rt_test_assert_text (self->trails, "GET, no content");
  rt_test_assert_no_text (self->trails, "Not sent yet");

  row = find_row (self, "307: For now. Method: Kept. At the end: POST, 25 bytes. "
                        "POST 307 → POST 200");
  g_assert_nonnull (row);
  g_signal_emit_by_name (gtk_widget_get_parent (row), "row-activated", row);
  g_assert_nonnull (self->chosen);
  g_assert_true (self->chosen ==
                 rt_look_alikes_trails_get_trail (RT_LOOK_ALIKES_TRAILS (self->trails), 307));
}

/* A second time takes the place of the first, which may still run. */
static void
test_twice (Fixture       *self,
            gconstpointer  data)
{
  RtLookAlikesTrails *trails = RT_LOOK_ALIKES_TRAILS (self->trails);

  rt_look_alikes_trails_send (trails);
  rt_look_alikes_trails_send (trails);
  rt_test_wait (is_done, self);
  rt_test_assert_text (self->trails, "POST 308 → POST 200");
}

static void
test_without_playground (Fixture       *self,
                         gconstpointer  data)
{
  rt_look_alikes_trails_set_origin (RT_LOOK_ALIKES_TRAILS (self->trails), self->engine, NULL);
  rt_test_assert_no_text (self->trails, "Send All Five");
  rt_test_assert_text (self->trails, "cannot be sent");
  rt_look_alikes_trails_send (RT_LOOK_ALIKES_TRAILS (self->trails));
  g_assert_null (rt_look_alikes_trails_get_trail (RT_LOOK_ALIKES_TRAILS (self->trails), 301));
}

static void
test_new_destroy (void)
{
  rt_test_new_destroy (RT_TYPE_LOOK_ALIKES_TRAILS);
}

int
main (int   argc,
      char *argv[])
{
  rt_test_init_widgets (&argc, &argv);
  g_test_add_func ("/look-alikes-trails/new-destroy", test_new_destroy);
#define ADD(name, function) \
  g_test_add ("/look-alikes-trails/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("before", test_before);
  ADD ("send", test_send);
  ADD ("twice", test_twice);
  ADD ("without-playground", test_without_playground);

  return g_test_run ();
}
