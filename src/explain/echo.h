/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Nothing is said twice: notes of the topics on fields that give way to one of
 * the topics on the status, which speak first.
 */

#pragma once

#include "case.h"

G_BEGIN_DECLS

/** TRUE when a note that says the same as @id is there already. */
gboolean    rt_echo_is_said   (const RtCase *self,
                               const char   *id);

/** The id of the note to which @id gives way; NULL when there is none. */
const char *rt_echo_get_other (const char *id);

G_END_DECLS
