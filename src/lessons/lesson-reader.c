/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Reads <lesson> and its steps. */

#include "config.h"

#include "lesson-reader.h"

#include "catalogue.h"
#include "catalogue-parser.h"
#include "lesson-condition-reader.h"
#include "lesson-request-reader.h"

static const char * const no_attributes[] = { NULL };

/* The texts of a lesson and of a step, before they have an owner. */
typedef struct
{
  char *title;
  char *goal;
  char *task;
  char *why;
} Texts;

static void
clear_texts (Texts *texts)
{
  g_clear_pointer (&texts->title, g_free);
  g_clear_pointer (&texts->goal, g_free);
  g_clear_pointer (&texts->task, g_free);
  g_clear_pointer (&texts->why, g_free);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Texts, clear_texts)

static gboolean
check_length (const RtNode  *node,
              const char    *name,
              const char    *text,
              glong          max,
              GError       **error)
{
  if (g_utf8_strlen (text, -1) <= max)
    return TRUE;

  rt_node_set_error (node, error, RT_REFERENCE_ERROR_VALUE,
                     "has a <%s> of more than %ld characters", name, max);
  return FALSE;
}

static const RtNode *
find_child (const RtNode *node,
            const char   *name,
            guint         skip)
{
  for (guint i = 0; i < node->children->len; i++)
    {
      const RtNode *child = g_ptr_array_index (node->children, i);

      if (g_str_equal (child->name, name) && skip-- == 0)
        return child;
    }

  return NULL;
}

static gboolean
check_once (const RtNode  *node,
            const char    *name,
            GError       **error)
{
  const RtNode *second = find_child (node, name, 1);

  if (second == NULL)
    return TRUE;

  rt_node_set_error (second, error, RT_REFERENCE_ERROR_DUPLICATE,
                     "appears twice in one <%s>", node->name);
  return FALSE;
}

static gboolean
read_conditions (RtLessonStep  *self,
                 const RtNode  *check,
                 guint          number,
                 GError       **error)
{
  if (!rt_node_check_attributes (check, no_attributes, error) ||
      !rt_node_check_children (check, rt_lesson_condition_get_names (), error))
    return FALSE;

  if (check->children->len < 1 || check->children->len > RT_LESSON_CONDITIONS_MAX)
    {
      rt_node_set_error (check, error, RT_REFERENCE_ERROR_MISSING,
                         "holds 1 to %d conditions", RT_LESSON_CONDITIONS_MAX);
      return FALSE;
    }

  for (guint i = 0; i < check->children->len; i++)
    {
      RtLessonCondition *condition =
        rt_lesson_condition_read (g_ptr_array_index (check->children, i), number, error);

      if (condition == NULL)
        return FALSE;
      g_ptr_array_add (self->conditions, condition);
    }

  return TRUE;
}

static gboolean
read_request_and_check (RtLessonStep  *self,
                        const RtNode  *node,
                        guint          number,
                        GError       **error)
{
  const RtNode *request = find_child (node, "request", 0);
  const RtNode *check = find_child (node, "check", 0);

  if (!check_once (node, "request", error) || !check_once (node, "check", error))
    return FALSE;
  if (check == NULL)
    {
      rt_node_set_error (node, error, RT_REFERENCE_ERROR_MISSING, "lacks its <check>");
      return FALSE;
    }
  if (request != NULL)
    {
      self->request = rt_lesson_request_read (request, number, error);
      if (self->request == NULL)
        return FALSE;
    }

  return read_conditions (self, check, number, error);
}

static gboolean
read_step_texts (RtLessonStep  *self,
                 const RtNode  *node,
                 GError       **error)
{
  static const RtTextSpec specs[] = {
    { "task", G_STRUCT_OFFSET (Texts, task), TRUE, TRUE },
    { "why", G_STRUCT_OFFSET (Texts, why), TRUE, TRUE },
  };
  g_auto(Texts) texts = { NULL };

  if (!rt_node_read_texts (node, specs, G_N_ELEMENTS (specs), &texts, error) ||
      !check_length (node, "task", texts.task, RT_LESSON_TASK_MAX, error) ||
      !check_length (node, "why", texts.why, RT_LESSON_WHY_MAX, error))
    return FALSE;

  self->task = g_steal_pointer (&texts.task);
  self->why = g_steal_pointer (&texts.why);

  return rt_node_read_reference (node, RT_REFERENCE_OPTIONAL, &self->section,
                                 &self->section_url, error);
}

/* @number: from 1. */
static RtLessonStep *
read_step (const RtNode  *node,
           guint          number,
           GError       **error)
{
  static const char * const children[] = { "task", "request", "check", "why", "reference", NULL };
  g_autoptr(RtLessonStep) self = g_slice_new0 (RtLessonStep);

  self->conditions =
    g_ptr_array_new_with_free_func ((GDestroyNotify) rt_lesson_condition_free);

  if (!rt_node_check_attributes (node, no_attributes, error) ||
      !rt_node_check_children (node, children, error) ||
      !read_step_texts (self, node, error) ||
      !read_request_and_check (self, node, number, error))
    return NULL;

  return g_steal_pointer (&self);
}

static GPtrArray *
read_steps (const RtNode  *root,
            GError       **error)
{
  g_autoptr(GPtrArray) steps =
    g_ptr_array_new_with_free_func ((GDestroyNotify) rt_lesson_step_free);

  for (guint i = 0; i < root->children->len; i++)
    {
      const RtNode *child = g_ptr_array_index (root->children, i);
      RtLessonStep *step;

      if (!g_str_equal (child->name, "step"))
        continue;
      if (steps->len == RT_LESSON_STEPS_MAX)
        {
          rt_node_set_error (child, error, RT_REFERENCE_ERROR_VALUE,
                             "is one of more than %d", RT_LESSON_STEPS_MAX);
          return NULL;
        }
      step = read_step (child, steps->len + 1, error);
      if (step == NULL)
        return NULL;
      g_ptr_array_add (steps, step);
    }

  if (steps->len == 0)
    {
      rt_node_set_error (root, error, RT_REFERENCE_ERROR_MISSING, "lacks its <step>");
      return NULL;
    }

  return g_steal_pointer (&steps);
}

static RtLesson *
read_root (const RtNode  *root,
           const char    *id,
           GError       **error)
{
  static const char * const children[] = { "title", "goal", "step", NULL };
  static const RtTextSpec specs[] = {
    { "title", G_STRUCT_OFFSET (Texts, title), TRUE, TRUE },
    { "goal", G_STRUCT_OFFSET (Texts, goal), TRUE, TRUE },
  };
  g_auto(Texts) texts = { NULL };
  g_autoptr(GPtrArray) steps = NULL;

  if (!g_str_equal (root->name, "lesson"))
    {
      rt_node_set_error (root, error, RT_REFERENCE_ERROR_UNKNOWN, "is no <lesson>");
      return NULL;
    }
  if (!rt_node_check_attributes (root, no_attributes, error) ||
      !rt_node_check_children (root, children, error) ||
      !rt_node_read_texts (root, specs, G_N_ELEMENTS (specs), &texts, error) ||
      !check_length (root, "title", texts.title, RT_LESSON_TITLE_MAX, error) ||
      !check_length (root, "goal", texts.goal, RT_LESSON_GOAL_MAX, error))
    return NULL;

  steps = read_steps (root, error);
  if (steps == NULL)
    return NULL;

  return rt_lesson_new (id, texts.title, texts.goal, g_steal_pointer (&steps));
}

RtLesson *
rt_lesson_read (const char  *id,
                const char  *file,
                GBytes      *xml,
                GError     **error)
{
  g_autoptr(RtNode) root = NULL;

  g_return_val_if_fail (id != NULL && file != NULL && xml != NULL, NULL);

  if (g_bytes_get_size (xml) > RT_LESSON_BYTES_MAX)
    {
      g_set_error (error, RT_REFERENCE_ERROR, RT_REFERENCE_ERROR_VALUE,
                   "%s:1: is larger than %d KiB", file, RT_LESSON_BYTES_MAX / 1024);
      return NULL;
    }

  root = rt_node_parse (file, xml, error);
  if (root == NULL)
    return NULL;

  return read_root (root, id, error);
}
