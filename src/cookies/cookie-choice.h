/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether a kept cookie goes along with a request, and why not (RFC 6265bis
 * section 5.8.3).
 */

#pragma once

#include "cookie-jar.h"
#include "suffix-list.h"

G_BEGIN_DECLS

/**
 * rt_cookie_choice_withhold:
 *
 * Returns: (transfer full) (nullable): why @cookie stays behind, in a sentence
 *   with the two values that do not meet; %NULL when it goes along
 */
char    *rt_cookie_choice_withhold  (RtCookie           *cookie,
                                     const RtCookieSite *site,
                                     gint64              now);

/** TRUE when @cookie is near enough to @site to say why it stays behind: for
 * the host, above it, below it, or of the same registered name. */
gboolean rt_cookie_choice_is_near   (RtCookie           *cookie,
                                     const RtCookieSite *site,
                                     const RtSuffixList *suffixes);

/** Why it goes along, a sentence. (transfer full) */
char    *rt_cookie_choice_say_sent  (RtCookie           *cookie,
                                     const RtCookieSite *site);

/** Order in the field: longest path first, then the earliest made. Sorts
 * pointers to RtCookie. */
gint     rt_cookie_choice_compare   (gconstpointer       a,
                                     gconstpointer       b);

/** The value of Cookie. @cookies: RtCookie in their order. (transfer full) */
char    *rt_cookie_choice_serialize (GPtrArray          *cookies);

G_END_DECLS
