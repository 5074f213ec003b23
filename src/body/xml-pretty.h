/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* XML with other line breaks, where that changes no text: an element that holds
 * only elements is laid out one a line; one that holds any character data is
 * copied as it stands. Every tag, attribute and entity stays as it was sent. A
 * re-indenter, no validator: it checks that the tags match. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rt_xml_pretty:
 * @text: UTF-8 text, not necessarily NUL-terminated
 * @length: its bytes
 * @line: (out): where the first mistake is, from 1
 * @message: (out) (transfer full): what is wrong there, translated
 *
 * Returns: (transfer full) (nullable): the text, or %NULL when the tags do not
 * match
 */
GString *rt_xml_pretty (const char  *text,
                        gsize        length,
                        guint       *line,
                        char       **message);

G_END_DECLS
