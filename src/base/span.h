/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Spans of time and instants in words, for texts that people read. Whole
 * seconds; for measured microseconds see format.h. Translated.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** "0 seconds", "90 seconds", "2 hours", "1 day and 12 hours", "1 year": at most
 * two units; a rounded one says "about". Of a negative span its size. (transfer full) */
char *rt_span_words    (gint64 seconds);

/** "90 seconds", "36 hours", "400 days": one unit, the largest that fits twice or
 * exactly, never larger than a day; rounded. @seconds: not negative. (transfer full) */
char *rt_span_rounded  (gint64 seconds);

/** "now", "in 3 days", "2 hours ago": the largest unit, rounded down. (transfer full) */
char *rt_span_from_now (gint64 time,
                        gint64 now);

/** "Sat 21 Nov 2026, 13:00:00 +01" in the zone of this machine; "" when it is
 * out of range. (transfer full) */
char *rt_span_local    (gint64 time);

G_END_DECLS
