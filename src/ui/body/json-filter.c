/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One task: compile, search, at most so many. */

#include "config.h"

#include "json-filter.h"

#include "json-item.h"
#include "json-path.h"

#include <glib/gi18n-lib.h>

typedef struct
{
  RtJsonTree *tree;
  RtJsonPath *path; /* NULL: a text */
  char       *text;
  gboolean    cut;
} FilterData;

static void
filter_data_free (FilterData *data)
{
  g_clear_object (&data->tree);
  g_clear_pointer (&data->path, rt_json_path_free);
  g_clear_pointer (&data->text, g_free);
  g_free (data);
}

static void
filter_thread (GTask        *task,
               gpointer      source_object,
               gpointer      task_data,
               GCancellable *cancellable)
{
  FilterData *data = task_data;
  g_autoptr (GArray) nodes = g_array_new (FALSE, FALSE, sizeof (RtJsonNode));
  GError *error = NULL;
  gboolean done;

  if (data->path != NULL)
    done = rt_json_path_evaluate (data->path, data->tree, RT_JSON_FILTER_MAX, cancellable, nodes,
                                  &data->cut, &error);
  else
    done = rt_json_tree_find_text (data->tree, data->text, FALSE, RT_JSON_FILTER_MAX,
                                   cancellable, nodes, &data->cut, &error);
  if (done)
    g_task_return_pointer (task, g_steal_pointer (&nodes), (GDestroyNotify) g_array_unref);
  else
    g_task_return_error (task, error);
}

/* FALSE when the expression is none: the task has the error then. */
static gboolean
compile (GTask      *task,
         FilterData *data)
{
  g_autoptr (GError) error = NULL;
  gsize offset = 0;

  data->path = rt_json_path_new (data->text, &offset, &error);
  if (data->path != NULL)
    return TRUE;

  g_task_return_new_error (task, error->domain, error->code,
                           _("No JSONPath: %s, at character %ld."), error->message,
                           g_utf8_strlen (data->text, offset) + 1);

  return FALSE;
}

void
rt_json_filter_async (RtJsonTree          *tree,
                      const char          *text,
                      GCancellable        *cancellable,
                      GAsyncReadyCallback  callback,
                      gpointer             user_data)
{
  g_autoptr (GTask) task = NULL;
  FilterData *data;

  g_return_if_fail (RT_IS_JSON_TREE (tree));
  g_return_if_fail (text != NULL && *text != '\0');

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, rt_json_filter_async);
  data = g_new0 (FilterData, 1);
  data->tree = g_object_ref (tree);
  data->text = g_strdup (text);
  g_task_set_task_data (task, data, (GDestroyNotify) filter_data_free);
  if (*text != '$' || compile (task, data))
    g_task_run_in_thread (task, filter_thread);
}

GArray *
rt_json_filter_finish (GAsyncResult  *result,
                       gboolean      *cut,
                       GError       **error)
{
  FilterData *data;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (cut != NULL, NULL);

  data = g_task_get_task_data (G_TASK (result));
  *cut = data->cut;
  /* Not with the task, which may end in its thread. */
  g_clear_object (&data->tree);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/* Whether what @items holds are the first of @nodes. */
static gboolean
are_first (GListStore *items,
           GArray     *nodes)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (items));

  if (n > nodes->len)
    return FALSE;
  for (guint i = 0; i < n; i++)
    {
      g_autoptr (RtJsonItem) item = g_list_model_get_item (G_LIST_MODEL (items), i);
      const RtJsonNode *one = rt_json_item_get_node (item);
      const RtJsonNode *other = &g_array_index (nodes, RtJsonNode, i);

      if (one->offset != other->offset || one->kind != other->kind)
        return FALSE;
    }

  return TRUE;
}

gboolean
rt_json_filter_extend (GListStore *items,
                       RtJsonTree *tree,
                       GArray     *nodes)
{
  g_autoptr (GPtrArray) more = g_ptr_array_new_with_free_func (g_object_unref);
  guint n;

  g_return_val_if_fail (G_IS_LIST_STORE (items), FALSE);
  g_return_val_if_fail (RT_IS_JSON_TREE (tree) && nodes != NULL, FALSE);

  if (!are_first (items, nodes))
    return FALSE;
  n = g_list_model_get_n_items (G_LIST_MODEL (items));
  for (guint i = n; i < nodes->len; i++)
    g_ptr_array_add (more, rt_json_item_new_found (tree, &g_array_index (nodes, RtJsonNode, i)));
  g_list_store_splice (items, n, 0, more->pdata, more->len);

  return TRUE;
}
