/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a node of the tree is: its normalized path (RFC 9535 section 2.7) and
 * its JSON Pointer (RFC 6901).
 */

#include "config.h"

#include "json-tree.h"

#include "json-string.h"
#include "json-tree-read.h"

#include <string.h>

typedef void (*AppendKey) (GString       *path,
                           const GString *key);

static void
append_name (GString       *path,
             const GString *key)
{
  static const char from[] = "\b\t\n\f\r'\\";
  static const char to[] = "btnfr'\\";

  g_string_append (path, "['");
  for (gsize i = 0; i < key->len; i++)
    {
      char c = key->str[i];
      const char *found = memchr (from, c, sizeof from - 1);

      if (found != NULL)
        g_string_append_printf (path, "\\%c", to[found - from]);
      else if ((guchar) c < ' ')
        g_string_append_printf (path, "\\u%04x", c);
      else
        g_string_append_c (path, c);
    }
  g_string_append (path, "']");
}

static void
append_reference (GString       *path,
                  const GString *key)
{
  g_string_append_c (path, '/');
  for (gsize i = 0; i < key->len; i++)
    {
      char c = key->str[i];

      if (c == '~')
        g_string_append (path, "~0");
      else if (c == '/')
        g_string_append (path, "~1");
      else if (c == '\0')
        g_string_append (path, "\xe2\x90\x80");
      else
        g_string_append_c (path, c);
    }
}

/* The nodes from the root to @node, and the number of the first with a step: the
 * list of documents and the document itself have none. */
static GArray *
find_chain (RtJsonTree       *self,
            const RtJsonNode *node,
            guint            *first)
{
  GArray *chain = g_array_new (FALSE, FALSE, sizeof (RtJsonNode));

  *first = rt_json_tree_has_several (self) ? 2 : 1;
  if (node->kind != RT_JSON_DOCUMENTS)
    rt_json_tree_locate (self, node->offset, chain);

  return chain;
}

static char *
dup_place (RtJsonTree       *self,
           const RtJsonNode *node,
           const char       *root,
           AppendKey         append_key)
{
  guint first;
  g_autoptr (GArray) chain = find_chain (self, node, &first);
  GString *path = g_string_new (root);

  for (guint i = first; i < chain->len; i++)
    {
      const RtJsonNode *step = &g_array_index (chain, RtJsonNode, i);
      g_autoptr (GString) key = rt_json_tree_dup_key (self, step);

      if (key != NULL)
        append_key (path, key);
      else if (append_key == append_name)
        g_string_append_printf (path, "[%" G_GUINT64_FORMAT "]", step->index);
      else
        g_string_append_printf (path, "/%" G_GUINT64_FORMAT, step->index);
    }

  return g_string_free (path, FALSE);
}

/* One step, of whose key no more than @max bytes are looked at. */
static GString *
make_step (RtJsonTree       *self,
           const RtJsonNode *node,
           gsize             max)
{
  GString *step = g_string_new (NULL);
  g_autoptr (GString) source = g_string_new (NULL);
  g_autoptr (GString) key = g_string_new (NULL);

  if (node->key_length == 0)
    {
      g_string_append_printf (step, "[%" G_GUINT64_FORMAT "]", node->index);
      return step;
    }
  rt_json_tree_append_key (self, node, max, source);
  rt_json_string_decode (source->str, source->len, key);
  if (node->key_length - 2 > max)
    g_string_append (key, "…");
  append_name (step, key);

  return step;
}

char *
rt_json_tree_dup_short_path (RtJsonTree       *self,
                             const RtJsonNode *node,
                             gsize             max)
{
  g_autoptr (GArray) chain = NULL;
  GString *path;
  guint first;
  guint i;

  g_return_val_if_fail (RT_IS_JSON_TREE (self), NULL);
  g_return_val_if_fail (node != NULL, NULL);

  chain = find_chain (self, node, &first);
  path = g_string_new (NULL);
  for (i = chain->len; i > first && path->len < max; i--)
    {
      g_autoptr (GString) step =
        make_step (self, &g_array_index (chain, RtJsonNode, i - 1), max);

      g_string_prepend_len (path, step->str, step->len);
    }
  g_string_prepend (path, i > first ? "…" : "$");

  return g_string_free (path, FALSE);
}

char *
rt_json_tree_dup_path (RtJsonTree       *self,
                       const RtJsonNode *node)
{
  g_return_val_if_fail (RT_IS_JSON_TREE (self), NULL);
  g_return_val_if_fail (node != NULL, NULL);

  return dup_place (self, node, "$", append_name);
}

char *
rt_json_tree_dup_pointer (RtJsonTree       *self,
                          const RtJsonNode *node)
{
  g_return_val_if_fail (RT_IS_JSON_TREE (self), NULL);
  g_return_val_if_fail (node != NULL, NULL);

  return dup_place (self, node, "", append_reference);
}
