/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtFixedList: an array behind the interface of a list. */

#include "fixed-list.h"

struct _RtFixedList
{
  GObject    parent_instance;

  GType      item_type;
  GPtrArray *items;
};

static GType
get_item_type (GListModel *list)
{
  return RT_FIXED_LIST (list)->item_type;
}

static guint
get_n_items (GListModel *list)
{
  return RT_FIXED_LIST (list)->items->len;
}

static gpointer
get_item (GListModel *list,
          guint       position)
{
  GPtrArray *items = RT_FIXED_LIST (list)->items;

  return position < items->len ? g_object_ref (g_ptr_array_index (items, position)) : NULL;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (RtFixedList, rt_fixed_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
rt_fixed_list_finalize (GObject *object)
{
  g_clear_pointer (&RT_FIXED_LIST (object)->items, g_ptr_array_unref);

  G_OBJECT_CLASS (rt_fixed_list_parent_class)->finalize (object);
}

static void
rt_fixed_list_class_init (RtFixedListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = rt_fixed_list_finalize;
}

static void
rt_fixed_list_init (RtFixedList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

GListModel *
rt_fixed_list_new (GListModel *model)
{
  RtFixedList *self;

  g_return_val_if_fail (G_IS_LIST_MODEL (model), NULL);

  self = g_object_new (RT_TYPE_FIXED_LIST, NULL);
  self->item_type = g_list_model_get_item_type (model);
  for (guint i = 0; i < g_list_model_get_n_items (model); i++)
    g_ptr_array_add (self->items, g_list_model_get_item (model, i));

  return G_LIST_MODEL (self);
}
