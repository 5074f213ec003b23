/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the parameters of challenges and of credentials mean, in words; and
 * moments as seen from now. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rt_challenge_words_meaning:
 * @scheme: as sent, any case
 * @name: of the parameter, lower case
 * @value: its value
 *
 * Returns: (transfer full): a sentence or two; says so when the parameter is
 *   not known, or has no meaning in this scheme
 */
char *rt_challenge_words_meaning (const char *scheme,
                                  const char *name,
                                  const char *value);

/** "3 Feb 2026, 14:05 UTC, 3 minutes ago"; the number where it is no date. (transfer full) */
char *rt_challenge_words_moment  (gint64      then,
                                  gint64      now);

G_END_DECLS
