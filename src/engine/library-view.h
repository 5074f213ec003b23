/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What libsoup understood of a response: the cross-check of the wire view. */

#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

/**
 * rt_library_view_describe:
 *
 * Returns: (transfer full): the status line and one "Name: value" line a field, in
 * libsoup's order, as valid UTF-8
 */
char *rt_library_view_describe (SoupMessage *message);

G_END_DECLS
