/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* How hosts and paths of cookies match those of requests: pure functions. */

#pragma once

#include <glib.h>

G_BEGIN_DECLS

/** TRUE when @host is @domain or below it (RFC 6265bis section 5.1.3); both
 * are canonical: lower case, ASCII. An address matches only itself. */
gboolean rt_cookie_match_domain     (const char *host,
                                     const char *domain);

/** TRUE when @path is @cookie_path or below it (section 5.1.4). */
gboolean rt_cookie_match_path       (const char *path,
                                     const char *cookie_path);

/** The path of a cookie that names none (section 5.1.4). (transfer full) */
char    *rt_cookie_dup_default_path (const char *path);

G_END_DECLS
