/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where a node of the tree is: its normalized path (RFC 9535 section 2.7) and
 * its JSON Pointer (RFC 6901).
 */

#include "config.h"

#include "json-tree.h"

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

static char *
dup_place (RtJsonTree       *self,
           const RtJsonNode *node,
           const char       *root,
           AppendKey         append_key)
{
  g_autoptr (GArray) chain = g_array_new (FALSE, FALSE, sizeof (RtJsonNode));
  GString *path = g_string_new (root);
  /* The list of documents and the document itself have no step. */
  guint first = rt_json_tree_has_several (self) ? 2 : 1;

  if (node->kind != RT_JSON_DOCUMENTS)
    rt_json_tree_locate (self, node->offset, chain);
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
