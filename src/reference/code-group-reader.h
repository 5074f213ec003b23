/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* One <group> element of data/reference/look-alikes.xml as RtCodeGroup.
 * Private to this layer.
 */

#pragma once

#include "catalogue-node.h"
#include "code-group.h"

G_BEGIN_DECLS

/** The file of data/reference that holds the groups. */
#define RT_CODE_GROUP_FILE "look-alikes.xml"

/** @error: RT_REFERENCE_ERROR with file, line and reason. (transfer full) */
RtCodeGroup *rt_code_group_read (const RtNode  *node,
                                 GError       **error);

G_END_DECLS
