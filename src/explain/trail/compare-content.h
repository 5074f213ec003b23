/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Two contents compared: line by line when both are text, otherwise by size and
 * SHA-256. Neither is copied; memory grows with the lines only.
 */

#pragma once

#include "compare.h"

G_BEGIN_DECLS

/** Adds rows of RT_COMPARED_CONTENT; none when both are empty. */
void rt_compare_content (GPtrArray  *rows,
                         RtExchange *left,
                         RtExchange *right,
                         guint       max_lines);

G_END_DECLS
