/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Grammar of the tokens that HTTP is made of (RFC 9110 section 5.6). Pure
 * functions over bytes that need not end in NUL.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rt_grammar_is_token_char: TRUE for a tchar of RFC 9110 section 5.6.2.
 */
gboolean rt_grammar_is_token_char (guchar c);

/**
 * rt_grammar_is_token:
 * @text: bytes, not necessarily NUL-terminated
 * @length: number of bytes, or -1 when @text ends in NUL
 *
 * Returns: TRUE when @text is a token: one tchar or more (RFC 9110 section
 * 5.6.2). Methods and field names are tokens.
 */
gboolean rt_grammar_is_token (const char *text,
                              gssize      length);

/**
 * rt_grammar_find_breaking_byte:
 * @text: bytes, not necessarily NUL-terminated
 * @length: number of bytes, or -1 when @text ends in NUL
 *
 * Looks for the first byte that would end a field line early and so change
 * what the receiver reads: CR, LF or NUL (RFC 9110 section 5.5).
 *
 * Returns: its offset in bytes, or -1 when there is none.
 */
gssize rt_grammar_find_breaking_byte (const char *text,
                                      gssize      length);

G_END_DECLS
