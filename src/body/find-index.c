/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The blocks, in order: one start and one sum each. */

#include "config.h"

#include "find-index.h"

typedef struct
{
  RtPlace start;
  guint64 before; /* matches in the blocks before it */
} Block;

void
rt_find_index_init (RtFindIndex *self)
{
  *self = (RtFindIndex) { g_array_new (FALSE, FALSE, sizeof (Block)) };
}

void
rt_find_index_clear (RtFindIndex *self)
{
  g_clear_pointer (&self->blocks, g_array_unref);
}

void
rt_find_index_add (RtFindIndex   *self,
                   const RtPlace *end,
                   guint64        n_matches)
{
  Block block = { self->frontier, self->n_matches };

  g_array_append_val (self->blocks, block);
  self->frontier = *end;
  self->n_matches += n_matches;
}

gboolean
rt_find_index_get (const RtFindIndex *self,
                   guint              i,
                   RtFoundInBlock    *block)
{
  const Block *blocks = (const Block *) self->blocks->data;
  gboolean last = i + 1 == self->blocks->len;

  if (i >= self->blocks->len)
    return FALSE;

  block->start = blocks[i].start;
  block->before = blocks[i].before;
  block->end = last ? self->frontier : blocks[i + 1].start;
  block->n_matches = (last ? self->n_matches : blocks[i + 1].before) - block->before;

  return TRUE;
}

guint
rt_find_index_find_place (const RtFindIndex *self,
                          const RtPlace     *place)
{
  guint low = 0;
  guint high = self->blocks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (rt_place_compare (&g_array_index (self->blocks, Block, middle).start, place) <= 0)
        low = middle + 1;
      else
        high = middle;
    }

  return low > 0 ? low - 1 : 0;
}

guint
rt_find_index_find_match (const RtFindIndex *self,
                          guint64            index)
{
  guint low = 0;
  guint high = self->blocks->len;

  while (low < high)
    {
      guint middle = low + (high - low) / 2;

      if (g_array_index (self->blocks, Block, middle).before <= index)
        low = middle + 1;
      else
        high = middle;
    }

  return low > 0 ? low - 1 : 0;
}
