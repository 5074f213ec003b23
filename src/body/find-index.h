/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The blocks of lines that were searched, and how many matches lie before each.
 * No lock of its own. Pure.
 */

#pragma once

#include "lines.h"

G_BEGIN_DECLS

typedef struct
{
  GArray *blocks;
  RtPlace frontier;  /* where the next block starts */
  guint64 n_matches;
} RtFindIndex;

typedef struct
{
  RtPlace start;
  RtPlace end;
  guint64 before;    /* matches in the blocks before it */
  guint64 n_matches;
} RtFoundInBlock;

void     rt_find_index_init       (RtFindIndex       *self);
void     rt_find_index_clear      (RtFindIndex       *self);

/** A block from the frontier to @end. */
void     rt_find_index_add        (RtFindIndex       *self,
                                   const RtPlace     *end,
                                   guint64            n_matches);

/** FALSE when there is no such block. */
gboolean rt_find_index_get        (const RtFindIndex *self,
                                   guint              i,
                                   RtFoundInBlock    *block);

/** The last block that starts at or before @place; else the first. */
guint    rt_find_index_find_place (const RtFindIndex *self,
                                   const RtPlace     *place);
/** The block that holds the match of this number. */
guint    rt_find_index_find_match (const RtFindIndex *self,
                                   guint64            index);

G_END_DECLS
