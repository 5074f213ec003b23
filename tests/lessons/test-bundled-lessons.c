/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* All lessons of the program: every text is there and fits, and the request of
 * each step, sent to a real playground, passes its check, in order, while a
 * response to something else does not.
 */

#include "config.h"

#include <string.h>

#include "engine.h"
#include "lesson-run.h"
#include "lesson-shelf.h"
#include "playground.h"

typedef struct
{
  RtEngine     *engine;
  RtPlayground *playground;
  RtCatalogue  *catalogue;
  GPtrArray    *lessons;
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
  self->catalogue = rt_catalogue_new (&error);
  g_assert_no_error (error);
  self->lessons = rt_lesson_shelf_load ("/nonexistent/lessons");
}

static void
tear_down (Fixture       *self,
           gconstpointer  data)
{
  g_clear_pointer (&self->lessons, g_ptr_array_unref);
  g_assert_finalize_object (g_steal_pointer (&self->engine));
  g_assert_finalize_object (g_steal_pointer (&self->playground));
  g_clear_object (&self->catalogue);
}

/* A whole sentence that fits where it is shown. */
static void
assert_text (const char *text,
             glong       min,
             glong       max)
{
  g_test_message ("%s", text);
  g_assert_cmpint (g_utf8_strlen (text, -1), >=, min);
  g_assert_cmpint (g_utf8_strlen (text, -1), <=, max);
  g_assert_true (g_unichar_isupper (g_utf8_get_char (text)) || g_ascii_isdigit (*text));
  g_assert_nonnull (strchr (".)!?", text[strlen (text) - 1]));
}

static void
test_texts (Fixture       *self,
            gconstpointer  data)
{
  g_autoptr(GHashTable) titles = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_cmpuint (self->lessons->len, ==, 12);
  for (guint i = 0; i < self->lessons->len; i++)
    {
      RtLesson *lesson = g_ptr_array_index (self->lessons, i);
      g_autofree char *number = g_strdup_printf ("%02u-", i + 1);

      g_assert_cmpstr (rt_lesson_get_fault (lesson), ==, NULL);
      g_assert_true (g_str_has_prefix (rt_lesson_get_id (lesson), number));
      g_assert_true (g_hash_table_add (titles, (gpointer) rt_lesson_get_title (lesson)));
      g_assert_cmpint (g_utf8_strlen (rt_lesson_get_title (lesson), -1), <=, 40);
      assert_text (rt_lesson_get_goal (lesson), 40, 110);
      g_assert_cmpuint (rt_lesson_get_n_steps (lesson), >=, 2);
      g_assert_cmpuint (rt_lesson_get_n_steps (lesson), <=, 5);
      for (guint j = 0; j < rt_lesson_get_n_steps (lesson); j++)
        {
          const RtLessonStep *step = rt_lesson_get_step (lesson, j);

          assert_text (step->task, 20, 140);
          assert_text (step->why, 80, 280);
          g_assert_cmpstr (step->section, !=, "");
          g_assert_cmpstr (step->section_url, !=, "");
          g_assert_nonnull (step->request);
        }
    }
}

/* (transfer full) */
static RtTrail *
send_request (Fixture   *self,
              RtRequest *request)
{
  RtTrail *trail = rt_engine_send (self->engine, request);

  while (rt_trail_is_running (trail))
    g_main_context_iteration (NULL, TRUE);

  return trail;
}

static RtTrail *
send_step (Fixture     *self,
           RtLessonRun *run)
{
  g_autoptr(RtRequest) request = rt_request_new ();
  g_autofree char *missing =
    rt_lesson_run_fill (run, request, rt_playground_get_http_origin (self->playground));

  g_assert_null (missing);

  return send_request (self, request);
}

/* Responses to other things: of every class, a redirect, a login, a failure. */
static GPtrArray *
create_unrelated (Fixture *self)
{
  static const char * const paths[] = {
    "/get", "/status/204", "/status/304", "/nowhere", "/status/401", "/status/412",
    "/status/416", "/status/429", "/status/502", "/redirect/1", "/redirect/2",
    "/fault/reset-before-head", "/fault/bad-status-line",
  };
  GPtrArray *trails = g_ptr_array_new_with_free_func (g_object_unref);

  for (gsize i = 0; i < G_N_ELEMENTS (paths); i++)
    {
      g_autoptr(RtRequest) request = rt_request_new ();
      g_autofree char *url =
        g_strconcat (rt_playground_get_http_origin (self->playground), paths[i], NULL);

      rt_request_set_url (request, url);
      g_ptr_array_add (trails, send_request (self, request));
    }

  return trails;
}

static void
assert_refuses (RtLessonRun *run,
                GPtrArray   *unrelated)
{
  for (guint i = 0; i < unrelated->len; i++)
    {
      rt_lesson_run_judge (run, g_ptr_array_index (unrelated, i));
      g_assert_false (rt_lesson_run_is_passed (run));
      g_test_message ("%s", rt_lesson_run_get_complaint (run));
      g_assert_true (g_str_has_prefix (rt_lesson_run_get_complaint (run), "This step wants "));
      g_assert_true (g_str_has_suffix (rt_lesson_run_get_complaint (run), "."));
    }
}

static void
walk (Fixture   *self,
      RtLesson  *lesson,
      GPtrArray *unrelated)
{
  g_autoptr(RtLessonRun) run = rt_lesson_run_new (lesson, self->catalogue);
  g_autoptr(RtTrail) before = NULL;

  for (guint i = 0; i < rt_lesson_get_n_steps (lesson); i++)
    {
      g_autoptr(RtTrail) trail = NULL;

      g_test_message ("%s, step %u", rt_lesson_get_id (lesson), i + 1);
      g_assert_cmpuint (rt_lesson_run_get_position (run), ==, i);
      assert_refuses (run, unrelated);
      /* Nor does what passed the step before. */
      if (before != NULL)
        {
          rt_lesson_run_judge (run, before);
          g_assert_false (rt_lesson_run_is_passed (run));
        }
      trail = send_step (self, run);
      rt_lesson_run_judge (run, trail);
      g_assert_cmpstr (rt_lesson_run_get_complaint (run), ==, NULL);
      g_assert_true (rt_lesson_run_is_passed (run));
      g_set_object (&before, trail);
      rt_lesson_run_next (run);
    }

  g_assert_true (rt_lesson_run_is_finished (run));
}

static void
test_walk (Fixture       *self,
           gconstpointer  data)
{
  g_autoptr(GPtrArray) unrelated = create_unrelated (self);

  for (guint i = 0; i < self->lessons->len; i++)
    walk (self, g_ptr_array_index (self->lessons, i), unrelated);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add ("/lessons/bundled/texts", Fixture, NULL, set_up, test_texts, tear_down);
  g_test_add ("/lessons/bundled/walk", Fixture, NULL, set_up, test_walk, tear_down);

  return g_test_run ();
}
