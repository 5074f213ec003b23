/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Private to media-pdf*.c: a stream of a PDF (ISO 32000-1, section 7.3.8) as it
 * was before it was compressed.
 */

#pragma once

#include "media-pdf-lexer.h"

G_BEGIN_DECLS

/**
 * rt_pdf_read_stream:
 * @dictionary: where that of the stream begins
 * @budget: bytes that may still be made; those that were are taken off
 *
 * Returns: (transfer full) (nullable): NULL when it is not whole, too large, or
 * compressed in another way than by FlateDecode
 */
GByteArray *rt_pdf_read_stream (RtMediaBytes  bytes,
                                gsize         dictionary,
                                gsize        *budget);

G_END_DECLS
