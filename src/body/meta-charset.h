/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The charset that an HTML page says in a meta element. Pure. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rt_meta_charset_find:
 * @text: the beginning of a page, byte by byte
 * @label_length: (out): bytes of the result
 *
 * As the HTML standard prescans a page ("prescan a byte stream to determine its
 * encoding"): comments and the values of other attributes say nothing.
 *
 * Returns: (nullable): the label as it stands in @text, known or not
 */
const char *rt_meta_charset_find (const char *text,
                                  gsize       length,
                                  gsize      *label_length);

G_END_DECLS
