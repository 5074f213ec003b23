/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether a word was meant that is not spelt so. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rt_near_word_is_in:
 * @typed: one word, or its beginning, folded
 * @text: words with a space between two, folded
 *
 * An edit is a letter too many, missing, or another, or two that are swapped.
 * A word of five letters may have one, of eight or more two; a shorter one is
 * near to too many.
 *
 * Returns: %TRUE when a word of @text begins nearly as @typed
 */
gboolean rt_near_word_is_in (const char *typed,
                             const char *text);

G_END_DECLS
