/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Credentials of the Basic scheme (RFC 7617). Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rt_basic_dup_credentials:
 * @user_pass: "name:secret"; the first colon parts them
 * @error: G_OPTION_ERROR: no colon, a control character, or not UTF-8
 *
 * Returns: (transfer full) (nullable): the value for Authorization, in UTF-8
 *   (RFC 7617 section 2.1)
 */
char *rt_basic_dup_credentials (const char  *user_pass,
                                GError     **error);

G_END_DECLS
