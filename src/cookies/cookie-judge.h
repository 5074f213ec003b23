/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* What becomes of a cookie that came: kept, in the place of another, removed
 * or refused (RFC 6265bis section 5.7).
 */

#pragma once

#include "cookie-jar.h"
#include "cookie-store.h"
#include "set-cookie.h"
#include "suffix-list.h"

G_BEGIN_DECLS

/**
 * rt_cookie_judge:
 * @line: what came, for the screen
 * @now: Unix seconds
 * @created: Unix microseconds
 * @changed: (out): whether @store is another than before
 *
 * Returns: (transfer full): what was done, and why
 */
RtCookieVerdict *rt_cookie_judge (RtCookieStore      *store,
                                  const RtSuffixList *suffixes,
                                  const RtSetCookie  *set,
                                  const char         *line,
                                  const RtCookieSite *site,
                                  gint64              now,
                                  gint64              created,
                                  gboolean           *changed);

G_END_DECLS
