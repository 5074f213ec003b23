/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What comes on a stream of unknown length, kept in a file of its own, so that
 * its length is known before it is sent.
 */

#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * rt_held_input_save:
 * @fd: what to read to its end; not closed
 *
 * Returns: (transfer full) (nullable): the path of a file that only this
 *   person can read; the caller deletes it
 */
char *rt_held_input_save (int      fd,
                          GError **error);

G_END_DECLS
