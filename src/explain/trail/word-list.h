/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Words joined as a person writes them: "a", "a and b", "a, b and c". */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** @words: strings fit for the screen; "" for none. (transfer full) */
char *rt_word_list_join    (GPtrArray  *words);

/** The same, but at most @max of them: "a, b and 7 more". (transfer full) */
char *rt_word_list_shorten (GPtrArray  *words,
                            guint       max);

G_END_DECLS
