/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The dates of Expires, read as every browser reads them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rt_cookie_date_parse:
 * @text: bytes, not necessarily NUL-terminated
 * @length: number of bytes
 * @seconds: (out): Unix seconds; negative before 1970
 *
 * RFC 6265bis section 5.1.1: words in any order, any zone read as UTC.
 *
 * Returns: FALSE when it is no date, with @seconds untouched
 */
gboolean rt_cookie_date_parse (const char *text,
                               gsize       length,
                               gint64     *seconds);

G_END_DECLS
