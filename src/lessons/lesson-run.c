/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Keeps the trail that passed each step. */

#include "config.h"

#include "lesson-run.h"

#include "lesson-verdict.h"

struct _RtLessonRun
{
  GObject      parent_instance;

  RtLesson    *lesson;
  RtCatalogue *catalogue;
  GPtrArray   *trails;    /* RtTrail that passed, by step; NULL for none */
  char        *complaint;
  guint        position;
};

G_DEFINE_FINAL_TYPE (RtLessonRun, rt_lesson_run, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static void
rt_lesson_run_dispose (GObject *object)
{
  RtLessonRun *self = RT_LESSON_RUN (object);

  g_clear_pointer (&self->trails, g_ptr_array_unref);
  g_clear_object (&self->catalogue);
  g_clear_object (&self->lesson);

  G_OBJECT_CLASS (rt_lesson_run_parent_class)->dispose (object);
}

static void
rt_lesson_run_finalize (GObject *object)
{
  RtLessonRun *self = RT_LESSON_RUN (object);

  g_clear_pointer (&self->complaint, g_free);

  G_OBJECT_CLASS (rt_lesson_run_parent_class)->finalize (object);
}

static void
rt_lesson_run_class_init (RtLessonRunClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = rt_lesson_run_dispose;
  object_class->finalize = rt_lesson_run_finalize;

  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST,
                                   0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
clear_trail (gpointer trail)
{
  if (trail != NULL)
    g_object_unref (trail);
}

static void
rt_lesson_run_init (RtLessonRun *self)
{
  self->trails = g_ptr_array_new_with_free_func (clear_trail);
}

RtLessonRun *
rt_lesson_run_new (RtLesson    *lesson,
                   RtCatalogue *catalogue)
{
  RtLessonRun *self;

  g_return_val_if_fail (RT_IS_LESSON (lesson), NULL);
  g_return_val_if_fail (rt_lesson_get_n_steps (lesson) > 0, NULL);

  self = g_object_new (RT_TYPE_LESSON_RUN, NULL);
  self->lesson = g_object_ref (lesson);
  g_set_object (&self->catalogue, catalogue);
  g_ptr_array_set_size (self->trails, (int) rt_lesson_get_n_steps (lesson));

  return self;
}

RtLesson *
rt_lesson_run_get_lesson (RtLessonRun *self)
{
  g_return_val_if_fail (RT_IS_LESSON_RUN (self), NULL);

  return self->lesson;
}

guint
rt_lesson_run_get_position (RtLessonRun *self)
{
  g_return_val_if_fail (RT_IS_LESSON_RUN (self), 0);

  return self->position;
}

const RtLessonStep *
rt_lesson_run_get_step (RtLessonRun *self)
{
  g_return_val_if_fail (RT_IS_LESSON_RUN (self), NULL);

  return rt_lesson_get_step (self->lesson, self->position);
}

gboolean
rt_lesson_run_is_passed (RtLessonRun *self)
{
  g_return_val_if_fail (RT_IS_LESSON_RUN (self), FALSE);

  return g_ptr_array_index (self->trails, self->position) != NULL;
}

gboolean
rt_lesson_run_is_finished (RtLessonRun *self)
{
  g_return_val_if_fail (RT_IS_LESSON_RUN (self), FALSE);

  for (guint i = 0; i < self->trails->len; i++)
    {
      if (g_ptr_array_index (self->trails, i) == NULL)
        return FALSE;
    }

  return TRUE;
}

const char *
rt_lesson_run_get_complaint (RtLessonRun *self)
{
  g_return_val_if_fail (RT_IS_LESSON_RUN (self), NULL);

  return self->complaint;
}

/* The trails of the steps before, and @trail as that of this step. */
static GPtrArray *
dup_trails_with (RtLessonRun *self,
                 RtTrail     *trail)
{
  GPtrArray *trails = g_ptr_array_new ();

  for (guint i = 0; i < self->trails->len; i++)
    g_ptr_array_add (trails, i == self->position ? (gpointer) trail
                                                 : g_ptr_array_index (self->trails, i));

  return trails;
}

void
rt_lesson_run_judge (RtLessonRun *self,
                     RtTrail     *trail)
{
  g_autoptr(GPtrArray) trails = NULL;
  g_autofree char *complaint = NULL;
  gpointer *place;

  g_return_if_fail (RT_IS_LESSON_RUN (self) && RT_IS_TRAIL (trail));

  place = &g_ptr_array_index (self->trails, self->position);
  trails = dup_trails_with (self, trail);
  complaint = rt_lesson_verdict_dup_complaint (rt_lesson_run_get_step (self)->conditions,
                                               trail, trails, self->catalogue);

  if (complaint != NULL && rt_lesson_run_is_passed (self))
    return;

  g_clear_pointer (&self->complaint, g_free);
  if (complaint == NULL)
    g_set_object (place, trail);
  else
    self->complaint = g_steal_pointer (&complaint);
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
go_to (RtLessonRun *self,
       guint        position)
{
  self->position = position;
  g_clear_pointer (&self->complaint, g_free);
  g_signal_emit (self, signals[CHANGED], 0);
}

void
rt_lesson_run_next (RtLessonRun *self)
{
  g_return_if_fail (RT_IS_LESSON_RUN (self));

  if (rt_lesson_run_is_passed (self) && self->position + 1 < self->trails->len)
    go_to (self, self->position + 1);
}

void
rt_lesson_run_back (RtLessonRun *self)
{
  g_return_if_fail (RT_IS_LESSON_RUN (self));

  if (self->position > 0)
    go_to (self, self->position - 1);
}

char *
rt_lesson_run_fill (RtLessonRun *self,
                    RtRequest   *request,
                    const char  *origin)
{
  const RtLessonStep *step;

  g_return_val_if_fail (RT_IS_LESSON_RUN (self) && RT_IS_REQUEST (request), NULL);
  g_return_val_if_fail (origin != NULL, NULL);

  step = rt_lesson_run_get_step (self);
  if (step->request == NULL)
    return NULL;

  return rt_lesson_request_fill (step->request, request, origin, self->trails);
}
