/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Small JSON documents from outside, read with json-glib: only those that
 * cannot hurt it. Large and deep ones are refused before it sees them.
 */

#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Bytes, and brackets within brackets. */
#define RT_SMALL_JSON_MAX (256 * 1024)
#define RT_SMALL_JSON_DEPTH 64

/**
 * rt_small_json_parse:
 * @bytes: the document, UTF-8
 * @error: G_IO_ERROR_INVALID_DATA; the message is in words, translated
 *
 * Strict: what json-glib takes beside JSON (comments, trailing commas, several
 * values, single quotes) is refused.
 *
 * Returns: (transfer full) (nullable): its root
 */
JsonNode *rt_small_json_parse (GBytes  *bytes,
                               GError **error);

G_END_DECLS
