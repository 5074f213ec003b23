/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Numbers in words: sizes, durations, rates. Translated. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rt_format_size: "0 bytes", "1 byte", "812 bytes", "1.2 kB", "3.4 MB";
 * SI units, as GLib's.
 *
 * Returns: (transfer full): the words
 */
char *rt_format_size (guint64 bytes);

/**
 * rt_format_bytes: "1 byte", "1,234,567 bytes": to the byte, grouped as the
 * locale does.
 *
 * Returns: (transfer full): the words
 */
char *rt_format_bytes (guint64 bytes);

/**
 * rt_format_duration:
 * @microseconds: a duration, not negative
 *
 * "0.4 ms", "12 ms", "1.25 s", "2 min 5 s": three digits that matter.
 *
 * Returns: (transfer full): the words
 */
char *rt_format_duration (gint64 microseconds);

/**
 * rt_format_rate:
 * @bytes: bytes that came in @microseconds
 * @microseconds: a duration; 0 gives an empty string
 *
 * Returns: (transfer full): "3.4 MB/s"
 */
char *rt_format_rate (guint64 bytes,
                      gint64  microseconds);

/**
 * rt_format_count: "1,234", grouped as the locale does.
 *
 * Returns: (transfer full): the digits
 */
char *rt_format_count (guint64 count);

G_END_DECLS
