/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Where containers end and where their children are, for as few of them as it
 * takes to find any by a short walk: each container that takes a walk of 4 KiB
 * or more past what is noted in it is noted itself, and so is a child after
 * each such stretch. So there is one note for 4 KiB of text, at most, whatever
 * the nesting. No lock of its own.
 */

#pragma once

#include "json-feed.h"
#include "json-walk.h"

G_BEGIN_DECLS

/* A child to begin at. */
typedef struct
{
  guint64 offset; /* of its key or, without one, its value */
  guint64 index;
} RtJsonChildMark;

typedef struct
{
  guint64 start;
  guint64 end;        /* G_MAXUINT64 while it is open */
  guint64 count;      /* children */
  guint64 first_mark; /* in the marks of the index, or of the open one */
  guint64 n_marks;
} RtJsonContainer;

typedef struct
{
  guint64 depth;
  guint64 start;
  guint64 count;
  guint64 cost;   /* bytes of a walk from its start to here */
  guint64 marked; /* of these, before the last mark */
  GArray *marks;  /* of RtJsonChildMark; NULL while there are none */
} RtJsonOpenContainer;

typedef struct
{
  GArray         *longs;      /* of RtJsonSpan */
  GArray         *containers; /* of RtJsonContainer, in order of their ends */
  GHashTable     *by_start;   /* start -> number in it + 1 */
  GArray         *marks;      /* of RtJsonChildMark, those of one together */
  GArray         *open;       /* of RtJsonOpenContainer; the first is the list of documents */
  guint64         depth;
  guint64         limit;      /* end of the last token */
  gboolean        has_key;    /* the last token was a key */
  guint64         key;        /* where it begins */
} RtJsonTreeIndex;

RtJsonTreeIndex *rt_json_tree_index_new         (void);
void             rt_json_tree_index_free        (RtJsonTreeIndex   *self);
void             rt_json_tree_index_take_tokens (RtJsonTreeIndex   *self,
                                                 const RtJsonToken *tokens,
                                                 gsize              n_tokens);

/**
 * rt_json_tree_index_find:
 * @start: where a container begins; G_MAXUINT64 for the list of documents
 * @container: (out): what is noted of it
 * @marks: (out): its marks
 *
 * Returns: FALSE when nothing is: it is small
 */
gboolean         rt_json_tree_index_find        (RtJsonTreeIndex        *self,
                                                 guint64                 start,
                                                 RtJsonContainer        *container,
                                                 const RtJsonChildMark **marks);

gsize            rt_json_tree_index_get_size    (RtJsonTreeIndex        *self);

G_END_DECLS
