/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Bytes as lines of offset, hexadecimal and text (see hex.h), made when they
 * are read. The column of offsets has 8 digits, in lines from 4 GiB on as many
 * as they need.
 */

#pragma once

#include "lines.h"

G_BEGIN_DECLS

#define RT_TYPE_HEX_LINES (rt_hex_lines_get_type ())
G_DECLARE_FINAL_TYPE (RtHexLines, rt_hex_lines, RT, HEX_LINES, RtLines)

RtLines *rt_hex_lines_new    (void);
/** @bytes: all from the first on, so far */
void     rt_hex_lines_extend (RtHexLines *self,
                              GBytes     *bytes,
                              gboolean    complete);

G_END_DECLS
