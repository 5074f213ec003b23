/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtExplanation: asks the layer that explains, away from the window's thread. */

#include "config.h"

#include "explanation.h"

#include "explain.h"

struct _RtExplanation
{
  GObject    parent_instance;

  GPtrArray *notes;
  GPtrArray *steps;
};

G_DEFINE_FINAL_TYPE (RtExplanation, rt_explanation, G_TYPE_OBJECT)

typedef struct
{
  RtTrail     *trail; /* a snapshot */
  guint        position;
  RtCatalogue *catalogue;
} Question;

static void
question_free (Question *question)
{
  g_clear_object (&question->trail);
  g_clear_object (&question->catalogue);
  g_free (question);
}

static void
rt_explanation_finalize (GObject *object)
{
  RtExplanation *self = RT_EXPLANATION (object);

  g_clear_pointer (&self->notes, g_ptr_array_unref);
  g_clear_pointer (&self->steps, g_ptr_array_unref);

  G_OBJECT_CLASS (rt_explanation_parent_class)->finalize (object);
}

static void
rt_explanation_class_init (RtExplanationClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_explanation_finalize;
}

static void
rt_explanation_init (RtExplanation *self)
{
}

static void
make_thread (GTask        *task,
             gpointer      source,
             gpointer      task_data,
             GCancellable *cancellable)
{
  Question *question = task_data;
  gint64 now = g_get_real_time () / G_USEC_PER_SEC;
  GPtrArray *notes =
    rt_explain_exchange (question->trail, question->position, question->catalogue, now);
  GPtrArray *steps = rt_next_steps_for_exchange (question->trail, question->position, now);

  g_task_return_pointer (task, rt_explanation_new (notes, steps), g_object_unref);
}

RtExplanation *
rt_explanation_new (GPtrArray *notes,
                    GPtrArray *steps)
{
  RtExplanation *self;

  g_return_val_if_fail (notes != NULL && steps != NULL, NULL);

  self = g_object_new (RT_TYPE_EXPLANATION, NULL);
  self->notes = notes;
  self->steps = steps;

  return self;
}

void
rt_explanation_make_async (RtTrail             *trail,
                           guint                position,
                           RtCatalogue         *catalogue,
                           GCancellable        *cancellable,
                           GAsyncReadyCallback  callback,
                           gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;
  Question *question;

  g_return_if_fail (RT_IS_TRAIL (trail) && RT_IS_CATALOGUE (catalogue));
  g_return_if_fail (position < rt_trail_get_n_exchanges (trail));

  question = g_new0 (Question, 1);
  question->trail = rt_trail_snapshot (trail);
  question->position = position;
  question->catalogue = g_object_ref (catalogue);

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, rt_explanation_make_async);
  g_task_set_task_data (task, question, (GDestroyNotify) question_free);
  g_task_run_in_thread (task, make_thread);
}

RtExplanation *
rt_explanation_make_finish (GAsyncResult  *result,
                            GError       **error)
{
  Question *question;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  /* Not with the task, which may end in its thread. */
  question = g_task_get_task_data (G_TASK (result));
  g_clear_object (&question->trail);
  g_clear_object (&question->catalogue);

  return g_task_propagate_pointer (G_TASK (result), error);
}

GPtrArray *
rt_explanation_get_notes (RtExplanation *self)
{
  g_return_val_if_fail (RT_IS_EXPLANATION (self), NULL);

  return self->notes;
}

GPtrArray *
rt_explanation_get_steps (RtExplanation *self)
{
  g_return_val_if_fail (RT_IS_EXPLANATION (self), NULL);

  return self->steps;
}
