/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Holds what the reader read. */

#include "config.h"

#include "lesson.h"

struct _RtLesson
{
  GObject    parent_instance;

  char      *id;
  char      *title;
  char      *goal;
  char      *fault;
  GPtrArray *steps;
};

G_DEFINE_FINAL_TYPE (RtLesson, rt_lesson, G_TYPE_OBJECT)

void
rt_lesson_step_free (RtLessonStep *self)
{
  g_clear_pointer (&self->task, g_free);
  g_clear_pointer (&self->request, rt_lesson_request_free);
  g_clear_pointer (&self->conditions, g_ptr_array_unref);
  g_clear_pointer (&self->why, g_free);
  g_clear_pointer (&self->section, g_free);
  g_clear_pointer (&self->section_url, g_free);
  g_slice_free (RtLessonStep, self);
}

static void
rt_lesson_finalize (GObject *object)
{
  RtLesson *self = RT_LESSON (object);

  g_clear_pointer (&self->id, g_free);
  g_clear_pointer (&self->title, g_free);
  g_clear_pointer (&self->goal, g_free);
  g_clear_pointer (&self->fault, g_free);
  g_clear_pointer (&self->steps, g_ptr_array_unref);

  G_OBJECT_CLASS (rt_lesson_parent_class)->finalize (object);
}

static void
rt_lesson_class_init (RtLessonClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_lesson_finalize;
}

static void
rt_lesson_init (RtLesson *self)
{
}

RtLesson *
rt_lesson_new (const char *id,
               const char *title,
               const char *goal,
               GPtrArray  *steps)
{
  RtLesson *self;

  g_return_val_if_fail (id != NULL && title != NULL && goal != NULL, NULL);
  g_return_val_if_fail (steps != NULL && steps->len > 0, NULL);

  self = g_object_new (RT_TYPE_LESSON, NULL);
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->goal = g_strdup (goal);
  self->steps = steps;

  return self;
}

RtLesson *
rt_lesson_new_broken (const char *id,
                      const char *title,
                      const char *fault)
{
  RtLesson *self;

  g_return_val_if_fail (id != NULL && title != NULL && fault != NULL, NULL);

  self = g_object_new (RT_TYPE_LESSON, NULL);
  self->id = g_strdup (id);
  self->title = g_strdup (title);
  self->goal = g_strdup ("");
  self->fault = g_strdup (fault);
  self->steps = g_ptr_array_new ();

  return self;
}

const char *
rt_lesson_get_id (RtLesson *self)
{
  g_return_val_if_fail (RT_IS_LESSON (self), NULL);

  return self->id;
}

const char *
rt_lesson_get_title (RtLesson *self)
{
  g_return_val_if_fail (RT_IS_LESSON (self), NULL);

  return self->title;
}

const char *
rt_lesson_get_goal (RtLesson *self)
{
  g_return_val_if_fail (RT_IS_LESSON (self), NULL);

  return self->goal;
}

const char *
rt_lesson_get_fault (RtLesson *self)
{
  g_return_val_if_fail (RT_IS_LESSON (self), NULL);

  return self->fault;
}

guint
rt_lesson_get_n_steps (RtLesson *self)
{
  g_return_val_if_fail (RT_IS_LESSON (self), 0);

  return self->steps->len;
}

const RtLessonStep *
rt_lesson_get_step (RtLesson *self,
                    guint     position)
{
  g_return_val_if_fail (RT_IS_LESSON (self), NULL);
  g_return_val_if_fail (position < self->steps->len, NULL);

  return g_ptr_array_index (self->steps, position);
}
