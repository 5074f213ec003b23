/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Which parts of two URLs differ. The words for them: rt_url_parts_to_words()
 * of hop.h. Pure.
 */

#pragma once

#include "hop.h"
#include "url.h"

G_BEGIN_DECLS

/** A default port that follows from the scheme is no change of its own. */
RtUrlParts rt_url_parts_compare (const RtUrl *a,
                                 const RtUrl *b);

G_END_DECLS
