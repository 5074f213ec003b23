/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One content coding: bytes in, bytes out. The four libraries behind one face. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef enum
{
  RT_CODING_MORE,    /* wants more input */
  RT_CODING_END,     /* the coded data ended as it should */
  RT_CODING_DAMAGED,
} RtCodingStatus;

typedef struct _RtCoding RtCoding;

/**
 * rt_coding_new:
 * @name: a content coding, compared without case (RFC 9110 section 8.4.1,
 *   RFC 7932, RFC 8878); "x-gzip" is gzip
 *
 * Returns: (transfer full) (nullable): %NULL when it is not known
 */
RtCoding      *rt_coding_new      (const char    *name);
void           rt_coding_free     (RtCoding      *self);
const char    *rt_coding_get_name (RtCoding      *self);

/**
 * rt_coding_step:
 * @input: (inout): moved behind what was used
 * @input_length: (inout): what is left
 * @output: room for the result
 * @output_length: (inout): size of the room, then bytes written
 *
 * Makes one room full at most; call again while input is left or the room was
 * filled.
 */
RtCodingStatus rt_coding_step     (RtCoding      *self,
                                   const guint8 **input,
                                   gsize         *input_length,
                                   guint8        *output,
                                   gsize         *output_length);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtCoding, rt_coding_free)

G_END_DECLS
