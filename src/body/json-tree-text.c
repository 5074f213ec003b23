/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a node of the tree says: by the letter, laid out anew, decoded. */

#include "config.h"

#include "json-tree.h"

#include "json-layout.h"
#include "json-string.h"
#include "json-tree-read.h"

#include <string.h>

static const char spaces[] =
  "                                                                                ";
G_STATIC_ASSERT (sizeof spaces - 1 == 2 * RT_JSON_MAX_INDENT);

/* Up to @max_length bytes in all, 0 for no end. FALSE when there was more. */
static gboolean
append (GString    *out,
        gsize       start,
        gsize       max_length,
        const char *text,
        gsize       length)
{
  gsize left = max_length - (out->len - start);

  if (max_length == 0 || length <= left)
    {
      g_string_append_len (out, text, length);
      return TRUE;
    }
  g_string_append_len (out, text, rt_json_string_cut (text, left));

  return FALSE;
}

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
  if (from < to)
    append (out, out->len, max_length, source.text + from, to - from);
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

static gboolean
append_joint (GString            *out,
              gsize               start,
              gsize               max_length,
              RtJsonJoint         joint,
              const RtJsonLayout *layout)
{
  if (joint == RT_JSON_JOINT_COLON)
    return append (out, start, max_length, ": ", 2);
  if (joint == RT_JSON_JOINT_COMMA_LINE && !append (out, start, max_length, ",", 1))
    return FALSE;

  return joint < RT_JSON_JOINT_LINE ||
         (append (out, start, max_length, "\n", 1) &&
          append (out, start, max_length, spaces, rt_json_layout_get_indent (layout)));
}

void
rt_json_tree_append_pretty (RtJsonTree       *self,
                            const RtJsonNode *node,
                            gsize             max_length,
                            GString          *out)
{
  RtJsonLayout layout = RT_JSON_LAYOUT_INIT;
  gsize start = out->len;
  RtJsonSource source;
  RtJsonToken token;

  g_return_if_fail (RT_IS_JSON_TREE (self));
  g_return_if_fail (node != NULL && out != NULL);

  rt_json_tree_begin (self, &source);
  source.limit = MIN (source.limit, node->end);
  for (guint64 offset = node->offset; rt_json_walk (&source, offset, &token); offset = token.end)
    {
      RtJsonJoint joint = rt_json_layout_next (&layout, token.kind);

      if (!append_joint (out, start, max_length, joint, &layout) ||
          !append (out, start, max_length, source.text + token.start, token.end - token.start))
        break;
    }
  rt_json_tree_end (self);
}

GString *
rt_json_tree_dup_string (RtJsonTree       *self,
                         const RtJsonNode *node)
{
  g_autoptr (GString) source = g_string_new (NULL);
  GString *out;

  g_return_val_if_fail (RT_IS_JSON_TREE (self), NULL);
  g_return_val_if_fail (node != NULL, NULL);

  rt_json_tree_append_source (self, node, 0, source);
  if (node->kind != RT_JSON_STRING || source->len < 2)
    return g_steal_pointer (&source);
  out = g_string_sized_new (source->len);
  rt_json_string_decode (source->str + 1, source->len - 2, out);

  return out;
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
