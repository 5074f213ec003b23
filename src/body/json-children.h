/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One child of a JSON container after the other. Under the lock of whoever
 * owns the index.
 */

#pragma once

#include "json-tree.h"
#include "json-tree-index.h"

G_BEGIN_DECLS

typedef struct
{
  RtJsonSource     source;
  RtJsonTreeIndex *index;
  gboolean         in_object;
  guint64          offset;
  guint64          next;   /* index of the next child */
} RtJsonChildren;

/** Begins at the last marked child that is not beyond @first, nor @offset. */
void     rt_json_children_init  (RtJsonChildren   *self,
                                 RtJsonTreeIndex  *index,
                                 const char       *text,
                                 const RtJsonNode *parent,
                                 guint64           first,
                                 guint64           offset);

gboolean rt_json_children_next  (RtJsonChildren   *self,
                                 RtJsonNode       *child);

/** As rt_json_children_next(), but does not go past a container, whose end is
 * left 0: rt_json_children_pass() must follow before the next one. */
gboolean rt_json_children_step  (RtJsonChildren   *self,
                                 RtJsonNode       *child);

/** Goes past the container that @inner has been through. */
void     rt_json_children_pass  (RtJsonChildren   *self,
                                 RtJsonChildren   *inner);

/** How many there are. */
guint64  rt_json_children_count (RtJsonTreeIndex  *index,
                                 const char       *text,
                                 const RtJsonNode *parent);

/** The list of documents, as a node. */
void     rt_json_children_root  (RtJsonTreeIndex  *index,
                                 RtJsonNode       *root);

G_END_DECLS
