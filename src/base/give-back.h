/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Large things that the kernel takes long to take back: nobody waits for it, least
 * of all the thread that draws the window.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** Unmaps @size bytes at @data; in a thread of its own when they are many. */
void rt_give_back_memory (gpointer data,
                          gsize    size);

/** Closes @fd in a thread of its own: an unlinked file is gone with it. */
void rt_give_back_file   (int      fd);

G_END_DECLS
