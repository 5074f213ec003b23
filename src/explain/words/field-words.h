/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The value of a header field in words: "in 2 hours", "may be kept by anybody
 * for a day". Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rt_field_words:
 * @name: a field name, any case
 * @value: its value as text
 * @now: Unix seconds
 *
 * Returns: (transfer full) (nullable): one to a few short lines, translated;
 *   %NULL when words would add nothing
 */
char *rt_field_words (const char *name,
                      const char *value,
                      gint64      now);

G_END_DECLS
