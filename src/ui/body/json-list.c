/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtJsonList: a GListModel over a range of the children of one node. */

#include "config.h"

#include "json-list.h"

#include "json-item.h"

struct _RtJsonList
{
  GObject     parent_instance;

  RtJsonTree *tree;
  RtJsonNode  parent;
  guint64     first;
  guint64     max;    /* children at most */
  guint64     n;      /* children now */
  guint64     page;   /* children an item stands for: 1, or a power of RT_JSON_PAGE */
};

static void list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (RtJsonList, rt_json_list, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static guint
count_items (RtJsonList *self)
{
  return (self->n + self->page - 1) / self->page;
}

static GType
get_item_type (GListModel *model)
{
  return RT_TYPE_JSON_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return count_items (RT_JSON_LIST (model));
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  RtJsonList *self = RT_JSON_LIST (model);
  guint64 first = self->first + position * self->page;
  RtJsonNode node;

  if (position >= count_items (self))
    return NULL;
  if (self->page > 1)
    return rt_json_item_new_page (self->tree, &self->parent, first,
                                  MIN (self->page, self->first + self->n - first));
  if (rt_json_tree_get_children (self->tree, &self->parent, first, 1, &node) != 1)
    return NULL;

  return rt_json_item_new (self->tree, &node);
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

static void
measure (RtJsonList *self)
{
  guint64 all = rt_json_tree_count (self->tree, &self->parent);

  self->n = all > self->first ? MIN (all - self->first, self->max) : 0;
  self->page = 1;
  while ((self->n + self->page - 1) / self->page > RT_JSON_PAGE)
    self->page *= RT_JSON_PAGE;
}

/* A page that was not full is made anew: it says how many it has. */
static void
changed_cb (RtJsonList *self)
{
  guint before = count_items (self);
  guint64 n = self->n;
  guint64 page = self->page;
  guint kept;

  measure (self);
  if (self->n == n)
    return;
  kept = page == self->page ? MIN (n / page, count_items (self)) : 0;
  g_list_model_items_changed (G_LIST_MODEL (self), kept, before - kept,
                              count_items (self) - kept);
}

static void
rt_json_list_dispose (GObject *object)
{
  RtJsonList *self = RT_JSON_LIST (object);

  g_clear_object (&self->tree);

  G_OBJECT_CLASS (rt_json_list_parent_class)->dispose (object);
}

static void
rt_json_list_class_init (RtJsonListClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rt_json_list_dispose;
}

static void
rt_json_list_init (RtJsonList *self)
{
}

GListModel *
rt_json_list_new (RtJsonTree       *tree,
                  const RtJsonNode *parent,
                  guint64           first,
                  guint64           n)
{
  RtJsonList *self;

  g_return_val_if_fail (RT_IS_JSON_TREE (tree), NULL);
  g_return_val_if_fail (parent != NULL, NULL);

  self = g_object_new (RT_TYPE_JSON_LIST, NULL);
  self->tree = g_object_ref (tree);
  self->parent = *parent;
  self->first = first;
  self->max = n;
  measure (self);
  if (parent->unfinished)
    g_signal_connect_object (tree, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);

  return G_LIST_MODEL (self);
}
