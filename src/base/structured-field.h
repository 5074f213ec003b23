/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The parser of structured fields, strict as RFC 9651 section 4.2 wants it: a
 * field that has one error is no field. Pure.
 */

#pragma once

#include "structured-value.h"

G_BEGIN_DECLS

typedef enum
{
  RT_SF_ITEM,
  RT_SF_LIST,
  RT_SF_DICTIONARY,
} RtSfKind;

/* Where and why a text is not of that kind. */
typedef struct
{
  gsize       offset;
  const char *reason; /* translated: "a quoted string does not end" */
} RtSfError;

/**
 * rt_sf_parse:
 * @kind: what the field is defined to be
 * @text: its value, lines joined by ", "; bytes, not necessarily NUL-terminated
 * @length: number of bytes, or -1 when @text ends in NUL
 * @error: (out) (optional): set when it fails
 *
 * A key that comes again keeps its first place and takes the last value, and
 * is marked as repeated.
 *
 * Returns: (transfer full) (nullable): for a dictionary RtSfMember, else
 *   RtSfValue (exactly one for an item); %NULL on an error
 */
GPtrArray *rt_sf_parse (RtSfKind    kind,
                        const char *text,
                        gssize      length,
                        RtSfError  *error);

G_END_DECLS
