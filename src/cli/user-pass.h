/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* "NAME:SECRET" as an option gives it. Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rt_user_pass_split:
 * @option: "--user", for the message
 * @text: "name:secret"; the first colon parts them
 * @user: (out) (transfer full)
 * @secret: (out) (transfer full)
 * @error: G_OPTION_ERROR: no colon, a control character (RFC 7617 section 2), or
 *   not UTF-8; the message never holds the secret
 */
gboolean rt_user_pass_split (const char  *option,
                             const char  *text,
                             char       **user,
                             char       **secret,
                             GError     **error);

G_END_DECLS
