/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bytes from outside made fit for the screen. Everything that reaches GTK
 * passes through here first.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rt_text_from_wire:
 * @bytes: received bytes, not necessarily NUL-terminated
 * @length: number of bytes, or -1 when @bytes ends in NUL
 *
 * Keeps valid UTF-8 as it is. A byte that is not part of a valid sequence, a
 * control character other than TAB and one that turns the direction of writing
 * become the visible escape `\xNN`, one for each of their bytes; a
 * line end stays one when @length spans several lines only as its escape
 * (`\r`, `\n`), so that the result is one line.
 *
 * Returns: (transfer full): valid UTF-8 without control characters but TAB
 */
char *rt_text_from_wire (const char *bytes,
                         gssize      length);

/**
 * rt_text_make_valid:
 * @bytes: received bytes, not necessarily NUL-terminated
 * @length: number of bytes, or -1 when @bytes ends in NUL
 *
 * For text of several lines: line ends and TAB stay; each invalid byte becomes
 * U+FFFD and each NUL U+2400, so that nothing is dropped in silence.
 *
 * Returns: (transfer full): valid UTF-8
 */
char *rt_text_make_valid (const char *bytes,
                          gssize      length);

G_END_DECLS
