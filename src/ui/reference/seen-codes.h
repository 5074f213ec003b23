/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How many of the registered codes have been seen so far. */

#pragma once

#include "catalogue.h"
#include "settings.h"

G_BEGIN_DECLS

/** @n_all: (out): all registered codes, those out of use included; what some
 * vendor made up does not count. Returns: how many of them were seen. */
guint rt_seen_codes_count     (RtCatalogue *catalogue,
                               RtSettings  *settings,
                               guint       *n_all);
/** "Seen so far: 23 of 64". (transfer full) */
char *rt_seen_codes_dup_words (RtCatalogue *catalogue,
                               RtSettings  *settings);

G_END_DECLS
