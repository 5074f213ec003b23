/* Copyright 2026 The Roundtrip authors
 * SPDX-License-Identifier: GPL-3.0-or-later
 */

/* Whether a cookie that a person types could have come from a server. */

#pragma once

#include "cookie.h"
#include "suffix-list.h"

G_BEGIN_DECLS

typedef enum
{
  RT_COOKIE_PART_NAME,
  RT_COOKIE_PART_VALUE,
  RT_COOKIE_PART_DOMAIN,
  RT_COOKIE_PART_PATH,
  RT_COOKIE_PART_EXPIRES,
  RT_COOKIE_PART_WHOLE, /* they do not go together */
} RtCookiePart;

/**
 * rt_cookie_check:
 * @now: Unix seconds
 * @part: (out): what is wrong, set with a reason
 *
 * Returns: (transfer full) (nullable): why it cannot be, in a sentence
 */
char *rt_cookie_check (const RtCookieParts *parts,
                       const RtSuffixList  *suffixes,
                       gint64               now,
                       RtCookiePart        *part);

G_END_DECLS
