/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The text between two places of lines, for the clipboard: valid UTF-8, "\n"
 * between lines, and no longer than asked for.
 */

#pragma once

#include <gio/gio.h>

#include "lines.h"

G_BEGIN_DECLS

/**
 * rt_line_range_dup:
 * @from: one end of the range
 * @to: the other; they may stand in either order, and beyond the end
 * @max_bytes: bytes of the result at most; never cuts a character in two
 * @cut: (out) (optional): whether there would have been more
 *
 * What is not UTF-8 becomes U+FFFD, NUL becomes U+2400. Any thread; takes time
 * for the length of the result.
 *
 * Returns: (transfer full): the text, NUL-terminated beyond its size
 */
GBytes *rt_line_range_dup        (RtLines             *lines,
                                  const RtPlace       *from,
                                  const RtPlace       *to,
                                  gsize                max_bytes,
                                  gboolean            *cut);

/** As rt_line_range_dup(), in a thread; can be cancelled while it goes on. */
void    rt_line_range_dup_async  (RtLines             *lines,
                                  const RtPlace       *from,
                                  const RtPlace       *to,
                                  gsize                max_bytes,
                                  GCancellable        *cancellable,
                                  GAsyncReadyCallback  callback,
                                  gpointer             user_data);

/**
 * rt_line_range_dup_finish:
 * @cut: (out) (optional): as above
 *
 * Returns: (transfer full) (nullable): %NULL when cancelled
 */
GBytes *rt_line_range_dup_finish (RtLines             *lines,
                                  GAsyncResult        *result,
                                  gboolean            *cut,
                                  GError             **error);

G_END_DECLS
