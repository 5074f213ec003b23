/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A JSONPath that was read: its end, and whether it finds one node. */

#include "config.h"

#include "json-path-query.h"

void
rt_path_selector_free (RtPathSelector *self)
{
  if (self->name != NULL)
    g_string_free (self->name, TRUE);
  g_clear_pointer (&self->filter, rt_path_expr_free);
  g_free (self);
}

void
rt_path_segment_free (RtPathSegment *self)
{
  g_ptr_array_unref (self->selectors);
  g_free (self);
}

void
rt_path_query_free (RtPathQuery *self)
{
  g_ptr_array_unref (self->segments);
  g_free (self);
}

void
rt_path_expr_free (RtPathExpr *self)
{
  g_clear_pointer (&self->left, rt_path_expr_free);
  g_clear_pointer (&self->right, rt_path_expr_free);
  g_clear_pointer (&self->query, rt_path_query_free);
  if (self->string != NULL)
    g_string_free (self->string, TRUE);
  g_clear_pointer (&self->regex, rt_path_regex_free);
  g_free (self);
}

gboolean
rt_path_query_is_singular (const RtPathQuery *self)
{
  for (guint i = 0; i < self->segments->len; i++)
    {
      const RtPathSegment *segment = self->segments->pdata[i];
      const RtPathSelector *selector = segment->selectors->pdata[0];

      if (segment->descendant || segment->selectors->len != 1 ||
          (selector->kind != RT_PATH_NAME && selector->kind != RT_PATH_INDEX))
        return FALSE;
    }

  return TRUE;
}
