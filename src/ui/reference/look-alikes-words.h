/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Redirects side by side, in words: what the standard says of each, and what a
 * trail shows of it. Pure functions; all words are translated.
 */

#pragma once

#include "code-group.h"
#include "status-code.h"
#include "trail.h"

G_BEGIN_DECLS

/** "For good" or "For now". */
const char *rt_look_alikes_words_permanent    (gboolean      permanent);
/** "May become GET", "Becomes GET", "Kept"; "" where nothing follows. */
const char *rt_look_alikes_words_method       (RtMethodFate  fate);
/** "GET, no content", "POST, 26 bytes": the last request of @trail when a
 * redirect led to it; "…" while it runs, else that nothing arrived. (transfer full) */
char       *rt_look_alikes_words_dup_arrived  (RtTrail      *trail);
/** "POST 307 → POST 200": each exchange. (transfer full) */
char       *rt_look_alikes_words_dup_happened (RtTrail      *trail);
/** All of a row in a sentence. @trail: (nullable): not sent yet. (transfer full) */
char       *rt_look_alikes_words_dup_row      (const RtGroupMember *member,
                                               RtMethodFate         fate,
                                               RtTrail             *trail);

G_END_DECLS
