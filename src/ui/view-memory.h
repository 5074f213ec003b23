/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which view of a body was chosen last for each media type: a variant "a(ss)" of
 * media type and view, the latest first. Bounded; keeps nothing itself.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** (transfer none) (nullable): the view for @media_type; it lives as long as @memory. */
const char *rt_view_memory_find (GVariant   *memory,
                                 const char *media_type);

/** @memory with @view for @media_type; of many the oldest is forgotten.
 * (transfer floating) */
GVariant   *rt_view_memory_add  (GVariant   *memory,
                                 const char *media_type,
                                 const char *view);

G_END_DECLS
