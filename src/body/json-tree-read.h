/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* For the parts of the JSON tree only: its bytes and index under its lock. */

#pragma once

#include "json-children.h"

G_BEGIN_DECLS

/** Takes the lock for reading, not twice in one thread. @source may be walked
 * until rt_json_tree_end(). */
RtJsonTreeIndex *rt_json_tree_begin (RtJsonTree   *self,
                                     RtJsonSource *source);
void             rt_json_tree_end   (RtJsonTree   *self);

/** Whether it was made for several documents. */
gboolean         rt_json_tree_has_several (RtJsonTree *self);

G_END_DECLS
