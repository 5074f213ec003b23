/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What the programs that measure with a file share: its bytes, and the memory
 * that was taken for them.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Mapped; ends the program when there is no such file. (transfer full) */
GBytes  *subject_open   (const char *path);
/** Bytes of memory that this process has of its own; mapped files apart. */
gint64   subject_memory (void);

G_END_DECLS
