/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtComparedRow: a value with getters. */

#include "config.h"

#include "compared-row.h"

struct _RtComparedRow
{
  GObject        parent_instance;

  RtComparedPart part;
  RtCompared     result;
  char          *label;
  char          *left;
  char          *right;
};

G_DEFINE_FINAL_TYPE (RtComparedRow, rt_compared_row, G_TYPE_OBJECT)

static void
rt_compared_row_finalize (GObject *object)
{
  RtComparedRow *self = RT_COMPARED_ROW (object);

  g_clear_pointer (&self->label, g_free);
  g_clear_pointer (&self->left, g_free);
  g_clear_pointer (&self->right, g_free);

  G_OBJECT_CLASS (rt_compared_row_parent_class)->finalize (object);
}

static void
rt_compared_row_class_init (RtComparedRowClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_compared_row_finalize;
}

static void
rt_compared_row_init (RtComparedRow *self)
{
}

RtComparedRow *
rt_compared_row_new (RtComparedPart  part,
                     RtCompared      result,
                     const char     *label,
                     const char     *left,
                     const char     *right)
{
  RtComparedRow *self;

  g_return_val_if_fail (label != NULL, NULL);

  self = g_object_new (RT_TYPE_COMPARED_ROW, NULL);
  self->part = part;
  self->result = result;
  self->label = g_strdup (label);
  self->left = g_strdup (left);
  self->right = g_strdup (right);

  return self;
}

void
rt_compared_row_add (GPtrArray      *rows,
                     RtComparedPart  part,
                     const char     *label,
                     const char     *left,
                     const char     *right)
{
  RtCompared result = RT_COMPARED_CHANGED;

  g_return_if_fail (rows != NULL);

  if (left == NULL && right == NULL)
    return;
  if (right == NULL)
    result = RT_COMPARED_ONLY_LEFT;
  else if (left == NULL)
    result = RT_COMPARED_ONLY_RIGHT;
  else if (g_str_equal (left, right))
    result = RT_COMPARED_SAME;
  g_ptr_array_add (rows, rt_compared_row_new (part, result, label, left, right));
}

RtComparedPart
rt_compared_row_get_part (RtComparedRow *self)
{
  g_return_val_if_fail (RT_IS_COMPARED_ROW (self), RT_COMPARED_REQUEST);

  return self->part;
}

RtCompared
rt_compared_row_get_result (RtComparedRow *self)
{
  g_return_val_if_fail (RT_IS_COMPARED_ROW (self), RT_COMPARED_SAME);

  return self->result;
}

const char *
rt_compared_row_get_label (RtComparedRow *self)
{
  g_return_val_if_fail (RT_IS_COMPARED_ROW (self), NULL);

  return self->label;
}

const char *
rt_compared_row_get_left (RtComparedRow *self)
{
  g_return_val_if_fail (RT_IS_COMPARED_ROW (self), NULL);

  return self->left;
}

const char *
rt_compared_row_get_right (RtComparedRow *self)
{
  g_return_val_if_fail (RT_IS_COMPARED_ROW (self), NULL);

  return self->right;
}
