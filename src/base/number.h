/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whole numbers as they are written: digits and nothing else. GLib's function for
 * it, g_ascii_string_to_unsigned(), makes its locale between setting and reading
 * `errno`; where another thread holds the lock of g_once_init_enter() just then, it
 * says that a good number is none (seen in GLib 2.74). */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rt_number_read:
 * @text: what should be a number, to its NUL
 * @base: 10 or 16; the letters of 16 may be of either case
 * @min: the least that is accepted
 * @max: the most that is accepted
 * @number: (out) (optional): the number; untouched when there is none
 *
 * Any thread may ask.
 *
 * Returns: TRUE when @text is one digit or more, with no sign, space, prefix or
 * fraction (1*DIGIT and 1*HEXDIG of RFC 5234), and is from @min to @max.
 */
gboolean rt_number_read (const char *text,
                         guint       base,
                         guint64     min,
                         guint64     max,
                         guint64    *number);

G_END_DECLS
