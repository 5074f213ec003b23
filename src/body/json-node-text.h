/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The text of a value of a JSON tree, a piece at a time, so that one of a gigabyte
 * can be written to somewhere without being in memory, and the tree is held only
 * for a moment.
 */

#pragma once

#include "json-tree.h"

G_BEGIN_DECLS

typedef enum
{
  RT_JSON_TEXT_VALUE,  /* what a string says, its escapes undone; all others as sent */
  RT_JSON_TEXT_PRETTY, /* laid out as by rt_json_pretty(), without a line end at the end */
} RtJsonTextForm;

typedef struct _RtJsonNodeText RtJsonNodeText;

RtJsonNodeText *rt_json_node_text_new  (RtJsonTree       *tree,
                                        const RtJsonNode *node,
                                        RtJsonTextForm    form);
void            rt_json_node_text_free (RtJsonNodeText   *self);

/**
 * rt_json_node_text_read:
 *
 * Adds what comes next to @out, some 64 KiB: UTF-8, but a character may be cut at
 * the end, and NUL may be in it. Half a surrogate pair becomes U+FFFD. Any thread,
 * one at a time.
 *
 * Returns: FALSE: that was the last
 */
gboolean        rt_json_node_text_read (RtJsonNodeText   *self,
                                        GString          *out);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (RtJsonNodeText, rt_json_node_text_free)

G_END_DECLS
