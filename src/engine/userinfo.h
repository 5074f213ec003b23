/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* The "user:password" before the host of a URL (RFC 3986 section 3.2.1). Pure.
 */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * rt_userinfo_split:
 * @userinfo: as it stands in the URL, percent-encoded
 * @user: (out) (transfer full): before the first colon, decoded
 * @secret: (out) (transfer full): what follows it, decoded; "" when nothing does
 *
 * What does not decode to UTF-8 text stays as it is spelt.
 */
void  rt_userinfo_split (const char  *userinfo,
                         char       **user,
                         char       **secret);

/**
 * rt_userinfo_remove:
 * @url: as typed
 *
 * Returns: (transfer full): @url without @userinfo and the "@" behind it
 */
char *rt_userinfo_remove (const char *url,
                          const char *userinfo);

G_END_DECLS
