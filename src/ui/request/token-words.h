/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A web token in words. Pure, translated. */

#pragma once

#include "web-token.h"

G_BEGIN_DECLS

/**
 * rt_token_words_validity:
 * @now: Unix seconds
 * @good: (out): it is valid by its own times at @now
 *
 * Returns: (transfer full): "Expired 3 minutes ago", "Valid; expires in 2
 *   hours", "Not valid yet: in 5 minutes", "It names no time at which it expires"
 */
char *rt_token_words_validity (const RtWebToken *token,
                               gint64            now,
                               gboolean         *good);

/**
 * rt_token_words_pretty:
 * @json: header or claims as they stand in the token
 *
 * Returns: (transfer full): indented, fit for the screen, bounded; numbers and
 *   order are those of the token; what is not JSON stays as it is
 */
char *rt_token_words_pretty   (const char       *json);

/** Each time in the token in a line of its own: "expires: Sat 21 Nov 2026,
 * 13:00:00 (in 2 hours)"; "" when it has none. (transfer full) */
char *rt_token_words_times    (const RtWebToken *token,
                               gint64            now);

G_END_DECLS
