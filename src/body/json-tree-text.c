/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a node of the tree says: by the letter, and its key decoded. */

#include "config.h"

#include "json-tree.h"

#include "json-string.h"
#include "json-tree-read.h"

/* The bytes from @from to @to, as far as they are there. */
static void
append_span (RtJsonTree *self,
             guint64     from,
             guint64     to,
             gsize       max_length,
             GString    *out)
{
  RtJsonSource source;

  rt_json_tree_begin (self, &source);
  to = MIN (to, source.limit);
  if (from < to && (max_length == 0 || to - from <= max_length))
    g_string_append_len (out, source.text + from, to - from);
  else if (from < to)
    g_string_append_len (out, source.text + from,
                         rt_json_string_cut (source.text + from, max_length));
  rt_json_tree_end (self);
}

void
rt_json_tree_append_key (RtJsonTree       *self,
                         const RtJsonNode *node,
                         gsize             max_length,
                         GString          *out)
{
  g_return_if_fail (RT_IS_JSON_TREE (self));
  g_return_if_fail (node != NULL && out != NULL);

  if (node->key_length >= 2)
    append_span (self, node->key + 1, node->key + node->key_length - 1, max_length, out);
}

void
rt_json_tree_append_source (RtJsonTree       *self,
                            const RtJsonNode *node,
                            gsize             max_length,
                            GString          *out)
{
  g_return_if_fail (RT_IS_JSON_TREE (self));
  g_return_if_fail (node != NULL && out != NULL);

  append_span (self, node->offset, node->end, max_length, out);
}

GString *
rt_json_tree_dup_key (RtJsonTree       *self,
                      const RtJsonNode *node)
{
  g_autoptr (GString) source = g_string_new (NULL);
  GString *out;

  g_return_val_if_fail (RT_IS_JSON_TREE (self), NULL);
  g_return_val_if_fail (node != NULL, NULL);

  if (node->key_length == 0)
    return NULL;
  rt_json_tree_append_key (self, node, 0, source);
  out = g_string_sized_new (source->len);
  rt_json_string_decode (source->str, source->len, out);

  return out;
}
