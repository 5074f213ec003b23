/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What became of the fields of one request head in the next. Names only:
 * values may be secrets. Pure.
 */

#pragma once

#include "head.h"

G_BEGIN_DECLS

/* Names as text for the screen, each once, in the order of their heads. */
typedef struct
{
  GPtrArray *dropped; /* in the first only */
  GPtrArray *added;   /* in the second only */
  GPtrArray *changed; /* in both, with another value */
  GPtrArray *kept;    /* in both, with the same */
} RtHeadChanges;

/** Pseudo-header fields of HTTP/2 are none. (transfer full) */
RtHeadChanges *rt_head_changes_new  (const RtHead  *before,
                                     const RtHead  *after);
void           rt_head_changes_free (RtHeadChanges *self);

/** TRUE when @names holds @name, without case. */
gboolean       rt_head_changes_has  (GPtrArray     *names,
                                     const char    *name);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtHeadChanges, rt_head_changes_free)

G_END_DECLS
