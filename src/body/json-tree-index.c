/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The index. What bounds it: a byte that was walked over is charged to one
 * container; when that one is noted, its parent is charged for a jump only.
 * Open containers are kept on a stack; beyond a depth that no honest text has
 * they are not, and are then walked through as part of the one above.
 */

#include "config.h"

#include "json-tree-index.h"

#include "json-layout.h"

#define STRETCH 4096
#define JUMP 16
#define MAX_OPEN 8192

static void
clear_open (RtJsonOpenContainer *open)
{
  g_clear_pointer (&open->marks, g_array_unref);
}

RtJsonTreeIndex *
rt_json_tree_index_new (void)
{
  RtJsonTreeIndex *self = g_new0 (RtJsonTreeIndex, 1);
  RtJsonOpenContainer documents = { 0, G_MAXUINT64 };

  self->longs = g_array_new (FALSE, FALSE, sizeof (RtJsonSpan));
  self->containers = g_array_new (FALSE, FALSE, sizeof (RtJsonContainer));
  self->by_start = g_hash_table_new (NULL, NULL);
  self->marks = g_array_new (FALSE, FALSE, sizeof (RtJsonChildMark));
  self->open = g_array_new (FALSE, FALSE, sizeof (RtJsonOpenContainer));
  g_array_set_clear_func (self->open, (GDestroyNotify) clear_open);
  g_array_append_val (self->open, documents);

  return self;
}

void
rt_json_tree_index_free (RtJsonTreeIndex *self)
{
  g_array_unref (self->longs);
  g_array_unref (self->containers);
  g_hash_table_unref (self->by_start);
  g_array_unref (self->marks);
  g_array_unref (self->open);
  g_free (self);
}

static inline RtJsonOpenContainer *
get_top (RtJsonTreeIndex *self)
{
  return &g_array_index (self->open, RtJsonOpenContainer, self->open->len - 1);
}

static void
add_mark (RtJsonOpenContainer *open,
          guint64              offset)
{
  RtJsonChildMark mark = { offset, open->count };

  if (open->marks == NULL)
    open->marks = g_array_new (FALSE, FALSE, sizeof (RtJsonChildMark));
  g_array_append_val (open->marks, mark);
  open->marked = open->cost;
}

/* A value begins. */
static inline void
add_child (RtJsonTreeIndex   *self,
           const RtJsonToken *token)
{
  RtJsonOpenContainer *top = get_top (self);

  if (top->depth != self->depth)
    return;
  if (top->cost - top->marked >= STRETCH && top->count > 0)
    add_mark (top, self->has_key ? self->key : token->start);
  top->count++;
}

static inline void
open_container (RtJsonTreeIndex   *self,
                const RtJsonToken *token)
{
  RtJsonOpenContainer open = { ++self->depth, token->start };

  if (self->open->len < MAX (MAX_OPEN, token->start / 1024))
    g_array_append_val (self->open, open);
}

static void
note_container (RtJsonTreeIndex     *self,
                RtJsonOpenContainer *open,
                guint64              end)
{
  RtJsonContainer container = { open->start, end, open->count, self->marks->len, 0 };

  if (open->marks != NULL)
    {
      container.n_marks = open->marks->len;
      g_array_append_vals (self->marks, open->marks->data, open->marks->len);
    }
  g_array_append_val (self->containers, container);
  g_hash_table_insert (self->by_start, GSIZE_TO_POINTER (open->start),
                       GSIZE_TO_POINTER (self->containers->len));
}

static inline void
close_container (RtJsonTreeIndex *self,
                 guint64          end)
{
  RtJsonOpenContainer *top = get_top (self);
  guint64 cost = top->cost;

  if (top->depth == self->depth--)
    {
      if (cost >= STRETCH)
        {
          note_container (self, top, end);
          cost = JUMP;
        }
      g_array_set_size (self->open, self->open->len - 1);
      get_top (self)->cost += cost;
    }
}

void
rt_json_tree_index_take_tokens (RtJsonTreeIndex   *self,
                                const RtJsonToken *tokens,
                                gsize              n_tokens)
{
  for (const RtJsonToken *t = tokens; t < tokens + n_tokens; t++)
    {
      guint64 length = t->end - t->start;

      if (G_UNLIKELY (length >= RT_JSON_LONG))
        {
          rt_json_note_long (self->longs, t);
          length = JUMP;
        }
      get_top (self)->cost += t->start - self->limit + length;
      self->limit = t->end;
      if (t->kind == RT_JSON_TOKEN_SPACE)
        continue;
      if (t->kind == RT_JSON_TOKEN_KEY)
        {
          self->key = t->start;
          self->has_key = TRUE;
          continue;
        }
      if (rt_json_token_closes (t->kind))
        close_container (self, t->end);
      else
        add_child (self, t);
      if (rt_json_token_opens (t->kind))
        open_container (self, t);
      self->has_key = FALSE;
    }
}

static const RtJsonOpenContainer *
find_open (RtJsonTreeIndex *self,
           guint64          start)
{
  guint low = 1;
  guint high = self->open->len;

  if (start == G_MAXUINT64)
    return &g_array_index (self->open, RtJsonOpenContainer, 0);
  while (low < high)
    {
      guint middle = low + (high - low) / 2;
      const RtJsonOpenContainer *open = &g_array_index (self->open, RtJsonOpenContainer, middle);

      if (open->start == start)
        return open;
      if (open->start < start)
        low = middle + 1;
      else
        high = middle;
    }

  return NULL;
}

gboolean
rt_json_tree_index_find (RtJsonTreeIndex        *self,
                         guint64                 start,
                         RtJsonContainer        *container,
                         const RtJsonChildMark **marks)
{
  gsize n = GPOINTER_TO_SIZE (g_hash_table_lookup (self->by_start, GSIZE_TO_POINTER (start)));
  const RtJsonOpenContainer *open;

  if (n > 0)
    {
      *container = g_array_index (self->containers, RtJsonContainer, n - 1);
      *marks = &g_array_index (self->marks, RtJsonChildMark, container->first_mark);
      return TRUE;
    }
  open = find_open (self, start);
  if (open == NULL)
    return FALSE;
  *container = (RtJsonContainer) { start, G_MAXUINT64, open->count, 0, 0 };
  *marks = NULL;
  if (open->marks != NULL)
    {
      container->n_marks = open->marks->len;
      *marks = (const RtJsonChildMark *) open->marks->data;
    }

  return TRUE;
}

gsize
rt_json_tree_index_get_size (RtJsonTreeIndex *self)
{
  gsize marks = self->marks->len;

  for (guint i = 0; i < self->open->len; i++)
    {
      const GArray *own = g_array_index (self->open, RtJsonOpenContainer, i).marks;

      marks += own != NULL ? own->len : 0;
    }

  /* A hash table takes about three words an entry, and may be half full. */
  return sizeof *self + self->longs->len * sizeof (RtJsonSpan) +
         self->containers->len * (sizeof (RtJsonContainer) + 48) +
         marks * sizeof (RtJsonChildMark) + self->open->len * sizeof (RtJsonOpenContainer);
}
