/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Nodes of the tree by a text in their key or value: one walk over the tokens'
 * places, with a stack of containers.
 */

#include "config.h"

#include "json-path.h"

#include "json-string.h"
#include "json-tree-read.h"

#include <string.h>

#define STEPS 1024

typedef struct
{
  const char   *text;    /* the JSON */
  const char   *needle;
  gsize         length;
  GRegex       *regex;   /* when case does not matter */
  GCancellable *cancellable;
} Search;

static gboolean
holds (const Search *search,
       const char   *text,
       gsize         length)
{
  if (search->regex == NULL)
    return memmem (text, length, search->needle, search->length) != NULL;

  return length <= G_MAXINT &&
         g_regex_match_full (search->regex, text, length, 0, G_REGEX_MATCH_DEFAULT, NULL, NULL);
}

/* Whether a string, given without its quotes, holds it as sent or as decoded. */
static gboolean
string_holds (const Search *search,
              const char   *text,
              gsize         length)
{
  g_autoptr (GString) decoded = NULL;

  if (holds (search, text, length))
    return TRUE;
  if (memchr (text, '\\', length) == NULL)
    return FALSE;
  decoded = g_string_new (NULL);
  rt_json_string_decode (text, length, decoded);

  return holds (search, decoded->str, decoded->len);
}

static gboolean
node_holds (const Search     *search,
            const RtJsonNode *node)
{
  if (node->key_length >= 2 &&
      string_holds (search, search->text + node->key + 1, node->key_length - 2))
    return TRUE;
  if (rt_json_kind_is_container (node->kind))
    return FALSE;
  if (node->kind == RT_JSON_STRING && node->end - node->offset >= 2)
    return string_holds (search, search->text + node->offset + 1, node->end - node->offset - 2);

  return holds (search, search->text + node->offset, node->end - node->offset);
}

/* Adds what is found at its place: a container is found before its end is
 * known. FALSE when cancelled. */
static gboolean
search_all (const Search    *search,
            RtJsonTreeIndex *index,
            GArray          *stack,
            gsize            max,
            GArray          *nodes,
            gboolean        *cut)
{
  gsize found = 0;
  guint64 steps = 0;

  while (stack->len > 0)
    {
      RtJsonChildren *top = &g_array_index (stack, RtJsonChildren, stack->len - 1);
      RtJsonChildren inner = *top;
      RtJsonNode child;

      if (++steps % STEPS == 0 && g_cancellable_is_cancelled (search->cancellable))
        return FALSE;
      if (!rt_json_children_step (top, &child))
        {
          if (stack->len > 1)
            rt_json_children_pass (top - 1, top);
          g_array_set_size (stack, stack->len - 1);
          continue;
        }
      if (node_holds (search, &child))
        {
          if (max != 0 && found++ == max)
            {
              *cut = TRUE;
              return TRUE;
            }
          /* With its end. */
          rt_json_children_next (&inner, &child);
          g_array_append_val (nodes, child);
        }
      if (rt_json_kind_is_container (child.kind))
        {
          rt_json_children_init (&inner, index, search->text, &child, 0, G_MAXUINT64);
          g_array_append_val (stack, inner);
        }
    }

  return TRUE;
}

gboolean
rt_json_tree_find_text (RtJsonTree   *self,
                        const char   *text,
                        gboolean      match_case,
                        gsize         max,
                        GCancellable *cancellable,
                        GArray       *nodes,
                        gboolean     *cut,
                        GError      **error)
{
  g_autoptr (GArray) stack = g_array_new (FALSE, FALSE, sizeof (RtJsonChildren));
  g_autofree char *escaped = g_regex_escape_string (text, -1);
  g_autoptr (GRegex) regex = NULL;
  Search search = { .needle = text, .length = strlen (text), .cancellable = cancellable };
  RtJsonTreeIndex *index;
  RtJsonSource source;
  RtJsonChildren documents;
  RtJsonNode list;
  gboolean was_cut = FALSE;
  gboolean done;

  g_return_val_if_fail (RT_IS_JSON_TREE (self), FALSE);
  g_return_val_if_fail (*text != '\0' && g_utf8_validate (text, -1, NULL), FALSE);
  g_return_val_if_fail (nodes != NULL, FALSE);

  if (!match_case)
    search.regex = regex = g_regex_new (escaped, G_REGEX_CASELESS | G_REGEX_OPTIMIZE,
                                        G_REGEX_MATCH_DEFAULT, error);
  if (!match_case && regex == NULL)
    return FALSE;
  index = rt_json_tree_begin (self, &source);
  search.text = source.text;
  rt_json_children_root (index, &list);
  rt_json_children_init (&documents, index, source.text, &list, 0, G_MAXUINT64);
  g_array_append_val (stack, documents);
  done = search_all (&search, index, stack, max, nodes, &was_cut);
  rt_json_tree_end (self);
  if (cut != NULL)
    *cut = was_cut;

  return done || !g_cancellable_set_error_if_cancelled (cancellable, error);
}
