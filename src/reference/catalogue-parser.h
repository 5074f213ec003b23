/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The XML of data/reference as a tree of nodes. Private to this layer and to
 * src/lessons, which reads files of the same kind.
 */

#pragma once

#include "catalogue-node.h"

G_BEGIN_DECLS

/**
 * rt_node_parse:
 * @file: the name for messages
 * @xml: the document, not necessarily NUL-terminated
 * @error: RT_REFERENCE_ERROR_SYNTAX with file, line and reason
 *
 * Returns: (transfer full): the root element
 */
RtNode     *rt_node_parse              (const char          *file,
                                        GBytes              *xml,
                                        GError             **error);

/** White space as xgettext makes it with the rules of po/its: runs of it are
 * one space, paragraphs are parted by one empty line. (transfer full) */
char       *rt_reference_normalize     (const char          *text);

G_END_DECLS
