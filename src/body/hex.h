/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bytes as lines of offset, hexadecimal and text. Pure. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define RT_HEX_BYTES_PER_LINE 16

/**
 * rt_hex_append:
 * @out: where the lines go, each with its line end
 * @data: the bytes
 * @length: their number
 * @offset: the offset of the first one, shown in the first column
 *
 * "00000010  48 54 54 50 2f 31 2e 31  20 32 30 30 20 4f 4b 0d  |HTTP/1.1 200 OK.|"
 */
void  rt_hex_append (GString      *out,
                     const guint8 *data,
                     gsize         length,
                     guint64       offset);

G_END_DECLS
