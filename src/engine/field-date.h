/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* A date as it stands in a field (RFC 9110 section 5.6.7): the form of today
 * and the two old ones. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rt_field_date_parse:
 * @text: the value of Date, or a date in Retry-After
 * @now: Unix seconds: the century of a year of two digits depends on it
 *
 * Returns: Unix seconds, 0 for what was before 1970; -1 when it is no date
 */
gint64 rt_field_date_parse (const char *text,
                            gint64      now);

G_END_DECLS
