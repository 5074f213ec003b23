/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Cookies for the tests of widgets, through a jar. */

#pragma once

#include "cookie-jar.h"

G_BEGIN_DECLS

/** What @jar does with @line from the root of @host, over https, now. */
RtCookieVerdict *rt_test_cookie_receive (RtCookieJar *jar,
                                         const char  *host,
                                         const char  *line);
/** How many cookies @jar keeps. */
guint            rt_test_cookie_count   (RtCookieJar *jar);
/** The first that is called @name, or NULL. (transfer full) */
RtCookie        *rt_test_cookie_find    (RtCookieJar *jar,
                                         const char  *name);

G_END_DECLS
