/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The walk over children: over a large one by its note, through a small one
 * token by token.
 */

#include "config.h"

#include "json-children.h"

#include "json-layout.h"

/* The list of documents has no place of its own. */
static guint64
get_start (const RtJsonNode *node)
{
  return node->kind == RT_JSON_DOCUMENTS ? G_MAXUINT64 : node->offset;
}

void
rt_json_children_root (RtJsonTreeIndex *index,
                       RtJsonNode      *root)
{
  *root = (RtJsonNode) { .end = index->limit, .kind = RT_JSON_DOCUMENTS };
}

/* What kind of value a token is, or begins. */
static RtJsonKind
find_kind (const char        *text,
           const RtJsonToken *token)
{
  switch (text[token->start])
    {
    case '{':
      return RT_JSON_OBJECT;
    case '[':
      return RT_JSON_ARRAY;
    case '"':
      return RT_JSON_STRING;
    case 't':
      return RT_JSON_TRUE;
    case 'f':
      return RT_JSON_FALSE;
    case 'n':
      return RT_JSON_NULL;
    default:
      return RT_JSON_NUMBER;
    }
}

void
rt_json_children_init (RtJsonChildren   *self,
                       RtJsonTreeIndex  *index,
                       const char       *text,
                       const RtJsonNode *parent,
                       guint64           first,
                       guint64           offset)
{
  RtJsonContainer container;
  const RtJsonChildMark *marks;
  guint64 low = 0;
  guint64 high;

  self->source = (RtJsonSource) { text, index->limit, index->longs };
  self->index = index;
  self->in_object = parent->kind == RT_JSON_OBJECT;
  self->offset = parent->kind == RT_JSON_DOCUMENTS ? 0 : parent->offset + 1;
  self->next = 0;
  if (!rt_json_kind_is_container (parent->kind))
    self->offset = index->limit;
  else if (rt_json_tree_index_find (index, get_start (parent), &container, &marks))
    {
      for (high = container.n_marks; low < high;)
        {
          guint64 middle = low + (high - low) / 2;

          if (marks[middle].index <= first && marks[middle].offset <= offset)
            low = middle + 1;
          else
            high = middle;
        }
      if (low > 0)
        {
          self->offset = marks[low - 1].offset;
          self->next = marks[low - 1].index;
        }
    }
}

/* The end of a container, when it is noted: of what is there of it so far. */
static gboolean
jump (RtJsonChildren *self,
      guint64         start,
      guint64        *end,
      gboolean       *unfinished)
{
  RtJsonContainer container;
  const RtJsonChildMark *marks;

  if (!rt_json_tree_index_find (self->index, start, &container, &marks))
    return FALSE;
  *unfinished = container.end == G_MAXUINT64;
  *end = *unfinished ? self->source.limit : container.end;

  return TRUE;
}

/* From the bracket at @start to behind its end. */
static guint64
skip_container (RtJsonChildren *self,
                guint64         start,
                gboolean       *unfinished)
{
  guint64 offset = start + 1;
  gsize depth = 1;
  RtJsonToken token;

  *unfinished = FALSE;
  if (jump (self, start, &offset, unfinished))
    return offset;
  while (depth > 0)
    {
      if (!rt_json_walk (&self->source, offset, &token))
        {
          *unfinished = TRUE;
          return self->source.limit;
        }
      offset = token.end;
      if (rt_json_token_closes (token.kind))
        depth--;
      else if (rt_json_token_opens (token.kind) && !jump (self, token.start, &offset, unfinished))
        depth++;
    }

  return offset;
}

gboolean
rt_json_children_step (RtJsonChildren *self,
                       RtJsonNode     *child)
{
  RtJsonToken token;

  *child = (RtJsonNode) { .index = self->next };
  if (!rt_json_walk (&self->source, self->offset, &token) || rt_json_token_closes (token.kind))
    return FALSE;
  if (self->in_object)
    {
      child->key = token.start;
      child->key_length = token.end - token.start;
      if (!rt_json_walk (&self->source, token.end, &token))
        return FALSE;
    }
  child->offset = token.start;
  child->end = rt_json_token_opens (token.kind) ? 0 : token.end;
  child->kind = find_kind (self->source.text, &token);
  self->offset = token.end;
  self->next++;

  return TRUE;
}

void
rt_json_children_pass (RtJsonChildren *self,
                       RtJsonChildren *inner)
{
  RtJsonToken token;

  self->offset = rt_json_walk (&inner->source, inner->offset, &token) ? token.end
                                                                      : self->source.limit;
}

gboolean
rt_json_children_next (RtJsonChildren *self,
                       RtJsonNode     *child)
{
  if (!rt_json_children_step (self, child))
    return FALSE;
  if (child->end == 0)
    child->end = self->offset = skip_container (self, child->offset, &child->unfinished);

  return TRUE;
}

guint64
rt_json_children_count (RtJsonTreeIndex  *index,
                        const char       *text,
                        const RtJsonNode *parent)
{
  RtJsonContainer container;
  const RtJsonChildMark *marks;
  RtJsonChildren children;
  RtJsonNode child;

  if (!rt_json_kind_is_container (parent->kind))
    return 0;
  if (rt_json_tree_index_find (index, get_start (parent), &container, &marks))
    return container.count;
  rt_json_children_init (&children, index, text, parent, 0, G_MAXUINT64);
  while (rt_json_children_next (&children, &child))
    ;

  return children.next;
}
