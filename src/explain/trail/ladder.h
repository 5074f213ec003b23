/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A whole trail as text: each exchange a line or two, and between two of them
 * why the next happened and what changed. For the clipboard and the terminal.
 */

#pragma once

#include "catalogue.h"
#include "trail.h"

G_BEGIN_DECLS

/** Plain text, secrets masked. (transfer full) */
char *rt_ladder_to_text     (RtTrail     *trail,
                             RtCatalogue *catalogue);
/** Markdown in which nothing from outside is markup; secrets masked. (transfer full) */
char *rt_ladder_to_markdown (RtTrail     *trail,
                             RtCatalogue *catalogue);

G_END_DECLS
