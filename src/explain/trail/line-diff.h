/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The difference of two sequences, by the method called patience: lines that
 * are unique on both sides are the anchors. Memory is linear, time nearly so.
 * Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rt_line_diff:
 * @left: numbers that stand for lines: equal when the lines are
 * @n_ids: every number is below it
 * @left_changed: (out caller-allocates): for each line, TRUE when it has no
 *   equal on the other side
 *
 * The lines that are not changed are as many on both sides, and equal in order.
 */
void rt_line_diff (const guint *left,
                   guint        n_left,
                   const guint *right,
                   guint        n_right,
                   guint        n_ids,
                   gboolean    *left_changed,
                   gboolean    *right_changed);

G_END_DECLS
