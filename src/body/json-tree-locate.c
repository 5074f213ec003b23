/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* From a place in the text to the nodes that hold it: one walk down to it, with a
 * stack of containers, and one back up for their ends. However deep the place is,
 * no byte is read twice in either.
 */

#include "config.h"

#include "json-tree-read.h"

#include "json-layout.h"

/* A container that was gone into. */
typedef struct
{
  RtJsonNode     node;
  RtJsonChildren walk; /* over its children */
} Step;

typedef struct
{
  RtJsonTreeIndex *index;
  const char      *text;
  guint64          offset;
  GArray          *steps; /* of Step, from the list of documents inwards */
} Search;

static Step *
get_last (const Search *self)
{
  return &g_array_index (self->steps, Step, self->steps->len - 1);
}

static void
go_into (Search           *self,
         const RtJsonNode *node)
{
  Step step = { .node = *node };

  rt_json_children_init (&step.walk, self->index, self->text, node, G_MAXUINT64, self->offset);
  g_array_append_val (self->steps, step);
}

/* The walk is behind the last child. */
static void
set_end (Step *step)
{
  RtJsonToken token;

  step->node.unfinished = !rt_json_walk (&step->walk.source, step->walk.offset, &token) ||
                          !rt_json_token_closes (token.kind);
  step->node.end = step->node.unfinished ? step->walk.source.limit : token.end;
}

/* Out of the last container, which has its end; in the one around it the walk goes
 * on behind it. */
static void
go_out (Search *self)
{
  guint64 end = get_last (self)->node.end;

  g_array_set_size (self->steps, self->steps->len - 1);
  get_last (self)->walk.offset = end;
}

/* The end of a container that is noted, so that nobody has to walk to it. */
static gboolean
find_noted_end (const Search *self,
                RtJsonNode   *node)
{
  RtJsonContainer container;
  const RtJsonChildMark *marks;

  if (!rt_json_tree_index_find (self->index, node->offset, &container, &marks))
    return FALSE;
  node->unfinished = container.end == G_MAXUINT64;
  node->end = node->unfinished ? self->index->limit : container.end;

  return TRUE;
}

/* Goes on to the next child; TRUE when the place was reached: it is in @leaf when
 * that has an end, else in the last container and in none of its children. */
static gboolean
advance (Search     *self,
         RtJsonNode *leaf)
{
  RtJsonChildren *walk = &get_last (self)->walk;
  RtJsonChildren before = *walk;

  if (!rt_json_children_step (walk, leaf))
    {
      if (self->steps->len == 1)
        return TRUE;
      leaf->end = 0;
      set_end (get_last (self));
      if (self->offset < get_last (self)->node.end)
        return TRUE;
      go_out (self);
      return FALSE;
    }
  if ((leaf->key_length > 0 ? leaf->key : leaf->offset) > self->offset)
    {
      *walk = before;
      leaf->end = 0;
      return TRUE;
    }
  if (leaf->end != 0)
    return self->offset < leaf->end;
  if (find_noted_end (self, leaf) && leaf->end <= self->offset)
    walk->offset = leaf->end;
  else
    go_into (self, leaf);

  return FALSE;
}

/* The ends of the containers, from the innermost outwards, into @chain. */
static void
collect (Search *self,
         guint   first,
         GArray *chain)
{
  guint before = chain->len;
  guint n = self->steps->len - first;

  g_array_set_size (chain, before + n);
  for (guint i = before + n; i > before; i--)
    {
      Step *step = get_last (self);
      RtJsonNode child;

      if (step->node.kind != RT_JSON_DOCUMENTS && !find_noted_end (self, &step->node))
        {
          while (rt_json_children_next (&step->walk, &child))
            ;
          set_end (step);
        }
      g_array_index (chain, RtJsonNode, i - 1) = step->node;
      if (step->node.kind != RT_JSON_DOCUMENTS)
        go_out (self);
    }
}

gboolean
rt_json_tree_locate (RtJsonTree *self,
                     guint64     offset,
                     GArray     *chain)
{
  g_autoptr (GArray) steps = g_array_new (FALSE, FALSE, sizeof (Step));
  Search search = { .offset = offset, .steps = steps };
  RtJsonSource source;
  RtJsonNode documents;
  RtJsonNode leaf;
  gboolean found;

  g_return_val_if_fail (RT_IS_JSON_TREE (self), FALSE);
  g_return_val_if_fail (chain != NULL, FALSE);

  search.index = rt_json_tree_begin (self, &source);
  search.text = source.text;
  rt_json_children_root (search.index, &documents);
  go_into (&search, &documents);
  while (!advance (&search, &leaf))
    ;
  found = leaf.end != 0 || steps->len > 1;
  if (found)
    collect (&search, rt_json_tree_has_several (self) ? 0 : 1, chain);
  if (found && leaf.end != 0)
    g_array_append_val (chain, leaf);
  rt_json_tree_end (self);

  return found;
}
