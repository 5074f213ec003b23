/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What is odd about a line of a head, in words. Pure. */

#pragma once

#include "head.h"

G_BEGIN_DECLS

/** Translated, joined by commas: "folded over several lines, not ASCII"; ""
 * when nothing is odd. (transfer full) */
char *rt_oddity_words_new (RtOddities oddities);

G_END_DECLS
