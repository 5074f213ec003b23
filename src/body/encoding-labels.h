/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The names that a server may give to a character encoding, as the Encoding
 * standard lists them. Only these reach the converter: a name from the wire
 * never does.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct
{
  const char *name;      /* the standard's name: "windows-1252" */
  const char *converter; /* what g_iconv_open() takes */
} RtEncoding;

/**
 * rt_encoding_find:
 * @label: a label as received, "latin1"; white space around it and case do
 *   not matter
 * @length: bytes of @label, or -1 when it ends in NUL
 *
 * Returns: (transfer none) (nullable): the encoding, or %NULL when no such
 * label is known
 */
const RtEncoding *rt_encoding_find (const char *label,
                                    gssize      length);

/** The encoding at @index from 0, in the order of a menu; NULL after the last.
 * (transfer none) */
const RtEncoding *rt_encoding_get  (guint       index);

G_END_DECLS
