/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The name under which a body is offered to be saved: from Content-Disposition
 * or from the URL, made safe. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rt_save_name_suggest:
 * @disposition: (nullable): value of Content-Disposition, as text
 * @url: the URL that was asked for
 * @media_type: (nullable): essence of the media type: gives an ending when the
 *   URL has none
 * @coding: (nullable): content coding that is still on: "gzip"
 *
 * The name has no folder, no control character, no leading dot and at most
 * 120 bytes (RFC 6266, section 4.3).
 *
 * Returns: (transfer full): never empty
 */
char *rt_save_name_suggest (const char *disposition,
                            const char *url,
                            const char *media_type,
                            const char *coding);

G_END_DECLS
