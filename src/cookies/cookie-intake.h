/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether a cookie that came may be kept, as far as that can be said without
 * looking at those that are kept (RFC 6265bis section 5.7).
 */

#pragma once

#include "cookie-jar.h"
#include "set-cookie.h"
#include "suffix-list.h"

G_BEGIN_DECLS

#define RT_COOKIE_SIZE_LIMIT 4096 /* bytes of name and value together */

/**
 * rt_cookie_intake_build:
 * @now: Unix seconds
 * @created: Unix microseconds
 *
 * Returns: (transfer full): the cookie that @set asks for, allowed or not; one
 *   whose Domain is no more than the host's own public suffix is host-only
 */
RtCookie *rt_cookie_intake_build (const RtSetCookie  *set,
                                  const RtCookieSite *site,
                                  const RtSuffixList *suffixes,
                                  gint64              now,
                                  gint64              created);

/**
 * rt_cookie_intake_refuse:
 * @cookie: what rt_cookie_intake_build() made of @set
 * @section: (out): number of the section, set with a reason
 *
 * Returns: (transfer full) (nullable): why it may not be kept, in a sentence
 */
char     *rt_cookie_intake_refuse (const RtSetCookie  *set,
                                   RtCookie           *cookie,
                                   const RtCookieSite *site,
                                   const RtSuffixList *suffixes,
                                   const char        **section);

G_END_DECLS
