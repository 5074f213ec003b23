/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Notes in lines, as a person reads them in a terminal. */

#pragma once

#include "note.h"

G_BEGIN_DECLS

/**
 * rt_notes_text:
 * @notes: (element-type RtNote)
 * @width: columns
 * @details: with the detail and the section of each
 *
 * Returns: (transfer full): a line or more for each; "" for none
 */
char *rt_notes_text (GPtrArray *notes,
                     guint      width,
                     gboolean   colour,
                     gboolean   details);

G_END_DECLS
