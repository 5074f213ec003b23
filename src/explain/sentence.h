/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Sentences with a value in them, which may be too long for one. Pure. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Characters that a sentence may have: 80, and more where a language needs it. */
guint rt_sentence_get_max (void);

/**
 * rt_sentence_fit:
 * @with_value: (transfer full): the sentence as it would be best
 * @without_value: what to say when that is longer than a sentence may be
 *
 * Returns: (transfer full): one of the two
 */
char *rt_sentence_fit (char       *with_value,
                       const char *without_value);

G_END_DECLS
