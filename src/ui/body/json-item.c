/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtJsonItem: a node and where it stands; no text is kept. */

#include "config.h"

#include "json-item.h"

#include "format.h"
#include "json-list.h"
#include "text.h"

#include <glib/gi18n-lib.h>

/* Bytes of a key and of a value that a row shows. */
#define SHOWN_KEY 200
#define SHOWN_VALUE 400

typedef enum
{
  ITEM_NODE,
  ITEM_PAGE,
  ITEM_FOUND,
} ItemKind;

struct _RtJsonItem
{
  GObject     parent_instance;

  RtJsonTree *tree;
  RtJsonNode  node;
  ItemKind    kind;
  guint64     first; /* of a page */
  guint64     n;
};

G_DEFINE_FINAL_TYPE (RtJsonItem, rt_json_item, G_TYPE_OBJECT)

static void
rt_json_item_dispose (GObject *object)
{
  RtJsonItem *self = RT_JSON_ITEM (object);

  g_clear_object (&self->tree);

  G_OBJECT_CLASS (rt_json_item_parent_class)->dispose (object);
}

static void
rt_json_item_class_init (RtJsonItemClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = rt_json_item_dispose;
}

static void
rt_json_item_init (RtJsonItem *self)
{
}

static RtJsonItem *
make (RtJsonTree       *tree,
      const RtJsonNode *node,
      ItemKind          kind)
{
  RtJsonItem *self = g_object_new (RT_TYPE_JSON_ITEM, NULL);

  self->tree = g_object_ref (tree);
  self->node = *node;
  self->kind = kind;

  return self;
}

RtJsonItem *
rt_json_item_new (RtJsonTree       *tree,
                  const RtJsonNode *node)
{
  g_return_val_if_fail (RT_IS_JSON_TREE (tree), NULL);
  g_return_val_if_fail (node != NULL, NULL);

  return make (tree, node, ITEM_NODE);
}

RtJsonItem *
rt_json_item_new_page (RtJsonTree       *tree,
                       const RtJsonNode *parent,
                       guint64           first,
                       guint64           n)
{
  RtJsonItem *self;

  g_return_val_if_fail (RT_IS_JSON_TREE (tree), NULL);
  g_return_val_if_fail (parent != NULL, NULL);

  self = make (tree, parent, ITEM_PAGE);
  self->first = first;
  self->n = n;

  return self;
}

RtJsonItem *
rt_json_item_new_found (RtJsonTree       *tree,
                        const RtJsonNode *node)
{
  g_return_val_if_fail (RT_IS_JSON_TREE (tree), NULL);
  g_return_val_if_fail (node != NULL, NULL);

  return make (tree, node, ITEM_FOUND);
}

RtJsonTree *
rt_json_item_get_tree (RtJsonItem *self)
{
  g_return_val_if_fail (RT_IS_JSON_ITEM (self), NULL);

  return self->tree;
}

const RtJsonNode *
rt_json_item_get_node (RtJsonItem *self)
{
  g_return_val_if_fail (RT_IS_JSON_ITEM (self), NULL);

  return &self->node;
}

gboolean
rt_json_item_is_page (RtJsonItem *self)
{
  g_return_val_if_fail (RT_IS_JSON_ITEM (self), FALSE);

  return self->kind == ITEM_PAGE;
}

/* What was cut off ends in an ellipsis. */
static char *
make_text (GString *bytes,
           gsize    shown)
{
  if (bytes->len >= shown - 4)
    g_string_append (bytes, "…");

  return rt_text_from_wire (bytes->str, bytes->len);
}

static char *
dup_path (RtJsonItem *self)
{
  g_autofree char *path = rt_json_tree_dup_short_path (self->tree, &self->node, SHOWN_KEY);

  return rt_text_from_wire (path, -1);
}

static gboolean
is_root (RtJsonItem *self)
{
  RtJsonNode root;

  return self->node.kind == RT_JSON_DOCUMENTS ||
         (rt_json_tree_get_root (self->tree, &root) && root.kind != RT_JSON_DOCUMENTS &&
          root.offset == self->node.offset);
}

char *
rt_json_item_dup_label (RtJsonItem *self)
{
  g_autoptr (GString) key = NULL;

  g_return_val_if_fail (RT_IS_JSON_ITEM (self), NULL);

  if (self->kind == ITEM_FOUND)
    return dup_path (self);
  if (self->kind == ITEM_PAGE)
    {
      g_autofree char *first = rt_format_count (self->first);
      g_autofree char *last = rt_format_count (self->first + self->n - 1);

      return g_strdup_printf ("[%s … %s]", first, last);
    }

  key = g_string_new (NULL);
  rt_json_tree_append_key (self->tree, &self->node, SHOWN_KEY, key);
  if (self->node.key_length > 0)
    return key->len > 0 ? make_text (key, SHOWN_KEY) : g_strdup ("\"\"");
  if (is_root (self))
    return g_strdup ("");

  return g_strdup_printf ("[%" G_GUINT64_FORMAT "]", self->node.index);
}

char *
rt_json_item_dup_value (RtJsonItem *self)
{
  g_autoptr (GString) source = NULL;

  g_return_val_if_fail (RT_IS_JSON_ITEM (self), NULL);

  if (self->kind == ITEM_PAGE || rt_json_kind_is_container (self->node.kind))
    return g_strdup ("");
  source = g_string_new (NULL);
  rt_json_tree_append_source (self->tree, &self->node, SHOWN_VALUE, source);

  return make_text (source, SHOWN_VALUE);
}

static const char *
get_count_format (RtJsonItem *self,
                  guint64     n)
{
  if (self->node.kind == RT_JSON_OBJECT)
    return g_dngettext (GETTEXT_PACKAGE, "{ } %s member", "{ } %s members", n);
  if (self->node.kind == RT_JSON_ARRAY)
    return g_dngettext (GETTEXT_PACKAGE, "[ ] %s item", "[ ] %s items", n);

  return g_dngettext (GETTEXT_PACKAGE, "%s document", "%s documents", n);
}

/* The node is of the time when the item was made; its end may have come since. */
static gboolean
is_unfinished (RtJsonItem *self)
{
  g_autoptr (GArray) chain = NULL;
  RtJsonNode *now;
  RtJsonNode root;

  if (!self->node.unfinished)
    return FALSE;
  if (rt_json_tree_get_root (self->tree, &root) &&
      root.kind == self->node.kind && root.offset == self->node.offset)
    return root.unfinished;
  chain = g_array_new (FALSE, FALSE, sizeof (RtJsonNode));
  if (!rt_json_tree_locate (self->tree, self->node.offset, chain) || chain->len == 0)
    return TRUE;
  now = &g_array_index (chain, RtJsonNode, chain->len - 1);

  return now->offset != self->node.offset || now->unfinished;
}

char *
rt_json_item_dup_facts (RtJsonItem *self)
{
  g_autofree char *count = NULL;
  g_autofree char *words = NULL;
  guint64 n;

  g_return_val_if_fail (RT_IS_JSON_ITEM (self), NULL);

  if (self->kind == ITEM_PAGE || !rt_json_kind_is_container (self->node.kind))
    return g_strdup ("");

  n = rt_json_tree_count (self->tree, &self->node);
  count = rt_format_count (n);
#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wformat-nonliteral"
  words = g_strdup_printf (get_count_format (self, n), count);
#pragma GCC diagnostic pop
  if (is_unfinished (self))
    return g_strdup_printf (rt_json_tree_is_complete (self->tree) ? _("%s, without an end")
                                                                  : _("%s so far"), words);

  return g_steal_pointer (&words);
}

const char *
rt_json_item_get_kind_word (RtJsonItem *self)
{
  g_return_val_if_fail (RT_IS_JSON_ITEM (self), NULL);

  switch (self->node.kind)
    {
    case RT_JSON_OBJECT:
      return _("object");
    case RT_JSON_ARRAY:
      return _("array");
    case RT_JSON_STRING:
      return _("string");
    case RT_JSON_NUMBER:
      return _("number");
    case RT_JSON_TRUE:
    case RT_JSON_FALSE:
      return _("boolean");
    case RT_JSON_NULL:
      return _("null");
    case RT_JSON_DOCUMENTS:
    default:
      return _("documents");
    }
}

GListModel *
rt_json_item_make_children (RtJsonItem *self)
{
  g_return_val_if_fail (RT_IS_JSON_ITEM (self), NULL);

  if (self->kind == ITEM_PAGE)
    return rt_json_list_new (self->tree, &self->node, self->first, self->n);
  if (!rt_json_kind_is_container (self->node.kind) ||
      (rt_json_tree_count (self->tree, &self->node) == 0 && !self->node.unfinished))
    return NULL;

  return rt_json_list_new (self->tree, &self->node, 0, G_MAXUINT64);
}
