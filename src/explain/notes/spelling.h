/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What a misspelt name was probably meant to be. Pure. */

#pragma once

#include "catalogue.h"

G_BEGIN_DECLS

/**
 * rt_spelling_distance:
 * @max: a larger distance is not looked for
 *
 * Letters to insert, drop, change or swap with their neighbour to make @b of
 * @a, without case.
 *
 * Returns: the distance, or @max + 1 when it is larger
 */
guint       rt_spelling_distance   (const char  *a,
                                    const char  *b,
                                    guint        max);

/**
 * rt_spelling_find_field:
 * @name: a field name that the reference does not know
 *
 * Names that begin with "X-" or are shorter than six letters are not judged:
 * people make up too many of them.
 *
 * Returns: (transfer none) (nullable): the one known name that is nearly @name
 */
const char *rt_spelling_find_field (RtCatalogue *catalogue,
                                    const char  *name);

G_END_DECLS
