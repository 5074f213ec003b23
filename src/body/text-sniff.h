/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What kind of text the first bytes of a body look like, whatever the server said.
 * Pure.
 */

#pragma once

#include "body-kind.h"

G_BEGIN_DECLS

/** JSON, HTML, SVG, XML; TEXT for any other. @text: the first bytes, in UTF-8 or
 * the like, a byte order mark included. */
RtBodyKind rt_text_sniff         (const char *text,
                                  gsize       length);

/** TRUE when it is an object or an array and right as far as it goes. */
gboolean   rt_text_sniff_is_json (const char *text,
                                  gsize       length);

G_END_DECLS
