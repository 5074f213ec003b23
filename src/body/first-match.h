/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The first match from a place on. A finder looks at all lines in order, to
 * count; who stands far from the beginning does not want to wait for that.
 */

#pragma once

#include "finder.h"

G_BEGIN_DECLS

/**
 * rt_first_match_async:
 * @lines: where to look; what is there now
 * @pattern: as for rt_finder_new(), and no wrong one
 * @from: where the match begins at the earliest
 *
 * Looks in a thread, up to the end and not around it.
 */
void     rt_first_match_async  (RtLines              *lines,
                                const char           *pattern,
                                RtFindFlags           flags,
                                const RtPlace        *from,
                                GCancellable         *cancellable,
                                GAsyncReadyCallback   callback,
                                gpointer              user_data);
/** Returns: (transfer full) (nullable): the match, by g_free(); %NULL for none,
 * and when it was cancelled */
RtMatch *rt_first_match_finish (GAsyncResult         *result);

G_END_DECLS
