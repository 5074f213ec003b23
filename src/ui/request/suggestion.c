/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One suggestion, and the pure matching of a list of them. No widgets. */

#include "config.h"

#include "suggestion.h"

#include "entry.h"

struct _RtSuggestion
{
  GObject  parent_instance;

  char    *text;
  char    *detail;
};

G_DEFINE_FINAL_TYPE (RtSuggestion, rt_suggestion, G_TYPE_OBJECT)

static void
rt_suggestion_finalize (GObject *object)
{
  RtSuggestion *self = RT_SUGGESTION (object);

  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->detail, g_free);

  G_OBJECT_CLASS (rt_suggestion_parent_class)->finalize (object);
}

static void
rt_suggestion_class_init (RtSuggestionClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_suggestion_finalize;
}

static void
rt_suggestion_init (RtSuggestion *self)
{
}

RtSuggestion *
rt_suggestion_new (const char *text,
                   const char *detail)
{
  RtSuggestion *self;

  g_return_val_if_fail (text != NULL, NULL);
  g_return_val_if_fail (detail != NULL, NULL);

  self = g_object_new (RT_TYPE_SUGGESTION, NULL);
  self->text = g_strdup (text);
  self->detail = g_strdup (detail);
  return self;
}

const char *
rt_suggestion_get_text (RtSuggestion *self)
{
  g_return_val_if_fail (RT_IS_SUGGESTION (self), NULL);

  return self->text;
}

const char *
rt_suggestion_get_detail (RtSuggestion *self)
{
  g_return_val_if_fail (RT_IS_SUGGESTION (self), NULL);

  return self->detail;
}

GListModel *
rt_suggestion_list_from_entries (GListModel *entries)
{
  g_autoptr (GListStore) list = g_list_store_new (RT_TYPE_SUGGESTION);

  g_return_val_if_fail (G_IS_LIST_MODEL (entries), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (RtEntry) entry = g_list_model_get_item (entries, i);
      g_autoptr (RtSuggestion) suggestion = NULL;

      suggestion = rt_suggestion_new (rt_entry_get_name (entry),
                                      rt_entry_get_summary (entry));
      g_list_store_append (list, suggestion);
    }
  return G_LIST_MODEL (g_steal_pointer (&list));
}

void
rt_suggestion_list_match (GListModel *suggestions,
                          const char *text,
                          GListStore *matches)
{
  g_autoptr (GPtrArray) starting = NULL;
  g_autoptr (GPtrArray) holding = NULL;
  g_autofree char *needle = NULL;

  g_return_if_fail (suggestions == NULL || G_IS_LIST_MODEL (suggestions));
  g_return_if_fail (text != NULL);
  g_return_if_fail (G_IS_LIST_STORE (matches));

  starting = g_ptr_array_new_with_free_func (g_object_unref);
  holding = g_ptr_array_new_with_free_func (g_object_unref);
  needle = g_utf8_casefold (text, -1);

  for (guint i = 0; suggestions != NULL && i < g_list_model_get_n_items (suggestions); i++)
    {
      g_autoptr (RtSuggestion) item = g_list_model_get_item (suggestions, i);
      g_autofree char *folded = g_utf8_casefold (item->text, -1);

      if (g_str_has_prefix (folded, needle))
        g_ptr_array_add (starting, g_steal_pointer (&item));
      else if (strstr (folded, needle) != NULL)
        g_ptr_array_add (holding, g_steal_pointer (&item));
    }

  g_ptr_array_extend_and_steal (starting, g_steal_pointer (&holding));
  g_list_store_splice (matches, 0, g_list_model_get_n_items (G_LIST_MODEL (matches)),
                       starting->pdata, starting->len);
}
