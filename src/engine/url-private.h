/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* RtUrl over two files: url.c reads a whole URL, url-reference.c makes one of
 * what a Location says.
 */

#pragma once

#include "url.h"

G_BEGIN_DECLS

/* Browsers read a backslash there as a slash (URL standard, section 4.4): if it
 * were a part of the user info, "http://a\\@b" would reach another host. */
#define RT_URL_AUTHORITY_END "/\\?#"

/** "http" or "https", in any case. */
gboolean rt_url_is_web_scheme (const char *text,
                               gsize       length);

G_END_DECLS
