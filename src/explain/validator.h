/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Entity tags that may be sent back (RFC 9110 section 8.8.3). Pure. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** TRUE when @value is one well-formed tag in ASCII, weak or strong. */
gboolean rt_validator_is_tag        (const char *value);
/** TRUE when it also is a strong one. */
gboolean rt_validator_is_strong_tag (const char *value);

G_END_DECLS
