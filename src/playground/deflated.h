/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bytes as zlib packs them. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The window bits of zlib say which head and tail stand around the data. */
#define RT_DEFLATED_BARE -15 /* none (RFC 1951) */
#define RT_DEFLATED_ZLIB 15  /* RFC 1950 */
#define RT_DEFLATED_GZIP 31  /* RFC 1952 */

/**
 * rt_deflated_new:
 * @window_bits: one of the above
 * @ends: the data ends with them; else it ends on a byte and forgets what was
 *   before, so that it can be repeated
 *
 * Packs all of @bytes, as small as it goes. (transfer full)
 */
GByteArray *rt_deflated_new (const void *bytes,
                             gsize       length,
                             int         window_bits,
                             gboolean    ends);

G_END_DECLS
