/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Content made fit for a terminal: characters only, in UTF-8, and nothing that
 * the terminal would take for a command.
 */

#pragma once

#include <gio/gio.h>

#include "media-type.h"

G_BEGIN_DECLS

/** @type: (nullable): as sent. TRUE when @content is worth showing as
 * characters, by its type and by its first bytes. */
gboolean rt_content_text_is_text (const RtMediaType  *type,
                                  GBytes             *content);

/**
 * rt_content_text_write:
 * @type: (nullable): as sent; its charset is kept to
 * @content: content for which rt_content_text_is_text()
 *
 * Line ends stay; other control characters, and bytes that are no character
 * of the charset, become visible. The last line ends in a line end.
 *
 * Returns: TRUE when all was written
 */
gboolean rt_content_text_write   (const RtMediaType  *type,
                                  GBytes             *content,
                                  GOutputStream      *stream,
                                  GError            **error);

G_END_DECLS
