/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Text whose units are of 16 or 32 bits, told from binary data where nobody says
 * what it is. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rt_wide_text_guess:
 * @data: the first bytes, without a byte order mark; what is cut at the end does
 *   not matter
 *
 * Every unit must be a character that text has a use for, and half of them or
 * the first two, as in JSON and XML (RFC 4627, section 3), be of ASCII.
 *
 * Returns: (nullable): "utf-16le", "utf-16be", "utf-32le", "utf-32be", %NULL when
 *   it is no such text
 */
const char *rt_wide_text_guess      (const guint8 *data,
                                     gsize         length);

/**
 * rt_wide_text_dup_narrow:
 * @data: the first bytes, with a byte order mark or without
 * @n: (out): bytes of the result
 *
 * For who looks for words of ASCII at the beginning.
 *
 * Returns: (transfer full) (nullable): a byte a unit, "?" for what is not ASCII;
 *   %NULL when it is no such text
 */
char       *rt_wide_text_dup_narrow (const guint8 *data,
                                     gsize         length,
                                     gsize        *n);

G_END_DECLS
