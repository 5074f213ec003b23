/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How rows of a comparison are made; who reads them needs compare.h only. */

#pragma once

#include "compare.h"

G_BEGIN_DECLS

/** (transfer full) */
RtComparedRow *rt_compared_row_new (RtComparedPart  part,
                                    RtCompared      result,
                                    const char     *label,
                                    const char     *left,
                                    const char     *right);

/** Adds a row whose result follows from the two texts; none when both are NULL. */
void           rt_compared_row_add (GPtrArray      *rows,
                                    RtComparedPart  part,
                                    const char     *label,
                                    const char     *left,
                                    const char     *right);

G_END_DECLS
