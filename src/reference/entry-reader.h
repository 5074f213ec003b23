/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One <entry> element of data/reference as RtEntry. Private to this layer. */

#pragma once

#include "catalogue-node.h"
#include "entry.h"

G_BEGIN_DECLS

typedef enum
{
  RT_ENTRY_CLASS,
  RT_ENTRY_METHOD,
  RT_ENTRY_FIELD,
  RT_ENTRY_SCHEME,
  RT_ENTRY_FAILURE,
  RT_N_ENTRY_KINDS,
} RtEntryKind;

/** The file of data/reference that holds the entries of @kind: "methods.xml". */
const char *rt_entry_kind_get_file (RtEntryKind    kind);

/** @error: RT_REFERENCE_ERROR with file, line and reason. (transfer full) */
RtEntry    *rt_entry_read          (const RtNode  *node,
                                    RtEntryKind    kind,
                                    GError       **error);

G_END_DECLS
