/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One row of the JSON tree: a value, or a page of the children of a container
 * that has too many to show at once. Its texts are made when they are seen.
 */

#pragma once

#include <gio/gio.h>

#include "json-tree.h"

G_BEGIN_DECLS

#define RT_TYPE_JSON_ITEM (rt_json_item_get_type ())
G_DECLARE_FINAL_TYPE (RtJsonItem, rt_json_item, RT, JSON_ITEM, GObject)

RtJsonItem       *rt_json_item_new          (RtJsonTree       *tree,
                                             const RtJsonNode *node);
/** @n children of @parent from @first on. */
RtJsonItem       *rt_json_item_new_page     (RtJsonTree       *tree,
                                             const RtJsonNode *parent,
                                             guint64           first,
                                             guint64           n);
/** What was found by a search: its label is its path. */
RtJsonItem       *rt_json_item_new_found    (RtJsonTree       *tree,
                                             const RtJsonNode *node);

RtJsonTree       *rt_json_item_get_tree     (RtJsonItem       *self);
/** The value; of a page the container. */
const RtJsonNode *rt_json_item_get_node     (RtJsonItem       *self);
gboolean          rt_json_item_is_page      (RtJsonItem       *self);

/** The key as it was sent, "[3]", the path, or "[0 … 999]"; "" for the root.
 * (transfer full) */
char             *rt_json_item_dup_label    (RtJsonItem       *self);
/** The value as it was sent, cut when it is long; "" for a container.
 * (transfer full) */
char             *rt_json_item_dup_value    (RtJsonItem       *self);
/** "3 members", "1,204 items so far"; "" for other values. (transfer full) */
char             *rt_json_item_dup_facts    (RtJsonItem       *self);
/** "string", "number": in words, translated. */
const char       *rt_json_item_get_kind_word (RtJsonItem      *self);

/** The children, of RtJsonItem, made when they are asked for; NULL for what has
 * none. It grows with the tree. (transfer full) */
GListModel       *rt_json_item_make_children (RtJsonItem      *self);

G_END_DECLS
